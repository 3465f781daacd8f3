"""Release a consolidation: what stands fixed afterwards, and the tick without which nothing is released."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from reviewer_app.ui.kit.choices import CheckBox
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.translated import translatable
from reviewer_app.ui.shell.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer_app.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """What is released: the application in a line, the suggestion, and sentences worth knowing before."""

    application: str
    suggestion: str
    facts: tuple[str, ...] = ()


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
        self.tick = CheckBox(theme, self.confirmed())
        self._why = Text(self.tr("Freigeben geht erst mit diesem Haken."), "cap", "text2", wrap=True)
        after = self.tr("Danach sind die Konsenswerte nur lesbar. Mit Begründung können Sie die Freigabe zurücknehmen.")
        self.tick.setAccessibleDescription(self._why.text())
        for widget in (self.tick, self._why, Text(after, "body", "text2", wrap=True)):
            self.body.addWidget(widget)
        self.tick.toggled.connect(self._on_tick_toggled)
        self._on_tick_toggled(checked=False)
        self.tick.setFocus()

    @classmethod
    def confirmed(cls) -> str:
        """Return the sentence that the tick stands for."""
        return QCoreApplication.translate("ReleaseDialog", cls.CONFIRMED)

    def _on_tick_toggled(self, checked: bool) -> None:  # noqa: FBT001 # reason: Qt calls it so
        self.accept_button.setEnabled(checked)
        self.accept_button.setAccessibleDescription("" if checked else self._why.text())
        self._why.setVisible(not checked)

    @classmethod
    def ask(cls, theme: "Theme", parent: "QWidget", view: ReleaseView) -> str:
        """Return the sentence that was confirmed, empty when the person went back."""
        dialog = cls(theme, parent, view)
        return cls.confirmed() if dialog.exec() and dialog.tick.isChecked() else ""
