"""The words that were recognised in the picture of a page, line by line, with the place of each."""

from dataclasses import dataclass

type WordBox = tuple[float, float, float, float]
"""Left, upper, right, lower edge on the page as shown, in points from its upper left corner."""

MOST_WORDS = 20_000
"""Words of a page that are kept; one that is meant to be read has some 600."""


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """A word and where it stands; its height is that of its line."""

    text: str
    place: WordBox


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What was recognised of a page, in the order one reads it; no lines where nothing was."""

    lines: tuple[tuple[RecognisedWord, ...], ...] = ()

    @property
    def text(self) -> str:
        """The text as that of a page with letters: words apart by spaces, lines ended by line feeds."""
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)
