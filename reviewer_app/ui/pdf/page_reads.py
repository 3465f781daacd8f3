"""What is read of a document apart from the window thread: the text of a page, its links, outline and labels.

Each is called once by the renderer; a document that gives none has empty ones, whatever goes wrong in it, because pages
show without them.
"""

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from reviewer_app.ui.pdf.opened import Guide, OpenedDocument, PageLinks, PageText

if TYPE_CHECKING:
    from reviewer_app.exchange.annex.pdf import PdfDocument


@dataclass(frozen=True, slots=True)
class ReadText:
    """Reads the text of one page."""

    opened: OpenedDocument
    page: int

    def __call__(self) -> PageText:
        """Read."""
        from reviewer_app.exchange.annex import text as annex_text
        from reviewer_app.exchange.annex.frame import PageFrame

        try:
            layer = annex_text.read_layer(_document(self.opened), self.page)
        except Exception:  # noqa: BLE001 # reason: as at the border of the thread; a hostile file must not end it
            width, height = self.opened.sizes[self.page]
            layer = annex_text.TextLayer(PageFrame((0.0, 0.0, width, height)), "", array("f"), ())
        return PageText(self.opened.number, self.page, layer)


@dataclass(frozen=True, slots=True)
class ReadLinks:
    """Reads the links of one page."""

    opened: OpenedDocument
    page: int

    def __call__(self) -> PageLinks:
        """Read."""
        from reviewer_app.exchange.annex import places as annex_places

        try:
            links = annex_places.links(_document(self.opened), self.page)
        except Exception:  # noqa: BLE001 # reason: as at the border of the thread; a hostile file must not end it
            links = ()
        return PageLinks(self.opened.number, self.page, links)


@dataclass(frozen=True, slots=True)
class ReadGuide:
    """Reads outline and page labels."""

    opened: OpenedDocument

    def __call__(self) -> Guide:
        """Read."""
        from reviewer_app.exchange.annex import places as annex_places

        document = _document(self.opened)
        try:
            return Guide(self.opened.number, annex_places.outline(document), annex_places.page_labels(document))
        except Exception:  # noqa: BLE001 # reason: as at the border of the thread; a hostile file must not end it
            return Guide(self.opened.number, (), ())


def _document(opened: OpenedDocument) -> "PdfDocument":
    return cast("PdfDocument", opened.document)
