"""The lines of the list of applications in words; read once the store has answered, as it brings half the domain."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from reviewer_app.domain import locale
from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationLine
from reviewer_app.ui.kit.list_model import ListCell
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated

if TYPE_CHECKING:
    from reviewer_app.domain.catalogue import Catalogue
    from reviewer_app.domain.reviews.consolidation import Consolidation
    from reviewer_app.services.applications.worklist import WorkRow

_SOON = 7
"""Days left from which the deadline is marked."""


class ApplicationLines(Translated):
    """Words the rows of one list; `as_reviewer` leaves out everything that others wrote."""

    def __init__(
        self, catalogue: "Catalogue", today: date, language: str, explain: Callable[[str], str], *, as_reviewer: bool
    ) -> None:
        """Word in `language` as of `today`; `explain` gives the words of a reason key."""
        self._catalogue = catalogue
        self._today = today
        self._language = language
        self._explain = explain
        self._as_reviewer = as_reviewer

    def line(self, row: "WorkRow") -> ApplicationLine:
        """Return the line of one application."""
        land, technology = self.entry("state", row.land), self.entry("technology", row.technology)
        withdrawn = row.state is ApplicationState.WITHDRAWN
        locked = row.conflict is ConflictOfInterest.EXCLUDED
        free = row.conflict is ConflictOfInterest.NONE
        asked = not withdrawn and not locked
        answered, total = row.progress
        conflict = self._conflict(row, withdrawn=withdrawn)
        cells = {ApplicationColumn.DUE: self._due(row, asked=asked), ApplicationColumn.CONFLICT: conflict}
        if not self._as_reviewer:
            cells[ApplicationColumn.REVIEWS] = ListCell(f"{row.submitted}/{row.expected}" if row.expected else "–")
            cells[ApplicationColumn.DISCUSSION] = self._discussion(row.consolidation, withdrawn=withdrawn)
            cells[ApplicationColumn.SUGGESTION] = self._suggestion(row.consolidation)
        procedure = self.entry("procedure", row.procedure) or row.procedure
        return ApplicationLine(
            number=row.number,
            name=row.name or row.number,
            facts=" · ".join(part for part in (row.number, land, technology) if part),
            short_facts=land,
            procedure=procedure,
            chip=self._chip(row, withdrawn=withdrawn, locked=locked),
            land=row.land,
            technology=row.technology,
            progress=row.progress if asked and self._as_reviewer else None,
            cells=cells,
            segments=self._segments(row, asked=asked, locked=locked),
            sorts=self._sorts(row, procedure, answered / total if total else 0, rests=not asked or row.is_submitted),
            short_due=self._short(row.due),
            statement=conflict.text if self._as_reviewer and not (withdrawn or free) else "",
            muted=withdrawn,
        )

    def entry(self, role: str, key: str) -> str:
        """Return the words of a value-list key in the field that plays a role; empty where there is none."""
        field = self._catalogue.by_role(role)
        entry = self._catalogue.entry(field, key) if field is not None and key else None
        return entry.name.read(self._language) if entry else ""

    def _chip(self, row: "WorkRow", *, withdrawn: bool, locked: bool) -> Chip:
        handed_in = self._as_reviewer and row.is_submitted
        for holds, chip in (
            (withdrawn, Chip(self.tr("Zurückgezogen"), Glyph.RING)),
            (locked, Chip(self.tr("Gesperrt"), Glyph.LOCK)),
            (row.release is not None, Chip(self.tr("Freigegeben"), Glyph.CHECK, "ok")),
            (handed_in, Chip(self.tr("Eingereicht"), Glyph.CHECK, "ok")),
            (row.formal_open > 0, Chip(self.tr("Nachforderung"), Glyph.TRIANGLE, "warn")),
        ):
            if holds:
                return chip
        if self._as_reviewer:
            begun = row.progress[0] > 0
            return Chip(self.tr("In Arbeit"), Glyph.HALF, "info") if begun else Chip(self.tr("Neu"), Glyph.RING)
        return {
            ApplicationState.REVIEWED: Chip(self.tr("Begutachtet"), Glyph.CHECK, "ok"),
            ApplicationState.IN_REVIEW: Chip(self.tr("In Begutachtung"), Glyph.HALF, "info"),
        }.get(row.state, Chip(self.tr("Eingegangen"), Glyph.RING))

    def _due(self, row: "WorkRow", *, asked: bool) -> ListCell:
        if row.due is None:
            return ListCell()
        day = locale.day(row.due, self._language)
        if not asked:
            return ListCell(day)
        if self._as_reviewer and row.mine is not None and row.mine.submitted_at is not None:
            handed_in = locale.day(row.mine.submitted_at.date(), self._language)
            return ListCell(
                day, self.tr("am {day}").format(day=handed_in.removesuffix(str(row.mine.submitted_at.year)))
            )
        if not self._as_reviewer and row.state is ApplicationState.REVIEWED:
            return ListCell(day)
        return ListCell(day, self._left(row.due), second_tone="warn" if self._days(row.due) <= _SOON else "text2")

    def _short(self, due: date | None) -> str:
        """Return day and month."""
        year = "" if due is None else str(due.year)
        return locale.day(due, self._language).removesuffix(year).strip() if due else ""

    def _days(self, due: date) -> int:
        return (due - self._today).days

    def _left(self, due: date) -> str:
        days = self._days(due)
        if days == 0:
            return self.tr("heute")
        if days < 0:
            return self.tr("gestern abgelaufen") if days == -1 else self.tr("seit {n} Tagen vorbei").format(n=-days)
        return counted(days, self.tr("noch 1 Tag"), self.tr("noch {n} Tage"))

    def _conflict(self, row: "WorkRow", *, withdrawn: bool) -> ListCell:
        if withdrawn:
            return ListCell("–", tone="text2")
        if row.conflict is ConflictOfInterest.EXCLUDED:
            return ListCell(self.tr("Ausgeschlossen"), icon="lock", tone="text2")
        if row.conflict is ConflictOfInterest.NONE:
            return ListCell(self.tr("Keine"), icon="check", tone="text2")
        return ListCell(self.tr("Noch nicht erklärt"), icon="question", tone="text2")

    def _discussion(self, case: "Consolidation | None", *, withdrawn: bool) -> ListCell:
        if case is None or withdrawn or not case.counted:
            return ListCell("–", tone="text2")
        open_ones = len(case.open_criteria)
        if open_ones:
            return ListCell(self.tr("{n} offen").format(n=open_ones), glyph=Glyph.DIAMOND, tone="warn", strong=True)
        return ListCell(self.tr("Keiner offen"), icon="check", tone="text2")

    def _suggestion(self, case: "Consolidation | None") -> ListCell:
        if case is None:
            return ListCell("–", tone="text2")
        rule, reason = case.suggestion.rule, case.suggestion.reason
        thresholds = case.catalogue.thresholds()[1]
        points = locale.points(case.figures.total, thresholds, self._language)
        total = self.tr("{points} Punkte").format(points=points) if case.figures.total is not None else ""
        if rule is None:
            return ListCell("–", total or (self._explain(f"reason.{reason.value}") if reason else ""), tone="text2")
        return ListCell(rule.name.read(self._language), f"{rule.id} · {total}" if total else rule.id)

    def _segments(self, row: "WorkRow", *, asked: bool, locked: bool) -> frozenset[str]:
        found = {"all"}
        if locked:
            found.add("locked")
        if self._as_reviewer:
            done = row.is_submitted
        else:
            case = row.consolidation
            settled = row.state is ApplicationState.REVIEWED and case is not None and not case.open_criteria
            done = settled or row.release is not None
        if asked:
            found.add("done" if done else "todo")
        return frozenset(found)

    def _sorts(
        self, row: "WorkRow", procedure: str, progress: float, *, rests: bool
    ) -> dict[ApplicationColumn, object]:
        case = row.consolidation
        total = case.figures.total if case is not None else None
        rule = case.suggestion.rule if case is not None else None
        name = row.name.lower()
        return {
            ApplicationColumn.APPLICATION: name,
            ApplicationColumn.PROCEDURE: procedure,
            ApplicationColumn.STATE: (row.state.value, -progress),
            ApplicationColumn.PROGRESS: -progress,
            ApplicationColumn.REVIEWS: row.submitted - row.expected,
            ApplicationColumn.DISCUSSION: -len(case.open_criteria) if case is not None else 1,
            ApplicationColumn.SUGGESTION: (rule is None, rule.id if rule else "", -(total or 0)),
            ApplicationColumn.DUE: (row.due or date.max, rests, -progress),
            ApplicationColumn.CONFLICT: list(ConflictOfInterest).index(row.conflict or ConflictOfInterest.OPEN),
        }
