"""The map of all criteria: a row of tiles and a meter per area, so that the whole is always in sight.

One area at a time where there is no room for all, or where the catalogue has more than 4 × 5 criteria.
"""

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from reviewer_app.domain.catalogue import Catalogue, Value
from reviewer_app.domain.scoring import AreaFigures, running_area
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.area_meter import AreaMeter
from reviewer_app.ui.widgets.button import IconButton
from reviewer_app.ui.widgets.score_tile import ScoreTile, Tile
from reviewer_app.ui.widgets.text import Panel, Text

_ROWS, _COLUMNS = 4, 5


class ScoreMap(Panel):
    """Tiles and meters of a catalogue; `criterion_chosen` carries the key of a tile that was clicked or entered."""

    criterion_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start without a catalogue."""
        super().__init__("window", "bottom")
        self._theme = theme
        self._catalogue: Catalogue | None = None
        self._language = "de"
        self._tiles: dict[str, ScoreTile] = {}
        self._letters: dict[str, Text] = {}
        self._meters: dict[str, AreaMeter] = {}
        self._open = ""
        self._area = ""
        self._single = False
        self._before = IconButton(theme, "back", self.tr("Voriger Bereich"), self)
        self._after = IconButton(theme, "forward", self.tr("Nächster Bereich"), self)
        self._grid = QGridLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._before.clicked.connect(self._on_before_clicked)
        self._after.clicked.connect(self._on_after_clicked)
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
        self._area = catalogue.areas[0].key if catalogue.areas else ""
        self._lay_out()

    def show_values(self, values: Mapping[str, Value | None], current: str) -> None:
        """Show the answers; `current` is the criterion that is open (empty: none)."""
        catalogue = self._catalogue
        if catalogue is None:
            return
        moved = current != self._open
        self._open = current
        if current and catalogue.area_of(current).key != self._area:
            self._area = catalogue.area_of(current).key
            self._lay_out()
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

    def _clear(self) -> None:
        for widget in (*self._tiles.values(), *self._letters.values(), *self._meters.values()):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._tiles, self._letters, self._meters = {}, {}, {}

    def _lay_out(self) -> None:
        catalogue, single = self._catalogue, self._one_at_a_time
        while self._grid.takeAt(0) is not None:
            pass
        if catalogue is None:
            return
        last = max((len(area.criteria) for area in catalogue.areas), default=0) + 2
        for row, area in enumerate(catalogue.areas):
            shown = not single or area.key == self._area
            place = 0 if single else row
            self._letters[area.key].setVisible(shown)
            self._meters[area.key].setVisible(shown)
            for criterion in area.criteria:
                self._tiles[criterion.key].setVisible(shown)
            if shown:
                self._grid.addWidget(self._letters[area.key], place, 1)
                for column, criterion in enumerate(area.criteria, 2):
                    self._grid.addWidget(self._tiles[criterion.key], place, column)
                self._grid.addWidget(self._meters[area.key], place, last)
        for button, column in ((self._before, 0), (self._after, last + 1)):
            self._grid.addWidget(button, 0, column, Qt.AlignmentFlag.AlignVCenter)
            button.setVisible(single)
        self._grid.setColumnStretch(last, 1)
        keys = [one.key for one in catalogue.areas]
        at = keys.index(self._area) if self._area in keys else 0
        self._before.setEnabled(at > 0)
        self._after.setEnabled(at + 1 < len(keys))

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
        sender, catalogue = self.sender(), self._catalogue
        if not isinstance(sender, ScoreTile) or catalogue is None:
            return
        areas = catalogue.areas
        row = next(at for at, area in enumerate(areas) if area is catalogue.area_of(sender.criterion))
        column = [one.key for one in areas[row].criteria].index(sender.criterion) + columns
        row = min(max(row + rows, 0), len(areas) - 1)
        if rows and self._one_at_a_time:
            self._show_area(areas[row].key)
        column = min(max(column, 0), len(areas[row].criteria) - 1)
        target = areas[row].criteria[column].key
        self._offer_focus(target)
        self._tiles[target].setFocus()

    def _show_area(self, key: str) -> None:
        self._area = key
        self._lay_out()

    def _step_area(self, step: int) -> None:
        keys = [one.key for one in self._catalogue.areas] if self._catalogue else []
        at = keys.index(self._area) + step if self._area in keys else 0
        if 0 <= at < len(keys):
            self._show_area(keys[at])

    def _on_before_clicked(self) -> None:
        self._step_area(-1)

    def _on_after_clicked(self) -> None:
        self._step_area(1)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._grid.setContentsMargins(theme.em(16), theme.em(8), theme.em(12), theme.em(8))
        self._grid.setHorizontalSpacing(theme.em(3))
        for meter in self._meters.values():
            meter.setContentsMargins(theme.em(12), 0, 0, 0)
        self._grid.setVerticalSpacing(theme.em(1))
        for button in (self._before, self._after):
            button.setFixedWidth(theme.em(24))
        for letter in self._letters.values():
            letter.setFixedWidth(theme.em(16))
