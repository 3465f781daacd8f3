"""Every use case asks at its door: what the table denies is refused there in its words, the rest goes through."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.annotations.annotation import Kind, MarkStyle, WholePlace
from reviewer_app.domain.application import Form
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Act, Denial, Role, Situation, denied, may
from reviewer_app.domain.reviews.review import Person, ReviewOrigin, ReviewState
from reviewer_app.services.annotations.editing import AnnotationDraft, annotations, mark
from reviewer_app.services.applications.short_profile import short_profile
from reviewer_app.services.applications.worklist import worklist
from reviewer_app.services.export.exporting import ExportRequest, material
from reviewer_app.services.export.formal_check_pages import notes
from reviewer_app.services.export.preview import estimate
from reviewer_app.services.ports import UnitOfWork, Workspace
from reviewer_app.services.reviews import consolidating, reviewing
from reviewer_app.services.reviews.statistics import LABELS, RESULTS, statistics
from reviewer_app.services.search.names import findable
from reviewer_app.services.search.searching import search
from tests.services.conftest import NOW

NUMBER = "GC-2026-014"
ME = PersonId("me")

NONE, OPEN, EXCLUDED = ConflictOfInterest.NONE, ConflictOfInterest.OPEN, ConflictOfInterest.EXCLUDED
REVIEWER = Situation(Role.REVIEWER)
CHAIR = Situation(Role.CHAIR)
SITUATIONS = {
    "nobody": Situation(None),
    "reviewer": REVIEWER,
    "undeclared": replace(REVIEWER, conflict=OPEN),
    "excluded": replace(REVIEWER, conflict=EXCLUDED),
    "handed in": replace(REVIEWER, submitted=True),
    "withdrawn": replace(REVIEWER, withdrawn=True),
    "withdrawn and handed in": replace(REVIEWER, withdrawn=True, submitted=True),
    "excluded and handed in": replace(REVIEWER, conflict=EXCLUDED, submitted=True),
    "released and handed in": replace(REVIEWER, released=True, submitted=True),
    "chair": CHAIR,
    "office": Situation(Role.OFFICE),
    "undeclared chair": replace(CHAIR, conflict=OPEN),
    "excluded chair": replace(CHAIR, conflict=EXCLUDED),
    "chair handed in": replace(CHAIR, submitted=True),
    "released": replace(CHAIR, released=True),
    "released and excluded": replace(CHAIR, conflict=EXCLUDED, released=True),
}
THREE = Fraction(3)

type Door = Callable[[UnitOfWork, ApplicationId], object]

DOORS: tuple[tuple[Act, Door], ...] = (
    (Act.READ, lambda uow, _: reviewing.read(uow, NUMBER)),
    (Act.READ_FIGURES, lambda uow, _: consolidating.open_case(uow, NUMBER)),
    (Act.READ_FIGURES, lambda uow, _: consolidating.open_cases(uow, {NUMBER})),
    (Act.READ_FIGURES, lambda uow, _: notes(uow, NUMBER)),
    (Act.EXPORT, lambda uow, _: material(uow, ExportRequest(numbers=frozenset({NUMBER})))),
    (Act.READ_ANNOTATIONS, lambda uow, _: annotations(uow, NUMBER)),
    (Act.ANNOTATE, lambda uow, one: mark(uow, one, AnnotationDraft(WholePlace(), MarkStyle.NOTE, Kind.NOTE), NOW)),
    (Act.SCORE, lambda uow, one: reviewing.set_value(uow, one, "A1", THREE, NOW)),
    (Act.SCORE, lambda uow, one: reviewing.set_rationale(uow, one, "A1", "Grund", NOW)),
    (Act.SCORE, lambda uow, one: reviewing.set_overall(uow, one, "Gut", NOW)),
    (Act.SUBMIT, lambda uow, one: reviewing.submit(uow, one, NOW)),
    (Act.BEGIN_FOR, lambda uow, one: reviewing.begin_for(uow, one, "Ich", ReviewOrigin.PAPER, NOW)),
    (Act.REOPEN, lambda uow, one: reviewing.reopen(uow, one, "Grund", NOW)),
    (Act.WITHDRAW, lambda uow, one: reviewing.withdraw(uow, one, NOW)),
    (Act.AGREE, lambda uow, one: consolidating.agree(uow, one, "A1", THREE, "Grund", NOW)),
    (Act.AGREE, lambda uow, one: consolidating.take_back(uow, one, "A1", NOW)),
    (Act.AGREE, lambda uow, one: consolidating.take_undisputed(uow, one, NOW)),
    (Act.AGREE, lambda uow, one: consolidating.restore_consensus(uow, one, (), NOW)),
    (Act.RELEASE, lambda uow, one: consolidating.release(uow, one, NOW, "bestätigt")),
    (Act.WITHDRAW_RELEASE, lambda uow, one: consolidating.withdraw_release(uow, one, "Grund", NOW)),
)
LOOKS: Mapping[Act, Callable[[UnitOfWork], bool]] = {
    Act.PREVIEW: lambda uow: short_profile(uow, NUMBER).is_open,
    Act.SEARCH: lambda uow: bool(search(uow, "Photonik").hits),
    Act.EXPORT: lambda uow: not estimate(uow).files[-1].closed,
    Act.READ_FIGURES: lambda uow: NUMBER not in consolidating.open_cases(uow)[1],
    Act.LIST_FIGURES: lambda uow: worklist(uow).rows[-1].figures is not None,
    Act.FIND_PEOPLE: lambda uow: bool(findable(uow).people),
    Act.COUNT_CONTENT: lambda uow: "offen" not in _labels(uow),
    Act.SEE_RESULTS: lambda uow: RESULTS in {one.key for one in statistics(uow, "de").tables},
}


def _labels(uow: UnitOfWork) -> str:
    """Return what is said of the labels that are counted: where content is closed, of how many."""
    return next(one.note for one in statistics(uow, "de").tables if one.key == LABELS)


@pytest.fixture(params=tuple(SITUATIONS.values()), ids=tuple(SITUATIONS))
def here(request: pytest.FixtureRequest, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Situation:
    """Make things stand in the workspace as a situation says; nothing that follows is kept."""
    found: Situation = request.param
    with workspace.unit_of_work() as uow:
        application = uow.applications.find(NUMBER)
        assert application is not None
        field = uow.catalogues.get(application.catalogue).by_role("profile")
        assert field is not None
        changed = replace(application, version=2, form=Form({field.id: "Photonik"}))
        uow.applications.add(changed, "neu")
        uow.people.put(Person(ME, "Ich", 9, found.role or Role.REVIEWER))
        uow.rounds.put(replace(uow.rounds.get(), me=ME if found.role else None))
        uow.people.set_conflict(application.id, ME, found.conflict)
        review = uow.reviews.create(application.id, ME, ReviewOrigin.DESK, NOW)
        if found.submitted:
            uow.reviews.set_state(review.id, ReviewState.SUBMITTED, NOW, "Ich")
        if found.withdrawn:
            uow.applications.withdraw(application.id, NOW.date())
        if found.released:
            uow.consensus.release(application.id, NOW, "Ich", "bestätigt")
        uow.commit()
        monkeypatch.setattr(type(uow), "commit", lambda _: None)
    return found


def test_a_door_refuses_what_the_table_denies(workspace: Workspace, here: Situation) -> None:
    codes = {one.code for one in Denial}
    for act, door in DOORS:
        denial = denied(act, here)
        code = ""
        with workspace.unit_of_work() as uow:
            application = uow.applications.find(NUMBER)
            assert application is not None
            try:
                door(uow, application.id)
            except MendableError as error:
                code = error.code
        assert (code if code in codes else "") == (denial.code if denial else ""), act


def test_what_the_table_hides_is_not_in_sight(workspace: Workspace, here: Situation) -> None:
    with workspace.unit_of_work() as uow:
        assert {act: look(uow) for act, look in LOOKS.items()} == {act: may(act, here) for act in LOOKS}
