"""The list of all annotations."""
