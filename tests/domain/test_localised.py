"""Texts in every language, and the messages take the one they need."""

import pickle
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import messages
from resources.languages import LANGUAGES, SOURCE
from reviewer_app.domain import locale, localised
from reviewer_app.domain.encoding import EncodingError, Json, decode_finding, decode_words, encode_finding, encode_words
from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.domain.localised import Localised, Words

_TEXTS = st.dictionaries(st.sampled_from(LANGUAGES), st.text())


def test_a_message_names_a_value_in_its_own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "entries", lambda: {"a": {"de": "am {day}", "en": "on {day}"}})
    day = localised.in_each(locale.day, date(2026, 10, 2))
    assert [messages.text("a", one, day=day) for one in ("de", "en")] == ["am 02.10.2026", "on 2 Oct 2026"]


def test_texts_alike_are_one_text() -> None:
    assert localised.in_each(locale.plain, Fraction(40)) == "40"


def test_a_language_without_a_text_reads_the_source() -> None:
    assert [Localised("Bremen", en="").read(one) for one in ("de", "en", "fr")] == ["Bremen"] * 3


def test_lists_and_numbers() -> None:
    listed = localised.listed([Localised("eins", en="one"), "A03"])
    assert listed == Localised("eins, A03", en="one, A03")
    assert localised.listed(["A01", "A03"]) == "A01, A03"
    assert localised.in_each(locale.plain, Fraction(5, 2)) == Localised("2,5", en="2.5")
    assert localised.in_each(locale.percent, Fraction(1, 3)) == Localised("33,3\u00a0%", en="33.3%")
    assert locale.month(date(2019, 7, 1)) == "07/2019"


@given(_TEXTS)
def test_what_is_stored_is_read_as_it_was(texts: dict[str, str]) -> None:
    words = Localised(**texts)
    assert decode_words(encode_words(words)) == words
    assert pickle.loads(pickle.dumps(words)) == words  # noqa: S301 # reason: our own bytes; it travels to the second process
    assert words.read(SOURCE) == texts.get(SOURCE, "")


@given(st.text(alphabet=st.characters(exclude_characters="\x1f")), st.text())
def test_what_earlier_programs_stored_is_read(german: str, english: str) -> None:
    assert decode_words(f"{german}\x1f{english}") == Localised(german, en=english)
    assert decode_words(german) == german


def test_a_finding_of_an_earlier_program_is_read_and_written_anew() -> None:
    old: dict[str, Json] = {
        "code": "too_large",
        "severity": "error",
        "found": "2,5\x1f2.5",
        "params": {"bound": "2\x1f2", "n": "1"},
    }
    finding = decode_finding(old)
    found = Localised("2,5", en="2.5")
    params: dict[str, Words] = {"bound": Localised("2", en="2"), "n": "1"}
    assert finding == Finding("too_large", Severity.ERROR, found=found, params=params)
    written = encode_finding(finding)
    assert written["found"] == {"de": "2,5", "en": "2.5"}
    assert decode_finding(written) == finding


@pytest.mark.parametrize(
    ("data", "source", "english"),
    [
        ({}, "", ""),
        ({"xx": "a"}, "", ""),
        ({"": "a\x1fb", "de": "c"}, "a\x1fb", "a\x1fb"),
        ({"en": "a"}, "", "a"),
        ({"de": "a", "en": ""}, "a", "a"),
        ({"source": "a", "self": "b", "texts": "c"}, "", ""),
        ("\x1f", "", ""),
        ("a\x1fb\x1fc", "a", "b\x1fc"),
    ],
)
def test_words_of_any_making_can_be_read_in_any_language(data: Json, source: str, english: str) -> None:
    words = decode_words(data)
    assert [localised.read(words, language) for language in ("de", "en", "fr")] == [source, english, source]
    assert decode_words(encode_words(words)) == words


@pytest.mark.parametrize("data", [1, ["a"], {"de": 1}, {"": 1}, {"de": None}, {"xx": ["a"]}, True, None])
def test_what_are_no_words_is_refused(data: object) -> None:
    with pytest.raises(EncodingError):
        decode_words(data)  # type: ignore[arg-type] # reason: damage in a file is of any type
