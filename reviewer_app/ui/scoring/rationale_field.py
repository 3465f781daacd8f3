"""The field for a reason: plain text, Tab leaves it, filling it never counts as typing, undo is the workspace's.

It takes whatever is typed or pasted up to MOST_TEXT, and refuses what goes beyond before anything is lost.
"""

from fractions import Fraction
from math import ceil
from typing import override

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from reviewer_app.domain import locale
from reviewer_app.domain.reviews.review import LONG_TEXT, MOST_TEXT
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme

_UNBOUND = 16777215
"""What Qt itself takes for a height without limit."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def _plain(text: str) -> str:
    """Return a text with the line ends that the field knows."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")


class TextNote(Text):
    """One calm line under a field: that a text is long and what becomes of it, or that no more fits in; else hidden."""

    def __init__(self, language: str, *, limited: bool = True) -> None:
        """Start hidden; `limited` says that a text of more than LONG_TEXT characters cannot be handed in."""
        super().__init__("", "cap", "text2", wrap=True)
        self._language = language
        self._limited = limited
        self.hide()

    def show_length(self, length: int) -> None:
        """Say what becomes of a text of more than LONG_TEXT characters."""
        words = self.tr("Länger als {count} Zeichen: Empfehlungsblatt und Mappe geben den Text vollständig wieder.")
        if self._limited:
            words = self.tr(
                "Zum Einreichen sind höchstens {count} Zeichen möglich. Bis dahin bleibt Ihr Text vollständig erhalten."
            )
        self._show(words.format(count=self._number(LONG_TEXT)) if length > LONG_TEXT else "")

    def show_refused(self) -> None:
        """Say that nothing more was taken and what was there is kept."""
        words = self.tr(
            "Ein Text darf höchstens {most} Zeichen haben. Der überzählige Teil wurde nicht eingefügt;"
            " Ihr Text bleibt erhalten."
        )
        self._show(words.format(most=self._number(MOST_TEXT)))

    def _number(self, count: int) -> str:
        return locale.number(Fraction(count), 0, self._language)

    def _show(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self.setVisible(bool(words))


class RationaleField(QPlainTextEdit):
    """`text_typed` carries the text after each change a person made; `left` follows when the focus goes elsewhere.

    `scale_wanted` is Esc; `surplus_refused` says that a key or a paste would have gone beyond MOST_TEXT,
    or the `most` characters that this field takes.
    Its own undo is off, so that Ctrl+Z is one stack for the whole workspace.
    """

    text_typed = Signal(str)
    surplus_refused = Signal()
    left = Signal()
    scale_wanted = Signal()

    def __init__(self, theme: Theme, *, least_height: int = 84, shrinks: bool = False, most: int = 0) -> None:
        """Show an empty field of at least `least_height` px at 100 %; read-only it may shrink to its text."""
        super().__init__()
        self._theme = theme
        self._least = least_height
        self._most = most
        self._shrinks = shrinks
        self._filling = False
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: str) -> None:
        """Show a text without emitting; the cursor stays where it was."""
        text = _plain(text)
        if text == self.text:
            return
        self._filling = True
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._filling = False
        self._fit()

    @property
    def text(self) -> str:
        """The text as it stands, with its no-break spaces, which toPlainText turns into spaces."""
        return _plain(self.document().toRawText())

    def _has_room(self, text: str) -> bool:
        """Say whether a text fits in place of what is selected, and that it was refused where it does not."""
        cursor = self.textCursor()
        kept = self.document().characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart())
        fits = kept + len(text) <= (self._most or MOST_TEXT)
        if not fits:
            self.surplus_refused.emit()
        return fits

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)  # files are for the window to import

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._has_room(source.text()):
            super().insertFromMimeData(source)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not event.commitString() or self._has_room(event.commitString()):
            super().inputMethodEvent(event)

    def show_locked(self, *, locked: bool) -> None:
        """Make the field read-only; its text can still be selected and copied."""
        self.setReadOnly(locked)
        if locked:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        if self._shrinks:
            bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if locked else Qt.ScrollBarPolicy.ScrollBarAsNeeded
            self.setVerticalScrollBarPolicy(bar)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Show the whole of a read-only text, and nothing below it."""
        if not self._shrinks:
            return
        if self.isReadOnly():
            block, text = self.document().firstBlock(), 0.0
            while block.isValid():
                text += self.blockBoundingRect(block).height()
                block = block.next()
            around = 2 * self.document().documentMargin() + self.height() - self.viewport().height()
            self.setFixedHeight(ceil(text + around) + 1)
        else:
            self.setMinimumHeight(self._theme.em(self._least))
            self.setMaximumHeight(_UNBOUND)

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more than it must have; it grows by the room that is left."""
        return QSize(self._theme.em(240), self._theme.em(self._least))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.scale_wanted.emit()
        elif control and event.key() == Qt.Key.Key_Tab and not self.isReadOnly():
            if self._has_room("\t"):
                self.textCursor().insertText("\t")
        elif not self._types(event) or self._has_room("x"):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Text bearbeiten"))
        menu.popup(event.globalPos())

    def _types(self, event: QKeyEvent) -> bool:
        """Say whether a key puts a character into the text."""
        new_line = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        letter = bool(event.text()) and event.text().isprintable() and not event.modifiers() & _COMMANDS
        return (letter or new_line) and not self.isReadOnly()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _on_text_changed(self) -> None:
        if not self._filling:
            self.text_typed.emit(self.text)

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.em(self._least))
        self._fit()
