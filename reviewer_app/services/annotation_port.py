"""What annotating needs of the store; `db` provides it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from reviewer_app.domain.annotation import Annotation
from reviewer_app.domain.ids import AnnotationId, ApplicationId


@dataclass(frozen=True, slots=True)
class AnnotationEntry:
    """One line of the history of annotations: `before` None where it was made, `after` None where it was deleted."""

    at: datetime
    annotation: AnnotationId
    before: Annotation | None
    after: Annotation | None
    by: str


class Annotations(Protocol):
    """Annotations with their links; every change goes through here and leaves a line in their history."""

    def of(self, application: ApplicationId) -> tuple[Annotation, ...]:
        """Return all annotations of an application, oldest first, whoever may see them."""
        ...

    def all(self) -> Mapping[ApplicationId, tuple[Annotation, ...]]:
        """Return all annotations of the round by application, in few queries."""
        ...

    def find(self, annotation: AnnotationId) -> Annotation | None:
        """Return one annotation, or None."""
        ...

    def put(self, annotation: Annotation, by: str) -> None:
        """Store or change an annotation and append to the history where it differs."""
        ...

    def remove(self, annotation: AnnotationId, at: datetime, by: str) -> None:
        """Take an annotation away; the history keeps it."""
        ...

    def history(self, application: ApplicationId) -> tuple[AnnotationEntry, ...]:
        """Return every version of every annotation of an application, deleted ones included, oldest first."""
        ...
