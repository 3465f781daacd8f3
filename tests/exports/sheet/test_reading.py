"""What a screen reader gets: everything once, in order, no word glued to the next, nothing lost outside the tree."""

from itertools import pairwise
from pathlib import Path

import pytest

from reviewer_app.exports.figures import axis_values
from reviewer_app.exports.sheet.writing import context_of, foot_lines
from tests.exports import tag_tree
from tests.exports.factories import a_material
from tests.exports.sheet.conftest import dossier_of, reading_of
from tests.exports.tag_tree import Element

GOLDEN = Path(__file__).parents[2] / "reference" / "sheet"
_HEADS = {"H1", "H2", "H3", "H4"}
_NB = "\N{NO-BREAK SPACE}"


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "language", "variant"),
    [("worked", "de", "internal"), ("worked", "en", "internal"), ("preliminary", "de", "pseudonymous")],
)
def test_the_tree_reads_as_the_golden_file(name: str, language: str, variant: str, tmp_path: Path) -> None:
    golden = GOLDEN / f"{name}_{language}_{variant}.txt"
    found = "\n".join(tag_tree.outline(reading_of(name, language, variant).root)) + "\n"
    (tmp_path / golden.name).write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), f"if this is meant, copy {tmp_path / golden.name} there"


def test_every_run_of_text_belongs_to_the_tree_once(case: str) -> None:
    reading = reading_of(case)
    assert reading.marked == reading.used


def test_outside_the_tree_there_are_only_head_foot_and_repeated_heads(case: str) -> None:
    reading = reading_of(case)
    dossier = dossier_of(case)
    context = context_of(a_material(dossier), dossier)
    feet = {squeezed(line) for line in foot_lines(context)}
    cells = [cell for cell in reading.root.by_role("TH") if cell.scope == "Column"]
    heads = {squeezed(text) for cell in cells for text in (cell.drawn(), *cell.kids) if isinstance(text, str)}
    heads |= {context.words.plain(value) for value in axis_values(context.catalogue.scale)}
    scale, floor = context.catalogue.scale, context.catalogue.flags.floor
    sample = {context.score(value) for value in scale.values() if value < floor}
    assert reading.outside
    for number, texts in enumerate(reading.outside):
        lines = {squeezed(text) for text in texts} - feet
        assert f"Seite {number + 1} von {len(reading.outside)}" in lines
        left = {
            line
            for line in lines
            if line not in heads
            and not line.startswith(("Seite ", "Empfehlungsblatt", "Anhang "))
            and not line.endswith("Fassung intern")
        }
        allowed = {"Programmbegleitkreis go-cluster", "Geschäftsstelle"} if number == 0 else set()
        continued = {line for line in left if line.endswith("(Fortsetzung)")}
        shares = {line for line in left - allowed if continued and (line.endswith(("%", "Punkten")))}
        legend = left & sample if number == 0 else set()
        assert len(legend) <= 1
        assert left - continued - shares - legend == allowed


def test_a_repeated_head_stands_on_a_page_once(case: str) -> None:
    reading = reading_of(case)
    assert reading.outside
    for texts in reading.outside:
        assert sum(squeezed(text) == "Begründung, gekürzt" for text in texts) <= 1


def test_no_word_is_glued_to_the_next(case: str) -> None:
    drawn = squeezed(reading_of(case).root.drawn().replace(_NB, " "))
    from reviewer_app.exports.tagged.text import spelt

    assert drawn
    for one in dossier_of(case).consolidation.counted:
        for score in one.review.scores.values():
            for part in score.rationale.splitlines():
                assert squeezed(spelt(part)).replace(_NB, " ") in drawn


def test_every_figure_has_words_and_a_place(case: str) -> None:
    assert reading_of(case).root.by_role("Figure")
    for figure in reading_of(case).root.by_role("Figure"):
        assert figure.alt
        assert figure.has_box


def test_heads_never_skip_a_level(case: str) -> None:
    levels = [int(element.role[1]) for element in reading_of(case).root.by_role(*_HEADS)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1


def test_tables_are_regular_and_their_heads_have_a_scope(case: str) -> None:
    assert reading_of(case).root.by_role("Table")
    for table in reading_of(case).root.by_role("Table"):
        rows = [sum(cell.columns for cell in line.kids if isinstance(cell, Element)) for line in table.by_role("TR")]
        assert len(set(rows)) == 1
        assert table.by_role("TH")
        assert all(cell.scope in {"Column", "Row"} for cell in table.by_role("TH"))
        for line in table.by_role("TR"):
            first = line.kids[0]
            assert isinstance(first, Element)
            assert first.role == "TH"


def test_the_order_is_the_order_of_the_page() -> None:
    heads = [squeezed(element.text()) for element in reading_of("worked").root.by_role("H2")]
    assert heads == [
        "Vorschlag, noch kein Votum",
        "Warum",
        "Auflagen",
        "Offen und zu beachten",
        "1 Bereiche und Kriterien auf einen Blick",
        "2 Abstimmung und Unterschriften",
        "3 Die 20 Kriterien",
        "4 Formale Prüfung",
        "5 Abweichungen und Klärungen",
        "6 Auflagen",
        "Anhang A Begründungen im Wortlaut",
        "Anhang B Einzelbewertungen",
    ]


def test_german_reasons_are_marked_in_an_english_sheet() -> None:
    root = reading_of("worked", "en").root
    reasons = [element for element in root.walk() if element.identifier.startswith("rationale-")]
    assert len(reasons) == 60
    assert {element.lang for element in reasons} == {"de-DE"}


def test_characters_without_a_glyph_are_shown_by_number() -> None:
    drawn = reading_of("long_texts").root.drawn()
    for shown in ("[U+6F22][U+5B57]", "[U+1F600]", "[U+0007]", "ёжик", "Ω", "ä"):
        assert shown in drawn
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in drawn
