"""What a person may do: every act with what may deny it, asked at the door of each use case.

A new act is a row, a new role a table of its own rows. It needs nothing heavy when it is imported, as the window has it
before its first paint.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from reviewer_app.domain.reviews.conflict import ConflictOfInterest


class Role(StrEnum):
    """What a person does in a round."""

    REVIEWER = "reviewer"
    CHAIR = "chair"
    OFFICE = "office"


class Act(StrEnum):
    """What a person may want to do, of the round or of one application."""

    OPEN_CONSOLIDATION = "open_consolidation"
    """Go to the pages of the consolidation."""
    OPEN_EXPORT = "open_export"
    """Go to the page of the export, and write files from there."""
    FIND_PEOPLE = "find_people"
    SEE_RESULTS = "see_results"
    """See how many applications have which suggestion, and which are released."""
    LIST_FIGURES = "list_figures"
    """See in the list what the reviews of an application add up to."""
    PREVIEW = "preview"
    """See the short profile of an application without opening it."""
    COUNT_CONTENT = "count_content"
    """Have what a form says counted in the statistics."""
    SEARCH = "search"
    READ = "read"
    """Open an application with its annexes."""
    READ_FIGURES = "read_figures"
    """See the consolidation of one application, figure by figure."""
    EXPORT = "export"
    READ_REVIEW = "read_review"
    ENTER = "enter"
    """Have a review shown as one that can be changed."""
    SCORE = "score"
    """Write a score, a rationale or the general impression."""
    SUBMIT = "submit"
    BEGIN_FOR = "begin_for"
    """Begin the review of somebody else, which came by paper or telephone."""
    REOPEN = "reopen"
    IMPORT_SCORES = "import_scores"
    """Put what a score table says into a review."""
    IMPORT_VERSION = "import_version"
    """Take a newer form or further annexes of an application in."""
    WITHDRAW = "withdraw"
    """Mark an application as withdrawn, or take that back."""
    AGREE = "agree"
    """Set an agreed value or take it back."""
    RELEASE = "release"
    WITHDRAW_RELEASE = "withdraw_release"
    READ_ANNOTATIONS = "read_annotations"
    """Ask for what is annotated in one application, by its number."""
    SEE_ANNOTATION = "see_annotation"
    ANNOTATE = "annotate"
    """Make, change or take away an annotation."""


class Denial(StrEnum):
    """Why an act is denied; `code` is the key of the message that tells it, empty for what is only left out."""

    NO_NAME = "no_name", "no_name"
    """Nobody has said who works at this desk."""
    ONLY_CHAIR = "only_chair", "only_chair"
    """It is the matter of chair and office."""
    EXCLUDED = "excluded", "conflict_excluded"
    REVIEWER_EXCLUDED = "reviewer_excluded", "reviewer_excluded"
    """Whose review it would be is excluded from the application."""
    UNDECLARED = "undeclared", ""
    """What one has to say about a conflict of interest is open."""
    READ_ONLY = "read_only", "locked_read_only"
    WITHDRAWN = "withdrawn", "locked_withdrawn"
    SUBMITTED = "submitted", "locked_submitted"
    """The review is handed in, and what belongs to it stands still."""
    NOT_SUBMITTED = "not_submitted", "unknown_review"
    RELEASED = "released", "released"
    """What counts stands still until chair or office take the release back with a reason."""
    COLLEAGUE = "colleague", "locked_colleague"
    """Somebody else wrote the review at a desk: nobody changes it for that person."""
    ENTERED_HERE = "entered_here", "table_own_review"
    """The review was written at a desk: a table does not replace it."""
    PENDING = "pending", ""
    """Others' work is hidden until one's own review is handed in."""
    UNFINISHED = "unfinished", ""
    """A draft only its author sees."""
    PRIVATE = "private", ""
    FOREIGN = "foreign", "annotation_locked_foreign"
    """Somebody else made it."""
    AUTHORLESS = "authorless", "annotation_locked_foreign"
    """It came from another program without an author: that is in the hands of chair and office."""

    code: str

    def __new__(cls, value: str, code: str) -> Self:
        """Keep the key of the message beside the value."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.code = code
        return made


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides over what the person at this desk may do with one application.

    `role` is None where nobody has said who that is. `submitted` and `reviewer_excluded` are of the person whose review
    is entered, which is mostly one's own.
    """

    role: Role | None
    conflict: ConflictOfInterest = ConflictOfInterest.NONE
    submitted: bool = False
    read_only: bool = False
    withdrawn: bool = False
    released: bool = False
    reviewer_excluded: bool = False


class Authorship(StrEnum):
    """Who made a contribution, as seen from this desk."""

    OWN = "own"
    OTHER = "other"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Contribution:
    """A review, or an annotation, that an act is about.

    `finished`: its author's review is handed in, or its author writes none. `at_desk`: it came in no score table.
    `by_hand`: its author wrote it at a desk, so it came neither in a table nor by paper or telephone.
    """

    by: Authorship = Authorship.OWN
    finished: bool = False
    private: bool = False
    at_desk: bool = False
    by_hand: bool = False

    @property
    def belongs_to_review(self) -> bool:
        """Whether it stands still with its author's review."""
        return self.by is not Authorship.NOBODY and not self.private


