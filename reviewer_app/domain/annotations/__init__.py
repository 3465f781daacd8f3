"""Annotations: places, quotes, order, and what becomes of them in a newer version."""
