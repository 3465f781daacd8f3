"""The first two steps of the first start: the duty of secrecy, and who one is; the start page is the third."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.cards import StepCard
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.rounds.person_form import DutyText, PersonForm


class FirstRun(QWidget):
    """`demo_wanted` looks at the demo round first, `introduced` carries an IdentityEntry of who confirmed the duty."""

    demo_wanted = Signal()
    introduced = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Begin with the duty."""
        super().__init__()
        self.read_button = Button(theme, self.tr("Ich habe das gelesen"), Kind.PRIMARY)
        self.demo_button = Button(theme, self.tr("Erst die Demo-Runde ansehen"), Kind.LINK)
        self.back_button = Button(theme, self.tr("Zurück"))
        self.next_button = Button(theme, self.tr("Weiter"), Kind.PRIMARY)
        self.form = PersonForm(theme)
        duty = StepCard(theme, self.tr("Bevor Sie beginnen"), self.tr("Schritt 1 von 3 · Verschwiegenheit"))
        duty.column.addWidget(DutyText())
        stays = self.tr("Ihre Bestätigung wird mit dem heutigen Tag auf diesem Gerät festgehalten.")
        duty.column.addWidget(Text(stays, "small", "text2", wrap=True))
        duty.show_foot(self.demo_button, self.read_button)
        person = StepCard(theme, self.tr("Bevor Sie beginnen"), self.tr("Schritt 2 von 3 · Name und Rolle"))
        person.column.addWidget(self.form)
        stays = self.tr("Das bleibt auf diesem Gerät.")
        person.show_foot(Text(stays, "small", "text2"), self.back_button, self.next_button)
        self._steps = QStackedLayout(self)
        for step in (duty, person):
            self._steps.addWidget(step)
        self.read_button.clicked.connect(self._on_read_button_clicked)
        self.demo_button.clicked.connect(self.demo_wanted)
        self.back_button.clicked.connect(self._on_back_button_clicked)
        self.next_button.clicked.connect(self._on_form_submitted)
        self.form.submitted.connect(self._on_form_submitted)

    @property
    def first(self) -> QWidget:
        """Where the focus begins in the step that is shown."""
        return self.form.name if self._steps.currentIndex() else self.read_button

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.first.setFocus()

    def _on_read_button_clicked(self) -> None:
        self._show(1)

    def _on_back_button_clicked(self) -> None:
        self._show(0)

    def _on_form_submitted(self) -> None:
        entry = self.form.checked_entry()
        if entry is not None:
            self.introduced.emit(entry)
