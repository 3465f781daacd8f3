"""Asks for a page of the paper in sight."""

from PySide6.QtWidgets import QSpinBox, QWidget

from reviewer_app.ui.dialogs.dialog import Dialog
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.form_column import LabelledField


class PageDialog(Dialog):
    """One number."""

    def __init__(self, theme: Theme, parent: QWidget, page: int, count: int) -> None:
        """Ask for a page from 1 to `count`."""
        super().__init__(theme, parent, self.tr("Zu Seite"), 300, self.tr("Zeigen"), self.tr("Zurück"))
        self.edit = QSpinBox()
        self.edit.setRange(1, count)
        self.edit.setValue(page)
        self.edit.selectAll()
        label = self.tr("Seite, 1 bis {count}").format(count=count)
        self.body.addWidget(LabelledField(theme, label, self.edit))
        self.edit.setFocus()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, page: int, count: int) -> int:
        """Ask; 0 when the person went back."""
        dialog = cls(theme, parent, page, count)
        return dialog.edit.value() if dialog.exec() else 0
