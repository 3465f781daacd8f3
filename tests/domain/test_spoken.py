"""Values in both languages in one text, and the messages take the one they need."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from resources import messages
from reviewer_app.domain import spoken
from reviewer_app.domain.localised import Localised


def test_one_mark_stands_between_the_languages() -> None:
    assert spoken.BOTH == messages.BOTH
    day = spoken.day(date(2026, 10, 2))
    assert (messages.in_language(day, "de"), messages.in_language(day, "en")) == ("02.10.2026", "2 Oct 2026")


def test_texts_alike_carry_no_mark() -> None:
    assert spoken.both("GmbH", "GmbH") == "GmbH"
    assert spoken.words(Localised("Bremen")) == "Bremen"


def test_lists_and_numbers() -> None:
    assert spoken.forms(spoken.listed([spoken.both("eins", "one"), "A03"])) == ("eins, A03", "one, A03")
    assert spoken.forms(spoken.plain(Fraction(5, 2))) == ("2,5", "2.5")
    assert spoken.plain(Fraction(40)) == "40"
    assert spoken.forms(spoken.share(Fraction(1, 3))) == ("33,3\u00a0%", "33.3%")
    assert spoken.month(date(2019, 7, 1)) == "07/2019"


@given(st.text(alphabet=st.characters(exclude_characters=spoken.BOTH)), st.text())
def test_forms_undo_both(german: str, english: str) -> None:
    assert spoken.forms(spoken.both(german, english)) == (german, english)
