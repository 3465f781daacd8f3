"""Takes over what other programs marked in the annexes of the application in sight; one step, which can be undone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.services.taking_annotations import drop_marks, missing_marks, store_marks
from reviewer_app.ui.shell.navigation import READING, Place
from reviewer_app.ui.shell.undo import Call, Step

if TYPE_CHECKING:
    from reviewer_app.domain.annotation import Annotation
    from reviewer_app.ui.shell.context import Context


class TakingMarks(QObject):
    """Looks for annotations that are not here yet, and stores them."""

    def __init__(self, context: "Context", parent: QObject) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._context = context
        self._place: Place | None = None

    def take(self, number: str) -> None:
        """Look into the annexes of an application; rounds that an older Votum took in may lack what stands there."""
        self._place = Place(READING, number)
        self._context.operations.run(missing_marks, number, self._context.now()).done(self._on_looked).rehearse()

    def _on_looked(self, marks: "tuple[Annotation, ...]") -> None:
        if not marks:
            self._context.messages.hint(self.tr("In den Anlagen steht nichts, das hier fehlt."))
            return
        words = self._context.messages.word("cli.annotations.taken", n=len(marks)).rstrip(".")
        do = Call(partial(store_marks, marks=marks))
        undo = Call(partial(drop_marks, marks=marks, clock=self._context.now))
        self._context.undo.push(Step(words, do, undo, self._place))
        self._context.messages.note(words, can_undo=True)
