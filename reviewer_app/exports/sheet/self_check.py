"""Counts what stands in a finished sheet, read back from its bytes, so that an export can be held against the store."""

from io import BytesIO
from typing import Any

from reviewer_app.exports.material import Counts


def read_back(data: bytes) -> Counts:
    """Count applications, reviews, scores and rationales by the identifiers of elements that hold content."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot
        names: Any = tree.IDTree.Names if "/IDTree" in tree else []
        kinds = [str(names[index]).partition("-")[0] for index in range(0, len(names), 2) if _holds(names[index + 1])]
    return Counts(
        applications=kinds.count("application"),
        reviews=kinds.count("review"),
        scores=kinds.count("score"),
        rationales=kinds.count("rationale"),
    )


def _holds(element: Any) -> bool:  # noqa: ANN401  # an object of the file
    """Whether something is drawn for the element."""
    return "/K" in element
