"""Puts what was recognised of a scan under the pages in sight, when the paper opens and when more comes in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reviewer_app.services.recognising_text import RecognisedAnnex
    from reviewer_app.ui.pdf.opened import OpenedDocument
    from reviewer_app.ui.reading.document_area import DocumentArea
    from reviewer_app.ui.shell.context import Context


class RecognisedPaper(QObject):
    """Belongs to one half of the papers."""

    def __init__(self, context: "Context", area: "DocumentArea", parent: QObject) -> None:
        """Follow what `area` shows."""
        super().__init__(parent)
        self._context = context
        self._area = area
        self._opened: OpenedDocument | None = None
        self._sha256 = ""
        area.pages.document_shown.connect(self._on_pages_document_shown)

    def show(self, annex: "RecognisedAnnex") -> None:
        """Take the recognised text of an annex where that is the one in sight; pages with letters keep theirs."""
        opened = self._opened
        if opened is None or annex.sha256 != self._sha256 or not annex.pages:
            return
        fresh = annex.pages.keys() - opened.document.recognised.keys()
        opened.document.recognised = {**opened.document.recognised, **annex.pages}
        self._area.reader.texts.read_again(fresh)
        if fresh:
            finding = self._area.finding.pages
            finding.read_again(finding.sought)

    def _on_pages_document_shown(self, opened: "OpenedDocument | None") -> None:
        from reviewer_app.services.recognising_text import recognised_pages

        line = self._area.line
        self._opened, self._sha256 = opened, line.sha256 if line is not None else ""
        if opened is not None and self._sha256 and self._context.workspace is not None:
            self._context.operations.run(recognised_pages, self._sha256).done(self.show).read()
