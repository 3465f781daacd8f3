"""Where words stand on a page, letter for letter: white space, line ends, case and hyphens are free."""

from reviewer_app.domain.annotations.annotation import Quote
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


def found_again(text: str, quote: Quote) -> Span | None:
    """Return where a quote stands on its page: of several places the one whose surroundings agree; None if unclear."""
    places = occurrences(text, quote.text)
    if len(places) == 1:
        return places[0]
    before, after = letters(quote.before).text, letters(quote.after).text
    fitting = [
        (start, end)
        for start, end in places
        if letters(text[:start]).text.endswith(before) and letters(text[end:]).text.startswith(after)
    ]
    return fitting[0] if len(fitting) == 1 else None
