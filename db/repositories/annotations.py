"""Annotations with their links; every change goes through here and leaves a line in their append-only history."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, delete, insert, select, true, update

from db import annotation_rows as mapping
from db.repositories.history import changed_middle, digest, restored
from db.repositories.transaction import Transaction
from db.tables import annotation_history, annotation_links, annotations
from reviewer_app.domain.annotations.annotation import Annotation
from reviewer_app.domain.ids import AnnotationId, ApplicationId
from reviewer_app.services.ports import AnnotationEntry


class AnnotationsRepository:
    """All annotations of the round, private ones included; who may see them is a use case's matter."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def of(self, application: ApplicationId) -> tuple[Annotation, ...]:
        """Return all annotations of an application, oldest first."""
        return self._read(annotations.c.application == application)

    def all(self) -> Mapping[ApplicationId, tuple[Annotation, ...]]:
        """Return all annotations of the round by application; an application without any has no entry."""
        found: dict[ApplicationId, list[Annotation]] = {}
        for one in self._read(true()):
            found.setdefault(one.application, []).append(one)
        return {application: tuple(ones) for application, ones in found.items()}

    def find(self, annotation: AnnotationId) -> Annotation | None:
        """Return one annotation, or None."""
        return next(iter(self._read(annotations.c.id == annotation)), None)

    def put(self, annotation: Annotation, by: str) -> None:
        """Store or change an annotation and append to the history where it differs."""
        present = self.find(annotation.id)
        before = "" if present is None else mapping.as_text(present)
        after = mapping.as_text(annotation)
        if before == after:
            return
        row = mapping.columns(annotation)
        connection = self._transaction.connection
        if present is None:
            connection.execute(insert(annotations), row)
        else:
            connection.execute(update(annotations).where(annotations.c.id == annotation.id), row)
            connection.execute(delete(annotation_links).where(annotation_links.c.annotation == annotation.id))
        links = mapping.link_rows(annotation)
        if links:
            connection.execute(insert(annotation_links), links)
        self._append(annotation, before, after, annotation.changed, by)

    def remove(self, annotation: AnnotationId, at: datetime, by: str) -> None:
        """Take an annotation away; the history keeps it. One that is not there is no change."""
        present = self.find(annotation)
        if present is None:
            return
        connection = self._transaction.connection
        connection.execute(delete(annotation_links).where(annotation_links.c.annotation == annotation))
        connection.execute(delete(annotations).where(annotations.c.id == annotation))
        self._append(present, mapping.as_text(present), "", at, by)

    def history(self, application: ApplicationId) -> tuple[AnnotationEntry, ...]:
        """Return every version of every annotation of an application, deleted ones included, oldest first."""
        wanted = select(annotation_history).where(annotation_history.c.application == application)
        rows = self._transaction.connection.execute(wanted.order_by(annotation_history.c.id)).mappings()
        return tuple(entries(rows))

    def _append(self, annotation: Annotation, before: str, after: str, at: datetime, by: str) -> None:
        """Add the middle that changed of what the history last knew, which outlives a deletion."""
        front, back, text = changed_middle(before, after)
        self._transaction.connection.execute(
            insert(annotation_history).values(
                at=at,
                application=annotation.application,
                annotation=annotation.id,
                front=front,
                back=back,
                text=text,
                digest=digest(after),
                author=by,
            )
        )
        self._transaction.touch(at)

    def _read(self, wanted: ColumnElement[bool]) -> tuple[Annotation, ...]:
        connection = self._transaction.connection
        rows = connection.execute(
            select(annotations).where(wanted).order_by(annotations.c.created, annotations.c.id)
        ).mappings()
        links: dict[str, list[tuple[str, str]]] = {}
        of_them = select(annotation_links).join(annotations, annotations.c.id == annotation_links.c.annotation)
        for annotation, criterion, direction in connection.execute(of_them.where(wanted)):
            links.setdefault(annotation, []).append((criterion, direction))
        return tuple(mapping.annotation(row, links.get(row["id"], ())) for row in rows)


def entries(rows: Iterable[RowMapping]) -> Iterator[AnnotationEntry]:
    """Yield the lines of the history in their order, each with the whole annotation before and after."""
    for row, before, after in proven(rows):
        yield AnnotationEntry(
            at=row["at"],
            annotation=AnnotationId(row["annotation"]),
            before=mapping.from_text(before) if before else None,
            after=mapping.from_text(after) if after else None,
            by=row["author"],
        )


def proven(rows: Iterable[RowMapping]) -> Iterator[tuple[RowMapping, str, str]]:
    """Yield each line with the texts before and after; one that its checksum does not prove is passed over.

    In a sound file all are proven; in one that could only be read in part, the others still tell what they hold.
    """
    present: dict[str, str] = {}
    for row in rows:
        before = present.get(row["annotation"], "")
        after = restored(before, row["front"], row["back"], row["text"])
        if digest(after) == row["digest"]:
            present[row["annotation"]] = after
            yield row, before, after
