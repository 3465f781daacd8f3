"""Where a sentence begins and ends in running German (or English) text, around abbreviations, dates and numbers."""

import re

type Span = tuple[int, int]

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”“»«’)\]]*+(?=\s|$)")
_WORD_BEFORE = re.compile(r"[\w.,/-]+$")
_NEXT = re.compile(r"\s+[\"'„“»«(\[]*(\S+)")
_LONGEST = 60
"""Characters before a dot that are looked at: what is longer is neither an abbreviation nor a number of a day."""

_ORDINAL = re.compile(r"\d{1,2}|[IVX]{1,4}")

_LISTED = """
    abb abs abschn abt allg anh anl anm art aufl az bd bde betr bsp bspw bzgl bzw ca d.h dgl dipl dipl-ing dr
    e.g e.v ebd eigtl einschl engl etc evtl exkl f ff fig gem gez ggf ggfs grds hg hr hrsg i.d.r i.e inkl ing
    insb insbes jr kap kfm lfd lit lt m max med min mind mio mr mrd mrs ms n nr o.g p phil prof rd rer rn s
    s.o s.u sog spec st std str stellv tab techn tel tsd u u.a u.u usf usw v v.a vgl vol vs z z.b z.t zzgl
"""
_ABBREVIATIONS = frozenset(_LISTED.split())
"""Written small and without their last dot; single letters are always taken for one."""

_BEGINNING = """
    der die das dem den des ein eine einem einen einer es er sie wir in im am an auf aus bei beim für mit nach
    von vor zu zum zur über unter als auch damit dabei dafür dagegen daher darum dazu diese dieser dieses hier
    nur so wenn weil wie wo alle the a an it this that these in on for
"""
_OPENERS = frozenset(_BEGINNING.split())
"""Words that begin a sentence behind a number with a dot, which else is an ordinal („am 1. Oktober“)."""


def sentence(text: str, index: int) -> Span:
    """Return the half-open range of the sentence at `index` of a paragraph, without white space around it.

    Between two sentences it is the one before; an empty text gives an empty range.
    """
    start = 0
    for end in _ends(text):
        if index < end or not text[end:].strip():
            return _trimmed(text, start, end)
        start = end
        if text[index : index + 1].isspace() and not text[end : index + 1].strip():
            return _trimmed(text, _start_before(text, end), end)
    return _trimmed(text, start, len(text))


def _start_before(text: str, end: int) -> int:
    return max((one for one in _ends(text) if one < end), default=0)


def _ends(text: str) -> list[int]:
    return [*(found.end() for found in _END.finditer(text) if _is_end(text, found)), len(text)]


def _is_end(text: str, found: re.Match[str]) -> bool:
    following = _NEXT.match(text, found.end())
    if following is None:
        return True
    word = following[1]
    if word[0].islower():
        return False
    if not found[0].startswith(".") or found[0].startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(0, found.start() - _LONGEST), found.start())
    said = before[0].lower().lstrip(".") if before else ""
    if said in _ABBREVIATIONS or (len(said) == 1 and said.isalpha()) or re.fullmatch(r"(\w\.)+\w", said):
        return False
    if before and _ORDINAL.fullmatch(before[0]):
        return word.strip("„“\"'(").lower() in _OPENERS
    return True


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    return (start + left, start + len(inside.rstrip())) if inside.strip() else (start, start)
