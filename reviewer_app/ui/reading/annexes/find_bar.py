"""The bar over an annex in which one types what is to be found in it: how many hits, and to the next one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout

from reviewer_app.ui.kit.button import Button, IconButton, Kind
from reviewer_app.ui.kit.fields import ClearButton
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Told:
    """What stands: hits of the paper in sight, and counts by annex where all are searched.

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


class FindingWords(QObject):
    """Words what stands, with the tone of each sentence."""

    def count(self, told: Told) -> tuple[str, str]:
        """Return how many hits there are."""
        if not told.is_asked or not told.can_find:
            return "", "text2"
        more = "" if told.is_whole else " …"
        if told.count:
            if told.current < 0:
                one = self.tr("1 Treffer") if told.count == 1 else self.tr("{count} Treffer")
                return one.format(count=told.count) + more, "text"
            words = self.tr("{n} von {count}").format(n=told.current + 1, count=told.count)
            return words + more, "text"
        if not told.is_whole:
            return self.tr("sucht …"), "text2"
        return (self.tr("nicht gefunden") if told.has_words else self.tr("kein Text")), "warn"

    def note(self, told: Told) -> tuple[str, str]:
        """Return what else is to be known; empty for nothing."""
        parts = [*self._about_paper(told), *self._about_all(told)]
        tone = "warn" if not told.has_words or not told.can_find else "text2"
        return " · ".join(parts), tone

    def _about_paper(self, told: Told) -> list[str]:
        if not told.can_find:
            return [self.tr("Diese Unterlage hat keinen Text, in dem sich suchen lässt.")]
        if not told.has_words:
            words = self.tr(
                "{key} hat keine Textebene: Suchen geht hier nicht, Fundstellen bleiben als Ausschnitt möglich."
            )
            return [words.format(key=told.key)]
        parts = []
        if told.goes_on:
            parts.append(self.tr("Weiter in {title}").format(title=told.title))
        elif told.turned:
            parts.append(self.tr("Von vorn begonnen") if told.current == 0 else self.tr("Vom Ende her begonnen"))
        if told.apart and told.is_asked:
            parts.append(self.tr("Wörter einzeln, wie in der Suche über alles"))
        if told.silent and told.is_asked and told.is_whole:
            one = self.tr("1 Seite ohne Textebene") if told.silent == 1 else self.tr("{n} Seiten ohne Textebene")
            parts.append(one.format(n=told.silent))
        return parts

    def _about_all(self, told: Told) -> list[str]:
        if not told.in_all or not told.is_asked:
            return []
        parts = []
        total, annexes = sum(told.counts), len(told.counts)
        if annexes:
            several = self.tr("{count} Treffer in {n} Anlagen")
            one = self.tr("1 Treffer in 1 Anlage") if total == 1 else self.tr("{count} Treffer in 1 Anlage")
            parts.append((several if annexes > 1 else one).format(count=total, n=annexes))
        elif told.all_whole and not told.unread:
            parts.append(self.tr("In keiner Anlage gefunden"))
        if told.unread:
            wait = self.tr("1 Anlage wird noch eingelesen")
            waiting = self.tr("{n} Anlagen werden noch eingelesen")
            parts.append((wait if told.unread == 1 else waiting).format(n=told.unread))
        return parts


HERE, ALL = "here", "all"

_FIELD = (120, 260)
_COUNT = 96