_HOLDS: Mapping[Denial, Callable[[Situation, Contribution], bool]] = {
    Denial.NO_NAME: lambda situation, _: situation.role is None,
    Denial.ONLY_CHAIR: lambda _, __: True,
    Denial.EXCLUDED: lambda situation, _: situation.conflict is ConflictOfInterest.EXCLUDED,
    Denial.REVIEWER_EXCLUDED: lambda situation, _: situation.reviewer_excluded,
    Denial.UNDECLARED: lambda situation, _: situation.conflict is ConflictOfInterest.OPEN,
    Denial.READ_ONLY: lambda situation, _: situation.read_only,
    Denial.WITHDRAWN: lambda situation, one: situation.withdrawn and one.belongs_to_review,
    Denial.SUBMITTED: lambda situation, one: situation.submitted and one.belongs_to_review,
    Denial.NOT_SUBMITTED: lambda situation, _: not situation.submitted,
    Denial.RELEASED: lambda situation, _: situation.released,
    Denial.COLLEAGUE: lambda _, one: one.by is Authorship.OTHER and one.by_hand,
    Denial.ENTERED_HERE: lambda _, one: one.at_desk,
    Denial.PENDING: lambda situation, one: one.by is Authorship.OTHER and not situation.submitted,
    Denial.UNFINISHED: lambda _, one: one.by is Authorship.OTHER and not one.finished,
    Denial.PRIVATE: lambda _, one: one.by is Authorship.OTHER and one.private,
    Denial.FOREIGN: lambda _, one: one.by is Authorship.OTHER,
    Denial.AUTHORLESS: lambda _, one: one.by is Authorship.NOBODY,
}

type _Denials = Mapping[Act, tuple[Denial, ...]]

_CHANGE = (
    Denial.NO_NAME,
    Denial.EXCLUDED,
    Denial.REVIEWER_EXCLUDED,
    Denial.COLLEAGUE,
    Denial.READ_ONLY,
    Denial.WITHDRAWN,
    Denial.RELEASED,
)
"""What guards every change of a review, by whatever way it comes."""
_WRITE = (*_CHANGE, Denial.SUBMITTED)

