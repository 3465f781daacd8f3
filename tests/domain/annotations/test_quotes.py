"""Where words stand on a page, letter for letter."""

import pytest

from reviewer_app.domain.annotations.quotes import occurrences

TEXT = "Die Wert-\nschöpfung in A; die  wertschöpfung in B."


def test_line_ends_case_spaces_and_hyphens_are_free() -> None:
    found = [TEXT[start:end] for start, end in occurrences(TEXT, "die Wertschöpfung")]
    assert found == ["Die Wert-\nschöpfung", "die  wertschöpfung"]


@pytest.mark.parametrize("quote", ["Wertschätzung", "", " - ", "\x00"])
def test_what_is_not_there_is_nowhere(quote: str) -> None:
    assert occurrences(TEXT, quote) == ()
