"""The list of applications and what may be seen of one from there."""
