"""Searching everything in the round that a person may read."""
