"""What stands in the popover at a mark: its kind, what it bears on and in which direction, text, tags, who sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QShowEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer_app.domain.annotations.annotation import MOST_NOTE, Direction
from reviewer_app.domain.annotations.annotation import Kind as Meaning
from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton, StepButton
from reviewer_app.ui.kit.choices import CheckBox
from reviewer_app.ui.kit.fields import LabelledField, TagField
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.scroll_column import ScrollColumn
from reviewer_app.ui.kit.segment_switch import Segment, SegmentSwitch
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.criterion_dialog import fitting
from reviewer_app.ui.marks.mark_tags import draw_kind
from reviewer_app.ui.scoring.rationale_field import RationaleField

_NOTE = 52
_GAP = 8
_GLYPH, _GLYPH_GAP, _KIND_PADDING = 9, 5, 8
_ROW, _MOST_ROWS = 28, 3
_DIRECTIONS = (Direction.FOR.value, Direction.NONE.value, Direction.AGAINST.value)


class KindSegment(Segment):
    """What an annotation means, with the shape that its tag in the margin has."""

    @override
    def sizeHint(self) -> QSize:
        theme = self.theme
        words = theme.metrics("small").horizontalAdvance(self.text()) * 11 // 10
        return QSize(words + theme.em(_GLYPH + _GLYPH_GAP + 2 * _KIND_PADDING), theme.height("segment"))

    @override
    def draw_words(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        ink = theme.color("text" if self.isChecked() else "text2" if self.isEnabled() else "disabled")
        side = theme.em(_GLYPH)
        glyph = QRectF(theme.em(_KIND_PADDING), box.center().y() - side / 2, side, side)
        draw_kind(painter, theme, Meaning(self.key), ink, glyph)
        painter.setFont(theme.font("small", weight=600 if self.isChecked() else 400))
        painter.setPen(ink)
        room = box.adjusted(glyph.right() + theme.em(_GLYPH_GAP), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


@dataclass(frozen=True, slots=True)
class LinkView:
    """A linked criterion: key, title and direction."""

    key: str
    title: str
    direction: Direction


class LinkRow(QWidget):
    """`direction_chosen` carries key and direction, `unlink_wanted` the key."""

    direction_chosen = Signal(str, str)
    unlink_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.view = LinkView("", "", Direction.NONE)
        self._key = Text("", "strong", "accent")
        self._title = ElidedText("", "small", "text")
        self.directions = SegmentSwitch(theme, _DIRECTIONS, "")
        words = {
            Direction.FOR: self.tr("dafür"),
            Direction.AGAINST: self.tr("dagegen"),
            Direction.NONE: self.tr("offen"),
        }
        self.directions.show_words({one.value: said for one, said in words.items()})
        self.remove = IconButton(theme, "close", self.tr("Lösen"))
        RowLayout(theme, self._key, (self._title, 1), self.directions, self.remove, gap=6, parent=self)
        self.directions.segment_chosen.connect(self._on_directions_chosen)
        self.remove.clicked.connect(self._on_remove_clicked)

    def show_link(self, link: LinkView, *, free: bool) -> None:
        """Show a criterion; not `free`, nothing can be changed."""
        self.view = link
        self._key.setText(link.key)
        self._title.setText(link.title)
        self.directions.show_chosen(link.direction.value)
        self.directions.setAccessibleName(self.tr("Spricht für oder gegen {key}").format(key=link.key))
        self.directions.setEnabled(free)
        self.remove.setVisible(free)
        words = self.tr("Von {key} lösen").format(key=link.key)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at."""
        return [self.directions, self.remove]

    def _on_directions_chosen(self, direction: str) -> None:
        self.direction_chosen.emit(self.view.key, direction)

    def _on_remove_clicked(self) -> None:
        self.unlink_wanted.emit(self.view.key)


class MarkSteps(QWidget):
    """`step_wanted` carries -1 or +1; hidden where there is nothing to step to."""

    step_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Text("", "cap", "text2")
        self.before = StepButton(theme, "back", self.tr("Vorige Anmerkung an dieser Stelle"), -1)
        self.after = StepButton(theme, "forward", self.tr("Nächste Anmerkung an dieser Stelle"), 1)
        RowLayout(theme, self.words, self.before, self.after, gap=0, parent=self)
        for button in (self.before, self.after):
            button.stepped.connect(self.step_wanted)
        self.hide()

    def show_step(self, number: int, count: int) -> bool:
        """Say which one of how many it is, from 1; return whether the focus was here and cannot stay."""
        held = self.before.hasFocus() or self.after.hasFocus()
        self.words.setText(self.tr("{n} von {count}").format(n=number, count=count))
        self.setVisible(count > 1)
        return held and count <= 1


