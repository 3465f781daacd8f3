"""The evidence list as Markdown (CommonMark): what people wrote is text and never markup."""

import re
from collections.abc import Iterator

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.exports.evidence.material import EvidenceLine, EvidenceList

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LEADING = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])", re.MULTILINE)


def markdown(found: EvidenceList) -> str:
    """Return the whole document."""
    return "\n".join(_document(found)) + "\n"


def _document(found: EvidenceList) -> Iterator[str]:
    yield f"# {_inside(' '.join(found.title.split()))}"
    yield ""
    yield escaped(messages.text("evidence.as_of", found.language, moment=locale.moment(found.as_of, found.language)))
    if not found.groups:
        yield ""
        yield escaped(messages.text("evidence.none", found.language))
    above, level = "", "##" if found.number else "###"
    for group in found.groups:
        if not found.number and group.application != above:
            above = group.application
            yield ""
            yield f"## {_inside(' '.join(above.split()))}"
        yield ""
        yield f"{level} {_inside(group.heading)}"
        for line in group.lines:
            yield ""
            yield from _entry(line, found.language)


def _entry(line: EvidenceLine, language: str) -> Iterator[str]:
    what = ", ".join(part for part in (line.kind, line.direction) if part)
    facts = (line.source, line.author, locale.day(line.created.date(), language), *line.marks)
    yield f"- **{_inside(what)}** · {' · '.join(_inside(fact) for fact in facts if fact)}"
    for text, lead in ((line.quote, "  > "), (line.note, "  ")):
        if text:
            yield ""
            yield from (f"{lead}{row}".rstrip() for row in escaped(text).splitlines())


def escaped(text: str) -> str:
    """Return text of people so that it reads as it was written."""
    plain = _inside(text)
    return _LEADING.sub(
        lambda found: f"{found[1]}{found[2]}\\{found[3]}" if found[2] else f"{found[4]}\\{found[5]}", plain
    )


def _inside(text: str) -> str:
    """Return text as it stands inside a line."""
    return _MARKUP.sub(r"\\\1", text)
