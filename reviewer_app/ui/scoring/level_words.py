"""The worded levels of a scale: in one sentence for a value, or all of them as a list with the present ones strong."""

from fractions import Fraction
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from reviewer_app.domain.scale import Level, Scale, Value
from reviewer_app.ui.kit.text import Text, WrappingText
from reviewer_app.ui.kit.theme import Theme, restyle
from reviewer_app.ui.scoring.words import short


def _strong(text: str) -> str:
    """Return markup in the weight our fonts have; <b> would smear."""
    return f'<span style="font-weight:600">{escape(text)}</span>'


class LevelWords(WrappingText):
    """What the present or hovered value means, in one or two sentences; names are strong."""

    def __init__(self, theme: Theme, language: str) -> None:
        """Start empty; the room for two lines is kept so that nothing jumps."""
        super().__init__("", "small")
        self._theme = theme
        self._language = language
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_level(self, scale: Scale, value: Value | None) -> None:
        """Show the words of a value; where there is none yet, how one is entered."""
        self.show_tone("text" if value is not None else "text3")
        if isinstance(value, Fraction):
            self.setText(self._words(scale.levels_around(value)))
        elif value is not None:
            self.setText(
                escape(self.tr("Nicht beurteilbar: zählt in keinem Mittel, keinem Median und keinem Prozentwert."))
            )
        elif scale.in_halves:
            self.setText(
                escape(self.tr("Noch kein Wert. Eine Ziffer setzt ihn, ein Komma fügt den halben Schritt an."))
            )
        elif scale.in_wholes:
            self.setText(escape(self.tr("Noch kein Wert. Ziffern setzen ihn.")))
        else:
            self.setText(escape(self.tr("Noch kein Wert. Ziffern setzen ihn, auch mit Komma.")))

    def _words(self, levels: tuple[Level, ...]) -> str:
        language = self._language
        parts = [
            f"{_strong(one.name.read(language))} – {escape(one.text.read(language).rstrip('.'))}" for one in levels
        ]
        if len(parts) == 1:
            return f"{parts[0]}."
        if not parts:
            return ""
        return self.tr("Zwischen {low} – und {high}.").format(low=parts[0], high=parts[1])

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.em(33))


class LevelList(QWidget):
    """All levels from the highest down; those of the present value are strong."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._levels: tuple[Level, ...] = ()
        self._rows: list[tuple[Text, Text]] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def words(self) -> str:
        """All levels as they are read aloud."""
        return ". ".join(f"{number.text()}: {words.text()}" for number, words in self._rows)

    def show_level(self, scale: Scale, value: Value | None) -> None:
        """Show all levels and which of them the value means."""
        if scale.levels != self._levels:
            self._lay_out(scale.levels)
        present = scale.levels_around(value) if isinstance(value, Fraction) else ()
        for level, (number, words) in zip(reversed(self._levels), self._rows, strict=True):
            strong = level in present
            for label in (number, words):
                role = "chip" if strong else "small"
                if label.property("role") != role:
                    label.setProperty("role", role)
                    restyle(label)
                label.show_tone("text" if strong else "text2")

    def _lay_out(self, levels: tuple[Level, ...]) -> None:
        for labels in self._rows:
            for label in labels:
                self._grid.removeWidget(label)
                label.deleteLater()
        self._levels, self._rows = levels, []
        language = self._language
        for row, one in enumerate(reversed(levels)):
            number = Text(short(one.value, language), "small", "text2")
            words = Text(f"{one.name.read(language)} – {one.text.read(language)}", "small", "text2", wrap=True)
            self._grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
            self._rows.append((number, words))

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._grid.setContentsMargins(theme.em(8), 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.em(10))
        self._grid.setVerticalSpacing(theme.em(2))
