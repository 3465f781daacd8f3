"""What stands in the popover at a mark: its kind, what it bears on and in which direction, its text, tags, who sees it.

Passive: it shows a MarkView and says what a person did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.domain.annotation import MOST_NOTE
from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.button import Kind as Look
from reviewer_app.ui.kit.choices import CheckBox
from reviewer_app.ui.kit.form_column import LabelledField
from reviewer_app.ui.kit.scrolled import Scrolled
from reviewer_app.ui.kit.tag_field import TagField
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.kind_switch import kind_switch
from reviewer_app.ui.reading.mark_links import LinkRow, LinkView
from reviewer_app.ui.reading.mark_steps import MarkSteps
from reviewer_app.ui.scoring.rationale_field import RationaleField

_NOTE = 52
_GAP = 8
_ROW, _MOST_ROWS = 28, 3


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
    """`kind_chosen`, `link_wanted`, `unlink_wanted`, `tags_entered`, `note_typed` carry texts.

    `direction_chosen` carries the criterion's key and a direction; `size_changed` when it needs another height.
    `step_wanted` carries -1 or +1: the one before or after it at the passage.
    """

    kind_chosen = Signal(str)
    direction_chosen = Signal(str, str)
    link_wanted = Signal(str)
    unlink_wanted = Signal(str)
    private_chosen = Signal(bool)
    note_typed = Signal(str)
    note_left = Signal()
    tags_entered = Signal(str)
    delete_wanted = Signal()
    close_wanted = Signal()
    step_wanted = Signal(int)
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
        self.kinds = kind_switch(theme, self.tr("Art der Anmerkung"))
        self.kinds.show_words(kinds)
        self.add = QLineEdit()
        self.add.setPlaceholderText(self.tr("Kriterium hinzufügen, zum Beispiel c2"))
        self.add.setAccessibleName(self.tr("Kriterium hinzufügen"))
        self.note = RationaleField(theme, least_height=_NOTE, most=MOST_NOTE)
        self._full = Text(self.tr("Mehr fasst eine Anmerkung nicht. Ihr Text ist noch da."), "cap", "text2", wrap=True)
        self._full.hide()
        self.tags = TagField()
        self.tags.setPlaceholderText(self.tr("durch Komma getrennt"))
        self.private = CheckBox(theme, self.tr("Nur für mich"))
        self.private.setAccessibleDescription(self.tr("Sonst gehört die Anmerkung zum Gutachten."))
        self.private.setToolTip(self.tr("Sonst gehört die Anmerkung zum Gutachten."))
        self.delete_button = Button(theme, self.tr("Löschen"), Look.LINK, key=self.tr("Entf"))
        self.fit = ElidedText("", "small", "text2")
        self.fit.hide()
        self._inside = Panel("raised")
        self._scroll = Scrolled(self._inside)
        self._scroll.setAccessibleName(self.tr("Kriterien der Anmerkung"))
        self._scroll.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.addWidget(self._place, 1)
        head.addWidget(self._facts)
        head.addWidget(self.steps)
        self._links = QVBoxLayout(self._inside)
        self._links.setContentsMargins(0, 0, 0, 0)
        self._links.setSpacing(theme.em(2))
        foot = QHBoxLayout()
        foot.addWidget(self.private)
        foot.addStretch(1)
        foot.addWidget(self.delete_button)
        body = Panel("raised")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(_GAP))
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addWidget(self._locked)
        column.addWidget(self.kinds)
        column.addWidget(self._scroll)
        column.addWidget(self.add)
        column.addWidget(self.fit)
        column.addWidget(LabelledField(theme, self.tr("Anmerkung"), self.note))
        column.addWidget(self._full)
        column.addWidget(LabelledField(theme, self.tr("Schlagwörter"), self.tags))
        column.addLayout(foot)
        self._body = Scrolled(body)
        self._body.setAccessibleName(self.tr("Anmerkung"))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._body)

    def _connect(self) -> None:
        self.steps.step_wanted.connect(self.step_wanted)
        self.kinds.segment_chosen.connect(self.kind_chosen)
        self.add.returnPressed.connect(self._on_add_return_pressed)
        self.add.textChanged.connect(self._on_add_text_changed)
        self.note.text_typed.connect(self.note_typed)
        self.note.surplus_refused.connect(self._on_note_surplus_refused)
        self.note.left.connect(self.note_left)
        self.note.scale_wanted.connect(self.close_wanted)
        self.tags.editingFinished.connect(self._on_tags_editing_finished)
        self.private.clicked.connect(self.private_chosen)
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

    def _on_add_text_changed(self, text: str) -> None:
        """Say what Enter would link."""
        key = _meant(text, self._criteria)
        line = next((line for one, line in self._criteria if one == key), "")
        nothing = self.tr("Kein Kriterium passt") if text.strip() else ""
        words = self.tr("{line} · Eingabe verknüpft").format(line=line) if line else nothing
        self.fit.setText(words)
        self.add.setAccessibleDescription(words)
        if self.fit.isHidden() == bool(words):
            self.fit.setVisible(bool(words))
            self._resize()

    def _on_add_return_pressed(self) -> None:
        key = _meant(self.add.text(), self._criteria)
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


def _meant(typed: str, lines: Sequence[tuple[str, str]]) -> str:
    """Return the key of the line that is meant: the key typed, else the first line that holds every word; or none."""
    words = typed.lower().split()
    fitting = [key for key, line in lines if words and all(word in line.lower() for word in words)]
    return next((key for key in fitting if words == [key.lower()]), fitting[0] if fitting else "")
