"""Finds in whatever paper is in sight, with the same words for pages, form and tables; the strips beside them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.domain.text_finding import Wanted
from reviewer_app.ui.pdf.finding import Ticks
from reviewer_app.ui.pdf.page_finding import PageFinding
from reviewer_app.ui.pdf.page_painting import Overlays
from reviewer_app.ui.reading.form_finding import FormFinding
from reviewer_app.ui.reading.hit_strip import HitStrip
from reviewer_app.ui.reading.sheet_finding import SheetFinding

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer_app.ui.kit.theme import Theme
    from reviewer_app.ui.pdf.finding import Finding
    from reviewer_app.ui.reading.document_area import DocumentArea


_CALM = 60
"""Milliseconds after which the strips show what was found meanwhile."""


class AreaFinding(QObject):
    """The findings of a document area; `found_changed` and `moving` are those of the paper in sight."""

    found_changed = Signal()
    moving = Signal()

    def __init__(self, theme: "Theme", area: "DocumentArea") -> None:
        """Find in what `area` shows."""
        super().__init__(area)
        self._area = area
        self.pages = PageFinding(theme, area.pages, area.reader.texts)
        self.form = FormFinding(theme, area.form)
        self.sheets = SheetFinding(theme, area.sheets)
        area.pages.overlay = Overlays(area.reader.marks, self.pages)
        self._strips: dict[Finding, HitStrip] = {
            self.pages: HitStrip(theme, area.pages),
            self.form: HitStrip(theme, area.form),
        }
        for finding in (self.pages, self.form, self.sheets):
            finding.found_changed.connect(self._on_finding_found_changed)
            finding.moving.connect(self._on_finding_moving)
        for strip in self._strips.values():
            strip.place_chosen.connect(self._on_strip_place_chosen)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._show_strips)

    @property
    def here(self) -> "Finding | None":
        """What finds in the paper in sight; None where that has no text of its own (a picture, a sentence)."""
        area = self._area
        views: dict[QWidget | None, Finding]
        views = {area.pages: self.pages, area.form: self.form, area.sheets: self.sheets}
        return views.get(area.view)

    def find(self, sought: Wanted, *, move: bool = True) -> None:
        """Find in the paper in sight, and in no other."""
        for finding in (self.pages, self.form, self.sheets):
            if finding is self.here:
                finding.find(sought, move=move)
            elif finding.sought:
                finding.find(Wanted())

    def clear(self) -> None:
        """Mark nothing."""
        self.find(Wanted())

    def _on_finding_found_changed(self) -> None:
        if not self._calm.isActive():
            self._calm.start()
        if self.sender() is self.here:
            self.found_changed.emit()

    def _on_finding_moving(self) -> None:
        if self.sender() is self.here:
            self.moving.emit()

    def _show_strips(self) -> None:
        """Show where hits lie, not with every slice in which a few more are found."""
        for finding, strip in self._strips.items():
            strip.show_ticks(finding.ticks() if finding.sought else Ticks())

    def _on_strip_place_chosen(self, share: float) -> None:
        here = self.here
        hit = here.nearest(share) if here is not None else -1
        if here is not None and hit >= 0:
            here.go(hit)
