"""The one place that talks to people: notes that pass, bands that stay, and errors put into words.

Code below hands up keys; here they become German or English, and here it is decided how loudly something is said.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

import resources.messages as words
from reviewer_app.domain.errors import BrokenError, VotumError

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer_app.domain.finding import Finding


CANCELLED = "cancelled"
"""The code of the error by which work that was cancelled says that nothing was changed."""


class Tone(StrEnum):
    """How much something matters; the value is the colour token."""

    ERROR = "err"
    WARNING = "warn"
    DONE = "ok"
    HINT = "info"


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence at the bottom right for eight seconds; `can_undo` adds "Rückgängig", `can_redo` "Wiederholen"."""

    text: str
    can_undo: bool = False
    tone: Tone = Tone.DONE
    can_redo: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A strip above the page that stays until it is settled; the same `key` replaces, an empty title removes.

    `close` are the words of the button that closes it; without them it has a cross.
    """

    key: str
    title: str = ""
    text: str = ""
    tone: Tone = Tone.ERROR
    action: str = ""
    on_action: Callable[[], object] | None = None
    can_close: bool = True
    close: str = ""


class Messages(QObject):
    """Says things through the window: `note_wanted` carries a Note, `band_wanted` a Band.

    `report_wanted` carries the path of an incident report that a person wants to see; `report`, where it is set, writes
    one. `unsaved_because` is why something waits to be stored, which a band of its own says; None where all is stored.
    """

    note_wanted = Signal(object)
    band_wanted = Signal(object)
    report_wanted = Signal(str)

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.report: Callable[[BaseException], Path | None] | None = None
        self.unsaved_because: VotumError | None = None

    def note(self, text: str, *, can_undo: bool = False, can_redo: bool = False) -> None:
        """Say that something was done, or taken back."""
        self.note_wanted.emit(Note(text, can_undo, can_redo=can_redo))

    def hint(self, text: str) -> None:
        """Say why nothing was done."""
        self.note_wanted.emit(Note(text, tone=Tone.HINT))

    def band(self, band: Band) -> None:
        """Show, replace or remove a band."""
        self.band_wanted.emit(band)

    def word(self, key: str, **params: object) -> str:
        """Return the words of a message key; a key without words is shown as it is rather than hiding what happened."""
        try:
            return words.text(key, self.language, **params)
        except KeyError:
            return key

    def explain(self, error: VotumError) -> str:
        """Put an error into one sentence (or a few) for people."""
        key = f"error.{error.code}"
        if not words.has(key):
            return f"{self.tr('Das hat nicht geklappt')}. {self._is_safe}".strip()
        return self.word(key, **{"place": error.place, **error.params})

    def why_unsaved(self, error: VotumError) -> str:
        """Say in one sentence why nothing can be stored at present."""
        key = f"saving.{error.code}"
        return self.word(key) if words.has(key) else self.explain(error)

    def finding(self, finding: "Finding") -> tuple[str, str]:
        """Put a finding into words: what is wrong, and how to mend it (empty where there is nothing to mend)."""
        params = {"found": finding.found, "place": finding.place.label(self.language), **finding.params}
        remedy = f"finding.{finding.code}_remedy"
        return self.word(f"finding.{finding.code}", **params), self.word(remedy, **params) if words.has(remedy) else ""

    def tell(self, error: VotumError) -> None:
        """Say an error that no page took, in a band; never in a dialog, never only in a note."""
        if isinstance(error, BrokenError):
            self.band(self._incident(error))
        elif error.code == CANCELLED:
            self.hint(self.explain(error))
        elif self.unsaved_because is not None and error.code == self.unsaved_because.code:
            self.hint(self.tr("Nicht ausgeführt. Das ist erst möglich, wenn wieder gespeichert werden kann."))
        else:
            self.band(self.band_of(error))

    @property
    def _is_safe(self) -> str:
        """That everything entered is stored; nothing where it is not, which the band that stays has said."""
        return "" if self.unsaved_because is not None else self.tr("Ihre Arbeit ist gespeichert.")

    def _incident(self, error: BrokenError) -> Band:
        report = str(error.params.get("report", ""))
        if not report and self.report is not None:
            report = str(self.report(error.__cause__ or error) or "")
        title, text = self.tr("Das hat nicht geklappt"), self._is_safe
        if not report:
            return Band("error", title, text, close=self.tr("Weiter"))
        text = f"{text} {self.tr('Der Bericht enthält keine Inhalte aus Anträgen.')}".strip()
        look = partial(self.report_wanted.emit, report)
        return Band("error", title, text, action=self.tr("Bericht ansehen …"), on_action=look, close=self.tr("Weiter"))

    def band_of(self, error: VotumError, key: str = "error") -> Band:
        """Put an error into a band: its first sentence is the title, the rest the text."""
        title, _, rest = self.explain(error).partition(". ")
        return Band(key, title.removesuffix("."), rest, Tone.WARNING, close=self.tr("Schließen"))
