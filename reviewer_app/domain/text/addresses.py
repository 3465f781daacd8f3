"""Addresses that a paper points to, read before a person is asked: which may be opened at all, and how each is shown.

A paper is somebody else's word. Only what a browser or a mail program shows is ever offered; everything else is said.
"""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

OPENED = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it would be opened; `shown` hides nothing, `host` is whom it leads to, empty where nobody is named.

    `may_open` is False for all but http, https and mailto.
    """

    text: str
    shown: str
    host: str
    may_open: bool


def parse_address(address: str) -> Address:
    """Read an address: without a scheme, www.example.org counts as https and a bare mail address as mailto."""
    text = _whole(address.strip())
    scheme = _SCHEME.match(text)
    may_open = scheme is not None and scheme[1].lower() in OPENED
    host = _host(text) if may_open else ""
    return Address(text, _visible(text), host, may_open and bool(host))


def _whole(text: str) -> str:
    if _SCHEME.match(text):
        return text
    if text.lower().startswith("www."):
        return f"https://{text}"
    return f"mailto:{text}" if re.fullmatch(r"[^\s@/\\]+@[^\s@/\\]+", text) else text


def _host(text: str) -> str:
    try:
        parts = urlsplit(text)
        found = parts.path.rpartition("@")[2].partition("?")[0] if parts.scheme == "mailto" else parts.hostname or ""
    except ValueError:
        return ""
    return _visible(found)


def _visible(text: str) -> str:
    """Write what cannot be seen, or turns the order of reading, as percent signs and numbers."""
    return "".join(
        "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
        if unicodedata.category(char) in _INVISIBLE or (char.isspace() and char != " ")
        else char
        for char in text
    )
