"""What the renderer gives: an open document, rendered pages, text layers, links, outline and page labels, words."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from reviewer_app.domain.errors import VotumError

if TYPE_CHECKING:
    from reviewer_app.domain.text.search import FoundIn
    from reviewer_app.exchange.annex.destinations import AnnexLink, OutlineEntry
    from reviewer_app.exchange.annex.pdf import PdfDocument
    from reviewer_app.exchange.annex.text import TextLayer


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """An open PDF: its number, the sizes of its pages in points, and the document the thread renders from."""

    number: int
    sizes: tuple[tuple[float, float], ...]
    document: "PdfDocument" = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A rendered page of a document at a scale (px per point); `seconds` of CPU it took."""

    number: int
    page: int
    scale: float
    image: QImage
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class PageText:
    """The text layer of a page of a document."""

    number: int
    page: int
    layer: "TextLayer"


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links of a page of a document."""

    number: int
    page: int
    links: "tuple[AnnexLink, ...]"


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of some pages of a document from `first` on (from 0), ready to be searched; none past its end."""

    number: int
    first: int
    pages: "tuple[FoundIn, ...]"


@dataclass(frozen=True, slots=True)
class DocumentOutline:
    """The outline of a document (ISO 32000-1 §12.3.3) and the labels of its pages (§12.4.2)."""

    number: int
    outline: "tuple[OutlineEntry, ...]"
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageFailure:
    """A page that cannot be painted."""

    number: int
    page: int


@dataclass(frozen=True, slots=True)
class OpenFailure:
    """Why a document could not be opened; `ticket` is what `open` returned."""

    ticket: int
    error: VotumError
