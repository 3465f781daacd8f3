"""Asks for a page of the paper in sight, by its number or as the paper itself counts."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer_app.domain.page_labels import differ, named, page_of
from reviewer_app.ui.kit.form_column import LabelledField
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog


class PageDialog(Dialog):
    """One field; where labels and numbers differ, a line says which page is meant."""

    def __init__(self, theme: Theme, parent: QWidget, page: int, count: int, labels: Sequence[str] = ()) -> None:
        """Ask for a page from 1 to `count`, which the paper calls `labels`."""
        super().__init__(theme, parent, self.tr("Zu Seite"), 340, self.tr("Zeigen"), self.tr("Zurück"))
        self._count, self._labels = count, labels
        self._differ = differ(labels)
        self.edit = QLineEdit(labels[page - 1] if self._differ and page <= len(labels) else str(page))
        self.edit.selectAll()
        label = self.tr("Seite, 1 bis {count}").format(count=count)
        if self._differ:
            first, last = labels[0], labels[-1]
            label = self.tr("Seite, wie gedruckt ({first} bis {last}) oder Nummer").format(first=first, last=last)
        self._field = LabelledField(theme, label, self.edit)
        self._meant = Text("", "cap", "text2")
        self.body.addWidget(self._field)
        self.body.addWidget(self._meant)
        self._meant.setVisible(self._differ)
        self.edit.textEdited.connect(self._on_edit_text_edited)
        self._on_edit_text_edited("")
        self.edit.setFocus()

    @property
    def page(self) -> int | None:
        """The page that is meant, from 1; None where there is none of that name."""
        return page_of(self.edit.text(), self._labels if self._differ else (), self._count)

    def _on_edit_text_edited(self, _text: str) -> None:
        page = self.page
        words = self.tr("Seite {n} von {count}").format(n=named(page, self._labels), count=self._count) if page else ""
        self._meant.setText(words)

    @override
    def accept(self) -> None:
        """Close only where there is such a page."""
        if self.page is None:
            self._field.show_error(self.tr("Diese Seite gibt es nicht."))
            self.edit.selectAll()
            self.edit.setFocus()
            return
        super().accept()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, page: int, count: int, labels: Sequence[str] = ()) -> int:
        """Ask; 0 when the person went back."""
        dialog = cls(theme, parent, page, count, labels)
        return (dialog.page or 0) if dialog.exec() else 0
