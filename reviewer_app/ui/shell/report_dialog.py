"""Shows the report of an incident, because a person decides whom to give it, and must see what is in it."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog


class ReportDialog(Dialog):
    """The text of a report, and where it lies."""

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