_REVIEWERS: _Denials = {
    Act.OPEN_CONSOLIDATION: (Denial.ONLY_CHAIR,),
    Act.OPEN_EXPORT: (Denial.ONLY_CHAIR,),
    Act.FIND_PEOPLE: (Denial.ONLY_CHAIR,),
    Act.SEE_RESULTS: (Denial.ONLY_CHAIR,),
    Act.LIST_FIGURES: (Denial.ONLY_CHAIR,),
    Act.PREVIEW: (Denial.NO_NAME, Denial.EXCLUDED, Denial.UNDECLARED),
    Act.COUNT_CONTENT: (Denial.NO_NAME, Denial.EXCLUDED, Denial.UNDECLARED),
    Act.SEARCH: (Denial.EXCLUDED, Denial.UNDECLARED),
    Act.READ: (Denial.EXCLUDED,),
    Act.READ_FIGURES: (Denial.EXCLUDED,),
    Act.READ_ANNOTATIONS: (Denial.EXCLUDED,),
    Act.EXPORT: (Denial.EXCLUDED,),
    Act.READ_REVIEW: (Denial.NO_NAME, Denial.EXCLUDED, Denial.PENDING, Denial.UNFINISHED),
    Act.ENTER: (
        Denial.READ_ONLY,
        Denial.WITHDRAWN,
        Denial.NO_NAME,
        Denial.REVIEWER_EXCLUDED,
        Denial.COLLEAGUE,
        Denial.RELEASED,
        Denial.SUBMITTED,
    ),
    Act.SCORE: _WRITE,
    Act.SUBMIT: _WRITE,
    Act.BEGIN_FOR: _WRITE,
    Act.REOPEN: (*_CHANGE, Denial.NOT_SUBMITTED),
    Act.IMPORT_SCORES: (
        Denial.EXCLUDED,
        Denial.REVIEWER_EXCLUDED,
        Denial.ENTERED_HERE,
        Denial.READ_ONLY,
        Denial.WITHDRAWN,
        Denial.RELEASED,
    ),
    Act.IMPORT_VERSION: (Denial.READ_ONLY, Denial.RELEASED),
    Act.WITHDRAW: (Denial.READ_ONLY, Denial.RELEASED),
    Act.AGREE: (Denial.ONLY_CHAIR,),
    Act.RELEASE: (Denial.ONLY_CHAIR,),
    Act.WITHDRAW_RELEASE: (Denial.ONLY_CHAIR,),
    Act.SEE_ANNOTATION: (Denial.EXCLUDED, Denial.PRIVATE, Denial.PENDING, Denial.UNFINISHED),
    Act.ANNOTATE: (
        Denial.READ_ONLY,
        Denial.NO_NAME,
        Denial.EXCLUDED,
        Denial.FOREIGN,
        Denial.AUTHORLESS,
        Denial.WITHDRAWN,
        Denial.SUBMITTED,
    ),
}
_DECIDERS: _Denials = {
    **_REVIEWERS,
    Act.OPEN_CONSOLIDATION: (),
    Act.OPEN_EXPORT: (),
    Act.FIND_PEOPLE: (),
    Act.SEE_RESULTS: (),
    Act.LIST_FIGURES: (Denial.EXCLUDED,),
    Act.COUNT_CONTENT: (),
    Act.SEARCH: (Denial.EXCLUDED,),
    Act.READ_REVIEW: (Denial.EXCLUDED, Denial.UNFINISHED),
    Act.AGREE: (Denial.EXCLUDED, Denial.RELEASED),
    Act.RELEASE: (Denial.EXCLUDED, Denial.RELEASED),
    Act.WITHDRAW_RELEASE: (Denial.EXCLUDED,),
    Act.SEE_ANNOTATION: (Denial.EXCLUDED, Denial.PRIVATE, Denial.UNFINISHED),
    Act.ANNOTATE: (
        Denial.READ_ONLY,
        Denial.EXCLUDED,
        Denial.FOREIGN,
        Denial.WITHDRAWN,
        Denial.SUBMITTED,
    ),
}
TABLE: Mapping[Role | None, _Denials] = {
    None: _REVIEWERS,
    Role.REVIEWER: _REVIEWERS,
    Role.CHAIR: _DECIDERS,
    Role.OFFICE: _DECIDERS,
}
"""By role what may deny an act, what is told first standing first; a desk without a name is one of a reviewer."""


def denied(act: Act, situation: Situation, contribution: Contribution = Contribution()) -> Denial | None:
    """Return why the person at this desk may not do so, None where that person may."""
    for one in TABLE[situation.role][act]:
        if _HOLDS[one](situation, contribution):
            return one
    return None


def may(act: Act, situation: Situation, contribution: Contribution = Contribution()) -> bool:
    """Say whether the person at this desk may do so."""
    return denied(act, situation, contribution) is None


def roles_for(act: Act) -> frozenset[Role]:
    """Return the roles whose people may do so at all, however things stand."""
    return frozenset(role for role in Role if Denial.ONLY_CHAIR not in TABLE[role][act])
