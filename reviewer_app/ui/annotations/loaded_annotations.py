"""The annotations one may see, with what is looked for in them ready, so that typing never waits for thousands."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.domain.annotation import Annotation
from reviewer_app.domain.annotation_list import spelt
from reviewer_app.services.annotating import Listed, annotations
from reviewer_app.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class LoadedAnnotations:
    """Annotations of the round, and the letters of each by id."""

    listed: tuple[Listed, ...]
    texts: Mapping[str, str]

    def having(self, typed: str) -> tuple[Listed, ...]:
        """Return the annotations with every word typed in quote, note or tags; all of them for nothing typed."""
        wanted = [spelt(word) for word in typed.split()]
        return tuple(one for one in self.listed if all(word in self.texts[one.annotation.id] for word in wanted))


def load_annotations(uow: UnitOfWork) -> LoadedAnnotations:
    """Load what the person at this desk may see; runs on the database thread."""
    return with_texts(annotations(uow))


def with_texts(listed: tuple[Listed, ...]) -> LoadedAnnotations:
    """Return annotations with their letters."""
    return LoadedAnnotations(listed, {one.annotation.id: _text(one.annotation) for one in listed})


def _text(one: Annotation) -> str:
    return "\n".join(spelt(text) for text in (one.quote.text, one.note, *one.tags) if text)
