"""The store: one SQLite file for each round, and the only SQL.

Only frozen values and ids leave this package, so that no mapped row is ever touched from a window.
"""
