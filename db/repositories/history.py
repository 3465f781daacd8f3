"""The append-only history of what people decided and wrote; every version of every text can be brought back.

A rationale is saved every second while somebody types, so a text's line holds only the middle that changed: an hour of
typing costs some kilobytes and loses nothing. Reading joins a run of typing into one line.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import RowMapping, select

from db.repositories.transaction import Transaction
from db.tables import history, plain
from reviewer_app.domain.ids import ApplicationId, ReviewId
from reviewer_app.services.ports import HistoryEntry

RUN = timedelta(minutes=5)
SLIP = 20
TEXTS = ("rationale", "overall")


class HistorySubject(NamedTuple):
    """What a line of the history is about; `review` None and `criterion` empty where they do not apply."""

    application: str
    review: str | None
    criterion: str
    what: str


class Stamp(NamedTuple):
    """When and by whom something changed; `note` is the reason given, `origin` where it came from."""

    at: datetime
    by: str
    origin: str = ""
    note: str = ""


type HistoryChange = tuple[HistorySubject, str, str, Stamp]
"""What changed, what stood there before and what stands there after, both as they are stored, and when by whom."""


def append(transaction: Transaction, spot: HistorySubject, before: str, after: str, stamp: Stamp) -> None:
    """Add a line and note the change of the round. `before` is what stood there; both texts as they are stored."""
    append_all(transaction, [(spot, before, after, stamp)])


def append_all(transaction: Transaction, lines: Sequence[HistoryChange]) -> None:
    """Add lines in their order, in one statement."""
    if lines:
        transaction.insert(history, [_columns(*line) for line in lines])
        transaction.touch(max(stamp.at for *_, stamp in lines))


def _columns(spot: HistorySubject, before: str, after: str, stamp: Stamp) -> dict[str, object]:
    front, back, text = changed_middle(before, after) if spot.what in TEXTS else (0, 0, after)
    return {
        "at": stamp.at,
        "application": spot.application,
        "review": spot.review,
        "criterion": spot.criterion,
        "what": spot.what,
        "front": front,
        "back": back,
        "text": text,
        "digest": digest(plain(after)),
        "author": stamp.by,
        "origin": stamp.origin,
        "note": stamp.note,
    }


def read(transaction: Transaction, application: ApplicationId) -> tuple[HistoryEntry, ...]:
    """Return the history of an application, oldest first, each run of typing as one line."""
    rows = transaction.connection.execute(
        select(history).where(history.c.application == application).order_by(history.c.id)
    ).mappings()
    return joined(entries(rows))


def entries(rows: Iterable[RowMapping]) -> list[HistoryEntry]:
    """Return every line of rows in their order, with the whole texts before and after."""
    present: dict[HistorySubject, str] = {}
    found = []
    for row in rows:
        spot = HistorySubject(row["application"], row["review"], row["criterion"], row["what"])
        before = present.get(spot, "")
        after = present[spot] = restored(before, row["front"], row["back"], row["text"])
        found.append(
            HistoryEntry(
                at=row["at"],
                application=ApplicationId(spot.application),
                review=None if spot.review is None else ReviewId(spot.review),
                criterion=spot.criterion,
                what=spot.what,
                before=before,
                after=after,
                by=row["author"],
                origin=row["origin"],
                note=row["note"],
            )
        )
    return found


def joined(lines: Iterable[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    """Join successive changes of one text by one person within RUN, unless one took away more than SLIP characters.

    So what was deleted at one go always has a line of its own that still holds it.
    """
    shown: list[HistoryEntry] = []
    runs: dict[tuple[object, ...], tuple[int, datetime]] = {}
    for line in lines:
        key = (line.review, line.criterion, line.what, line.by, line.origin)
        front, back, _ = changed_middle(line.before, line.after)
        removed = len(line.before) - front - back
        run = runs.get(key) if line.what in TEXTS and removed <= SLIP else None
        if run is not None and line.at - run[1] <= RUN and shown[run[0]].after == line.before:
            shown[run[0]] = replace(shown[run[0]], at=line.at, after=line.after)
            continue
        runs[key] = (len(shown), line.at)
        shown.append(line)
    return tuple(shown)


def changed_middle(before: str, after: str) -> tuple[int, int, str]:
    """Return how many characters stay in front and at the end, and the new text between them."""
    if not before:
        return 0, 0, after
    front = _common(before, after)
    rest_before, rest_after = before[front:], after[front:]
    back = _common(rest_before[::-1], rest_after[::-1])
    return front, back, rest_after[: len(rest_after) - back]


def restored(before: str, front: int, back: int, text: str) -> str:
    """Return the text that `changed_middle` took apart."""
    return before[:front] + text + before[len(before) - back :]


def digest(text: str) -> str:
    """Return the short checksum that proves a chain of changes (16 hexadecimal characters)."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _common(one: str, other: str) -> int:
    """Return the length of the longest common beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
