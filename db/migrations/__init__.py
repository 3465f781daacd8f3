"""Steps that bring an older workspace file to the schema of today.

They import nothing of ours, so that a step does tomorrow what it did when it was released.
"""
