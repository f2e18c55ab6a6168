"""What stands beside the pages: routes and middleware. Starlette only, no streamlit."""
