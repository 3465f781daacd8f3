"""The open criterion: question, scale, words of the levels, hint, reason, and others' answers beside it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from reviewer_app.domain import locale
from reviewer_app.domain.scale import Value
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.text import ElidedText, Panel, Text, WrappingText
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageView, ScrolledPassages
from reviewer_app.ui.reading.others_panel import OthersPanel
from reviewer_app.ui.scoring.level_words import LevelList, LevelWords
from reviewer_app.ui.scoring.rationale_field import RationaleField, TextNote
from reviewer_app.ui.scoring.score_entry import ScoreEntry
from reviewer_app.ui.scoring.words import CriterionView
from reviewer_app.ui.shell.actions import action_key


class HintLine(QWidget):
    """The hint computed from the form: a ring and its sentence with its source; a hint is never a value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ElidedText("", "small", "info")
        RowLayout(theme, self._words, margins=(20, 0, 0, 0), parent=self)

    @property
    def words(self) -> str:
        """The sentence."""
        return self._words.text()

    def show_hint(self, text: str) -> None:
        """Show a sentence; none leaves the line empty."""
        self._words.setText(text)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words.text():
            theme, size = self._theme, self._theme.em(8)
            box = QRectF(theme.em(3), self.height() / 2 - size / 2, size, size)
            painting.glyph(QPainter(self), Glyph.RING, theme.color("info_line"), box)


def _focus_in_sight(widget: QWidget) -> None:
    """Put the focus on `widget` and scroll it into sight where the panel does not fit (large text, low windows)."""
    widget.setFocus()
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


