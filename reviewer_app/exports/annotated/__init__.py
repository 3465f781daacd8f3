"""An annex as "PDF with annotations": a copy in which other programs show what was marked here.

The original is never touched, and its bytes begin the copy wherever that is possible.
"""

from collections.abc import Sequence

from reviewer_app.exports.annotated.mark import Annotated, Held, Mark

__all__ = ["Annotated", "Held", "Mark", "annotated_pdf", "held_in"]


def annotated_pdf(data: bytes, marks: Sequence[Mark], language: str, password: str = "") -> Annotated:
    """Give a copy of `data` with the annotations in it, see `writing.annotated_pdf`; pikepdf is loaded only here."""
    from reviewer_app.exports.annotated import writing

    return writing.annotated_pdf(data, marks, language, password)


def held_in(data: bytes, marks: Sequence[Mark], password: str = "") -> Held:
    """Count which of the annotations a file holds, see `writing.held_in`."""
    from reviewer_app.exports.annotated import writing

    return writing.held_in(data, marks, password)
