"""The words around the list of applications: heads and segments, why it is empty, and what a preview says."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationFilter, ApplicationLine
from reviewer_app.ui.applications.page import PreviewWords
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated

if TYPE_CHECKING:
    from reviewer_app.services.applications.short_profile import ShortProfile


class ApplicationListWords(Translated):
    """Gives words; what a reviewer and what a chair sees differ."""

    def heads(self, *, as_reviewer: bool) -> dict[ApplicationColumn, str]:
        """Return the columns with their heads, in their order."""
        return {
            one: QCoreApplication.translate("ApplicationListWords", one.head)
            for one in ApplicationColumn
            if one.as_reviewer in {None, as_reviewer}
        }

    def segments(self, *, as_reviewer: bool) -> dict[str, str]:
        """Return the names of the segments."""
        return {
            "all": self.tr("Alle"),
            "todo": self.tr("Zu tun"),
            "done": self.tr("Eingereicht") if as_reviewer else self.tr("Freigegeben"),
            "locked": self.tr("Gesperrt"),
        }

    def no_fit(self, wanted: ApplicationFilter, *, as_reviewer: bool) -> str:
        """Say that nothing fits a filter."""
        segment = self.segments(as_reviewer=as_reviewer)[wanted.segment]
        if wanted.text:
            return self.tr("Kein Antrag passt auf „{text}“ in „{segment}“").format(text=wanted.text, segment=segment)
        return self.tr("Kein Antrag passt auf den Filter in „{segment}“").format(segment=segment)

    def preview(self, found: "ShortProfile", line: ApplicationLine) -> PreviewWords:
        """Return what a preview shows; without the person's statement only name and seat."""
        seat = ", ".join(part for part in (found.town, line.short_facts) if part)
        if not found.is_open:
            closed = (
                self.tr("Sie sind ausgeschlossen; der Inhalt bleibt geschlossen.")
                if found.conflict is ConflictOfInterest.EXCLUDED
                else self.tr("Ihre Erklärung zur Befangenheit steht aus; die Vorschau zeigt nur Name und Sitz.")
            )
            return PreviewWords(found.name, seat, closed=closed)
        profile = found.profile or self.tr("Das Formular enthält kein Kurzprofil.")
        facts = [line.facts, line.procedure]
        if found.orphans:
            n = found.orphans
            facts.append(counted(n, self.tr("1 Anmerkung ohne Stelle"), self.tr("{n} Anmerkungen ohne Stelle")))
        return PreviewWords(found.name, seat, " · ".join(facts), profile)
