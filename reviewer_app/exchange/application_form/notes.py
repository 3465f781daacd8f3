"""Gathers what there is to say about a workbook: one finding for each kind of remark, with the cells it concerns.

Seventy numbers written as text are one remark with seventy places, not seventy remarks.
"""

from collections.abc import Sequence

from reviewer_app.domain import spoken
from reviewer_app.domain.finding import Finding, Place, Severity
from reviewer_app.exchange.application_form.recognise import Spot
from reviewer_app.exchange.cleaning import one_line

_SHOWN = 5
_MOST_FOUND = 120


class Notes:
    """The remarks about one file."""

    def __init__(self, file: str) -> None:
        """Begin without remarks; `file` is the name people know it by."""
        self._file = file
        self._findings: list[Finding] = []
        self._cells: dict[str, list[tuple[Spot, str]]] = {}

    def say(self, code: str, severity: Severity, place: Place | None = None, found: str = "", **params: object) -> None:
        """Add a remark about the file or a sheet."""
        where = place or Place()
        self._findings.append(
            Finding(
                code,
                severity,
                Place(self._file, where.sheet, where.cell, where.field, where.row),
                found,
                {key: str(value) for key, value in params.items()},
            )
        )

    def cell(self, code: str, spot: Spot, severity: Severity, field: str, **params: object) -> None:
        """Add a remark about a cell: errors and warnings one by one, notes gathered."""
        if severity is Severity.NOTE:
            self._cells.setdefault(code, []).append((spot, field))
            return
        sheet, _, cell = spot.place.rpartition("!")
        length = spot.cell.length if spot.cell else 0
        self.say(code, severity, Place(sheet=sheet, cell=cell, field=field), _shown(spot), length=length, **params)

    def gather(self, code: str, spots: Sequence[Spot], severity: Severity = Severity.NOTE) -> None:
        """Add one remark about several cells."""
        first = spots[0]
        sheet, _, cell = first.place.rpartition("!")
        self.say(code, severity, Place(sheet=sheet, cell=cell), cells=_places(spots), count=len(spots))

    def list(self, code: str, names: Sequence[str], severity: Severity) -> None:
        """Add one remark that names several things."""
        more = f"+{len(names) - _SHOWN}" if len(names) > _SHOWN else ""
        self.say(code, severity, names=spoken.listed([*names[:_SHOWN], *([more] if more else [])]), count=len(names))

    def findings(self) -> tuple[Finding, ...]:
        """Return all remarks, those about the file first."""
        for code, spots in self._cells.items():
            self.gather(code, [spot for spot, _ in spots])
        self._cells = {}
        return tuple(self._findings)


def _places(spots: Sequence[Spot]) -> str:
    more = f" (+{len(spots) - _SHOWN})" if len(spots) > _SHOWN else ""
    return ", ".join(spot.place for spot in spots[:_SHOWN]) + more


def _shown(spot: Spot) -> str:
    if spot.cell is None:
        return ""
    return one_line(str(spot.cell.value if spot.cell.value is not None else spot.cell.fault))[:_MOST_FOUND]