@dataclass(frozen=True, slots=True)
class MarkView:
    """One annotation in words: `place` is where, `quote` what is marked, `facts` who and when.

    `criteria` are all that can be linked, as key and line; `used` the tags in use; `locked` the sentence why nothing
    may be changed, empty where it may; `sealed` why it stays private, empty where it need not.
    `step` says which one at the passage it is, from 1, and of how many.
    """

    kind: str
    place: str
    quote: str
    facts: str
    links: tuple[LinkView, ...]
    criteria: tuple[tuple[str, str], ...]
    note: str
    tags: str
    used: tuple[str, ...]
    private: bool
    locked: str = ""
    stored: bool = True
    sealed: str = ""
    step: tuple[int, int] = (1, 1)


class MarkCard(QWidget):
    """Says what a person did to its links, tags and itself; the rest its parts say.

    `direction_chosen` carries the criterion's key and a direction, `link_wanted` and `unlink_wanted` the key;
    `size_changed` when it needs another height.
    """

    direction_chosen = Signal(str, str)
    link_wanted = Signal(str)
    unlink_wanted = Signal(str)
    tags_entered = Signal(str)
    delete_wanted = Signal()
    size_changed = Signal()

    def __init__(self, theme: Theme, kinds: dict[str, str]) -> None:
        """Start empty; `kinds` are the words of the kinds."""
        super().__init__()
        self._theme = theme
        self._criteria: tuple[tuple[str, str], ...] = ()
        self._focus_note = False
        self._is_fresh = True
        self.rows: list[LinkRow] = []
        self._place = ElidedText("", "label", "text")
        self._facts = ElidedText("", "cap", "text2")
        self._quote = ElidedText("", "small", "text2")
        self._locked = Text("", "small", "text2", wrap=True)
        self.steps = MarkSteps(theme)
        self.kinds = SegmentSwitch(theme, tuple(kinds), self.tr("Art der Anmerkung"), KindSegment)
        self.kinds.show_words(kinds)
        self.add = QLineEdit()
        self.add.setPlaceholderText(self.tr("Kriterium hinzufügen, zum Beispiel c2"))
        self.add.setAccessibleName(self.tr("Kriterium hinzufügen"))
        self.note = RationaleField(theme, least_height=_NOTE, most=MOST_NOTE)
        self._full = Text(
            self.tr("Die Höchstlänge einer Anmerkung ist erreicht. Ihr Text bleibt erhalten."),
            "cap",
            "text2",
            wrap=True,
        )
        self._full.hide()
        self.tags = TagField()
        self.tags.setPlaceholderText(self.tr("durch Komma getrennt"))
        self.private = CheckBox(theme, self.tr("Nur für mich"))
        self.private.setAccessibleDescription(self.tr("Ohne Häkchen gehört die Anmerkung zum Gutachten."))
        self.private.setToolTip(self.tr("Ohne Häkchen gehört die Anmerkung zum Gutachten."))
        self.delete_button = Button(theme, self.tr("Löschen"), ButtonKind.LINK, key=self.tr("Entf"))
        self.fit = ElidedText("", "small", "text2")
        self.fit.hide()
        self._inside = Panel("raised")
        self._scroll = ScrollColumn(self._inside)
        self._scroll.setAccessibleName(self.tr("Kriterien der Anmerkung"))
        self._scroll.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self._theme
        self._links = ColumnLayout(theme, gap=2, parent=self._inside)
        body = Panel("raised")
        column = ColumnLayout(theme, gap=_GAP, parent=body)
        column.add(RowLayout(theme, (self._place, 1), self._facts, self.steps), self._quote, self._locked, self.kinds)
        column.add(self._scroll, self.add, self.fit, LabelledField(theme, self.tr("Anmerkung"), self.note))
        column.add(self._full, LabelledField(theme, self.tr("Schlagwörter"), self.tags))
        column.add(RowLayout(theme, self.private, 1, self.delete_button))
        self._body = ScrollColumn(body)
        self._body.setAccessibleName(self.tr("Anmerkung"))
        ColumnLayout(theme, self._body, parent=self)

    def _connect(self) -> None:
        self.add.returnPressed.connect(self._on_add_return_pressed)
        self.add.textChanged.connect(self._on_add_text_changed)
        self.note.surplus_refused.connect(self._on_note_surplus_refused)
        self.tags.editingFinished.connect(self._on_tags_editing_finished)
        self.delete_button.clicked.connect(self._on_delete_button_clicked)

    # Showing

    def begin(self) -> None:
        """Show another annotation next: what was typed for the last one has been handed over."""
        self._is_fresh = True
        self.add.clear()
        self._full.hide()

    def show_mark(self, view: MarkView) -> None:
        """Show an annotation; what a person is typing stays."""
        fresh, self._is_fresh = self._is_fresh, False
        self._criteria = view.criteria
        if self.steps.show_step(*view.step):
            self.setFocus()
        self._place.setText(view.place)
        self._facts.setText(view.facts)
        self._quote.setText(view.quote)
        self._quote.setVisible(bool(view.quote))
        self._locked.setText(view.locked or view.sealed)
        self._locked.setVisible(bool(view.locked or view.sealed))
        free = not view.locked
        self.kinds.show_chosen(view.kind)
        self.kinds.setEnabled(free)
        self._show_links(view.links, free=free)
        self.add.setVisible(free)
        self.note.show_text(view.note)
        if fresh:
            self.note.moveCursor(QTextCursor.MoveOperation.End)  # whoever comes to a text goes on with it
        self.note.show_locked(locked=not free)
        if not self.tags.hasFocus() or not self.tags.isModified():
            self.tags.setText(view.tags)
        self.tags.setReadOnly(not free)
        self.tags.show_words(view.used)
        self.private.setChecked(view.private)
        self.private.setEnabled(free and not view.sealed)
        self.delete_button.setVisible(free and view.stored)
        self._resize()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._resize()  # only now its parts have their style, and with it their height

    def _resize(self) -> None:
        for part in (self._body, self):  # what scrolls does not say by itself that it would be higher
            part.updateGeometry()
        self.size_changed.emit()

    def _show_links(self, links: Sequence[LinkView], *, free: bool) -> None:
        if [row.view.key for row in self.rows] == [link.key for link in links]:
            for row, link in zip(self.rows, links, strict=True):
                row.show_link(link, free=free)
            return
        held = any(row.isAncestorOf(row.window().focusWidget() or row) for row in self.rows)
        for row in self.rows:
            self._links.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for link in links:
            row = LinkRow(self._theme)
            row.show_link(link, free=free)
            row.direction_chosen.connect(self.direction_chosen)
            row.unlink_wanted.connect(self.unlink_wanted)
            self._links.addWidget(row)
            self.rows.append(row)
        shown = min(len(links), _MOST_ROWS)
        self._scroll.setFixedHeight(shown * self._theme.em(_ROW) + max(shown - 1, 0) * self._theme.em(2))
        self._scroll.setVisible(bool(links))
        if held and free:
            self.add.setFocus()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, from above: steps, kind, criteria, text, tags, who sees it, delete."""
        rows = [stop for row in self.rows for stop in row.stops]
        steps, foot = (self.steps.before, self.steps.after), (self.private, self.delete_button)
        return [*steps, self.kinds, *rows, self.add, self.note, self.tags, *foot]

    def want_note(self) -> None:
        """Begin at the text instead of the kind."""
        self._focus_note = True

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._focus_note or not self.kinds.isEnabled():
            self.note.setFocus(reason)
        else:
            self.kinds.setFocus(reason)

    # What a person does

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setFocus(event.reason())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.delete_button.isVisible():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _meant(self) -> str:
        """The key of the criterion that Enter would link; empty where none fits what is typed."""
        typed = self.add.text()
        return next((key for key, _ in fitting(typed, self._criteria)), "") if typed.strip() else ""

    def _on_add_text_changed(self, text: str) -> None:
        """Say what Enter would link."""
        key = self._meant
        line = next((line for one, line in self._criteria if one == key), "")
        nothing = self.tr("Kein passendes Kriterium") if text.strip() else ""
        words = self.tr("{line} · Eingabe verknüpft").format(line=line) if line else nothing
        self.fit.setText(words)
        self.add.setAccessibleDescription(words)
        if self.fit.isHidden() == bool(words):
            self.fit.setVisible(bool(words))
            self._resize()

    def _on_add_return_pressed(self) -> None:
        key = self._meant
        if key:
            self.add.clear()
            self.link_wanted.emit(key)

    def _on_note_surplus_refused(self) -> None:
        self._full.show()
        self._resize()

    def _on_tags_editing_finished(self) -> None:
        if self.tags.isModified():
            self.tags.setModified(False)
            self.tags_entered.emit(self.tags.text())

    def _on_delete_button_clicked(self) -> None:
        self.delete_wanted.emit()
