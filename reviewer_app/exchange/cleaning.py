"""Texts from people as they are kept: NFC, plain line ends, no control or bidirectional characters.

What is invisible can turn a sentence round on the screen or break a file that is written later.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\u0085\v\f]")
_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\n\t]*")
_SYMBOL_BULLETS = {0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF0FC: "✓"}
_GONE = frozenset({"Cc", "Cf", "Cs"})
# soft hyphen, zero width space, byte order mark: left by word processors, they mean nothing here
_HARMLESS = frozenset("\u00ad\u200b\ufeff\u2060")


def cleaned(text: str) -> tuple[str, bool]:
    """Return a text as it is kept, trimmed, and whether characters went that could have misled a reader."""
    plain = _LINE_ENDS.sub("\n", text)
    if _PLAIN.fullmatch(plain):
        return plain.strip(), False
    plain = unicodedata.normalize("NFC", plain).translate(_SYMBOL_BULLETS)
    kept = "".join(char for char in plain if char in "\n\t" or _stays(char))
    misled = len(kept) != sum(char not in _HARMLESS for char in plain)
    return kept.strip(), misled


def _stays(char: str) -> bool:
    code = ord(char)
    no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004  # Unicode, section 23.7
    return not no_character and unicodedata.category(char) not in _GONE


def clean(text: str) -> str:
    """Return a text as it is kept."""
    return cleaned(text)[0]


def one_line(text: str) -> str:
    """Return a text as it is kept, with every run of white space as one space."""
    return " ".join(clean(text).split())


def alike(text: str) -> str:
    """Return what two spellings of one word have in common: letters and digits without case, `e. V.` as `ev`."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())
