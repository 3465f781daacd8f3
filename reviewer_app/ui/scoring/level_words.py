"""The worded levels of a scale: in one sentence for a value, or all of them as a list with the present ones strong."""

from dataclasses import dataclass
from fractions import Fraction
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from reviewer_app.domain.catalogue import NotAssessable, Scale, Value
from reviewer_app.ui.kit.text import Text, WrappingText
from reviewer_app.ui.kit.theme import Theme, restyle

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A level: its value as shown, its name and its description."""

    value: Fraction
    shown: str
    name: str
    text: str


def around(levels: tuple[LevelLine, ...], value: Fraction) -> tuple[LevelLine, ...]:
    """Return the level of a value, or the two it lies between, lower first; empty where the scale has no words."""
    exact = [one for one in levels if one.value == value]
    if exact:
        return (exact[0],)
    below = [one for one in levels if one.value < value]
    above = [one for one in levels if one.value > value]
    if not below or not above:
        return ()
    return max(below, key=lambda one: one.value), min(above, key=lambda one: one.value)


def _strong(text: str) -> str:
    """Return markup in the weight our fonts have; <b> would smear."""
    return f'<span style="font-weight:600">{escape(text)}</span>'


class LevelWords(WrappingText):
    """What the present or hovered value means, in one or two sentences; names are strong."""

    def __init__(self, theme: Theme) -> None:
        """Start empty; the room for two lines is kept so that nothing jumps."""
        super().__init__("", "small")
        self._theme = theme
        self._scale: Scale | None = None
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_scale(self, scale: Scale) -> None:
        """Say from now on how a value of this scale is entered, where there is none yet."""
        self._scale = scale

    def _way_in(self) -> str:
        if self._scale is None or self._scale.step == _HALF:
            return self.tr("Noch kein Wert. Ziffer wählt, Komma fügt den halben Schritt an.")
        return self.tr("Noch kein Wert. Ziffern wählen.")

    def show_level(self, levels: tuple[LevelLine, ...], value: Value | None) -> None:
        """Show the words of a value."""
        self.show_tone("text" if value is not None else "text3")
        if value is None:
            self.setText(escape(self._way_in()))
        elif isinstance(value, NotAssessable):
            self.setText(escape(self.tr("Nicht beurteilbar: bleibt aus Mittel, Median und Prozent heraus.")))
        else:
            self.setText(self._words(around(levels, value)))

    def _words(self, lines: tuple[LevelLine, ...]) -> str:
        parts = [f"{_strong(one.name)} – {escape(one.text.rstrip('.'))}" for one in lines]
        if len(parts) == 1:
            return f"{parts[0]}."
        if not parts:
            return ""
        return self.tr("Zwischen {low} – und {high}.").format(low=parts[0], high=parts[1])

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.em(33))


class LevelList(QWidget):
    """All levels from the highest down; those of the present value are strong."""

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._levels: tuple[LevelLine, ...] = ()
        self._rows: list[tuple[Text, Text]] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def words(self) -> str:
        """All levels as they are read aloud."""
        return ". ".join(f"{number.text()}: {words.text()}" for number, words in self._rows)

    def show_level(self, levels: tuple[LevelLine, ...], value: Value | None) -> None:
        """Show all levels and which of them the value means."""
        if levels != self._levels:
            self._lay_out(levels)
        present = around(levels, value) if isinstance(value, Fraction) else ()
        for line, (number, words) in zip(sorted(levels, key=lambda one: -one.value), self._rows, strict=True):
            strong = line in present
            for label in (number, words):
                role = "chip" if strong else "small"
                if label.property("role") != role:
                    label.setProperty("role", role)
                    restyle(label)
                label.show_tone("text" if strong else "text2")

    def _lay_out(self, levels: tuple[LevelLine, ...]) -> None:
        for labels in self._rows:
            for label in labels:
                self._grid.removeWidget(label)
                label.deleteLater()
        self._levels, self._rows = levels, []
        for row, line in enumerate(sorted(levels, key=lambda one: -one.value)):
            number = Text(line.shown, "small", "text2")
            words = Text(f"{line.name} – {line.text}", "small", "text2", wrap=True)
            self._grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
            self._rows.append((number, words))

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._grid.setContentsMargins(theme.em(8), 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.em(10))
        self._grid.setVerticalSpacing(theme.em(2))
