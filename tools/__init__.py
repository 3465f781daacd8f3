"""Scripts that set up, check and measure; no part of the program.

The Makefile stays thin lines that call them.
"""
