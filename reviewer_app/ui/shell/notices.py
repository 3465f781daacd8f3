"""What the window says without stopping anybody: bands above the page, the note, the strip of long work."""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.actions import action_key, action_text
from reviewer_app.ui.shell.messages import Band, Note, Tone
from reviewer_app.ui.shell.operations import LongWork

if TYPE_CHECKING:
    from collections.abc import Callable

NOTE_STAYS = 8_000
"""Milliseconds a note stays unless the pointer or the focus is on it."""

_ICONS = {Tone.ERROR: "warning", Tone.WARNING: "warning", Tone.DONE: "check", Tone.HINT: "info"}


class _Sign(QLabel):
    """An icon in the colour of a tone."""

    def __init__(self, theme: Theme, tone: Tone) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_tone(self, tone: Tone) -> None:
        """Show another tone."""
        self._tone = tone
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        names = {
            Tone.ERROR: self.tr("Fehler"),
            Tone.WARNING: self.tr("Achtung"),
            Tone.DONE: self.tr("Erledigt"),
            Tone.HINT: self.tr("Hinweis"),
        }
        self.setAccessibleName(names[self._tone])
        color = self._theme.color(self._tone.value)
        self.setPixmap(icons.pixmap(_ICONS[self._tone], color, self._theme.em(16), self.devicePixelRatioF()))


class BandStrip(Panel):
    """One band: sign, title, text, and what can be done: a link, or a button where nothing else closes it."""

    band_closed = Signal(str)

    def __init__(self, theme: Theme, band: Band) -> None:
        """Show `band` until it is removed."""
        super().__init__(f"{band.tone.value}_bg", "bottom")
        self.band = band
        title = Text(band.title, "strong", band.tone.value, wrap=True)
        text = Text(band.text, "small", "text", wrap=True)
        row = RowLayout(theme, gap=12, margins=(16, 8, 12, 8), parent=self)
        row.add(_Sign(theme, band.tone), (ColumnLayout(theme, title, text, gap=1), 1))
        text.setVisible(bool(band.text))  # not before it has a parent: it would be a window and take the keys
        if band.action and band.on_action is not None:
            act = Button(theme, band.action, ButtonKind.LINK if band.can_close else ButtonKind.OUTLINED)
            act.clicked.connect(self._on_act_clicked)
            row.addWidget(act)
        if band.can_close:
            plain = IconButton(theme, "close", self.tr("Schließen"))
            named = band.close or (plain.accessibleName() if band.action else "")
            close = Button(theme, named, ButtonKind.LINK) if named else plain
            close.clicked.connect(self._on_close_clicked)
            row.addWidget(close)
        self.setAccessibleName(f"{band.title} {band.text}".strip())

    def _on_act_clicked(self) -> None:
        if self.band.on_action is not None:
            self.band.on_action()

    def _on_close_clicked(self) -> None:
        self.band_closed.emit(self.band.key)


class BandStack(QWidget):
    """All bands of the window, newest below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strips: dict[str, BandStrip] = {}
        self._column = ColumnLayout(theme, gap=0, parent=self)
        theme.changed.connect(self._on_theme_changed)

    def show_band(self, band: Band) -> None:
        """Show a band, replace the one with its key, or remove it where the title is empty."""
        old = self._strips.pop(band.key, None)
        place = self._column.indexOf(old) if old is not None else -1
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if band.title:
            strip = BandStrip(self._theme, band)
            strip.band_closed.connect(self._on_strip_band_closed)
            self._strips[band.key] = strip
            self._column.insertWidget(place, strip)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands in sight."""
        return tuple(strip.band for strip in self._strips.values())

    def _on_strip_band_closed(self, key: str) -> None:
        self.show_band(Band(key))

    def _on_theme_changed(self) -> None:
        for band in self.bands:
            self.show_band(band)


