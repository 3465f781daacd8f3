"""The order in which one reads what is marked: form rows as the form has them, pages from above, also turned ones."""

from dataclasses import replace

from reviewer_app.domain.annotations.annotation import Annotation, FieldPlace, Quad, WholePlace
from reviewer_app.domain.annotations.listing import ordered
from reviewer_app.domain.annotations.reading_order import ReadingOrder
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.ids import AnnotationId
from reviewer_app.exchange.catalogue.file import default_catalogue
from tests.domain.annotations.test_annotation import PASSAGE, annotation

LINE: Quad = (40.0, 150.0, 90.0, 150.0, 40.0, 140.0, 90.0, 140.0)


def as_read(*read: Annotation, catalogue: Catalogue | None = None) -> bool:
    """Say whether annotations come in this order, whatever their names and the order they are given in."""
    named = tuple(replace(one, id=AnnotationId(f"{9 - number}")) for number, one in enumerate(read))
    order = ReadingOrder.of(catalogue) if catalogue else ReadingOrder()
    return ordered(sorted(named, key=lambda one: one.id), place=order.key) == named


def at_field(field: str, row: int | None = None, column: str = "") -> Annotation:
    return annotation("field", target=FieldPlace(field, row, column))


def on_page(*quads: Quad, page: int = 2, annex: str = "A03") -> Annotation:
    return annotation("page", target=replace(PASSAGE, annex=annex, page=page, quads=quads))


def moved(right: float, up: float) -> Quad:
    """Return LINE elsewhere on its page."""
    x1, y1, x2, y2, x3, y3, x4, y4 = LINE
    return (x1 + right, y1 + up, x2 + right, y2 + up, x3 + right, y3 + up, x4 + right, y4 + up)


def test_rows_and_columns_of_the_form_come_as_the_form_has_them() -> None:
    catalogue = default_catalogue()
    sections = [section.key for section in catalogue.sections]
    fields = sorted(catalogue.fields, key=lambda one: sections.index(one.section))
    assert as_read(annotation("w", target=WholePlace()), *(at_field(one.id) for one in fields[:8]), catalogue=catalogue)
    table = next(one for one in fields if len(one.columns) > 2)
    first, second = table.columns[0].id, table.columns[1].id
    cells = [at_field(table.id), at_field(table.id, 0), at_field(table.id, 0, first), at_field(table.id, 0, second)]
    assert as_read(*cells, at_field(table.id, 2), at_field(table.id, 10), at_field("unbekannt"), catalogue=catalogue)


def test_annexes_come_after_one_another_whether_pages_or_tables() -> None:
    cells = [at_field("A05!Kosten", row, column) for row, column in ((1, ""), (1, "B"), (1, "AA"), (11, "A"))]
    assert as_read(at_field("x"), on_page(LINE, annex="A03"), *cells, on_page(LINE, page=0, annex="A06"))


def test_a_page_is_read_from_above_and_a_line_from_the_left() -> None:
    whole, area = on_page(), annotation("a", target=replace(PASSAGE, quads=(), area=(30.0, 90.0, 60.0, 130.0)))
    assert as_read(whole, on_page(LINE), on_page(moved(60, 0.3)), area, on_page(moved(-20, -80)), on_page(LINE, page=3))


def test_a_passage_stands_where_it_begins() -> None:
    over_columns = on_page(moved(0, -100), moved(200, 500))
    assert as_read(on_page(moved(0, -60)), over_columns)


def test_turned_pages_are_read_as_they_are_seen() -> None:
    def turned(quad: Quad, times: int) -> Quad:
        points = list(zip(quad[::2], quad[1::2], strict=True))
        for _ in range(times):
            points = [(y, 600 - x) for x, y in points]
        return tuple(each for point in points for each in point)  # type: ignore[return-value]  # four points are eight

    for times in range(4):
        lines = [turned(quad, times) for quad in (LINE, moved(80, 0), moved(-30, -20), moved(50, -40))]
        assert as_read(*(on_page(line) for line in lines))
