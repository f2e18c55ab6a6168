"""The Streamlit pages: views, parts, state."""
