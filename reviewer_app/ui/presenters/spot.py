"""What is to be marked, before it is an annotation."""

from dataclasses import dataclass, field

from reviewer_app.domain.annotation import Quote, Style, Target


@dataclass(frozen=True, slots=True)
class Spot:
    """Where, how, and the words there."""

    target: Target
    style: Style
    quote: Quote = field(default_factory=Quote)
