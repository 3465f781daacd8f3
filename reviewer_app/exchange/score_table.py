"""Score tables: CSV files with other reviewers' scores, read exactly or refused whole (docs/formats.md)."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain import locale, localised
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.localised import Words
from reviewer_app.domain.reviews.review import LONG_TEXT
from reviewer_app.domain.scale import NB, Scale, Value

COLUMNS = ("application", "reviewer", "criterion", "score", "rationale")
NEEDED = COLUMNS[:4]
_GERMAN = dict(zip(("antrag", "gutachter", "kriterium", "wert", "begründung"), COLUMNS, strict=True))
NOT_ASSESSABLE = frozenset({"n.b.", "nb", "na", "n.a.", "n/a"})
NUMBER_LIMIT = 40
MOST_DIGITS = 40
csv.field_size_limit(1 << 30)  # else a long reason is taken for a broken table, and its length is not said
_FORBIDDEN = frozenset('/\\:*?"<>|')


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of a table; `value` None where the cell is empty.

    `rationale` is None where the table has no such column; `row` counts lines of the file from 1.
    """

    row: int
    application: str
    reviewer: str
    criterion: str
    value: Value | None
    rationale: str | None


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A table as read: its entries, or (with errors among `findings`) none."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> bool:
        """Something in the table must be mended before any of it is taken."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def is_number(text: str) -> bool:
    """Say whether a text can be an application's number: 1 to 40 printable characters without path characters."""
    return 0 < len(text) <= NUMBER_LIMIT and text.isprintable() and not _FORBIDDEN & set(text) and text.strip(".") != ""


def decode(data: bytes) -> str:
    """Return the text of a table: UTF-8 with or without a byte order mark, else Windows-1252, then NFC."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return unicodedata.normalize("NFC", text)


def separator(head: str) -> str:
    """Return which of `;`, `,` and tab divides the head line."""
    return max(";,\t", key=head.count)


def number(text: str) -> Fraction | None:
    """Read a score with point or comma as decimal mark; None where it is not a plain number."""
    plain = text.strip().replace(",", ".")
    digits = plain.removeprefix("-").removeprefix("+")
    if (
        not digits
        or len(digits) > MOST_DIGITS
        or not all(part.isascii() and part.isdigit() for part in digits.split("."))
        or digits.count(".") > 1
    ):
        return None
    return Fraction(plain)


def clean(text: str) -> str:
    """Return a text trimmed, in NFC, line ends unified, without control and bidirectional characters."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    if plain.isprintable():
        return plain.strip()
    kept = (char for char in plain if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    return "".join(kept).strip()


def read_score_table(
    data: bytes, file: str, scale: Scale, criteria: Mapping[str, frozenset[str]] | frozenset[str]
) -> ScoreTable:
    """Read a table; every fault is a finding with the row's number.

    `criteria` are the known criterion keys, for all applications or by application number (`""` for the others).
    """
    if b"\0" in data[:4096]:
        return ScoreTable((), (Finding("table_not_text", Severity.ERROR, FindingPlace(file=file)),))
    text = decode(data)
    lines = text.splitlines()
    if not lines:
        return ScoreTable((), (Finding("table_empty", Severity.ERROR, FindingPlace(file=file)),))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(lines[0]), strict=True))
    except csv.Error:
        return ScoreTable((), (Finding("table_broken", Severity.ERROR, FindingPlace(file=file)),))
    return _Reader(file, scale, criteria).read(rows)


