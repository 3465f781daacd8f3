"""The sentence in the place of a protected annex; its password is asked for once and remembered when it fits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.services.annex_passwords import unlock
from reviewer_app.ui.reading.document_area import DocumentArea
from reviewer_app.ui.shell.context import Context

if TYPE_CHECKING:
    from reviewer_app.services.annex_passwords import Unlocked
    from reviewer_app.services.changes import Outcome
    from reviewer_app.ui.reading.password_dialog import Password

PASSWORD, LOCKED = "password", "locked"
"""The buttons beside a locked annex that ask for its password, and that leave it locked."""

NOT_ASSESSABLE = "not_assessable"
"""The button beside a locked annex that answers the open criterion with n. b.; the reading presenter acts on it."""


class LockedPaper(QObject):
    """Says that a paper is locked; `password_typed` carries a password to be tried."""

    password_typed = Signal(str)

    def __init__(self, context: Context, area: DocumentArea, parent: QObject) -> None:
        """Work in `area`."""
        super().__init__(parent)
        self._context = context
        self._area = area
        self._key = ""
        self._may_answer = False
        self._typed: Password | None = None
        area.button_chosen.connect(self._on_area_button_chosen)

    def begin(self) -> None:
        """Forget what was typed for another paper."""
        self._typed = None

    def show(self, key: str, *, may_answer: bool) -> None:
        """Say that a paper is locked, or that what was typed does not fit; `may_answer` offers n. b."""
        self._key, self._may_answer = key, may_answer
        if self._typed is not None:
            self._area.show_message(
                self.tr("Das Kennwort passt nicht"),
                self.tr("Groß- und Kleinschreibung zählt."),
                "lock",
                {PASSWORD: self.tr("Nochmals"), LOCKED: self.tr("Abbrechen")},
            )
            return
        not_assessable = {NOT_ASSESSABLE: self.tr("Als „n.\u00a0b.“ vermerken")} if may_answer else {}
        self._area.show_message(
            self.tr("{key} ist mit Kennwort geschützt").format(key=key),
            self.tr("Das Kennwort steht nicht im Paket. Bitte bei der Geschäftsstelle nachfragen."),
            "lock",
            {PASSWORD: self.tr("Kennwort eingeben …")} | not_assessable,
        )

    def opened(self, sha256: str) -> None:
        """Remember what was typed, because it fits, and take over what others marked in the paper."""
        typed, self._typed = self._typed, None
        if typed is not None:
            run, now = self._context.operations.run, self._context.now()
            remembering = run(unlock, sha256, typed.word, now, keep=typed.keep).done(self._on_unlocked)
            if self._context.can_write:
                remembering.write(keep=False)
            else:
                remembering.read()

    def _on_unlocked(self, outcome: "Outcome[Unlocked]") -> None:
        said = [self._context.messages.finding(one)[0] for one in outcome.value.findings]
        if said:
            self._context.messages.note(f"{self._key}: {' '.join(said)}")

    def _on_area_button_chosen(self, button: str) -> None:
        if button == LOCKED:
            self._typed = None
            self.show(self._key, may_answer=self._may_answer)
        elif button == PASSWORD:
            from reviewer_app.ui.reading.password_dialog import PasswordDialog

            theme, window, may = self._context.theme, self._area.window(), self._context.can_write
            typed = PasswordDialog.ask(theme, window, self._key, may_keep=may)
            if typed is not None:
                self._typed = typed
                self.password_typed.emit(typed.word)
