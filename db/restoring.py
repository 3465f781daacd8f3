"""Scores and annotations that a damaged file has lost, brought back from the histories that hold them once more."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select

from db import annotation_rows, mapping
from db.connection import connect, file_uri
from db.engine import make_engine
from db.repositories import history as lines
from db.repositories.annotations import proven
from db.repositories.transaction import Library
from db.tables import (
    annotation_history,
    annotation_links,
    annotations,
    application_versions,
    applications,
    history,
    of_newest_version,
    people,
    reviews,
    scores,
)
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.scale import NB


@dataclass(slots=True)
class _Told:
    """What the history last said about one criterion of one review."""

    value: str = ""
    rationale: str = ""


def restore(file: Path, library: Library) -> int:
    """Add to the salvaged workspace `file` what only its histories know; return how many scores and annotations."""
    return _restore(file, lambda connection: _restored(connection, library)) + _restore(file, _restored_annotations)


def _restore(file: Path, look: Callable[[Connection], Iterator[None]]) -> int:
    """Bring back what `look` finds, all of it or, where that fails, nothing."""
    with closing(connect(file_uri(file, mode="rw"))) as raw:
        engine = make_engine(lambda: raw, name=file.name, writable=True)
        try:
            with engine.begin() as connection:
                return sum(1 for _ in look(connection))
        except (VotumError, ValueError, sqlite3.Error):
            return 0
        finally:
            engine.dispose()


def _restored(connection: Connection, library: Library) -> Iterator[None]:
    known = {(row.review, row.criterion) for row in connection.execute(select(scores.c.review, scores.c.criterion))}
    of_reviews = (
        select(reviews.c.id, application_versions.c.catalogue)
        .join(applications, applications.c.id == reviews.c.application)
        .join(application_versions, of_newest_version())
    )
    catalogue = {row.id: library.get(connection, row.catalogue) for row in connection.execute(of_reviews).all()}
    for (review, criterion), told in _told(connection).items():
        if (review, criterion) in known or review not in catalogue:
            continue
        if any(one.key == criterion for one in catalogue[review].criteria):
            scale = catalogue[review].scale
            value = NB if told.value == NB.value else scale.read(told.value)
            columns = mapping.answer_columns(scale, value)
            statement = insert(scores).values(review=review, criterion=criterion, rationale=told.rationale, **columns)
            connection.execute(statement)
            yield


def _told(connection: Connection) -> dict[tuple[str, str], _Told]:
    """Return the last answer and rationale of each criterion that the history proves by its checksums."""
    found: dict[tuple[str, str], _Told] = {}
    wanted = select(history).where(history.c.what.in_(("value", "rationale"))).order_by(history.c.id)
    for row in connection.execute(wanted).mappings():
        told = found.setdefault((row["review"], row["criterion"]), _Told())
        before = told.value if row["what"] == "value" else told.rationale
        after = lines.restored(before, row["front"], row["back"], row["text"])
        if lines.digest(after) != row["digest"]:
            continue
        if row["what"] == "value":
            told.value = after
        else:
            told.rationale = after
    return found


def _restored_annotations(connection: Connection) -> Iterator[None]:
    """Write each annotation and link that is lost as its history last proves it."""
    present = {row.id for row in connection.execute(select(annotations.c.id))}
    known = {(row.annotation, row.criterion) for row in connection.execute(select(annotation_links))}
    owners = set(connection.scalars(select(applications.c.id)))
    everybody = {None, *connection.scalars(select(people.c.id))}
    rows = connection.execute(select(annotation_history).order_by(annotation_history.c.id)).mappings().all()
    told = {row["annotation"]: after for row, _, after in proven(rows)}
    for text in told.values():
        one = annotation_rows.from_text(text) if text else None
        if one is None or one.application not in owners or one.author not in everybody:
            continue
        if one.id not in present:
            connection.execute(insert(annotations).values(**annotation_rows.columns(one)))
            yield
        for row in annotation_rows.link_rows(one):
            if (row["annotation"], row["criterion"]) not in known:
                connection.execute(insert(annotation_links).values(**row))