class _Reader:
    """Reads rows, gathers findings, sees to it that nobody scores twice."""

    def __init__(self, file: str, scale: Scale, criteria: Mapping[str, frozenset[str]] | frozenset[str]) -> None:
        self._file = file
        self._scale = scale
        self._criteria = criteria
        self._findings: list[Finding] = []
        self._values: dict[str, tuple[Value | None, str]] = {}
        self._seen: dict[tuple[str, str, str], Entry] = {}

    def read(self, rows: list[list[str]]) -> ScoreTable:
        head = [_GERMAN.get(name, name) for name in (cell.strip().casefold() for cell in rows[0])]
        missing = [name for name in NEEDED if name not in head]
        if missing:
            self._say("table_columns", 1, found="; ".join(rows[0])[:200], columns=", ".join(missing))
            return ScoreTable((), tuple(self._findings))
        twice = [name for name in COLUMNS if head.count(name) > 1]
        if twice:
            self._say("table_column_twice", 1, columns=", ".join(twice))
            return ScoreTable((), tuple(self._findings))
        extra = [name for name in head if name and name not in COLUMNS]
        if extra:
            place = FindingPlace(file=self._file, row=1)
            self._findings.append(
                Finding("table_extra_columns", Severity.NOTE, place, params={"columns": ", ".join(extra)})
            )
        needed = 1 + max(head.index(name) for name in NEEDED)
        for row, cells in enumerate(rows[1:], 2):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) < needed or any(cell.strip() for cell in cells[len(head) :]):
                self._say("table_row_length", row, count=str(len(cells)), columns=str(len(head)))
            else:
                self._take(row, dict(zip(head, cells, strict=False)))
        if not self._seen and not self._findings:
            self._say("table_empty", 1)
        return ScoreTable(tuple(self._seen.values()), tuple(self._findings))

    def _say(self, code: str, row: int, found: str = "", **params: Words) -> None:
        self._findings.append(Finding(code, Severity.ERROR, FindingPlace(file=self._file, row=row), found, params))

    def _known(self, application: str) -> frozenset[str]:
        if isinstance(self._criteria, Mapping):
            return self._criteria.get(application) or self._criteria.get("", frozenset())
        return self._criteria

    def _take(self, row: int, cells: Mapping[str, str]) -> None:
        application = clean(cells.get("application", ""))
        reviewer = " ".join(clean(cells.get("reviewer", "")).split())
        criterion = clean(cells.get("criterion", ""))
        rationale = clean(cells["rationale"] or "") if "rationale" in cells else None
        if not is_number(application):
            return self._say("table_application", row, application[:60])
        if not reviewer or len(reviewer) > 200:  # noqa: PLR2004 # as long as a name may be anywhere
            return self._say("table_reviewer", row, reviewer[:60])
        if criterion not in self._known(application):
            return self._say("table_criterion", row, criterion[:60])
        if rationale is not None and len(rationale) > LONG_TEXT:
            count, limit = (localised.in_each(locale.number, Fraction(one), 0) for one in (len(rationale), LONG_TEXT))
            return self._say("table_rationale", row, count=count, limit=limit)
        score = cells.get("score", "")
        if score not in self._values:
            self._values[score] = self._value(score)
        value, fault = self._values[score]
        if fault:
            return self._say(fault, row, score[:60], criterion=criterion)
        return self._keep(Entry(row, application, reviewer, criterion, value, rationale))

    def _value(self, text: str) -> tuple[Value | None, str]:
        plain = "".join(text.split()).casefold()
        if not plain:
            return None, ""
        if plain in NOT_ASSESSABLE:
            return (NB, "") if self._scale.not_assessable else (None, "table_not_assessable")
        value = number(plain)
        if value is None:
            return None, "table_not_a_number"
        return (value, "") if self._scale.contains(value) else (None, "table_off_scale")

    def _keep(self, entry: Entry) -> None:
        key = (entry.application, entry.reviewer, entry.criterion)
        before = self._seen.get(key)
        if before is None:
            self._seen[key] = entry
        elif (before.value, before.rationale) != (entry.value, entry.rationale):
            self._say("table_twice", entry.row, criterion=entry.criterion, first=str(before.row))


def by_review(entries: tuple[Entry, ...]) -> Iterator[tuple[tuple[str, str], tuple[Entry, ...]]]:
    """Yield ((application, reviewer), entries) in order of first appearance."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.application, entry.reviewer), []).append(entry)
    for key, found in groups.items():
        yield key, tuple(found)
