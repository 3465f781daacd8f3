"""The sheet Diagramme: native bars of the totals and of one area, in the order in which Übersicht is sorted."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, NumData, NumFmt, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout as Plot
from openpyxl.chart.layout import ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.utils import quote_sheetname

from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Area
from reviewer_app.exports.workbook import cells, shared_styles
from reviewer_app.exports.workbook.book import ApplicationSheet, Book
from reviewer_app.exports.workbook.cells import letters
from reviewer_app.exports.workbook.overview import AREAS, TOTAL, area_keys, last_row, quoted_title
from reviewer_app.exports.workbook.page import WorksheetPage
from reviewer_app.exports.workbook.styles import FACE, colours
from reviewer_app.exports.workbook.tables import FIRST_ROW

_WIDTH, _BAR, _AROUND = 15, 0.63, 2.6
_MOST_HEIGHT, _LEAST_HEIGHT = 60.0, 7.0
_CAPTION, _SMALL = 1200, 900
_LONG_NAME = 48
_ROW_CM = 0.45
_ROWS_ABOVE, _COLUMNS, _COLUMN = 5, 16, 9.5
_TENTHS, _FIFTH = 10, 0.2
_ROOM = Fraction(1, 5)
"""How much of the axis the digits take in a bar."""
_TICK, _HAIR = 19050, 0.0001
"""How thick a threshold is drawn, in EMU, and the error whose end is the tick, in units of the axis."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with the words for people who do not see it; `bounds` are the thresholds it shows, with their names."""

    chart: BarChart
    alternative: str
    bounds: tuple[tuple[str, Fraction], ...]


def add_charts(book: Book) -> tuple[WorksheetPage, list[Drawing]]:
    """Add the sheet and give its charts in order."""
    page = book.fixed_page("charts")
    page.add([cells.text(book.wording.say("heading.charts"), book.style(shared_styles.TITLE))], 24)
    shown = [one for one in book.sheets if one.case.figures.total is not None]
    if not shown:
        page.add([cells.text(book.wording.say("empty.charts"), book.style(shared_styles.STAND))], 14)
        book.print_page(page, letters(_COLUMNS), heads="1:2")
        return page, []
    keys = area_keys(book)
    follows = book.wording.say("charts.follows", first=letters(TOTAL), last=letters(TOTAL + len(keys)))
    page.add([cells.text(follows, book.style(shared_styles.STAND))], 14)
    drawings = [_total_chart(book), _area_chart(book, _telling_area(book, keys))]
    for place, one in zip(("A4", "I4"), drawings, strict=True):
        page.frame.add_chart(one.chart, place)
    _add_thresholds(book, page, drawings)
    rows = int(drawings[0].chart.height / _ROW_CM) + _ROWS_ABOVE
    while len(page.rows) < rows:
        page.add()
    page.widths([_COLUMN] * _COLUMNS)
    book.print_page(page, letters(_COLUMNS), heads="1:2")
    return page, drawings


def _add_thresholds(book: Book, page: WorksheetPage, drawings: Sequence[Drawing]) -> None:
    """Draw a tick in each bar's row at each threshold: the end of an error bar of a bar that is not seen.

    What one spreadsheet program draws over horizontal bars the other does not; error bars both do, from cells, which
    stand beside the print.
    """
    bounds = [(one.chart, name, bound) for one in drawings for name, bound in one.bounds]
    style, first, last = book.style(shared_styles.NOTE), page.next_row + 1, page.next_row + len(book.sheets)
    beside = [None] * (_COLUMNS + 1)
    page.add([*beside, *(cells.text(name, style) for _, name, _ in bounds)])
    for _ in book.sheets:
        page.add([*beside, *(cells.live(name, bound, style) for _, name, bound in bounds)])
    for column, (chart, _, bound) in enumerate(bounds, len(beside) + 1):
        place = f"{quote_sheetname(page.title)}!${letters(column)}${first}:${letters(column)}${last}"
        series = Series(Reference(range_string=place))
        points = [NumVal(idx=index, v=cells.spelt(bound)) for index in range(len(book.sheets))]
        series.val.numRef.numCache = NumData(formatCode="General", ptCount=len(points), pt=points)
        series.graphicalProperties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
        tick = GraphicalProperties(ln=LineProperties(solidFill=colours()["ink"], w=_TICK))
        series.errBars = ErrorBars(noEndCap=False, val=_HAIR, spPr=tick)
        chart.overlap = 100
        chart.append(series)


def _telling_area(book: Book, keys: Sequence[str]) -> str:
    """Give the area that misses its threshold most often, the last of several."""

    def missed(key: str) -> int:
        return sum(1 for _, share, area in _shares(book, key) if area.threshold is not None and share < area.threshold)

    return max(reversed(keys), key=missed)


def _shares(book: Book, key: str) -> list[tuple[ApplicationSheet, Fraction, Area]]:
    found = []
    for sheet in book.sheets:
        for area, shown in zip(sheet.layout.areas, sheet.case.figures.areas, strict=True):
            if area.key == key and shown.share is not None and not sheet.is_withdrawn:
                found.append((sheet, shown.share, area))
    return found


