"""Tests, laid out as the packages are.

Whoever changes a module finds its tests under the same name.
"""
