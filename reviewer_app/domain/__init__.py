"""Values and rules of the board's work: frozen dataclasses, enumerations and pure functions.

Standard library only, so that a rule can be read and tested without knowing the store, the files or the window.
"""
