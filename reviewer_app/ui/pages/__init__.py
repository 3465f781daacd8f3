"""Pages that fill the window: they lay out, emit intent and show values.

They ask nothing of the store, so that filling a page can never write.
"""
