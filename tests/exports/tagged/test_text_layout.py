"""Lines fill their room, lose nothing and end with a space where the next word would be glued on."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.exports.tagged.text import Line, Run, TextStyle, clean, lay_out, shortened, spell, spelt, width

BODY = TextStyle("Regular", 9, 13)
HEAVY = BODY.semibold()

words = st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), min_size=1, max_size=40)


def text_of(lines: list[Line]) -> str:
    return "".join(segment.text for line in lines for segment in line.segments)


@given(st.lists(words, max_size=60), st.integers(20, 500))
def test_nothing_is_lost_whatever_the_width(given_words: list[str], room: int) -> None:
    text = " ".join(given_words)
    lines = lay_out([Run(text, BODY)], room)
    assert text_of(lines).split() == clean(text).split() or "".join(text_of(lines).split()) == "".join(text.split())
    assert all(line.width <= room + 0.02 or len(text_of([line]).strip()) == 1 for line in lines)


@given(st.lists(st.sampled_from(["Wort", "längeres", "ein", "Satzteil,", "Ende."]), min_size=1, max_size=80))
def test_words_stay_apart_at_line_ends(given_words: list[str]) -> None:
    assert text_of(lay_out([Run(" ".join(given_words), BODY)], 90)).split() == given_words


@given(st.lists(st.tuples(words, st.booleans()), min_size=1, max_size=30), st.integers(60, 400))
def test_two_styles_keep_their_words_and_their_glue(parts: list[tuple[str, bool]], room: int) -> None:
    runs = [Run(f"{text} ", HEAVY if heavy else BODY) for text, heavy in parts]
    lines = lay_out(runs, room)
    assert "".join(text_of(lines).split()) == "".join("".join(text for text, _ in parts).split())


def test_a_comma_after_a_heavy_word_stays_with_it() -> None:
    lines = lay_out([Run("erreicht ", BODY), Run("54", HEAVY), Run(", mehr nicht", BODY)], 400)
    assert text_of(lines) == "erreicht 54, mehr nicht"
    assert [segment.style.face for segment in lines[0].segments] == ["Regular", "SemiBold", "Regular"]


def test_a_word_without_a_space_is_broken_at_the_edge_and_after_hyphens_first() -> None:
    lines = lay_out([Run("x" * 400, BODY)], 100)
    assert text_of(lines) == "x" * 400
    assert all(line.width > 90 for line in lines[:-1])
    long = lay_out([Run("Glasfaserleichtbauverbund-Präzisionsfertigungsgemeinschaft", BODY)], 150)
    assert [text_of([line]) for line in long] == ["Glasfaserleichtbauverbund-", "Präzisionsfertigungsgemeinschaft"]


def test_no_break_spaces_hold() -> None:
    lines = lay_out([Run("aaaa bbbb 54\N{NO-BREAK SPACE}%", BODY)], width("aaaa bbbb 54", BODY))
    assert text_of(lines[1:]) == "54\N{NO-BREAK SPACE}%"


def test_no_words_give_no_lines() -> None:
    assert lay_out([Run("  ", BODY)], 100) == []


def test_foreign_letters_take_the_fallback_and_unknown_ones_their_number() -> None:
    pieces = spell("Ab \N{DEVANAGARI LETTER A} \N{CJK UNIFIED IDEOGRAPH-6F22}", BODY)
    assert ("".join(text for text, _ in pieces)).endswith("[U+6F22]")
    assert {style.face for _, style in pieces} <= {"Regular", "Fallback"}
    assert spelt("a\N{SOFT HYPHEN}b\N{RIGHT-TO-LEFT OVERRIDE}c\x07") == "ab[U+202E]c[U+0007]"


@given(st.text(st.characters(codec="latin-1", categories=("L", "Zs")), max_size=200), st.integers(30, 300))
def test_a_cut_line_fits_and_says_that_it_is_cut(text: str, room: int) -> None:
    short = shortened(text, BODY, room)
    assert short == text or short.endswith("…")
    assert sum(width(piece, style) for piece, style in spell(short, BODY)) <= max(room, width(" …", BODY)) + 0.01
