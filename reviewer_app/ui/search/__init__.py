"""Searching all texts of the round."""
