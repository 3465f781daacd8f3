"""Which marks stand on the very same passage and bear on one criterion: how many they are, whose, and which follows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain.annotation import AnchorState, Annotation

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from reviewer_app.domain.ids import PersonId
    from reviewer_app.services.annotating import Listed
    from reviewer_app.ui.marks.words import AnnotationWords


class MarkCompany(QObject):
    """Knows the annotations of one application by passage and criterion; one's own come first."""

    def __init__(self, words: "AnnotationWords") -> None:
        """Begin without annotations."""
        super().__init__()
        self._words = words
        self._me: PersonId | None = None
        self._listed: Sequence[Listed] = ()
        self._found: dict[tuple[Hashable, str], list[Listed]] = {}

    def show(self, listed: "Sequence[Listed]", me: "PersonId | None") -> "Sequence[Listed]":
        """Take what one may see; return it in the order in which marks at one passage are reached."""
        self._me, self._found = me, {}
        self._listed = sorted(listed, key=lambda one: one.annotation.author != me)
        for one in self._listed:
            if one.annotation.state is not AnchorState.ORPHANED:
                for key in one.annotation.criteria or ("",):
                    self._found.setdefault((one.annotation.target, key), []).append(one)
        return self._listed

    def ids(self, annotation: Annotation, key: str) -> list[str]:
        """Return what stands at the passage for a criterion (empty: for none), the annotation itself in any case."""
        ids: list[str] = [one.annotation.id for one in self._found.get((annotation.target, key), ())]
        return ids if annotation.id in ids else [annotation.id]

    def step(self, annotation: Annotation, key: str) -> tuple[int, int]:
        """Return which of them an annotation is, from 1, and of how many."""
        ids = self.ids(annotation, key)
        return ids.index(annotation.id) + 1, len(ids)

    def spoken(self, annotation: Annotation, key: str) -> str:
        """Return an annotation in one line, with how many stand there and whose they are."""
        spoken, (number, count) = self._words.spoken(annotation), self.step(annotation, key)
        if count == 1:
            return spoken
        place = self.tr("{n} von {count} an dieser Stelle").format(n=number, count=count)
        names = [self._name(one) for one in self._found[annotation.target, key]]
        whose = ", ".join(dict.fromkeys(name for name in names if name))
        return f"{spoken}, {place}: {whose}" if whose else f"{spoken}, {place}"

    def _name(self, listed: "Listed") -> str:
        mine = listed.annotation.author == self._me and not listed.annotation.foreign_author
        return self.tr("Sie") if mine else listed.author
