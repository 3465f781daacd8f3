"""Every kind of file that must not be taken, and what is said about it: one table for readers and for the store."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.factories import filled_forms as forms
from tests.factories.papers import paper

_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file or folder that `make` puts into a folder, and the code of the one finding that refuses it."""

    name: str
    code: str
    make: Callable[[Path], Path]


def archive(*entries: tuple[str, bytes]) -> bytes:
    """Give a zip archive with these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def _file(name: str, content: Callable[[], bytes]) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content())
        return path

    return make


def _part(name: str, content: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """Give the filled form with one part changed."""
    return lambda: forms.with_part(forms.filled(), name, content(forms.part_of(forms.filled(), name)))


def _entities(part: bytes) -> bytes:
    head, _, rest = part.partition(b"<workbook")
    declared = b'<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    return (head or b'<?xml version="1.0"?>') + declared + b"<workbook" + rest


def _in_utf_7(part: bytes) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-7"?>' + part.partition(b"?>")[2]


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(forms.filled())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        with new.open("xl/media/image1.bin", "w", force_zip64=True) as entry:
            for _ in range(80):
                entry.write(b"\0" * 1_000_000)
    return out.getvalue()


def _link_entry() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("A03_Strategie.pdf")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(info, "/etc/passwd")
    return out.getvalue()


def _encrypted_zip() -> bytes:
    data = bytearray(archive(("Antrag.xlsx", b"x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + offset
        struct.pack_into("<H", data, place, struct.unpack_from("<H", data, place)[0] | 1)
    return bytes(data)


def _twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("A03.pdf", b"1")
        made.writestr("./A03.pdf", b"2")
    return out.getvalue()


def _many() -> bytes:
    return archive(*((f"{number}.pdf", b"") for number in range(2_001)))


def _large() -> bytes:
    return archive(("GC-2026-014_Antrag.xlsx", forms.filled()), ("A03.pdf", os.urandom(1 << 16) * 330))


def _linked_folder(folder: Path) -> Path:
    target = folder / "GC-2026-014 Verbund"
    target.mkdir()
    (folder / "anderswo.pdf").write_bytes(paper())
    (target / "A03_Strategie.pdf").symlink_to(folder / "anderswo.pdf")
    return target


def _pipe(folder: Path) -> Path:
    path = folder / "Antrag.xlsx"
    os.mkfifo(path)
    return path


def _empty_folder(folder: Path) -> Path:
    target = folder / "GC-2026-014 Verbund"
    (target / "A03").mkdir(parents=True)
    return target


def _two_forms(folder: Path) -> Path:
    target = folder / "Antraege"
    target.mkdir()
    for name in ("eins.xlsx", "zwei.xlsx"):
        (target / name).write_bytes(forms.filled())
    return target


def _without_number(folder: Path) -> Path:
    target = folder / "Unterlagen"
    target.mkdir()
    (target / "A03_Strategie.pdf").write_bytes(paper())
    return target


_STRANGE = b'<sheetData><row r="1"><c r="Z1" t="s"><v>99999</v></c></row>'


def _other_workbook(sheet: str = "Literatur") -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].title = sheet
    book.worksheets[0].append(["Titel", "Autor"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _package(form: bytes) -> bytes:
    return archive(("GC-2026-014_Antrag.xlsx", form), ("A03_Strategie.pdf", paper()))


BAD_FILES = (
    BadFile("empty workbook", "form_empty", _file("a.xlsx", bytes)),
    BadFile("a text called workbook", "form_not_a_workbook", _file("a.xlsx", lambda: b"Kein Excel")),
    BadFile("a picture called workbook", "form_not_a_workbook", _file("a.xlsx", lambda: b"\x89PNG\r\n\x1a\n" * 9)),
    BadFile("a zip called workbook", "form_not_a_workbook", _file("a.xlsx", lambda: archive(("x.txt", b"x")))),
    BadFile("cut in half", "form_damaged", _file("a.xlsx", lambda: _cut(forms.filled()))),
    BadFile("old Excel", "form_old_excel", _file("a.xlsx", lambda: _OLE)),
    BadFile("password", "form_protected", _file("a.xlsx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le"))),
    BadFile("another workbook", "form_not_recognised", _file("a.xlsx", _other_workbook)),
    BadFile("a scoring workbook", "package_scoring", _file("a.xlsx", lambda: _other_workbook("Stufen"))),
    BadFile("zip bomb", "form_bomb", _file("a.xlsx", _bomb)),
    BadFile("XML entities", "form_entities", _file("a.xlsx", _part("xl/workbook.xml", _entities))),
    BadFile(
        "broken XML",
        "form_damaged",
        _file("a.xlsx", _part("xl/worksheets/sheet1.xml", lambda part: part.replace(b"</row>", b"</raw>", 1))),
    ),
    BadFile(
        "a string that is not there",
        "form_damaged",
        _file("a.xlsx", _part("xl/worksheets/sheet1.xml", lambda part: part.replace(b"<sheetData>", _STRANGE, 1))),
    ),
    BadFile("an unknown encoding", "form_damaged", _file("a.xlsx", _part("xl/workbook.xml", _in_utf_7))),
    BadFile("no number", "form_number_missing", _file("a.xlsx", lambda: forms.workbook(antrag_nr=None))),
    BadFile("a wrong number", "form_number_form", _file("a.xlsx", lambda: forms.workbook(antrag_nr="014"))),
    BadFile("a path as number", "form_number_form", _file("a.xlsx", lambda: forms.workbook(antrag_nr="../../etc"))),
    BadFile("an empty package", "package_empty", _file("a.zip", bytes)),
    BadFile("no archive", "package_damaged", _file("a.antrag", lambda: b"PK nichts")),
    BadFile("a cut archive", "package_damaged", _file("a.zip", lambda: _cut(archive(("A03.pdf", paper() * 9))))),
    BadFile("a path upward", "package_path", _file("a.zip", lambda: archive(("../../A03.pdf", paper())))),
    BadFile("an absolute path", "package_path", _file("a.zip", lambda: archive(("/etc/A03.pdf", paper())))),
    BadFile("a nameless member", "package_path", _file("a.zip", lambda: archive(("A03.pdf", paper()), ("", b"x")))),
    BadFile("a drive", "package_path", _file("a.zip", lambda: archive(("C:\\A03.pdf", paper())))),
    BadFile("a link in an archive", "package_link", _file("a.zip", _link_entry)),
    BadFile("an encrypted archive", "package_encrypted", _file("a.zip", _encrypted_zip)),
    BadFile("an entry twice", "package_twice", _file("a.zip", _twice)),
    BadFile("too many entries", "package_entries", _file("a.zip", _many)),
    BadFile("an annex too large", "package_entry_size", _file("a.zip", _large)),
    BadFile("a damaged form in a package", "form_damaged", _file("a.zip", lambda: _package(_cut(forms.filled())))),
    BadFile("a link in a folder", "package_link", _linked_folder),
    BadFile("a pipe", "package_not_a_file", _pipe),
    BadFile("an empty folder", "package_no_files", _empty_folder),
    BadFile("two forms", "package_two_forms", _two_forms),
    BadFile("annexes without a number", "package_no_number", _without_number),
    BadFile("a PDF without a number", "package_no_number", _file("Strategie.pdf", paper)),
    BadFile("nothing", "package_gone", lambda folder: folder / "fehlt.xlsx"),
    BadFile("a picture", "package_unknown", _file("bild.png", lambda: b"\x89PNG")),
    BadFile("a bundle of a later version", "package_later", _file("a.runde", lambda: b"x")),
    BadFile("a review of a later version", "package_later", _file("a.gutachten", lambda: b"x")),
    BadFile("a table of bytes", "table_not_text", _file("a.csv", lambda: b"\0\1\2")),
    BadFile("an empty table", "table_empty", _file("a.csv", bytes)),
)
