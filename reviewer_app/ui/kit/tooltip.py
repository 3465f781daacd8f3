"""Tooltips of words that come from files: Qt would read some of them as markup, which may name other files."""

from html import escape


def plain(words: str) -> str:
    """Return words for a tooltip so that they are shown as they are."""
    return f"<qt>{escape(words)}</qt>"
