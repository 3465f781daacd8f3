"""An annex as "PDF with annotations": a copy in which other programs show what was marked here.

The original is never touched, and its bytes begin the copy wherever that is possible.
"""
