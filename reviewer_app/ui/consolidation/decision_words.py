"""Words what was agreed on a criterion before, and when an application was released."""

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain import display
from reviewer_app.domain.consolidation import ConsensusOrigin, Release
from reviewer_app.ui.consolidation.decision_lines import DecisionLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer_app.services.ports import HistoryEntry


class DecisionWords(QObject):
    """Words decisions in one language."""

    def __init__(self, language: str) -> None:
        """Word in `language`."""
        super().__init__()
        self._language = language

    def lines(self, told: "Sequence[HistoryEntry]", key: str) -> tuple[DecisionLine, ...]:
        """Return the steps of criterion `key`, the newest first, among them releases once it was agreed on."""
        if not any(one.criterion == key for one in told):
            return ()
        return tuple(self._line(one) for one in reversed(told) if one.criterion == key or one.what == "release")

    def _line(self, one: "HistoryEntry") -> DecisionLine:
        change = self._release(one) if one.what == "release" else self._change(one)
        who = " · ".join(part for part in (display.moment(one.at, self._language), one.by) if part)
        return DecisionLine(change, who, one.note)

    def _release(self, one: "HistoryEntry") -> str:
        return self.tr("Freigegeben") if one.after else self.tr("Freigabe zurückgenommen")

    def _change(self, one: "HistoryEntry") -> str:
        before, after = self._value(one.before), self._value(one.after)
        if not one.after:
            return self.tr("{value} zurückgenommen").format(value=before)
        if one.origin == ConsensusOrigin.TAKEN.value:
            after = self.tr("{value} vom Median übernommen").format(value=after)
        return f"{before} → {after}" if one.before else after

    def _value(self, text: str) -> str:
        return display.score(Fraction(text), self._language) if text else display.NOTHING

    def released(self, release: Release) -> str:
        """Say who released it and when."""
        day = display.day(release.at.date(), self._language)
        if not release.by:
            return self.tr("Freigegeben am {day}").format(day=day)
        return self.tr("Freigegeben am {day}, {who}").format(day=day, who=release.by)