class PassagesPanel(QWidget):
    """The passages under a reason, three in sight, with their count: what the score rests on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = Text(self.tr("Fundstellen"), "label", "text2")
        self._count = Text("", "cap", "text2")
        self._hint = Text(self.tr("Text markieren, dann F"), "cap", "text2")
        nothing = self.tr("Noch keine Fundstelle. Text im Dokument markieren, dann F.")
        self._empty = ElidedText(nothing, "small", "text2")
        self._column = ScrolledPassages(theme)
        self.passages = self._column.column
        whole = ColumnLayout(theme, gap=4, parent=self)
        whole.add(RowLayout(theme, self._title, (self._empty, 1), (self._count, 1), self._hint), self._column)

    def show_passages(self, passages: Sequence[PassageView], *, may_link: bool) -> None:
        """Show the passages of the open criterion; the focus stays at its place in the list."""
        self._column.show_passages(passages)
        self._count.setText(str(len(passages)) if passages else "")
        self._count.setVisible(bool(passages))
        self._hint.setVisible(bool(passages) and may_link)
        self._empty.setVisible(not passages and may_link)
        self._title.setVisible(bool(passages))
        self.setVisible(bool(passages) or may_link)

    def focus_passage(self, annotation: str) -> None:
        """Put the focus on a passage that is shown."""
        self.passages.chips[self.passages.ids.index(annotation)].setFocus()


class CriterionPanel(Panel):
    """Shows a CriterionView; what a person does to the answer `entry` and `rationale` say."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__("surface")
        self._theme = theme
        self._language = language
        self._view: CriterionView | None = None
        self._as_list = self._low = False
        self._area = ElidedText("", "cap", "text2")
        self._weight = Text("", "cap", "text2")
        self._key = Text("", "title", "accent")
        self._title = WrappingText("", "title")
        self._question = WrappingText("", "body", "text2")
        self.entry = ScoreEntry(theme)
        self.level_words = LevelWords(theme, language)
        self._list = LevelList(theme, language)
        self._hint = HintLine(theme)
        self.levels_button = Button(theme, self.tr("Stufen zeigen"), ButtonKind.LINK, key="F1")
        self.to_read_button = Button(theme, "", ButtonKind.LINK, key=action_key("next_to_read"))
        self._label = Text(self.tr("Begründung"), "label", "text2")
        self._duty = ElidedText("", "cap", "warn")
        self._count = Text("", "cap", "text2")
        self.rationale = RationaleField(theme, shrinks=True)
        self.note = TextNote(language)
        self._label.setBuddy(self.rationale)
        self.evidence = PassagesPanel(theme)
        self.others = OthersPanel(theme, language)
        self._rest = QWidget()  # what is left of the height where nothing is to be written
        self._rest.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = RowLayout(self._theme, (self._area, 1), self._weight)
        titles = RowLayout(self._theme, (self._key, Qt.AlignmentFlag.AlignTop), (self._title, 1), gap=8)
        hints = RowLayout(self._theme, (self._hint, 1), self.levels_button)
        labels = RowLayout(self._theme, self._label, (self._duty, 1), self._count, gap=8)
        self._question.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = ColumnLayout(self._theme, gap=4, margins=(16, 12, 16, 10), parent=self)
        self._to_read = RowLayout(self._theme, self.to_read_button, 1)
        self._column.add(head, titles, self._question, self._to_read, self.entry, self.level_words, self._list, hints)
        self._column.add(labels, (self.rationale, 3), self.note, self.evidence, self.others, (self._rest, 1))

    def _connect(self) -> None:
        self.entry.value_chosen.connect(self._show_levels)
        self.entry.value_hovered.connect(self._on_entry_value_hovered)
        self.entry.rationale_wanted.connect(self._on_entry_rationale_wanted)
        self.rationale.text_typed.connect(self._show_count)
        self.rationale.surplus_refused.connect(self.note.show_refused)
        self.rationale.scale_wanted.connect(self._on_rationale_scale_wanted)
        self.levels_button.clicked.connect(self.open_levels)

    # Showing

    def show_criterion(self, view: CriterionView) -> None:
        """Show a criterion and its answer; emits nothing."""
        self._view = view
        self._area.setText(view.area)
        self._weight.setText(view.weight)
        self._key.setText(view.key)
        self._title.setText(view.title)
        self._question.setText(view.question)
        self._question.setVisible(bool(view.question))
        self.entry.show_criterion(view, self._language)
        self._show_levels(view.value)
        self._hint.show_hint(view.hint)
        self.to_read_button.setText(view.to_read)
        self._show_to_read()
        self.rationale.show_text(view.rationale)
        self.rationale.show_locked(locked=view.locked)
        self.rationale.setAccessibleName(self.tr("Begründung zu {key}").format(key=view.key))
        self.rationale.setAccessibleDescription(view.duty)
        self._duty.setText(view.duty)
        self._show_count(view.rationale)
        self.others.show_others(view.others)
        self._rest.setVisible(view.locked)

    @property
    def hint(self) -> str:
        """The hint in sight, empty where there is none."""
        return self._hint.words

    def show_list(self, *, as_list: bool) -> None:
        """Show all levels as a list, or the words of the present value alone."""
        if as_list != self._as_list:
            self._as_list = as_list
            if self._view is not None:
                self._show_levels(self._view.value)

    def show_low(self, *, low: bool) -> None:
        """Give the line that says where to read away where there is little height; its key acts all the same."""
        self._low = low
        self._show_to_read()

    def _show_to_read(self) -> None:
        self.to_read_button.setVisible(bool(self.to_read_button.text()) and not self._low)

    def open_levels(self) -> None:
        """Show all levels in a popover."""
        if self._view is None:
            return
        levels = LevelList(self._theme, self._language)
        levels.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        levels.show_level(self._view.scale, self._view.value)
        title = self.tr("Stufen der Skala")
        levels.setAccessibleName(title)
        levels.setAccessibleDescription(levels.words)
        Popover(self._theme, levels, title, self.entry).open(width=440)

    def _show_levels(self, value: Value | None) -> None:
        if self._view is None:
            return
        scale = self._view.scale
        as_list = self._as_list and bool(scale.levels)
        self._list.setVisible(as_list)
        self.level_words.setVisible(not as_list)
        self.levels_button.setVisible(not as_list and bool(scale.levels))
        (self._list if as_list else self.level_words).show_level(scale, value)

    def _show_count(self, text: str) -> None:
        n = locale.number(Fraction(len(text)), 0, self._language)
        self._count.setText(self.tr("{n} Zeichen").format(n=n) if text else "")
        self.note.show_length(len(text))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return what the present width needs; a layout alone would ask at its narrowest, with every text wrapped."""
        return QSize(
            self._theme.em(300), self._column.totalMinimumHeightForWidth(max(self.width(), self._theme.em(300)))
        )

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    # What a person does

    def _on_entry_value_hovered(self, value: Value | None) -> None:
        if not self._as_list and self._view is not None and self.entry.control is not None:
            self.level_words.show_level(self._view.scale, self.entry.control.value if value is None else value)

    def _on_entry_rationale_wanted(self) -> None:
        _focus_in_sight(self.rationale)

    def _on_rationale_scale_wanted(self) -> None:
        _focus_in_sight(self.entry)
