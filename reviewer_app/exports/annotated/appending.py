"""Changes to a PDF written behind its bytes, so that what was there, and every signature over it, stays as it was.

An update of ISO 32000-1, 7.5.6: changed objects, a cross-reference section of the kind the file ends with, /Prev.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import pikepdf

type ObjectKey = tuple[int, int]
"""Number and generation of an object."""

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF[\s\x00]*\Z")
_OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b")
_TABLE = re.compile(rb"\s*xref\s")
_TAIL = 1024
_HEADER = b"%PDF-"
_KEPT = ("/Root", "/Info", "/ID")


def last_section(data: bytes) -> int | None:
    """Return where the last cross-reference section stands, None where a reader would have to search for it."""
    found = _START.search(data[-_TAIL:])
    place = int(found[1]) if found else -1
    fits = 0 < place < len(data) and (_TABLE.match(data, place) or _OBJECT.match(data, place))
    return place if fits and data.startswith(_HEADER) else None


def serialised(thing: pikepdf.Object) -> bytes:
    """Return an object as it stands in a file; what it refers to stays a reference."""
    if not isinstance(thing, pikepdf.Stream):
        return thing.unparse(resolved=True)
    data = thing.read_raw_bytes()
    kept = thing.stream_dict
    head = pikepdf.Dictionary({key: kept[key] for key in kept.keys()})  # noqa: SIM118  # a PDF dictionary iterates over nothing
    head.Length = len(data)
    return head.unparse() + b"\nstream\n" + data + b"\nendstream"


def appended(data: bytes, section: int, objects: Mapping[ObjectKey, bytes], trailer: pikepdf.Object) -> bytes:
    """Return the bytes with the objects behind them; `section` is what `last_section` found."""
    out = bytearray(data)
    if not data.endswith((b"\n", b"\r")):
        out += b"\n"
    places: dict[ObjectKey, int] = {}
    for key, body in sorted(objects.items()):
        places[key] = len(out)
        out += b"%d %d obj\n%b\nendobj\n" % (*key, body)
    start = len(out)
    size = max(int(trailer.Size), max(number for number, _ in objects) + 1)
    head = pikepdf.Dictionary({key: trailer[key] for key in _KEPT if key in trailer})
    head.Prev = section
    if _TABLE.match(data, section):
        head.Size = size
        out += b"xref\n" + b"".join(_table(places)) + b"trailer\n" + head.unparse()
    else:
        places[size, 0] = start
        head.Size = size + 1
        out += b"%d 0 obj\n" % size + _stream(head, places) + b"\nendobj"
    out += b"\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _table(places: Mapping[ObjectKey, int]) -> Iterator[bytes]:
    for run in _runs(sorted(places)):
        yield b"%d %d\n" % (run[0][0], len(run))
        yield from (b"%010d %05d n \n" % (places[key], key[1]) for key in run)


def _stream(head: pikepdf.Dictionary, places: Mapping[ObjectKey, int]) -> bytes:
    width = (max(places.values()).bit_length() + 7) // 8
    keys = sorted(places)
    rows = b"".join(b"\x01" + places[key].to_bytes(width, "big") + key[1].to_bytes(2, "big") for key in keys)
    head.Type = pikepdf.Name.XRef
    head.W = pikepdf.Array([1, width, 2])
    head.Index = pikepdf.Array([value for run in _runs(keys) for value in (run[0][0], len(run))])
    head.Length = len(rows)
    return head.unparse() + b"\nstream\n" + rows + b"\nendstream"


def _runs(keys: Sequence[ObjectKey]) -> Iterator[list[ObjectKey]]:
    """Give the objects in runs of successive numbers."""
    for _, run in groupby(enumerate(keys), lambda each: each[1][0] - each[0]):
        yield [key for _, key in run]
