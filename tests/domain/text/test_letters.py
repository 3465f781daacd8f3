from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.text.letters import letters


def test_line_breaks_hyphens_ligatures_and_case_make_no_difference() -> None:
    assert letters("Wert-\nschöpfung, ﬁnal").text == letters("wertschöpfung,  FINAL").text


@given(st.text())
def test_every_letter_leads_back_to_the_character_it_came_from(text: str) -> None:
    reduced = letters(text)
    assert len(reduced.source) == len(reduced.text)
    assert list(reduced.source) == sorted(reduced.source)
    for index, letter in enumerate(reduced.text):
        start, end = reduced.span(index, index + 1)
        assert end == start + 1
        assert letter in letters(text[start]).text
