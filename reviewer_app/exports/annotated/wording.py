"""What stands in the bubble of an exported annotation: its kind and criteria, then the note."""

from resources import messages
from reviewer_app.domain.annotation import Annotation, Direction, Link


def subject(annotation: Annotation, language: str) -> str:
    """Return the kind as a word."""
    return messages.text(f"annotation.kind.{annotation.kind}", language)


def contents(annotation: Annotation, language: str) -> str:
    """Return kind, criteria with direction, and note."""
    kind = subject(annotation, language)
    criteria = ", ".join(_criterion(link, language) for link in annotation.links)
    head = messages.text("annotated.about", language, kind=kind, criteria=criteria) if criteria else kind
    return f"{head}\n{annotation.note}" if annotation.note else head


def _criterion(link: Link, language: str) -> str:
    if link.direction is Direction.NONE:
        return link.criterion
    direction = messages.text(f"annotation.direction.{link.direction}", language)
    return messages.text("annotated.directed", language, criterion=link.criterion, direction=direction)
