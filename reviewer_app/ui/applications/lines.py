"""The lines of the list of applications in words, whether its facts come from the store or were cached."""

from collections.abc import Mapping
from datetime import date

from reviewer_app.domain import locale
from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Act, roles_for
from reviewer_app.domain.reviews.standing import Standing, is_late
from reviewer_app.services.applications.work_rows import ListFigures, WorkList, WorkRow
from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationLine
from reviewer_app.ui.kit.list_model import ListCell
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated
from reviewer_app.ui.shell.standing import STANDING_SIGNS

_SOON = 7
"""Days left from which the deadline is marked."""


class ApplicationLines(Translated):
    """Words the rows of one list; `as_reviewer` leaves out everything that others wrote."""

    def __init__(self, found: WorkList, today: date, language: str) -> None:
        """Word in `language` as of `today`."""
        self.as_reviewer = found.role not in roles_for(Act.LIST_FIGURES)
        self._found = found
        self._today = today
        self._language = language

    def lines(self) -> list[ApplicationLine]:
        """Return the lines of all applications."""
        return [self._line(row) for row in self._found.rows]

    def choices(self) -> dict[str, dict[str, str]]:
        """Return what one can filter by: the Länder and technology fields of the list, in words by key."""
        found = self._found
        lands = {row.land: self._called(found.lands, row.land) for row in found.rows if row.land}
        fields = {row.technology: self._called(found.technologies, row.technology) for row in found.rows}
        fields.pop("", None)
        return {
            name: dict(sorted(words.items(), key=lambda one: one[1].lower()))
            for name, words in (("land", lands), ("technology", fields))
        }

    def _line(self, row: WorkRow) -> ApplicationLine:
        land = self._called(self._found.lands, row.land)
        technology = self._called(self._found.technologies, row.technology)
        withdrawn = row.state is ApplicationState.WITHDRAWN
        locked = row.conflict is ConflictOfInterest.EXCLUDED
        free = row.conflict is ConflictOfInterest.NONE
        asked = not withdrawn and not locked
        answered, total = row.progress
        conflict = self._conflict(row, withdrawn=withdrawn)
        cells = {ApplicationColumn.DUE: self._due(row, asked=asked), ApplicationColumn.CONFLICT: conflict}
        if not self.as_reviewer:
            cells[ApplicationColumn.REVIEWS] = self._reviews(row)
            cells[ApplicationColumn.DISCUSSION] = self._discussion(row.figures, withdrawn=withdrawn)
            cells[ApplicationColumn.SUGGESTION] = self._suggestion(row.figures)
        procedure = self._called(self._found.procedures, row.procedure) or row.procedure
        return ApplicationLine(
            number=row.number,
            name=row.name or row.number,
            facts=" · ".join(part for part in (row.number, land, technology) if part),
            short_facts=land,
            procedure=procedure,
            chip=self._chip(row, locked=locked),
            land=row.land,
            technology=row.technology,
            progress=row.progress if asked and self.as_reviewer else None,
            reasons_open=self._reasons_open(row) if asked and self.as_reviewer else "",
            cells=cells,
            segments=self._segments(row, asked=asked, locked=locked),
            sorts=self._sorts(row, procedure, answered / total if total else 0, rests=not asked or row.is_submitted),
            short_due=self._short(row.due),
            statement=conflict.text if self.as_reviewer and not (withdrawn or free) else "",
            muted=withdrawn,
        )

    def _called(self, names: Mapping[str, Localised], key: str) -> str:
        """Return what a key of a value list is called; empty where it has no name."""
        return names[key].read(self._language) if key in names else ""

    def _chip(self, row: WorkRow, *, locked: bool) -> Chip:
        """Return where the application stands; to a reviewer how far one's own review is, unless papers are missing."""
        standing = row.standing
        if standing is not Standing.WITHDRAWN:
            if locked:
                return Chip(self.tr("Gesperrt"), Glyph.LOCK)
            if self.as_reviewer and row.is_submitted:
                return Chip(self.tr("Eingereicht"), Glyph.CHECK, "ok")
            if self.as_reviewer and standing is not Standing.REQUESTED:
                begun = row.progress[0] > 0
                return Chip(self.tr("In Arbeit"), Glyph.HALF, "info") if begun else Chip(self.tr("Neu"), Glyph.RING)
        words = {
            Standing.RECEIVED: self.tr("Eingegangen"),
            Standing.REQUESTED: self.tr("Nachforderung"),
            Standing.IN_REVIEW: self.tr("In Begutachtung"),
            Standing.REVIEWED: self.tr("Begutachtet"),
            Standing.RELEASED: self.tr("Freigegeben"),
            Standing.WITHDRAWN: self.tr("Zurückgezogen"),
        }
        return Chip(words[standing], *STANDING_SIGNS[standing])

    def _reasons_open(self, row: WorkRow) -> str:
        n = row.reasons_open
        return counted(n, self.tr("1 Begründung offen"), self.tr("{n} Begründungen offen")) if n else ""

    def _reviews(self, row: WorkRow) -> ListCell:
        """Return how many reviews are handed in and, where all are, what is left to do before the release."""
        if not row.expected:
            return ListCell("–")
        left = ""
        if row.state is ApplicationState.REVIEWED and not row.is_released and row.figures is not None:
            left = self.tr("Klärung offen") if row.figures.unsettled else self.tr("Freigabe offen")
        return ListCell(f"{row.submitted}/{row.expected}", left)

    def _due(self, row: WorkRow, *, asked: bool) -> ListCell:
        if row.due is None:
            return ListCell()
        day = locale.day(row.due, self._language)
        if not asked:
            return ListCell(day)
        if self.as_reviewer and row.submitted_at is not None:
            handed_in = locale.day(row.submitted_at.date(), self._language)
            late = is_late(row.submitted_at, row.due)
            words = self.tr("am {day} nach Fristende") if late else self.tr("am {day}")
            shown = words.format(day=handed_in.removesuffix(str(row.submitted_at.year)))
            return ListCell(day, shown, second_tone="warn" if late else "text2")
        if not self.as_reviewer and row.state is ApplicationState.REVIEWED:
            one, several = self.tr("1 Gutachten nach Fristende"), self.tr("{n} Gutachten nach Fristende")
            return ListCell(day, counted(row.late, one, several) if row.late else "")
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
            return self.tr("gestern abgelaufen") if days == -1 else self.tr("seit {n} Tagen abgelaufen").format(n=-days)
        return counted(days, self.tr("noch 1 Tag"), self.tr("noch {n} Tage"))

    def _conflict(self, row: WorkRow, *, withdrawn: bool) -> ListCell:
        if withdrawn:
            return ListCell("–", tone="text2")
        if row.conflict is ConflictOfInterest.EXCLUDED:
            return ListCell(self.tr("Ausgeschlossen"), icon="lock", tone="text2")
        if row.conflict is ConflictOfInterest.NONE:
            return ListCell(self.tr("Keine"), icon="check", tone="text2")
        return ListCell(self.tr("Noch nicht erklärt"), icon="question", tone="text2")

    def _discussion(self, figures: ListFigures | None, *, withdrawn: bool) -> ListCell:
        if figures is None or withdrawn or not figures.counted:
            return ListCell("–", tone="text2")
        if figures.open_criteria:
            words = self.tr("{n} offen").format(n=figures.open_criteria)
            return ListCell(words, glyph=Glyph.DIAMOND, tone="warn", strong=True)
        return ListCell(self.tr("Keiner offen"), icon="check", tone="text2")

    def _suggestion(self, figures: ListFigures | None) -> ListCell:
        if figures is None:
            return ListCell("–", tone="text2")
        points = locale.points(figures.total, figures.thresholds, self._language)
        total = self.tr("{points} Punkte").format(points=points) if figures.total is not None else ""
        result = figures.result.read(self._language)
        if not figures.rule:
            return ListCell("–", total or result, tone="text2")
        return ListCell(result, f"{figures.rule} · {total}" if total else figures.rule)

    def _segments(self, row: WorkRow, *, asked: bool, locked: bool) -> frozenset[str]:
        found = {"all"}
        if locked:
            found.add("locked")
        done = row.is_submitted if self.as_reviewer else row.is_released
        if asked:
            found.add("done" if done else "todo")
        return frozenset(found)

    def _sorts(self, row: WorkRow, procedure: str, progress: float, *, rests: bool) -> dict[ApplicationColumn, object]:
        figures = row.figures
        rule = figures.rule if figures is not None else ""
        return {
            ApplicationColumn.APPLICATION: row.name.lower(),
            ApplicationColumn.PROCEDURE: procedure,
            ApplicationColumn.STATE: (list(Standing).index(row.standing), -progress),
            ApplicationColumn.PROGRESS: -progress,
            ApplicationColumn.REVIEWS: row.submitted - row.expected,
            ApplicationColumn.DISCUSSION: -figures.open_criteria if figures is not None else 1,
            ApplicationColumn.SUGGESTION: (not rule, rule, -(figures.total or 0) if figures is not None else 0),
            ApplicationColumn.DUE: (row.due or date.max, rests, -progress),
            ApplicationColumn.CONFLICT: list(ConflictOfInterest).index(row.conflict or ConflictOfInterest.OPEN),
        }
