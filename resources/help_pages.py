"""The pages of the help: plain files in German and English, one folder for each language, in one order.

A page is Markdown; its first line is "# " and the title. Links between pages are `help:topic`, none leads elsewhere.
"""

from dataclasses import dataclass
from functools import cache

from resources import path

TOPICS = (
    "first-steps",
    "applications",
    "reading",
    "papers",
    "marking",
    "finding",
    "scale",
    "annotations",
    "consolidation",
    "export",
    "import",
    "keys",
    "accessibility",
    "privacy",
    "trouble",
)


@dataclass(frozen=True, slots=True)
class HelpText:
    """One page: its topic, its title, and its text without the title."""

    topic: str
    title: str
    text: str


@cache
def pages(language: str) -> tuple[HelpText, ...]:
    """Return every page in `language` in the order of the overview.

    Raises OSError where a file is missing, ValueError where one has no title.
    """
    return tuple(_read(topic, language) for topic in TOPICS)


def page(topic: str, language: str) -> HelpText:
    """Return one page; raise KeyError for an unknown topic."""
    for one in pages(language):
        if one.topic == topic:
            return one
    raise KeyError(topic)


def find(typed: str, language: str) -> tuple[HelpText, ...]:
    """Return the pages that hold every word typed, those with all of them in the title first; nothing typed is all."""
    words = typed.lower().split()
    named = [one for one in pages(language) if all(word in one.title.lower() for word in words)]
    said = [one for one in pages(language) if all(word in f"{one.title} {one.text}".lower() for word in words)]
    return tuple(named + [one for one in said if one not in named])


def _read(topic: str, language: str) -> HelpText:
    head, _, text = path("help", language, f"{topic}.md").read_text(encoding="utf-8").partition("\n")
    if not head.startswith("# "):
        raise ValueError(f"help/{language}/{topic}.md has no title")
    return HelpText(topic, head[2:].strip(), text.strip())
