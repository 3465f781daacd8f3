"""What every document says in one line: the reason for an agreed value, and what a formal check found."""

from fractions import Fraction

from resources import messages
from reviewer_app.domain import display
from reviewer_app.domain.completeness import FormalResult
from reviewer_app.domain.consolidation import CriterionFigures, ReviewFigures
from reviewer_app.domain.formal_checks import formal_text
from reviewer_app.exports.context import Context
from reviewer_app.exports.words import first_sentence, shorten


def formal_finding(context: Context, result: FormalResult) -> str:
    """Word what a formal check found, with the place in brackets where it was read."""
    try:
        text = formal_text(result, context.words.language, messages.text)
    except KeyError:  # a finding that is no key is shown as it is
        text = f"{result.finding} ({result.place})" if result.place else result.finding
    return context.people_text(text, result.check) or display.NOTHING


def short_reason(context: Context, shown: CriterionFigures) -> str:
    """Give the chair's reason, else the first sentence of the review nearest the agreed value; at most 160 letters."""
    if shown.consensus and shown.consensus.reason.strip():
        return shorten(context.people_text(shown.consensus.reason, f"{shown.key}, consensus"))
    if not context.counted:
        return display.NOTHING
    one = _nearest(context, shown)
    if one is None:
        return context.say("criteria.no_reason")
    text = context.people_text(one.review.rationale(shown.key), f"{shown.key}, {one.label}")
    return context.say("criteria.by_review", label=one.label, text=first_sentence(text))


def _nearest(context: Context, shown: CriterionFigures) -> ReviewFigures | None:
    """Give the review with a reason whose score lies nearest the agreed value, the first of several."""
    having = [one for one in context.counted if one.review.rationale(shown.key).strip()]

    def distance(one: ReviewFigures) -> tuple[int, Fraction]:
        value = one.review.value(shown.key)
        if shown.agreed is None or not isinstance(value, Fraction):
            return 1, Fraction(0)
        return 0, abs(value - shown.agreed)

    return min(having, key=distance) if having else None
