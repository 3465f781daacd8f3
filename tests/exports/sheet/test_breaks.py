"""Pages break where they should: areas whole, headings with their content, long texts without loss."""

from reviewer_app.exports.sheet.writing import context_of, told
from reviewer_app.exports.tagged.flow import Rule
from tests.exports.factories import a_material
from tests.exports.sheet.conftest import dossier_of, reading_of

_INNER = {"Span", "Link", "Figure"}


def test_no_heading_and_no_table_head_stands_alone_at_the_foot_of_a_page(case: str) -> None:
    root = reading_of(case).root
    blocks = [element for element in root.walk() if element.role not in _INNER]
    last = {page: element for element in blocks for page in sorted(element.pages)}
    assert last
    for element in last.values():
        assert element.role not in {"H1", "H2", "H3", "H4"}
        assert element.scope != "Column"


def test_no_area_is_split_unless_it_is_taller_than_a_page(case: str) -> None:
    tables = reading_of(case).root.by_role("Table")
    criteria = next((table for table in tables if any("gekürzt" in cell.text() for cell in table.by_role("TH"))), None)
    if criteria is None:
        assert case == "withdrawn"  # it has no criteria to show
        return
    assert criteria.by_role("TBody")
    for body in criteria.by_role("TBody"):
        if case != "one_area":
            assert len(body.stands_on()) == 1


def test_an_area_taller_than_a_page_repeats_its_row() -> None:
    reading = reading_of("one_area")
    pages = [number for number, texts in enumerate(reading.outside) if any("(Fortsetzung)" in text for text in texts)]
    criteria = reading.root.by_role("Table")[1]
    assert pages == sorted(criteria.stands_on())[1:]


def test_the_first_page_holds_the_vote_even_with_a_long_name_and_twenty_reviews() -> None:
    root = reading_of("twenty").root
    vote = next(element for element in root.by_role("H2") if element.text().startswith("2"))
    assert vote.stands_on() == {0}
    criteria = next(element for element in root.by_role("H2") if element.text().startswith("3"))
    assert criteria.stands_on() == {1}


def test_twenty_reviews_make_two_tables_in_annex_b() -> None:
    root = reading_of("twenty").root
    tables = [table for table in root.by_role("Table") if any(one.identifier == "review-G1" for one in table.walk())]
    assert len(tables) == 1
    heads = [
        [cell.text() for cell in table.by_role("TH") if cell.scope == "Column"] for table in root.by_role("Table")[-2:]
    ]
    assert heads[0] == ["Kriterium", *(f"G{number}" for number in range(1, 11))]
    assert heads[1] == ["Kriterium", *(f"G{number}" for number in range(11, 21)), "Mittel", "Median", "Spanne", "Wert"]


def test_a_running_head_names_its_range() -> None:
    outside = reading_of("long_texts").outside
    heads = [next((text for text in texts if text.startswith("Anhang A")), "") for texts in outside]
    named = [" ".join(head.split()) for head in heads if head]
    assert named[0].startswith("Anhang A · A1")
    assert "Anhang A · B1" in named
    assert any(" bis " in head for head in named)


def test_blocks_stay_on_the_paper(case: str) -> None:
    dossier = dossier_of(case)
    flow, _ = told(context_of(a_material(dossier), dossier))
    assert flow.pages
    for page in flow.pages:
        assert page.placed
        for placed in page.placed:
            assert placed.top <= flow.frame.first_top + 10
            assert placed.top - placed.block.height >= flow.frame.bottom - 0.01


def test_no_two_blocks_overlap(case: str) -> None:
    dossier = dossier_of(case)
    flow, _ = told(context_of(a_material(dossier), dossier))
    assert any(len(page.placed) > 1 for page in flow.pages)
    for page in flow.pages:
        bottom = flow.frame.first_top + 10
        for placed in page.placed:
            if isinstance(placed.block, Rule):
                continue
            assert placed.top <= bottom + 0.01
            bottom = placed.top - placed.block.height


def test_a_withdrawn_application_has_one_page() -> None:
    assert len(reading_of("withdrawn").outside) == 1
