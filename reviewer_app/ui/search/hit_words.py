"""Where a hit of a search stands, in words: page, row, field, criterion."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reviewer_app.services.searchable import Hit
    from reviewer_app.ui.shell.context import Context

ICONS = {"form": "document", "annex": "document", "rationale": "pencil", "annotation": "pencil"}
OVERALL = "overall"


class HitWords(QObject):
    """Words hits of the round that is open."""

    def __init__(self, context: "Context", parent: QObject) -> None:
        """Word for `context`."""
        super().__init__(parent)
        self._context = context

    def place(self, hit: "Hit") -> str:
        """Return where a hit stands in its application."""
        if hit.where.value == "annex" or (hit.where.value == "annotation" and hit.annex):
            if hit.page is not None:
                return self.tr("{annex}, S.\u00a0{page}").format(annex=hit.annex, page=hit.page)
            return (
                hit.annex if hit.row is None else self.tr("{annex}, Zeile {row}").format(annex=hit.annex, row=hit.row)
            )
        if hit.where.value == "annotation":
            return self.tr("Anmerkung")
        if hit.where.value == "rationale":
            if hit.field == OVERALL:
                return self.tr("Gesamteindruck")
            return self.tr("Begründung {criterion}").format(criterion=hit.field)
        identity = self._context.identity
        field = identity.catalogue.field(hit.field) if identity is not None else None
        return field.label.read(self._context.language) if field is not None else hit.field

    def told(self, hit: "Hit") -> str:
        """Return the same with what it is: an annotation, or by whom."""
        place = self.place(hit)
        if hit.where.value == "annotation" and hit.annex:
            return self.tr("Anmerkung {place}").format(place=place)
        return f"{place} · {hit.reviewer}" if hit.reviewer else place
