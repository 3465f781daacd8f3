"""The papers of the reading page, one or two beside each other: which is worked in, and the second one's comings.

The first half's presenter stands for both where nothing else is said; the second is made when it is first wanted.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.ui.reading.document_model import FORM
from reviewer_app.ui.reading.documents_presenter import DocumentsPresenter, DocumentState
from reviewer_app.ui.reading.finding_presenter import FindingPresenter

if TYPE_CHECKING:
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context


class Beside(QObject):
    """`opened` carries the second half's DocumentsPresenter when it is made; `split_changed`: it opened or closed."""

    opened = Signal(object)
    split_changed = Signal()

    def __init__(
        self, context: "Context", page: "ReadingPage", main: DocumentsPresenter, finding: FindingPresenter
    ) -> None:
        """Stand beside `main`, in which `finding` finds."""
        super().__init__(main)
        self._context = context
        self._page = page
        self._halves = page.halves
        self._main = main
        self._main_finding = finding
        self._reading: Reading | None = None
        self._closed: dict[str, str] = {}
        self.documents: DocumentsPresenter | None = None
        self._finding: FindingPresenter | None = None

    @property
    def _is_beside(self) -> bool:
        return self._halves.active is self._halves.beside

    @property
    def active(self) -> DocumentsPresenter:
        """The presenter of the half that is worked in."""
        return self.documents if self.documents is not None and self._is_beside else self._main

    @property
    def finding(self) -> FindingPresenter:
        """What finds in the half that is worked in."""
        return self._finding if self._finding is not None and self._is_beside else self._main_finding

    # Showing

    def show_reading(self, reading: "Reading") -> None:
        """Show the papers of an application, a second one where there was one when it was left."""
        self._main.show_reading(reading)
        self._main_finding.show_reading(reading)
        fresh = self._reading is None or self._reading.application.id != reading.application.id
        self._reading = reading
        key = self._main.places.second(reading.application.number)
        if fresh and not key:
            self._close()
        elif fresh:
            self._open(reading)
        elif self.documents is not None and self._halves.is_wanted:
            active = self._halves.active
            self._show_beside(self.documents, reading)
            self._halves.use(active)

    def _show_beside(self, documents: DocumentsPresenter, reading: "Reading") -> None:
        documents.show_reading(reading)
        if self._finding is not None:
            self._finding.show_reading(reading)

    def clear(self) -> None:
        """Show nothing: another application is being loaded."""
        self._reading = None
        self._main.clear()
        if self.documents is not None:
            self.documents.clear()

    def state(self) -> DocumentState:
        """Return what back restores."""
        state = self._main.state()
        beside = self.documents.state() if self.documents is not None and self._halves.is_wanted else None
        return replace(state, beside=beside)

    def restore(self, state: DocumentState) -> None:
        """Show the papers as they stood."""
        active = self._halves.active
        self._main.restore(state)
        if state.beside is not None and self.documents is not None and self._halves.is_wanted:
            self.documents.restore(state.beside)
            self._halves.use(active)

    # What a person does

    def toggle(self) -> None:
        """Open a second paper and let the person choose it, or close it; without room say what would help."""
        if self._halves.is_split:
            self.close()
        elif self._reading is None:
            return
        elif not self._halves.has_room:
            self._context.messages.hint(
                self.tr("Zu wenig Platz für zwei Unterlagen: Fenster breiter oder Bewertung schmaler machen.")
            )
        else:
            self.open(self._closed.get(self._reading.application.number) or self._other())
            self._page.show_documents_beside()
            self._halves.make_beside().take_focus()
            self._halves.make_beside().open_list()

    def open(self, key: str) -> None:
        """Open a paper beside the first."""
        if self._reading is not None:
            self._open(self._reading).open(key)

    def close(self) -> None:
        """Close the second paper; the focus goes to the first."""
        if self._reading is not None and self.documents is not None:
            number = self._reading.application.number
            self._closed[number] = self.documents.current
            self._main.places.forget_second(number)
        self._close()
        self._halves.main.take_focus()

    def keep(self) -> None:
        """Keep where the papers stand."""
        self._main.places.keep()
        if self.documents is not None:
            self.documents.places.keep()

    def _other(self) -> str:
        """Return the paper after the first one, for a second half that shows none yet."""
        keys = [line.key for line in self._main.lines if line.key == FORM or line.sha256]
        at = keys.index(self._main.current) if self._main.current in keys else -1
        return keys[(at + 1) % len(keys)] if keys else FORM

    def _open(self, reading: "Reading") -> DocumentsPresenter:
        area = self._halves.make_beside()
        if self.documents is None:
            self.documents = DocumentsPresenter(self._context, area, self, half=1)
            self._finding = FindingPresenter(self._context, self._page, self.documents)
            area.bar.close_wanted.connect(self.close)
            self.documents.place_left.connect(self._main.place_left)
            self._finding.place_left.connect(self._main_finding.place_left)
            self.opened.emit(self.documents)
        self._halves.show_beside(wanted=True)
        self._show_beside(self.documents, reading)
        self._halves.use(self._halves.main)
        self.split_changed.emit()
        return self.documents

    def _close(self) -> None:
        if self.documents is not None:
            self.documents.clear()
        self._halves.show_beside(wanted=False)
        self.split_changed.emit()
