"""The map of all criteria: a row of tiles and a meter per area, so that the whole is always in sight.

One area at a time where there is no room for all, or where the catalogue has more than 4 × 5 criteria; an area of more
than five wraps, and what does not fit then comes on a page of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import batched
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from resources.languages import SOURCE
from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.scoring import AreaFigures, running_area
from reviewer_app.domain.scale import Scale, Value
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.button import StepButton
from reviewer_app.ui.kit.painted import Painted
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.area_meter import AreaMeter
from reviewer_app.ui.scoring.figure_painter import FigurePainter

WIDTH, HEIGHT = 40, 23
_RING = 1

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tile shows."""

    criterion: str
    title: str
    value: Value | None
    minimum: Fraction | None = None


class ScoreTile(Painted, QAbstractButton):
    """Shows a Tile; `arrow_pressed` carries (rows, columns) to move by."""

    arrow_pressed = Signal(int, int)

    def __init__(self, theme: Theme, scale: Scale, language: str) -> None:
        """Show values of `scale` on the ground of a window."""
        super().__init__(theme)
        self._scale = scale
        self._language = language
        self._tile = Tile("", "", None)
        self._open = False

    @property
    def criterion(self) -> str:
        """The criterion the tile stands for."""
        return self._tile.criterion

    def show_tile(self, tile: Tile, *, is_open: bool) -> None:
        """Show a value; the open criterion has a ring."""
        if (tile, is_open) == (self._tile, self._open):
            return
        self._tile, self._open = tile, is_open
        self.setAccessibleName(self._words(tile))
        self.setToolTip(f"{tile.criterion} {tile.title}")
        self.setText(tile.criterion)
        self.update()

    def _words(self, tile: Tile) -> str:
        if tile.value is None:
            return self.tr("{key}, noch kein Wert").format(key=tile.criterion)
        shown = locale.score(tile.value, self._language, self._scale.decimals)
        if isinstance(tile.value, Fraction) and tile.minimum is not None and tile.value < tile.minimum:
            minimum = locale.score(tile.minimum, self._language, self._scale.decimals)
            words = self.tr("{key}, {value}, unter Mindestwert {minimum}")
            return words.format(key=tile.criterion, value=shown, minimum=minimum)
        return f"{tile.criterion}, {shown}"

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(WIDTH + 2 * _RING), self.theme.em(HEIGHT + 2 * _RING))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _ARROWS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.arrow_pressed.emit(*_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, tile, has_focus, ring = self.theme, self._tile, self.hasFocus(), self.theme.em(_RING)
        inner = box.adjusted(ring, ring, -ring, -ring)
        scale = theme.em(100) / 100
        size = inner.width() / scale, inner.height() / scale
        figure = score_figures.cell(
            tile.value, self._scale, size, minimum=tile.minimum, label=tile.criterion, language=self._language
        )
        FigurePainter(painter, theme, "surface").paint(figure, inner.left(), inner.bottom(), scale)
        radius = theme.radius("cell")
        if self._open or has_focus:
            painting.draw_focus(painter, theme, box, radius + ring)
            if self._open and has_focus:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DotLine))
                painter.drawRoundedRect(inner.adjusted(2, 2, -2, -2), radius, radius)
        elif self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("control"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


_ROWS, _COLUMNS = 4, 5


@dataclass(frozen=True, slots=True)
class _Row:
    """Criteria side by side; `page` is what is in sight together, the meter stands beside the first row of an area."""

    area: str
    criteria: tuple[str, ...]
    page: int
    first: bool


class ScoreMap(Panel):
    """Tiles and meters of a catalogue; `criterion_chosen` carries the key of a tile that was clicked or entered."""

    criterion_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("window", "bottom")
        self._theme = theme
        self._catalogue: Catalogue | None = None
        self._language = SOURCE
        self._tiles: dict[str, ScoreTile] = {}
        self._letters: dict[str, Text] = {}
        self._meters: dict[str, AreaMeter] = {}
        self._open = ""
        self._rows: tuple[_Row, ...] = ()
        self._page = 0
        self._single = False
        self._before = StepButton(theme, "back", self.tr("Voriger Bereich"), -1, self)
        self._after = StepButton(theme, "forward", self.tr("Nächster Bereich"), 1, self)
        self._heads = [Text("", "mark", "text2", self) for _ in range(_COLUMNS)]
        self._grid = QGridLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for button in (self._before, self._after):
            button.stepped.connect(self._step_page)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    # Showing

    def show_catalogue(self, catalogue: Catalogue, language: str) -> None:
        """Lay out the tiles of a catalogue."""
        if catalogue is self._catalogue:
            return
        self._catalogue, self._language = catalogue, language
        self._clear()
        for area in catalogue.areas:
            self._letters[area.key] = Text(area.key, "strong", "text2")
            self._letters[area.key].setToolTip(area.title.read(language))
            self._meters[area.key] = AreaMeter(self._theme)
            self._letters[area.key].setParent(self)
            self._meters[area.key].setParent(self)
            for criterion in area.criteria:
                tile = ScoreTile(self._theme, catalogue.scale, language)
                tile.setParent(self)
                tile.clicked.connect(self._on_tile_clicked)
                tile.arrow_pressed.connect(self._on_tile_arrow_pressed)
                self._tiles[criterion.key] = tile
        self._page, self._open = 0, ""
        self._lay_out()

    def show_values(self, values: Mapping[str, Value | None], current: str) -> None:
        """Show the answers; `current` is the criterion that is open (empty: none)."""
        catalogue = self._catalogue
        if catalogue is None:
            return
        moved = current != self._open
        self._open = current
        if moved and current:
            self._show_page(self._row_of(current).page)
        for criterion in catalogue.criteria:
            title = criterion.title.read(self._language)
            tile = Tile(criterion.key, title, values.get(criterion.key), criterion.minimum)
            self._tiles[criterion.key].show_tile(tile, is_open=criterion.key == current)
        numbers = {key: value if isinstance(value, Fraction) else None for key, value in values.items()}
        for area in catalogue.areas:
            self.show_area(running_area(catalogue, area, numbers))
        if moved:
            self._offer_focus(current)

    def show_area(self, figures: AreaFigures) -> None:
        """Show the figures of one area."""
        if self._catalogue is not None:
            self._meters[figures.key].show_area(figures, self._catalogue, self._language)

    def show_single(self, *, single: bool) -> None:
        """Show one area with arrows instead of all."""
        if single != self._single:
            self._single = single
            self._lay_out()

    @property
    def tiles(self) -> Mapping[str, ScoreTile]:
        """The tiles by criterion."""
        return self._tiles

    @property
    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        return [self._before, *self._tiles.values(), self._after]

    # Layout

    @property
    def _one_at_a_time(self) -> bool:
        areas = self._catalogue.areas if self._catalogue else ()
        return self._single or len(areas) > _ROWS or any(len(area.criteria) > _COLUMNS for area in areas)

    def _cut(self) -> tuple[_Row, ...]:
        """Cut the catalogue into rows and pages."""
        areas = self._catalogue.areas if self._catalogue else ()
        if not self._one_at_a_time:
            return tuple(_Row(area.key, tuple(one.key for one in area.criteria), 0, first=True) for area in areas)
        rows: list[_Row] = []
        page = -1
        for area in areas:
            for at, keys in enumerate(batched((one.key for one in area.criteria), _COLUMNS)):
                first = at % (1 if self._single else _ROWS) == 0
                page += first
                rows.append(_Row(area.key, keys, page, first=first))
        return tuple(rows)

    def _row_of(self, criterion: str) -> _Row:
        return next(row for row in self._rows if criterion in row.criteria)

    def _clear(self) -> None:
        for widget in (*self._tiles.values(), *self._letters.values(), *self._meters.values()):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._tiles, self._letters, self._meters = {}, {}, {}

    def _lay_out(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        self._rows = self._cut()
        if self._open and any(self._open in row.criteria for row in self._rows):
            self._page = self._row_of(self._open).page
        self._place()

    def _place(self) -> None:
        """Put what the present page holds into the grid and hide the rest."""
        while self._grid.takeAt(0) is not None:
            pass
        shown = [row for row in self._rows if row.page == self._page]
        last = max((len(row.criteria) for row in self._rows), default=0) + 2
        areas = {row.area for row in shown}
        for key in self._letters:
            self._letters[key].setVisible(key in areas)
            self._meters[key].setVisible(key in areas)
        visible = {key for row in shown for key in row.criteria}
        for key, tile in self._tiles.items():
            tile.setVisible(key in visible)
        self._place_heads(shown)
        for place, row in enumerate(shown, 1):
            for column, key in enumerate(row.criteria, 2):
                self._grid.addWidget(self._tiles[key], place, column)
            if row.first:
                self._grid.addWidget(self._letters[row.area], place, 1)
                self._grid.addWidget(self._meters[row.area], place, last)
        self._grid.setColumnStretch(last, 1)
        self._place_arrows(last + 1)
        self._on_theme_changed()

    def _place_heads(self, shown: Sequence[_Row]) -> None:
        """Head the columns where all tiles of one go on alike behind their area: 1 over A1, B1, C1."""
        for column, head in enumerate(self._heads):
            ends = {row.criteria[column].removeprefix(row.area) for row in shown if column < len(row.criteria)}
            head.setText(ends.pop() if len(ends) == 1 else "")
            head.setVisible(bool(head.text()))
            self._grid.addWidget(head, 0, column + 2, Qt.AlignmentFlag.AlignHCenter)

    def _place_arrows(self, column: int) -> None:
        """Show ‹ › where there is more than one page; one that leads nowhere gives its focus to the other."""
        pages = 1 + max((row.page for row in self._rows), default=0)
        for button, at in ((self._before, 0), (self._after, column)):
            self._grid.addWidget(button, 1, at, Qt.AlignmentFlag.AlignVCenter)
            button.setVisible(pages > 1)
        for button, other, leads in (
            (self._before, self._after, self._page > 0),
            (self._after, self._before, self._page + 1 < pages),
        ):
            if button.hasFocus() and not leads:
                other.setEnabled(True)
                other.setFocus()
            button.setEnabled(leads)

    def _offer_focus(self, current: str) -> None:
        """Leave one tab stop: the open criterion, else the first."""
        keys = list(self._tiles)
        target = current if current in self._tiles else (keys[0] if keys else "")
        for key, tile in self._tiles.items():
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == target else Qt.FocusPolicy.ClickFocus)

    # Moving

    def _on_tile_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, ScoreTile):
            self.criterion_chosen.emit(sender.criterion)

    def _on_tile_arrow_pressed(self, rows: int, columns: int) -> None:
        sender = self.sender()
        if not isinstance(sender, ScoreTile):
            return
        row = self._row_of(sender.criterion)
        column = row.criteria.index(sender.criterion) + columns
        row = self._rows[min(max(self._rows.index(row) + rows, 0), len(self._rows) - 1)]
        self._show_page(row.page)
        target = row.criteria[min(max(column, 0), len(row.criteria) - 1)]
        self._offer_focus(target)
        self._tiles[target].setFocus()

    def _show_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self._place()

    def _step_page(self, step: int) -> None:
        self._show_page(self._page + step)
        shown = [key for row in self._rows if row.page == self._page for key in row.criteria]
        self._offer_focus(self._open if self._open in shown else shown[0])

    def _on_theme_changed(self) -> None:
        theme = self._theme
        arrows = self._before.isVisibleTo(self)
        side = 6 if arrows else 16
        self._grid.setContentsMargins(theme.em(side), theme.em(8), theme.em(min(side, 12)), theme.em(8))
        self._grid.setHorizontalSpacing(theme.em(3))
        for meter in self._meters.values():
            meter.setContentsMargins(theme.em(5 if arrows else 12), 0, 0, 0)
        self._grid.setVerticalSpacing(theme.em(1))
        for button in (self._before, self._after):
            button.setFixedWidth(theme.em(24))
        for letter in self._letters.values():
            letter.setFixedWidth(theme.em(16))
