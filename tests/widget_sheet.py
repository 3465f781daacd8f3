"""Every widget of our own in its states on one sheet, to be laid beside 16-bausteine of the design."""

from collections.abc import Iterable
from fractions import Fraction

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from reviewer_app.domain.scale import NB, Value
from reviewer_app.exports.figures import Strip
from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton
from reviewer_app.ui.kit.choices import CheckBox, CheckRow
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageChip, PassageView
from reviewer_app.ui.scoring.number_scale import NumberScale
from reviewer_app.ui.scoring.score_map import ScoreMap
from reviewer_app.ui.scoring.score_scale import ScaleMarks, ScoreScale
from reviewer_app.ui.scoring.spread_axis import SpreadAxis
from tests.factories import rounds

_MAP: tuple[Value | None, ...] = (
    *(Fraction(number, 2) for number in (1, 3, 5, 7, 9)),
    *(Fraction(number, 2) for number in (10, 4, 0, 6, 8)),
    *(Fraction(3), NB, None, Fraction(2), Fraction(1)),
)
_CHIPS = (
    Chip("Neu", Glyph.RING),
    Chip("In Arbeit", Glyph.HALF, "info"),
    Chip("Eingereicht", Glyph.CHECK, "ok"),
    Chip("Nachforderung", Glyph.TRIANGLE, "warn"),
    Chip("Klärungsbedarf", Glyph.DIAMOND, "warn"),
    Chip("Gesperrt", Glyph.LOCK),
    Chip("Abgelehnt", Glyph.CROSS, "err"),
)


def make(theme: Theme) -> QWidget:
    """Return the sheet, with the focus on the scale that says so."""
    sheet = Panel("surface")
    grid = QGridLayout(sheet)
    grid.setVerticalSpacing(theme.em(8))
    focused = _scale(theme, Fraction(3))
    rows = (
        ("Wertskala: leer", _scale(theme, None)),
        ("Fokus, 3,0", focused),
        ("unter Mindestwert", _scale(theme, Fraction(2), ScaleMarks(Fraction(5, 2), Fraction(4), Fraction(4)))),
        ("nicht beurteilbar", _scale(theme, NB)),
        ("Zahlenfeld", _number(theme)),
        ("Karte und Bereichsbalken", _map(theme)),
        ("Streuung", _axis(theme)),
        ("Zustandsmarke", _row(theme, (StatusChip(theme, chip) for chip in _CHIPS))),
        ("Fundstelle", _row(theme, _evidence(theme), stretch=False)),
        ("Knöpfe", _row(theme, _buttons(theme))),
        ("Umschalter", _switch(theme)),
        ("Auswahl", _row(theme, _choices(theme))),
    )
    for place, (words, widget) in enumerate(rows):
        grid.addWidget(Text(words, "small", "text2"), place, 0)
        grid.addWidget(widget, place, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(rows), 1)
    margin = theme.em(24)
    grid.setContentsMargins(margin, margin, margin, margin)
    sheet.resize(theme.em(640), sheet.sizeHint().height())
    sheet.activateWindow()
    focused.setFocus()
    return sheet


def _scale(theme: Theme, value: Value | None, marks: ScaleMarks | None = None) -> QWidget:
    scale = ScoreScale(theme, rounds.catalogue().scale, "de")
    scale.show_marks(marks or ScaleMarks())
    scale.show_value(value)
    return scale


def _number(theme: Theme) -> QWidget:
    scale = NumberScale(theme, rounds.catalogue().scale, "de")
    scale.show_value(Fraction(7, 2))
    return scale


def _map(theme: Theme) -> QWidget:
    catalogue = rounds.catalogue()
    shown = ScoreMap(theme)
    shown.show_catalogue(catalogue, "de")
    keys = [criterion.key for criterion in catalogue.criteria]
    shown.show_values(dict(zip(keys, _MAP, strict=False)), keys[3])
    return shown


def _axis(theme: Theme) -> QWidget:
    axis = SpreadAxis(theme)
    values = (("G1", Fraction(3, 2)), ("G2", Fraction(9, 2)), ("G3", Fraction(7, 2)))
    axis.show_strip(Strip("B1", values, rounds.catalogue().scale, Fraction(7, 2), Fraction(3), flagged=True), "de")
    return axis


def _evidence(theme: Theme) -> Iterable[QWidget]:
    for place, quote in (("A07 S. 3", "Zum Stichtag sind 4,20 Vollzeitäquivalente"), ("A03 S. 31", "Ziele")):
        chip = PassageChip(theme)
        chip.show_passage(PassageView(place, place, place, quote))
        yield chip


def _buttons(theme: Theme) -> Iterable[QWidget]:
    yield Button(theme, "Standard")
    yield Button(theme, "Mit Bild …", icon_name="import")
    yield Button(theme, "Haupt", ButtonKind.PRIMARY)
    off = Button(theme, "Aus")
    off.setEnabled(False)
    yield off
    yield Button(theme, "Still", ButtonKind.FLAT)
    yield Button(theme, "Verweis", ButtonKind.LINK, key="F1")
    yield IconButton(theme, "close", "Schließen")


def _switch(theme: Theme) -> QWidget:
    switch = SegmentSwitch(theme, ("all", "todo", "done"), "Ausschnitt")
    switch.show_words({"all": "Alle 10", "todo": "Zu tun 5", "done": "Eingereicht 3"})
    switch.show_chosen("all")
    return _row(theme, (switch,))


def _choices(theme: Theme) -> Iterable[QWidget]:
    row = CheckRow(theme, "Empfehlungsblatt", "PDF/A, ein Dokument je Antrag")
    row.setChecked(True)
    row.show_fact("etwa 1,1 MB")
    row.setMinimumWidth(theme.em(300))
    yield row
    yield CheckBox(theme, "Bewegungen abschalten")


def _row(theme: Theme, widgets: Iterable[QWidget], *, stretch: bool = True) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.em(8))
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return line
