"""Where words stand on a page, letter for letter."""

import pytest

from reviewer_app.domain.annotations.annotation import Quote
from reviewer_app.domain.annotations.quotes import found_again, occurrences

TEXT = "Die Wert-\nschöpfung in A; die  wertschöpfung in B."


def test_line_ends_case_spaces_and_hyphens_are_free() -> None:
    found = [TEXT[start:end] for start, end in occurrences(TEXT, "die Wertschöpfung")]
    assert found == ["Die Wert-\nschöpfung", "die  wertschöpfung"]


@pytest.mark.parametrize("quote", ["Wertschätzung", "", " - ", "\x00"])
def test_what_is_not_there_is_nowhere(quote: str) -> None:
    assert occurrences(TEXT, quote) == ()


def test_of_several_places_the_surroundings_decide() -> None:
    span = found_again(TEXT, Quote("Wertschöpfung", "A; die ", " in B"))
    assert span is not None
    assert TEXT[span[0] : span[1]] == "wertschöpfung"
    assert found_again(TEXT, Quote("Wertschöpfung", "die ", " in")) is None
    assert found_again(TEXT, Quote("in B", "vor", "nach")) is not None
