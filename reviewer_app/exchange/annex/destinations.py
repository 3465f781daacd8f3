"""Where an annex itself points to: page labels, outline, links.

Nothing is opened or run from here: an address is text for a person to judge, and links that would start a program,
open another file or run something are told as such, so that a person who follows one hears why nothing happens.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from reviewer_app.exchange.annex.frame import Box
from reviewer_app.exchange.annex.pdf import PdfDocument
from reviewer_app.exchange.cleaning import one_line

MOST_ENTRIES = 2_000
MOST_LINKS = 1_000
DEEPEST = 12
MOST_CHARACTERS = 2_000
_UTF16 = 2


@dataclass(frozen=True, slots=True)
class Destination:
    """A page (from 0) and the height on it in user space, where one is named."""

    page: int
    top: float | None = None


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading of the outline; `depth` from 0. Without a target it only holds what is below it."""

    title: str
    depth: int
    target: Destination | None


class Refusal(StrEnum):
    """Why a link is not followed: it starts a program or opens a file, leads into another document, or does more."""

    LAUNCH = "launch"
    DOCUMENT = "document"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class AnnexLink:
    """A place in user space that leads to a page here, as `address` out of the document, or is refused; one of them."""

    box: Box
    target: Destination | None = None
    address: str = ""
    refusal: Refusal | None = None


def page_labels(document: PdfDocument) -> tuple[str, ...]:
    """Return the label of each page as the document counts (iv, A-3), the number where it has none."""
    with document.lent() as (pdfium, handle):
        labels = (_utf16(partial(pdfium.FPDF_GetPageLabel, handle, page)) for page in range(document.pages))
        return tuple(one_line(label) or str(page) for page, label in enumerate(labels, start=1))


def outline(document: PdfDocument) -> tuple[OutlineEntry, ...]:
    """Return the outline from top to bottom; entries that refer to themselves, and all beyond the limits, end it."""
    with document.lent() as (pdfium, handle):
        return tuple(_entries(pdfium, handle, document.pages))


def links(document: PdfDocument, page: int) -> tuple[AnnexLink, ...]:
    """Return the links of a page; those that lead nowhere are left out."""
    with document.lent() as (pdfium, handle), document.lent_page(page) as (_, opened):
        found: list[AnnexLink] = []
        position, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
        while len(found) < MOST_LINKS and pdfium.FPDFLink_Enumerate(opened, ctypes.byref(position), ctypes.byref(link)):
            if not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
                continue
            place = (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
            action = pdfium.FPDFLink_GetAction(link)
            target = _target(pdfium, handle, pdfium.FPDFLink_GetDest(handle, link), action, document.pages)
            address = "" if target else _address(pdfium, handle, action)
            refusal = None if target or address else _refusal(pdfium, action)
            if target or address or refusal:
                found.append(AnnexLink(place, target, address, refusal))
        return tuple(found)


def _entries(pdfium: Any, handle: Any, pages: int) -> Iterator[OutlineEntry]:  # noqa: ANN401  # a library without types
    seen: set[int] = set()
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(handle, None), 0)]
    while waiting and len(seen) < MOST_ENTRIES:
        mark, depth = waiting.pop()
        address = ctypes.cast(mark, ctypes.c_void_p).value if mark else None
        if address is None or address in seen:
            continue
        seen.add(address)
        title = one_line(_utf16(partial(pdfium.FPDFBookmark_GetTitle, mark)))
        dest, action = pdfium.FPDFBookmark_GetDest(handle, mark), pdfium.FPDFBookmark_GetAction(mark)
        yield OutlineEntry(title, depth, _target(pdfium, handle, dest, action, pages))
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(handle, mark), depth))
        if depth + 1 < DEEPEST:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(handle, mark), depth + 1))


def _target(pdfium: Any, handle: Any, dest: Any, action: Any, pages: int) -> Destination | None:  # noqa: ANN401  # as above
    if action and pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_GOTO:
        return None  # PDFium also names the page that a link into another file means there
    dest = dest or (pdfium.FPDFAction_GetDest(handle, action) if action else None)
    if not dest:
        return None
    page = pdfium.FPDFDest_GetDestPageIndex(handle, dest)
    if not 0 <= page < pages:
        return None
    return Destination(page, _top(pdfium, dest))


def _top(pdfium: Any, dest: Any) -> float | None:  # noqa: ANN401  # as above
    """Return the height that a destination names: as a place, or as the upper edge of what is to fit the width."""
    flags = [ctypes.c_int(0) for _ in range(3)]
    values = [ctypes.c_float(0) for _ in range(3)]
    if pdfium.FPDFDest_GetLocationInPage(dest, *flags, *values):
        return float(values[1].value) if flags[1].value else None
    count, numbers = ctypes.c_ulong(0), (ctypes.c_float * 4)()
    view = pdfium.FPDFDest_GetView(dest, ctypes.byref(count), numbers)
    fits_width = view in {pdfium.PDFDEST_VIEW_FITH, pdfium.PDFDEST_VIEW_FITBH}
    return float(numbers[0]) if fits_width and count.value else None


def _refusal(pdfium: Any, action: Any) -> Refusal | None:  # noqa: ANN401  # as above
    if not action:
        return None
    kind = pdfium.FPDFAction_GetType(action)
    elsewhere = {pdfium.PDFACTION_REMOTEGOTO, pdfium.PDFACTION_EMBEDDEDGOTO}
    if kind == pdfium.PDFACTION_GOTO:
        return None
    return (
        Refusal.LAUNCH if kind == pdfium.PDFACTION_LAUNCH else Refusal.DOCUMENT if kind in elsewhere else Refusal.ACTION
    )


def _address(pdfium: Any, handle: Any, action: Any) -> str:  # noqa: ANN401  # as above
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    size = min(pdfium.FPDFAction_GetURIPath(handle, action, None, 0), MOST_CHARACTERS)
    buffer = ctypes.create_string_buffer(max(1, size))
    pdfium.FPDFAction_GetURIPath(handle, action, buffer, size)
    return one_line(buffer.raw.split(b"\0")[0].decode("utf-8", errors="replace"))


def _utf16(ask: Callable[[Any, int], int]) -> str:
    """Ask PDFium for a text: first how long it is, then the text."""
    size = min(ask(None, 0), MOST_CHARACTERS * _UTF16)
    buffer = ctypes.create_string_buffer(max(_UTF16, size))
    ask(buffer, size)
    return buffer.raw[: max(0, size - _UTF16)].decode("utf-16-le", errors="replace")
