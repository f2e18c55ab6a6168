"""Pieces that several pages draw: cards, the canvas, the matrix, fields."""
