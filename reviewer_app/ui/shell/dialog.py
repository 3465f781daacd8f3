"""The frame of every modal dialog, and the two that any page may need: a question, and the report of an incident.

Dialogs open through a class method that returns a value, so that tests put another in its place.
"""

from pathlib import Path
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QScrollArea, QWidget

from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import SizeClass, Theme


class Dialog(QDialog):
    """A modal dialog: title, scrolling body, a foot with verbs; fills the window when it is narrow.

    Subclasses fill `body` and name the buttons.
    """

    def __init__(self, theme: Theme, parent: QWidget, title: str, width: float, accept: str, reject: str) -> None:
        """Lay out `width` px (at 100 %) wide; an empty `accept` or `reject` has no button."""
        super().__init__(parent)
        self.theme = theme
        self._width = width
        self.setWindowTitle(title)
        self.setModal(True)
        self.body = ColumnLayout(theme, gap=10)
        self.accept_button = Button(theme, accept, ButtonKind.PRIMARY)
        self.reject_button = Button(theme, reject, ButtonKind.OUTLINED)
        self.accept_button.setVisible(bool(accept))
        self.reject_button.setVisible(bool(reject))
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.reject_button.clicked.connect(self.reject)
        self.foot = RowLayout(theme, 1, self.reject_button, self.accept_button, gap=8, margins=(20, 12, 20, 16))
        self._lay_out(title)

    def _lay_out(self, title: str) -> None:
        margin = self.theme.em(20)
        inside = QWidget()
        inside.setLayout(self.body)
        ground = Panel("raised")
        ColumnLayout(self.theme, inside, 1, margins=(20, 0, 20, 0), parent=ground)
        self.scroll_area = QScrollArea(widgetResizable=True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(ground)
        self.scroll_area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._head = head = Text(title, "page")
        head.setContentsMargins(margin, self.theme.em(16), margin, self.theme.em(8))
        ColumnLayout(self.theme, head, (self.scroll_area, 1), self.foot, gap=0, parent=self)

    @override
    def exec(self) -> int:
        """Ask, and be gone once the answer is read: the window would keep every dialog until it closes."""
        answer = super().exec()
        self.deleteLater()
        return answer

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 asks for help with what has the focus here too; Ctrl+Return confirms, also from a field of many lines."""
        is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.accept_button.isVisible():
                self.accept_button.click()
        elif event.key() == Qt.Key.Key_F1:
            parent = self.parentWidget()
            wanted = getattr(parent.window(), "dialog_help_wanted", None) if parent is not None else None
            if wanted is not None:  # the window of the desk; a dialog over anything else has no help
                wanted.emit(self)
        else:
            super().keyPressEvent(event)

    def _ground_window(self) -> QWidget | None:
        """Return the window that all dialogs lie over: one over another takes its room from there too."""
        parent = self.parentWidget()
        while parent is not None and isinstance(parent.window(), QDialog):
            parent = parent.window().parentWidget()
        return parent.window() if parent is not None else None

    def _on_range_changed(self, _least: int, short: int) -> None:
        """Grow by what is out of sight, for example a sentence under a field, as far as the window has room."""
        window = self._ground_window()
        room = window.height() - self.theme.em(40) - self.height() if window is not None else 0
        if short > 0 and room > 0:
            self.resize(self.width(), self.height() + min(short, room))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def _wanted(self, width: int) -> int:
        """Return the height that shows everything at a width."""
        content = self.scroll_area.widget()
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
        layout = content.layout() if content else None
        inside = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else 0
        if content and not inside:
            inside = content.sizeHint().height()
        return self._head.sizeHint().height() + inside + self.foot.sizeHint().height() + self.theme.em(4)

    def fit(self) -> None:
        """Take the size of the content, at most that of the window; all of it when the window is narrow."""
        window = self._ground_window()
        if window is not None:
            narrow = self.theme.size_class(window.width()) is SizeClass.NARROW
            width = window.width() if narrow else min(self.theme.em(self._width), window.width())
            height = window.height() if narrow else min(self._wanted(width), window.height() - self.theme.em(40))
            self.resize(width, height)
            # a place is that of the frame: filling the window, ours lies on that of the window, not below its title
            middle = window.geometry().center() - self.rect().center()
            self.move(window.frameGeometry().topLeft() if narrow else middle)


class QuestionDialog(Dialog):
    """Asks before what cannot be undone: title, text, a verb and a way back; a reason where one is needed."""

    def __init__(self, theme: Theme, parent: QWidget, words: tuple[str, str, str], reason: str = "") -> None:
        """Ask with (title, text, verb); a `reason` label adds a field that must be filled."""
        title, text, verb = words
        super().__init__(theme, parent, title, 460, verb, self.tr("Zurück"))
        self.body.addWidget(Text(text, "body", wrap=True))
        self.reason_edit = QPlainTextEdit()
        self.reason_edit.setTabChangesFocus(True)
        self._field = LabelledField(theme, reason, self.reason_edit)
        self._needs_reason = bool(reason)
        self._field.setVisible(self._needs_reason)
        self.body.addWidget(self._field)
        if self._needs_reason:
            self.reason_edit.setFocus()

    @override
    def accept(self) -> None:
        """Close only with a reason where one is needed."""
        if self._needs_reason and not self.reason_edit.toPlainText().strip():
            self._field.show_error(self.tr("Bitte geben Sie einen Grund an."))
            return
        super().accept()

    @classmethod
    def confirm(cls, theme: Theme, parent: QWidget, title: str, text: str, verb: str) -> bool:
        """Ask; return whether the person wants it."""
        return bool(cls(theme, parent, (title, text, verb)).exec())

    @classmethod
    def ask_reason(cls, theme: Theme, parent: QWidget, words: tuple[str, str, str], label: str) -> str | None:
        """Ask with (title, text, verb) for a reason under `label`; None when the person went back."""
        dialog = cls(theme, parent, words, label)
        return dialog.reason_edit.toPlainText().strip() if dialog.exec() else None


class ReportDialog(Dialog):
    """Shows the report of an incident and where it lies: a person decides whom to give it and must see what it says."""

    def __init__(self, theme: Theme, parent: QWidget, file: Path) -> None:
        """Show `file`; one that is gone shows as empty."""
        super().__init__(theme, parent, self.tr("Bericht"), 560, "", self.tr("Schließen"))
        said = self.tr("Der Bericht enthält keine Inhalte aus Anträgen. Er bleibt auf diesem Gerät: {file}")
        self.body.addWidget(Text(said.format(file=file), "small", "text2", wrap=True))
        self.view = QPlainTextEdit(readOnly=True)
        self.view.setAccessibleName(self.tr("Bericht"))
        self.view.setTabChangesFocus(True)
        self.view.setPlainText(file.read_text(encoding="utf-8") if file.is_file() else "")
        self.view.setMinimumHeight(theme.em(200))
        self.body.addWidget(self.view)
        self.copy_button = Button(theme, self.tr("Bericht kopieren"))
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.foot.insertWidget(0, self.copy_button)
        self.reject_button.setDefault(True)

    @classmethod
    def show_file(cls, theme: Theme, parent: QWidget, file: Path) -> None:
        """Show a report until it is closed."""
        cls(theme, parent, file).exec()

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.view.toPlainText())
