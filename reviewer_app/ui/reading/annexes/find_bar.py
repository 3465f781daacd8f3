"""The bar over an annex in which one types what is to be found in it: how many hits, and to the next one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton, StepButton
from reviewer_app.ui.kit.fields import ClearButton
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme

HERE, ALL = "here", "all"

_FIELD = (120, 260)
_COUNT = 96


@dataclass(frozen=True, slots=True)
class FindState:
    """What stands: hits of the annex in sight, and counts by annex where all are searched.

    `key` is empty for the form; `silent` counts pages without words; `turned` says that finding began anew at the other
    end, `goes_on` that another annex was opened for it; `apart` that words stand apart as in a search of the round.
    """

    key: str = ""
    title: str = ""
    is_asked: bool = False
    can_find: bool = True
    count: int = 0
    current: int = -1
    is_whole: bool = True
    has_words: bool = True
    silent: int = 0
    apart: bool = False
    turned: bool = False
    goes_on: bool = False
    in_all: bool = False
    counts: tuple[int, ...] = ()
    unread: int = 0
    all_whole: bool = True


class FindBar(Panel):
    """The bar.

    `words_typed` carries what a person typed, `step_wanted` +1 or -1, `annex_chosen` the key of an annex that holds
    the words; `closed` says that the bar is to go.
    """

    words_typed = Signal(str)
    step_wanted = Signal(int)
    annex_chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("window", "bottom")
        self._theme = theme
        self._is_shown = False
        self.setAccessibleName(self.tr("Suche in der Unterlage"))
        self.field = QLineEdit()
        self.field.setProperty("own_undo", True)
        ClearButton(self.field, theme, self.tr("Suche leeren"))
        self.field.setPlaceholderText(self.tr("In der Unterlage suchen"))
        self.field.setAccessibleName(self.tr("In der Unterlage suchen"))
        self.count = Text("", "small", "text2")
        self.before = StepButton(theme, "up", self.tr("Voriger Treffer"), -1)
        self.after = StepButton(theme, "down", self.tr("Nächster Treffer"), 1)
        self.range = SegmentSwitch(theme, (HERE, ALL), self.tr("Wo gesucht wird"))
        self.close_button = IconButton(theme, "close", self.tr("Suche schließen"))
        self.note = ElidedText("", "small", "text2")
        self.list_button = Button(theme, self.tr("Anlagen mit Treffern"), ButtonKind.LINK)
        self._lay_out()
        self._connect()
        self._on_theme_changed()
        self.show_state(FindState())
        self.hide()

    def _lay_out(self) -> None:
        row = RowLayout(self._theme, gap=6)
        row.add((self.field, 3), self.before, self.after, self.count, 1, self.range, self.close_button)
        self._column = ColumnLayout(self._theme, margins=(16, 5, 8, 5), parent=self)
        self._column.add(row, RowLayout(self._theme, (self.note, 1), self.list_button, gap=12))

    def _connect(self) -> None:
        self.field.textEdited.connect(self.words_typed)
        self.field.textChanged.connect(self._on_field_text_changed)
        for button in (self.before, self.after):
            button.stepped.connect(self.step_wanted)
        self.close_button.clicked.connect(self.closed)
        self._theme.changed.connect(self._on_theme_changed)

    # Showing

    def show_words(self, words: str) -> None:
        """Show what is searched for, without telling anybody."""
        if self.field.text() != words:
            self._is_shown = True
            self.field.setText(words)
            self._is_shown = False

    def show_state(self, state: FindState) -> None:
        """Say how many hits there are, which is the current one, where is searched, and what else is to be known."""
        words, tone = self._count_words(state)
        self.count.setText(words)
        self.count.show_tone(tone)
        self.field.setAccessibleDescription(words)
        for button in (self.before, self.after):
            button.setEnabled(bool(state.count or state.counts))
        words, tone = self._note_words(state)
        self.note.setText(words)
        self.note.show_tone(tone)
        self.note.setVisible(bool(words))
        self.list_button.setVisible(state.in_all and bool(state.counts))
        self._arrange()
        self.range.show_chosen(ALL if state.in_all else HERE)

    @property
    def spoken(self) -> str:
        """What stands here, in one sentence."""
        return ", ".join(part for part in (self.count.text(), self.note.text()) if part)

    def _count_words(self, state: FindState) -> tuple[str, str]:
        """Return how many hits there are, with the tone of the sentence."""
        if not state.is_asked or not state.can_find:
            return "", "text2"
        more = "" if state.is_whole else " …"
        if state.count:
            if state.current < 0:
                one = self.tr("1 Treffer") if state.count == 1 else self.tr("{count} Treffer")
                return one.format(count=state.count) + more, "text"
            words = self.tr("{n} von {count}").format(n=state.current + 1, count=state.count)
            return words + more, "text"
        if not state.is_whole:
            return self.tr("sucht …"), "text2"
        return (self.tr("nicht gefunden") if state.has_words else self.tr("kein Text")), "warn"

    def _note_words(self, state: FindState) -> tuple[str, str]:
        """Return what else is to be known, with its tone; empty for nothing."""
        parts = [*self._about_annex(state), *self._about_all(state)]
        tone = "warn" if not state.has_words or not state.can_find else "text2"
        return " · ".join(parts), tone

    def _about_annex(self, state: FindState) -> list[str]:
        if not state.can_find:
            return [self.tr("Diese Unterlage enthält keinen durchsuchbaren Text.")]
        if not state.has_words:
            words = self.tr("{key} hat keine Textebene: Suchen ist hier nicht möglich, Fundstellen nur als Rechteck.")
            return [words.format(key=state.key)]
        parts = []
        if state.goes_on:
            parts.append(self.tr("Weiter in {title}").format(title=state.title))
        elif state.turned:
            parts.append(self.tr("Von vorn begonnen") if state.current == 0 else self.tr("Vom Ende her begonnen"))
        if state.apart and state.is_asked:
            parts.append(self.tr("Einzelne Wörter, wie in der Suche über alles"))
        if state.silent and state.is_asked and state.is_whole:
            one = self.tr("1 Seite ohne Textebene") if state.silent == 1 else self.tr("{n} Seiten ohne Textebene")
            parts.append(one.format(n=state.silent))
        return parts

    def _about_all(self, state: FindState) -> list[str]:
        if not state.in_all or not state.is_asked:
            return []
        parts = []
        total, annexes = sum(state.counts), len(state.counts)
        if annexes:
            several = self.tr("{count} Treffer in {n} Anlagen")
            one = self.tr("1 Treffer in 1 Anlage") if total == 1 else self.tr("{count} Treffer in 1 Anlage")
            parts.append((several if annexes > 1 else one).format(count=total, n=annexes))
        elif state.all_whole and not state.unread:
            parts.append(self.tr("In keiner Anlage gefunden"))
        if state.unread:
            wait = self.tr("1 Anlage ist noch nicht durchsuchbar")
            waiting = self.tr("{n} Anlagen sind noch nicht durchsuchbar")
            parts.append((wait if state.unread == 1 else waiting).format(n=state.unread))
        return parts

    def open_list(self, annexes: Mapping[str, tuple[str, int]]) -> None:
        """Offer annexes by key: what each is called, and how often it holds the words."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, (title, count) in annexes.items():
            action = menu.addAction(f"{title}\t{count}".replace("&", "&&"))
            action.setData(key)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(self.list_button.mapToGlobal(QPoint(0, self.list_button.height())))

    def take_focus(self) -> None:
        """Put the focus into the field with all of it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.hasFocus():
            self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # What happens

    def _on_menu_triggered(self, action: QAction) -> None:
        self.annex_chosen.emit(str(action.data()))

    def _on_field_text_changed(self, text: str) -> None:
        """Notice the clear button of the field, which is no edit for Qt."""
        if not text and not self._is_shown:
            self.words_typed.emit(text)

    def _arrange(self) -> None:
        self._column.show_measures(gap=4 if self.note.isVisibleTo(self) or self.list_button.isVisibleTo(self) else 0)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._arrange()
        self.field.setMinimumWidth(theme.em(_FIELD[0]))
        self.field.setMaximumWidth(theme.em(_FIELD[1]))
        self.count.setMinimumWidth(theme.em(_COUNT))
        self.range.show_words({HERE: self.tr("Hier"), ALL: self.tr("Alle Anlagen")})