def _total_chart(book: Book) -> Drawing:
    say, language = book.wording.say, book.material.language
    named = {bound: name for terms in reversed(book.terms) for (_, bound), name in terms.totals.items()}
    bounds = sorted(named)
    title = say(
        "charts.total_bounds",
        n=len(bounds),
        bounds=book.wording.prose.listed([book.wording.plain(one) for one in bounds]),
    )
    values = {one.number: one.case.figures.total for one in book.sheets}
    chart = _bars(book, TOTAL, values, title if bounds else say("charts.total"), "bar_5")
    most = max(terms.catalogue.maximum for terms in book.terms)
    _scale(chart, most, "0")
    known = [one for one in values.values() if one is not None]
    _label(chart, shared_styles.TOTAL, min(known) / most)
    alternative = say(
        "charts.total_alt",
        n=len(values),
        low=locale.points(min(known), (), language),
        high=locale.points(max(known), (), language),
        without=len(values) - len(known),
    )
    return Drawing(chart, alternative, tuple((named[one], one) for one in bounds))


def _area_chart(book: Book, key: str) -> Drawing:
    say, language = book.wording.say, book.material.language
    found = _shares(book, key)
    threshold = found[0][2].threshold if found else None
    title = say("charts.area", key=key)
    if threshold is not None:
        title = say("charts.area_bound", key=key, bound=book.wording.share(threshold))
    values: dict[str, Fraction | None] = {one.number: None for one in book.sheets}
    values |= {sheet.number: share for sheet, share, _ in found}
    chart = _bars(book, AREAS + area_keys(book).index(key), values, title, "bar_4")
    _scale(chart, Fraction(1), "0 %")
    shares = [share for _, share, _ in found] or [Fraction(0)]
    _label(chart, shared_styles.share_form(threshold), min(shares))
    alternative = say(
        "charts.area_alt",
        key=key,
        n=len(found),
        low=locale.share(min(shares), (), language),
        high=locale.share(max(shares), (), language),
        below=sum(threshold is not None and share < threshold for share in shares),
    )
    named = next((terms.areas[key] for terms in book.terms if key in terms.areas), "")
    return Drawing(chart, alternative, () if threshold is None else ((named, threshold),))


def _bars(book: Book, column: int, values: dict[str, Fraction | None], title: str, colour: str) -> BarChart:
    """Draw bars of one column of Übersicht, topmost row on top, with the values known now as the chart's own copy."""
    sheet, last = quoted_title(book), last_row(book)
    series = Series(Reference(range_string=f"{sheet}${letters(column)}${FIRST_ROW}:${letters(column)}${last}"))
    points = [NumVal(idx=index, v=cells.spelt(one)) for index, one in enumerate(values.values()) if one is not None]
    series.val.numRef.numCache = NumData(formatCode="General", ptCount=len(values), pt=points)
    series.graphicalProperties = GraphicalProperties(solidFill=colours()[colour])
    series.graphicalProperties.line = LineProperties(noFill=True)
    chart = BarChart()
    chart.type, chart.gapWidth, chart.legend = "bar", 45, None
    chart.append(series)
    names = [one.name for one in book.sheets]
    by_name = max((len(name) for name in names), default=0) <= _LONG_NAME
    shown = names if by_name else [one.number for one in book.sheets]
    label = "B" if by_name else "A"
    place = f"{sheet}${label}${FIRST_ROW}:${label}${last}"
    kept = [StrVal(idx=index, v=cells.plain(name)) for index, name in enumerate(shown)]
    series.cat = AxDataSource(strRef=StrRef(f=place, strCache=StrData(ptCount=len(kept), pt=kept)))
    chart.width = _WIDTH
    chart.height = round(min(max(_AROUND + _BAR * len(values), _LEAST_HEIGHT), _MOST_HEIGHT))
    chart.title = _caption(title)
    chart.layout = Plot(
        manualLayout=ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0.34, y=0.13, w=0.58, h=0.76)
    )
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=colours()["line"]))
    return chart


def _caption(words: str) -> Title:
    face = _face(_CAPTION, bold=True)
    line = Paragraph(pPr=ParagraphProperties(defRPr=face), r=[RegularTextRun(rPr=face, t=words)])
    return Title(tx=Text(rich=RichText(p=[line])), overlay=False)


def _scale(chart: BarChart, most: Fraction, form: str) -> None:
    """Set the axes: values from 0 in tenths at the bottom, categories from the top down."""
    values, names = chart.y_axis, chart.x_axis
    values.delete = names.delete = False
    values.scaling.min, values.scaling.max = 0, float(most)
    values.majorUnit = float(most) / _TENTHS if form == "0" else _FIFTH
    values.numFmt = NumFmt(formatCode=form, sourceLinked=False)
    values.crosses = "max"
    values.title = names.title = None
    names.scaling.orientation = "maxMin"
    line = LineProperties(solidFill=colours()["line"])
    values.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=line))
    values.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    names.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colours()["control"]))
    values.majorTickMark = names.majorTickMark = "none"
    for axis in (values, names):
        axis.textProperties = RichText(
            p=[Paragraph(pPr=ParagraphProperties(defRPr=_face(_SMALL)), endParaRPr=_face(_SMALL))]
        )


def _label(chart: BarChart, form: str, shortest: Fraction) -> None:
    """Put the digits into each bar's root, away from the thresholds, where the shortest bar has room for them."""
    inside = shortest >= _ROOM
    face = _face(_SMALL, colour="paper" if inside else "ink")
    labels = DataLabelList()
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.numFmt = form
    labels.dLblPos = "inBase" if inside else "outEnd"
    labels.txPr = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=face), endParaRPr=face)])
    chart.series[0].dLbls = labels


def _face(size: int, *, bold: bool = False, colour: str = "ink") -> CharacterProperties:
    return CharacterProperties(latin=Font(typeface=FACE), sz=size, b=bold, solidFill=colours()[colour])
