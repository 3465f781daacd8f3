"""Which criteria fit what is typed, in the dialog and in the popover at a mark."""

import pytest

from reviewer_app.ui.marks.criterion_dialog import fitting

LINES = (("C1", "C1  Ziele"), ("C2", "C2  Stand der Technik"), ("C20", "C20  Technik und Ziele"))


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("", ["C1", "C2", "C20"]),
        ("c2", ["C2"]),
        ("technik", ["C2", "C20"]),
        ("ziele tech", ["C20"]),
        ("haushalt", []),
    ],
)
def test_every_word_must_fit_and_a_key_fits_alone(typed: str, keys: list[str]) -> None:
    assert [key for key, _ in fitting(typed, LINES)] == keys
