"""What a file is by its first bytes, never by its name."""

from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.safe_zip import open_zip

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
CSV = "text/csv"
ZIP = "application/zip"
UNKNOWN = "application/octet-stream"

_STARTS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"{\\rtf", "application/rtf"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
)
_OFFICE = (("xl/workbook.xml", XLSX), ("word/document.xml", DOCX), ("ppt/presentation.xml", PPTX))
_ENDINGS = {PDF: "pdf", XLSX: "xlsx", DOCX: "docx", PPTX: "pptx", CSV: "csv", ZIP: "zip"}
_HEAD = 1024


def media_type(data: bytes) -> str:
    """Return the media type of a file by its content, empty where there is none."""
    if not data:
        return ""
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return PDF
    if head.startswith(b"PK"):
        return _zip_kind(data)
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head.lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return UNKNOWN if b"\0" in head else CSV


def ending(kind: str) -> str:
    """Return the usual ending of a media type without the dot, empty where we know none."""
    return _ENDINGS.get(kind, "")


def _zip_kind(data: bytes) -> str:
    try:
        with open_zip(data) as archive:
            names = {name.casefold() for name in archive.files}
    except FileFault:
        return ZIP
    return next((kind for part, kind in _OFFICE if part in names), ZIP)
