"""The sheets of learning platforms: read as they came, given back with marks and comments only."""
