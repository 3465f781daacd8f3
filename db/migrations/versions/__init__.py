"""The migration steps in order.

Each is released once and then never changed.
"""
