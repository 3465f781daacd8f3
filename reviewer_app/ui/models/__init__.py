"""Qt item models over plain rows, with their own filter and sort.

A proxy that calls back into Python for each row is too slow for a whole round.
"""
