"""What lies in a workspace file while the program has it open: a second reader that only reads."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_ANSWERS = """
SELECT scores.criterion, scores.kind, scores.step, scores.rationale
FROM scores JOIN reviews ON reviews.id = scores.review JOIN applications ON applications.id = reviews.application
JOIN people ON people.id = reviews.person
WHERE applications.number = ? AND people.name = ?
"""

_PASSAGES = """
SELECT annotations.annex, annotations.page, annotations.quote, annotation_links.criterion
FROM annotations JOIN applications ON applications.id = annotations.application
LEFT JOIN annotation_links ON annotation_links.annotation = annotations.id
WHERE applications.number = ? ORDER BY annotations.page, annotation_links.criterion
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as stored: `step` counts from the scale's lowest value, None for anything but a number."""

    kind: str
    step: int | None
    rationale: str


def answers(workspace: Path, application: str, person: str) -> dict[str, Answer]:
    """Return the answers of one review by criterion, as of the last commit."""
    with closing(sqlite3.connect(f"{workspace.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(_ANSWERS, (application, person)).fetchall()
    return {key: Answer(kind, step, rationale) for key, kind, step, rationale in rows}


def passages(workspace: Path, application: str) -> list[tuple[str, int, str, str]]:
    """Return annex, page (from 0), words and criterion of what is marked, as of the last commit."""
    with closing(sqlite3.connect(f"{workspace.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(_PASSAGES, (application,)).fetchall()