class _FindField(QLineEdit):
    """`step_wanted` carries +1 for Enter, -1 with Shift; `left` that Esc was pressed."""

    step_wanted = Signal(int)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step_wanted.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(Panel):
    """The bar.

    `words_typed` carries what a person typed, `step_wanted` +1 or -1, `range_chosen` HERE or ALL; `list_wanted` asks
    which annexes hold the words, `annex_chosen` carries the key of one, `closed` says that the bar is to go.
    """

    words_typed = Signal(str)
    step_wanted = Signal(int)
    range_chosen = Signal(str)
    list_wanted = Signal()
    annex_chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start hidden."""
        super().__init__("window", "bottom")
        self._theme = theme
        self._is_shown = False
        self.setAccessibleName(self.tr("Suche in der Unterlage"))
        self.field = _FindField()
        self.field.setProperty("own_undo", True)
        ClearButton(self.field, theme, self.tr("Suche leeren"))
        self.field.setPlaceholderText(self.tr("In der Unterlage suchen"))
        self.field.setAccessibleName(self.tr("In der Unterlage suchen"))
        self.count = Text("", "small", "text2")
        self.before = IconButton(theme, "up", self.tr("Voriger Treffer"))
        self.after = IconButton(theme, "down", self.tr("Nächster Treffer"))
        self.range = SegmentSwitch(theme, (HERE, ALL), self.tr("Wo gesucht wird"))
        self.close_button = IconButton(theme, "close", self.tr("Suche schließen"))
        self.note = ElidedText("", "small", "text2")
        self.list_button = Button(theme, self.tr("Anlagen mit Treffern"), Kind.LINK)
        self._lay_out()
        self._connect()
        self._on_theme_changed()
        self.show_note("", listed=False)
        self.hide()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 3)
        for widget in (self.before, self.after, self.count):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.range)
        self._row.addWidget(self.close_button)
        self._second = QHBoxLayout()
        self._second.addWidget(self.note, 1)
        self._second.addWidget(self.list_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addLayout(self._second)

    def _connect(self) -> None:
        self.field.textEdited.connect(self.words_typed)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.step_wanted.connect(self.step_wanted)
        self.field.left.connect(self.closed)
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.range.segment_chosen.connect(self.range_chosen)
        self.list_button.clicked.connect(self.list_wanted)
        self.close_button.clicked.connect(self.closed)
        self._theme.changed.connect(self._on_theme_changed)

    # Showing

    def show_words(self, words: str) -> None:
        """Show what is searched for, without telling anybody."""
        if self.field.text() != words:
            self._is_shown = True
            self.field.setText(words)
            self._is_shown = False

    def show_count(self, words: str, *, may_step: bool, tone: str = "text2") -> None:
        """Say how many hits there are and which is the current one."""
        self.count.setText(words)
        self.count.show_tone(tone)
        self.field.setAccessibleDescription(words)
        for button in (self.before, self.after):
            button.setEnabled(may_step)

    def show_range(self, chosen: str) -> None:
        """Show where is searched."""
        self.range.show_chosen(chosen)

    def show_note(self, words: str, *, listed: bool, tone: str = "text2") -> None:
        """Say something in a second line; `listed` offers the list of annexes that hold the words."""
        self.note.setText(words)
        self.note.show_tone(tone)
        self.note.setVisible(bool(words))
        self.list_button.setVisible(listed)
        self._arrange()

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
        else:
            super().keyPressEvent(event)

    # What happens

    def _on_before_clicked(self) -> None:
        self.step_wanted.emit(-1)

    def _on_menu_triggered(self, action: QAction) -> None:
        self.annex_chosen.emit(str(action.data()))

    def _on_after_clicked(self) -> None:
        self.step_wanted.emit(1)

    def _on_field_text_changed(self, text: str) -> None:
        """Notice the clear button of the field, which is no edit for Qt."""
        if not text and not self._is_shown:
            self.words_typed.emit(text)

    def _arrange(self) -> None:
        em, has_second = self._theme.em, self.note.isVisibleTo(self) or self.list_button.isVisibleTo(self)
        self._column.setContentsMargins(em(16), em(5), em(8), em(5))
        self._column.setSpacing(em(4) if has_second else 0)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._arrange()
        self._row.setSpacing(theme.em(6))
        self._second.setSpacing(theme.em(12))
        self.field.setMinimumWidth(theme.em(_FIELD[0]))
        self.field.setMaximumWidth(theme.em(_FIELD[1]))
        self.count.setMinimumWidth(theme.em(_COUNT))
        self.range.show_words({HERE: self.tr("Hier"), ALL: self.tr("Alle Anlagen")})
