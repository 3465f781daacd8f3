"""The recommendation sheet of one application as a tagged PDF.

It is the paper that is signed and filed, so its content, order and structure are fixed here.
"""
