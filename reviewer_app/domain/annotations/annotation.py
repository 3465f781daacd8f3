"""Annotations: passages, areas, form fields and notes that a person marked, with their meaning and what they bear out.

Where an annotation stands is kept twice, as a place (page and quads of one file) and as words with what surrounds them,
so that it is found again when a newer version of the file comes in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId
from reviewer_app.domain.reviews.permissions import (
    Act,
    Authorship,
    Contribution,
    Denial,
    Situation,
    denied,
    may,
)

AROUND = 32
"""Characters of the text before and behind a quote that are kept with it."""

MOST_NOTE = 20_000
"""Characters of a note at most, as of a rationale."""

MOST_TAGS = 20
MOST_TAG = 60

type Quad = tuple[float, float, float, float, float, float, float, float]
"""One line's box in PDF user space, points, Z order: top left, top right, bottom left, bottom right, each x and y."""

type Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF user space, points."""


class Kind(StrEnum):
    """What an annotation means to whom made it; the words are those of the command line."""

    EVIDENCE = "beleg"
    DOUBT = "zweifel"
    CONTRADICTION = "widerspruch"
    QUESTION = "frage"
    NOTE = "notiz"


class MarkStyle(StrEnum):
    """How it looks: a passage highlighted or underlined, an area, a note on a page, a note on anything else."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    AREA = "area"
    PAGE_NOTE = "page_note"
    NOTE = "note"


class Direction(StrEnum):
    """Whether what is marked speaks for a good score in a criterion or against it."""

    FOR = "for"
    AGAINST = "against"
    NONE = "none"


class Origin(StrEnum):
    """Made here, or read from a file that another program marked."""

    VOTUM = "votum"
    FOREIGN = "foreign"


class AnchorState(StrEnum):
    """Stands at its place, or lost it to a newer version and waits for a person."""

    ANCHORED = "anchored"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A place on a page (from 0) of the annex file `sha256`: quads of a passage, a rectangle, or the page as a whole.

    `annex` is the kind of the annex (A01 … A99), `name` its file name.
    """

    annex: str
    name: str
    sha256: str
    page: int
    quads: tuple[Quad, ...] = ()
    area: Rect | None = None


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A form field, or with `row` (from 0) and `column` a cell of the table `field`."""

    field: str
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class WholePlace:
    """The application as a whole."""


type Target = PagePlace | FieldPlace | WholePlace


@dataclass(frozen=True, slots=True)
class Quote:
    """The marked words as they can be read, with at most AROUND characters of what stands before and behind them."""

    text: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A criterion that the annotation bears on, and in which direction."""

    criterion: str
    direction: Direction = Direction.NONE


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation as it stands; `links` by criterion, `author` None where a foreign file does not say who.

    `private`: seen by its author alone, else part of the author's review. `foreign_id` is the name another program gave
    it (/NM, or a hash of what it is), `foreign_author` as that program spells it. `reworded`: a newer file has other
    words at its place than those that were marked; `quote` holds the present ones, the history the marked ones.
    """

    id: AnnotationId
    application: ApplicationId
    target: Target
    kind: Kind
    style: MarkStyle
    author: PersonId | None
    created: datetime
    changed: datetime
    quote: Quote = field(default_factory=Quote)
    note: str = ""
    tags: tuple[str, ...] = ()
    private: bool = False
    links: tuple[Link, ...] = ()
    origin: Origin = Origin.VOTUM
    foreign_id: str = ""
    foreign_author: str = ""
    state: AnchorState = AnchorState.ANCHORED
    reworded: bool = False

    @property
    def annex(self) -> str:
        """The kind of the annex it stands in, empty where it stands in none."""
        return self.target.annex if isinstance(self.target, PagePlace) else ""

    @property
    def page(self) -> int | None:
        """The page it stands on, from 0; None where it stands on none."""
        return self.target.page if isinstance(self.target, PagePlace) else None

    @property
    def criteria(self) -> tuple[str, ...]:
        """The keys of the criteria it is evidence for."""
        return tuple(link.criterion for link in self.links)

    @property
    def direction(self) -> Direction:
        """The direction all its links share; NONE where they differ or none has one."""
        found = {link.direction for link in self.links}
        return found.pop() if len(found) == 1 else Direction.NONE


def fault_of(annotation: Annotation) -> str:
    """Return the key of the sentence why it cannot be, empty where it can: its place must bear its style."""
    place = annotation.target
    if len(annotation.note) > MOST_NOTE:
        return "annotation_note_too_long"
    if len(annotation.tags) > MOST_TAGS or any(len(tag) > MOST_TAG for tag in annotation.tags):
        return "annotation_tags"
    if isinstance(place, PagePlace):
        fits = {
            MarkStyle.HIGHLIGHT: bool(place.quads),
            MarkStyle.UNDERLINE: bool(place.quads),
            MarkStyle.AREA: place.area is not None and place.area[0] < place.area[2] and place.area[1] < place.area[3],
            MarkStyle.PAGE_NOTE: not place.quads and place.area is None,
            MarkStyle.NOTE: False,
        }[annotation.style]
        return "" if fits and place.page >= 0 else "annotation_place"
    return "" if annotation.style is MarkStyle.NOTE else "annotation_place"


def style_at(place: Target, style: MarkStyle) -> MarkStyle:
    """Return the style an annotation has when it is put at another place: its own where the place bears it."""
    if not isinstance(place, PagePlace):
        return MarkStyle.NOTE
    if place.quads:
        return style if style is MarkStyle.UNDERLINE else MarkStyle.HIGHLIGHT
    return MarkStyle.PAGE_NOTE if place.area is None else MarkStyle.AREA


def clean_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Return tags without blanks around them, each once, in the order given."""
    return tuple(dict.fromkeys(tag for tag in (" ".join(one.split()) for one in tags) if tag))


def linked(links: Sequence[Link], link: Link) -> tuple[Link, ...]:
    """Return the links with `link` in the place of what its criterion had, by criterion."""
    return tuple(sorted([*(one for one in links if one.criterion != link.criterion), link]))


def unlinked(links: Sequence[Link], criterion: str) -> tuple[Link, ...]:
    """Return the links without that to `criterion`."""
    return tuple(one for one in links if one.criterion != criterion)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at the annotations of one application, and what decides over what they see and may change.

    `finished` are the people whose annotations stand for others to see, because their review is handed in or they
    write none.
    """

    person: PersonId | None
    situation: Situation
    finished: frozenset[PersonId] = frozenset()

    def sees(self, annotation: Annotation) -> bool:
        """Say whether they may see it: scores and the words they rest on are hidden alike."""
        return may(Act.SEE_ANNOTATION, self.situation, self._contribution(annotation))

    def locked(self, annotation: Annotation) -> Denial | None:
        """Return why they may not change it, or None.

        What is private stays open to its author whatever became of the review; what comes without an author from
        another program is in the hands of chair and office.
        """
        return denied(Act.ANNOTATE, self.situation, self._contribution(annotation))

    def _contribution(self, annotation: Annotation) -> Contribution:
        author = annotation.author
        if author is None:
            return Contribution(Authorship.NOBODY)
        by = Authorship.OWN if author == self.person else Authorship.OTHER
        return Contribution(by, finished=author in self.finished, private=annotation.private)
