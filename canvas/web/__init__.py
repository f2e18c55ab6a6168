"""What stands beside the pages: middleware and routes."""
