"""Who issues a procedure: programme, board, ministry and office, as its papers name them."""

from dataclasses import dataclass

from reviewer_app.domain.localised import Localised


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuer of a catalogue; `board_of` and `ministry_of` are their names inside a sentence.

    `confidentiality` is the marking of papers that hold names.
    """

    programme: Localised
    board: Localised
    board_of: Localised
    ministry_of: Localised
    office: Localised
    confidentiality: Localised


NOBODY = Issuer(*(Localised() for _ in range(6)))
"""Of a catalogue that was put together without a file."""
