"""Where words stand on a page, letter for letter: white space, line ends, case and hyphens are free."""

from reviewer_app.domain.text.letters import letters
from reviewer_app.domain.text.sentences import Span


def occurrences(text: str, quote: str) -> tuple[Span, ...]:
    """Return the half-open ranges of `text` that say `quote`, in their order; words without a letter are nowhere."""
    page, wanted = letters(text), letters(quote).text
    found: list[Span] = []
    start = page.text.find(wanted) if wanted else -1
    while start >= 0:
        found.append(page.span(start, start + len(wanted)))
        start = page.text.find(wanted, start + len(wanted))
    return tuple(found)
