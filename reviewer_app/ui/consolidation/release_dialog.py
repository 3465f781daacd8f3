"""Release a consolidation: what stands fixed afterwards, and the tick without which nothing is released."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, override

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from reviewer_app.ui.kit.choices import CheckBox
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.translated import translatable
from reviewer_app.ui.shell.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer_app.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """What is released: the application in a line, the suggestion, and sentences worth knowing before.

    `incomplete`: an expected review is missing, and why it is not waited for has to be said.
    """

    application: str
    suggestion: str
    facts: tuple[str, ...] = ()
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the chair has said: the sentence that was ticked, and why a missing review is not waited for."""

    sentence: str
    reason: str = ""


class ReleaseDialog(Dialog):
    """Shows one ReleaseView; the verb is enabled by the tick."""

    CONFIRMED: ClassVar[str] = translatable("ReleaseDialog", "Keine sachfremden Erwägungen eingeflossen")

    def __init__(self, theme: "Theme", parent: "QWidget", view: ReleaseView) -> None:
        """Show what is released, not yet ticked."""
        title = QCoreApplication.translate("ReleaseDialog", "Konsolidierung freigeben")
        verb = QCoreApplication.translate("ReleaseDialog", "Freigeben")
        super().__init__(theme, parent, title, 520, verb, QCoreApplication.translate("ReleaseDialog", "Zurück"))
        self.body.addWidget(Text(view.application, "body", "text2", wrap=True))
        self.body.addWidget(Text(view.suggestion, "strong", wrap=True))
        for fact in view.facts:
            self.body.addWidget(Text(fact, "body", wrap=True))
        self.reason_edit = QPlainTextEdit()
        self.reason_edit.setTabChangesFocus(True)
        self.reason_edit.setFixedHeight(theme.em(64))
        label = self.tr("Begründung der Freigabe trotz fehlender Gutachten")
        self._reason = LabelledField(theme, label, self.reason_edit)
        self._reason.setVisible(view.incomplete)
        self._incomplete = view.incomplete
        self.body.addWidget(self._reason)
        self.tick = CheckBox(theme, self.confirmed())
        self._why = Text(self.tr("Zur Freigabe ist diese Bestätigung erforderlich."), "cap", "text2", wrap=True)
        after = self.tr(
            "Danach stehen Konsenswerte, Gutachten, Formular und Anlagen fest. Vorsitz und Geschäftsstelle können die"
            " Freigabe mit Begründung zurücknehmen."
        )
        self.tick.setAccessibleDescription(self._why.text())
        for widget in (self.tick, self._why, Text(after, "body", "text2", wrap=True)):
            self.body.addWidget(widget)
        self.tick.toggled.connect(self._on_tick_toggled)
        self._on_tick_toggled(checked=False)
        (self.reason_edit if view.incomplete else self.tick).setFocus()

    @override
    def accept(self) -> None:
        """Close only with the reason where one is due."""
        if self._incomplete and not self.reason_edit.toPlainText().strip():
            self._reason.show_error(self.tr("Bitte geben Sie eine Begründung an."))
            self.reason_edit.setFocus()
            return
        super().accept()

    @classmethod
    def confirmed(cls) -> str:
        """Return the sentence that the tick stands for."""
        return QCoreApplication.translate("ReleaseDialog", cls.CONFIRMED)

    def _on_tick_toggled(self, checked: bool) -> None:  # noqa: FBT001 # reason: Qt calls it so
        self.accept_button.setEnabled(checked)
        self.accept_button.setAccessibleDescription("" if checked else self._why.text())
        self._why.setVisible(not checked)

    @classmethod
    def ask(cls, theme: "Theme", parent: "QWidget", view: ReleaseView) -> Confirmed | None:
        """Return what was confirmed, None when the person went back."""
        dialog = cls(theme, parent, view)
        if not dialog.exec() or not dialog.tick.isChecked():
            return None
        return Confirmed(cls.confirmed(), dialog.reason_edit.toPlainText().strip())
