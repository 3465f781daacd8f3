"""Recognised pages to rows and back: a list of lines, each a list of words with their four edges."""

import json

from db.mapping import dumps
from reviewer_app.domain.text.recognised import RecognisedPage, RecognisedWord

_PLACES = 2


def lines(page: RecognisedPage) -> str:
    """Return the lines of a page as they are stored; edges to a hundredth of a point."""
    return dumps(
        [[[word.text, *(round(edge, _PLACES) for edge in word.place)] for word in line] for line in page.lines]
    )


def page(text: str) -> RecognisedPage:
    """Return the page that is stored; raise ValueError or TypeError where it is none."""
    return RecognisedPage(tuple(tuple(_word(*word) for word in line) for line in json.loads(text)))


def _word(text: str, left: float, upper: float, right: float, lower: float) -> RecognisedWord:
    if not isinstance(text, str):
        raise TypeError(text)
    return RecognisedWord(text, (float(left), float(upper), float(right), float(lower)))