class NoteBar(Panel):
    """The note: a sentence and perhaps "Rückgängig"; stays eight seconds, longer under the pointer or with focus.

    `action_chosen` carries "undo" or "redo".
    `foot`, where it is set, gives the px at the bottom that the note leaves free: there stands what one presses next.
    """

    action_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Float over the bottom right of `parent`."""
        super().__init__("raised", "popover", parent)
        self._theme = theme
        self.foot: Callable[[], int] | None = None
        self._sign = _Sign(theme, Tone.DONE)
        self._words = Text("")
        self._action = "undo"
        self._undo = Button(theme, action_text("undo"), ButtonKind.LINK)
        self._key = Text(action_key("undo"), "small", "text3")
        row = RowLayout(theme, gap=10, margins=(12, 8, 12, 8), parent=self)
        row.add(self._sign, self._words, self._undo, self._key)
        self._timer = QTimer(self, singleShot=True, interval=NOTE_STAYS)
        self._timer.timeout.connect(self.hide)
        self._left = NOTE_STAYS
        self._undo.clicked.connect(self._on_undo_clicked)
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one works
        self._undo.installEventFilter(self)
        self.hide()

    def show_note(self, note: Note) -> None:
        """Show a note in place of the one before."""
        self._sign.show_tone(note.tone)
        self._words.setText(note.text)
        self._action = "redo" if note.can_redo else "undo"
        self._undo.setText(action_text(self._action))
        self._key.setText(action_key(self._action))
        for widget in (self._undo, self._key):
            widget.setVisible(note.can_undo or note.can_redo)
        self.setAccessibleName(note.text)
        self.adjustSize()
        self.show_place()
        self.show()
        self.raise_()
        self._left = NOTE_STAYS
        self._go_on()
        announce(self, note.text)

    def forget_undo(self) -> None:
        """Go where the button would take back, or do again, something else than what the note says."""
        if not self._undo.isHidden():
            self.hide()

    def show_place(self) -> None:
        """Keep to the bottom right of the parent."""
        parent = self.parentWidget()
        if parent is not None:
            margin = self._theme.space("large")
            width = min(self.sizeHint().width(), parent.width() - 2 * margin)
            self.setGeometry(
                parent.width() - width - margin,
                parent.height() - self.sizeHint().height() - margin - (self.foot() if self.foot is not None else 0),
                width,
                self.sizeHint().height(),
            )

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._pause()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._go_on()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._pause()
        elif event.type() == QEvent.Type.FocusOut:
            self._go_on()
        return super().eventFilter(watched, event)

    def _pause(self) -> None:
        """Stand still while somebody is at it; what is left of the eight seconds is kept."""
        if self._timer.isActive():
            self._left = min(self._timer.remainingTime(), NOTE_STAYS)
            self._timer.stop()

    def _go_on(self) -> None:
        if self.isVisible() and not self.underMouse() and not self._undo.hasFocus():
            self._timer.start(self._left)

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.action_chosen.emit(self._action)


class WorkStrip(Panel):
    """Long work at the window's bottom: verb and object, bar, "3 von 5", cancel."""

    cancel_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("window", "top")
        self._theme = theme
        self._words = ElidedText("")
        self._bar = QProgressBar(textVisible=False)
        self._steps = Text("", "small", "text2")
        self._cancel = Button(theme, self.tr("Abbrechen"), ButtonKind.LINK)
        row = RowLayout(theme, gap=12, margins=(16, 0, 16, 0), parent=self)
        row.add(self._words, self._bar, self._steps, 1, self._cancel)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def show_work(self, work: LongWork | None) -> None:
        """Show how far it is; None hides the strip."""
        self.setVisible(work is not None)
        if work is None:
            self._show_cancel(asked=False)
            return
        self._words.setText(work.words)
        self._bar.setRange(0, work.total)
        self._bar.setValue(work.done)
        self._bar.setAccessibleName(work.words)
        known = self.tr("{n} von {count}").format(n=work.done, count=work.total) if work.total else ""
        self._steps.setText(known)
        self._bar.setAccessibleDescription(known)
        self._cancel.setVisible(work.can_cancel)

    def _show_cancel(self, *, asked: bool) -> None:
        self._cancel.setEnabled(not asked)
        self._cancel.setText(self.tr("Wird abgebrochen …") if asked else self.tr("Abbrechen"))

    def _on_cancel_clicked(self) -> None:
        self._show_cancel(asked=True)
        self.cancel_chosen.emit()

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.height("strip"))
        self._bar.setFixedWidth(theme.em(150))
