"""What a student gets back: one view, and a module a form of it."""
