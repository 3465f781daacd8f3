"""The list of applications, and how they come in."""
