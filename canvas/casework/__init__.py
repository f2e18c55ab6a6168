"""Answers to cases: facts in, criteria out."""
