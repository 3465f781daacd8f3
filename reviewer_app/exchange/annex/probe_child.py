"""Looks into PDF files in a process of its own, so that a hostile one can only take that process along.

Run as a script, it imports nothing of ours: files come in over standard input, the lengths of file and password before
both, each is answered by one line of JSON. Memory is limited here, time by the parent.
"""

import ctypes
import json
import os
import sys
from typing import Any, BinaryIO

MEMORY = 2_000_000_000
MOST_PAGES = 2_000
MOST_OBJECTS = 60_000
LENGTH_BYTES = 8
_PASSWORD_ERRORS = (4, 5)
_DEPTH = 6
_SMALL = 0.2
_WHITE = 250
_TEXT_SAMPLE = 400
_RUNNING = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/SubmitForm": "submit_form",
    "/ImportData": "import_data",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/RichMediaExecute": "media",
    "/GoTo3DView": "media",
}
_MEDIA = frozenset({"/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"})


def main() -> None:
    """Answer every file until the input ends."""
    _limit_memory()
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # libraries may print; only answers leave by this way
    while (asked := _next(sys.stdin.buffer)) is not None:
        answers.write(json.dumps(probe(*asked)) + "\n")
        answers.flush()


def probe(data: bytes, password: bytes = b"") -> dict[str, Any]:
    """Return pages, pages with text, blank pages (from 1), password (bool), broken (bool) and active (kinds)."""
    found: dict[str, Any] = {"pages": 0, "text": 0, "blank": [], "password": False, "broken": False, "active": []}
    _pages(data, password, found)
    if not found["password"]:
        found["active"] = sorted(_active(data, password).union(found["active"]))
    return found


def _next(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Return the next file and its password, empty where it needs none."""
    heads = [stream.read(LENGTH_BYTES) for _ in range(2)]
    if len(heads[-1]) < LENGTH_BYTES:
        return None
    data, password = (stream.read(int.from_bytes(head, "big")) for head in heads)
    return data, password


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return  # Windows has no such limit; there the parent's clock is the only one
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _pages(data: bytes, password: bytes, found: dict[str, Any]) -> None:
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
    document = pdfium.FPDF_LoadMemDocument64(buffer, len(data), password or None)
    if not document:
        found["password"] = pdfium.FPDF_GetLastError() in _PASSWORD_ERRORS
        found["broken"] = not found["password"]
        return
    found["pages"] = max(0, pdfium.FPDF_GetPageCount(document))
    if pdfium.FPDFDoc_GetAttachmentCount(document) > 0:
        found["active"].append("embedded_file")
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        found["active"].append("javascript")
    unreadable = 0
    for index in range(min(found["pages"], MOST_PAGES)):
        page = pdfium.FPDF_LoadPage(document, index)
        if not page:
            unreadable += 1
            continue
        if _has_text(pdfium, page):
            found["text"] += 1
        elif _is_blank(pdfium, page):
            found["blank"].append(index + 1)
        pdfium.FPDF_ClosePage(page)
    found["broken"] = unreadable > 0 and unreadable == min(found["pages"], MOST_PAGES)
    pdfium.FPDF_CloseDocument(document)


def _has_text(pdfium: Any, page: Any) -> bool:  # noqa: ANN401  # the library comes without types
    layer = pdfium.FPDFText_LoadPage(page)
    if not layer:
        return False
    count = min(pdfium.FPDFText_CountChars(layer), _TEXT_SAMPLE)
    codes = (pdfium.FPDFText_GetUnicode(layer, index) for index in range(count))
    seen = any(code > ord(" ") and not chr(code).isspace() for code in codes if code < sys.maxunicode)
    pdfium.FPDFText_ClosePage(layer)
    return seen


def _is_blank(pdfium: Any, page: Any) -> bool:  # noqa: ANN401  # the library comes without types
    width = max(1, min(400, int(pdfium.FPDF_GetPageWidthF(page) * _SMALL)))
    height = max(1, min(400, int(pdfium.FPDF_GetPageHeightF(page) * _SMALL)))
    pixels = ctypes.create_string_buffer(width * height)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, pixels, width)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return min(pixels.raw) >= _WHITE


def _active(data: bytes, password: bytes) -> set[str]:
    """Name what a document could run or hand out: scripts, launches, forms that send, media, embedded files."""
    import io
    import logging

    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    found: set[str] = set()
    try:
        with pikepdf.open(io.BytesIO(data), password=password.decode(), suppress_warnings=True) as pdf:
            for count, thing in enumerate(pdf.objects):
                if count > MOST_OBJECTS:
                    break
                _search(thing, found, 0)
    except MemoryError:
        raise  # what fills the memory here would fill it again where there is no limit
    except Exception:  # noqa: BLE001  # whatever else a hostile file provokes: what was found until then counts
        return found
    return found


def _search(thing: Any, found: set[str], depth: int) -> None:  # noqa: ANN401  # any object of a PDF
    """Look into an object and what it holds directly; what it refers to comes by itself."""
    import pikepdf

    if isinstance(thing, pikepdf.Array):
        parts = list(thing)[:MOST_OBJECTS]
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        found.update(_named(thing))
        parts = [thing[key] for key in thing.keys()]  # noqa: SIM118  # a PDF dictionary iterates over nothing
    else:
        return
    for part in parts if depth < _DEPTH else ():
        if isinstance(part, pikepdf.Dictionary | pikepdf.Array) and not part.is_indirect:
            _search(part, found, depth + 1)


def _named(thing: Any) -> set[str]:  # noqa: ANN401  # a dictionary of a PDF
    keys = set(thing.keys())
    named = {kind for key, kind in (("/JS", "javascript"), ("/EF", "embedded_file"), ("/XFA", "xfa")) if key in keys}
    if "/S" in keys and (kind := _RUNNING.get(str(thing["/S"]))):
        named.add(kind)
    if "/Type" in keys and str(thing["/Type"]) == "/EmbeddedFile":
        named.add("embedded_file")
    if "/Subtype" in keys and str(thing["/Subtype"]) in _MEDIA:
        named.add("media")
    return named


if __name__ == "__main__":
    main()
