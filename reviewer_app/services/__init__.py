"""Use cases, one module for each verb: functions that take a unit of work and return what changed.

One action of a person is one transaction; leaving it without a commit rolls it back.
"""
