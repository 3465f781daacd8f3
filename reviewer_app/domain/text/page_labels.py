"""Pages as a paper counts them itself (iv, A-3) beside their number in the file."""

from collections.abc import Sequence


def named(page: int, labels: Sequence[str]) -> str:
    """Return how a page (from 1) is called: "iv (4)" where the paper counts otherwise, else its number."""
    label = labels[page - 1] if 0 < page <= len(labels) else ""
    return f"{label} ({page})" if label and label != str(page) else str(page)


def differ(labels: Sequence[str]) -> bool:
    """Say whether a paper counts its pages otherwise than from 1."""
    return any(label and label != str(page) for page, label in enumerate(labels, start=1))


def page_of(typed: str, labels: Sequence[str], count: int) -> int | None:
    """Return the page (from 1) a person means: the paper's own count comes first, "(4)" is always the fourth page."""
    text = typed.strip()
    wanted = text.casefold()
    if not wanted:
        return None
    exact = [page for page, label in enumerate(labels[:count], start=1) if label.strip() == text]
    alike = [page for page, label in enumerate(labels[:count], start=1) if label.strip().casefold() == wanted]
    if exact or alike:
        return (exact or alike)[0]
    digits = text.rpartition("(")[2].rstrip(")").strip() if text.endswith(")") else text
    page = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < len(str(count)) + 3 else 0
    return page if 1 <= page <= count else None
