"""An annex as "PDF with annotations": a copy in which other programs show what was marked here.

The original is never touched, and its bytes begin the copy wherever that is possible.
"""

from reviewer_app.exports.annotated.writing import Annotated, Mark, annotated_pdf

__all__ = ["Annotated", "Mark", "annotated_pdf"]
