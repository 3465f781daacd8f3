"""Asks whose review is entered that came by paper or telephone; its origin is noted with every answer."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QWidget

from reviewer_app.domain.review import ReviewOrigin
from reviewer_app.ui.kit.choices import RadioButton
from reviewer_app.ui.kit.form_column import LabelledField
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog


class EnterForDialog(Dialog):
    """A name and the way it came."""

    def __init__(self, theme: Theme, parent: QWidget, names: Sequence[str]) -> None:
        """Offer `names`; another one may be typed."""
        title = self.tr("Gutachten für andere eintragen")
        super().__init__(theme, parent, title, 460, self.tr("Eintragen"), self.tr("Zurück"))
        text = self.tr("Für ein Gutachten, das auf Papier oder am Telefon kam. Die Herkunft wird vermerkt.")
        self.body.addWidget(Text(text, "body", wrap=True))
        self.name_box = QComboBox()
        self.name_box.setEditable(True)
        self.name_box.addItems(list(names))
        self.name_box.setCurrentText("")
        self._name = LabelledField(theme, self.tr("Gutachter:in"), self.name_box)
        self._name_parts()
        self.body.addWidget(self._name)
        self.paper_button = RadioButton(theme, self.tr("auf Papier"))
        self.phone_button = RadioButton(theme, self.tr("am Telefon"))
        self.paper_button.setChecked(True)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        for button in (self.paper_button, self.phone_button):
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.name_box.setFocus()

    def _name_parts(self) -> None:
        """Name what the box is made of: its field has the focus, and its list is a window of its own."""
        box, known = self.name_box, self.tr("Bekannte Gutachter:innen")
        if (edit := box.lineEdit()) is not None:
            edit.setAccessibleName(self.tr("Gutachter:in"))
        for part in (box.view(), box.view().window()):
            part.setAccessibleName(known)

    @property
    def answer(self) -> tuple[str, ReviewOrigin]:
        """The name and the origin."""
        origin = ReviewOrigin.PHONE if self.phone_button.isChecked() else ReviewOrigin.PAPER
        return self.name_box.currentText().strip(), origin

    @override
    def accept(self) -> None:
        """Close only with a name."""
        if not self.answer[0]:
            self._name.show_error(self.tr("Bitte nennen Sie einen Namen."))
            return
        super().accept()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, names: Sequence[str]) -> tuple[str, ReviewOrigin] | None:
        """Ask; None when the person went back."""
        dialog = cls(theme, parent, names)
        return dialog.answer if dialog.exec() else None
