"""Writes what stands in annexes: prose put together from patterns and the facts of a story, by a seed."""
