"""Bringing the reviews of one application together."""
