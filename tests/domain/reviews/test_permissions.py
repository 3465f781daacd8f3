"""The whole table of who may do what, against rules that are written out here once more, act by act."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest

from resources import messages
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import (
    TABLE,
    Act,
    Authorship,
    Contribution,
    Denial,
    Role,
    Situation,
    denied,
    may,
    roles_for,
)
from tests.tree import ROOT

HIDDEN = "hidden"
"""What is denied without a word."""

BOTH = (False, True)
SITUATIONS = [Situation(*facts) for facts in product((None, *Role), ConflictOfInterest, BOTH, BOTH, BOTH, BOTH, BOTH)]
CONTRIBUTIONS = [Contribution(*facts) for facts in product(Authorship, BOTH, BOTH, BOTH, BOTH)]


def decides(here: Situation) -> bool:
    return here.role in {Role.CHAIR, Role.OFFICE}


def excluded(here: Situation) -> bool:
    return here.conflict is ConflictOfInterest.EXCLUDED


def only_deciders(here: Situation, _one: Contribution) -> str:
    return "" if decides(here) else "only_chair"


def all_but_excluded(here: Situation, _one: Contribution) -> str:
    return "conflict_excluded" if excluded(here) else ""


def deciders_but_excluded(here: Situation, one: Contribution) -> str:
    return only_deciders(here, one) or all_but_excluded(here, one)


def agreeing(here: Situation, one: Contribution) -> str:
    return deciders_but_excluded(here, one) or ("released" if here.released else "")


def declared(here: Situation, one: Contribution) -> str:
    """Content is open to a person by name who said that there is no conflict of interest."""
    if here.role is None:
        return "no_name"
    return all_but_excluded(here, one) or ("" if here.conflict is ConflictOfInterest.NONE else HIDDEN)


def counting(here: Situation, one: Contribution) -> str:
    return "" if decides(here) else declared(here, one)


def searching(here: Situation, one: Contribution) -> str:
    """A desk without a name searches like a reviewer who has no conflict of interest."""
    if decides(here) or excluded(here):
        return all_but_excluded(here, one)
    return HIDDEN if here.conflict is ConflictOfInterest.OPEN else ""


def still(here: Situation, one: Contribution) -> str:
    """What belongs to a review stands still once that is handed in or its application is withdrawn."""
    if one.by is Authorship.NOBODY or one.private:
        return ""
    if here.withdrawn:
        return "locked_withdrawn"
    return "locked_submitted" if here.submitted else ""


def colleagues(one: Contribution) -> bool:
    """Whether somebody else wrote it at a desk."""
    return one.by is Authorship.OTHER and one.by_hand


def shown_as_open(here: Situation, one: Contribution) -> str:
    if here.read_only:
        return "locked_read_only"
    moved = still(here, one)
    if moved == "locked_withdrawn":
        return moved
    if here.role is None:
        return "no_name"
    if here.reviewer_excluded:
        return "reviewer_excluded"
    if colleagues(one):
        return "locked_colleague"
    return "released" if here.released else moved


def changing(here: Situation, one: Contribution) -> str:
    """What guards every change of a review, be it written, handed in or opened again."""
    reasons = (
        (here.role is None, "no_name"),
        (excluded(here), "conflict_excluded"),
        (here.reviewer_excluded, "reviewer_excluded"),
        (colleagues(one), "locked_colleague"),
        (here.read_only, "locked_read_only"),
        (bool(still(replace(here, submitted=False), one)), "locked_withdrawn"),
        (here.released, "released"),
    )
    return next((code for holds, code in reasons if holds), "")


def writing(here: Situation, one: Contribution) -> str:
    return changing(here, one) or still(here, one)


def reopening(here: Situation, one: Contribution) -> str:
    return changing(here, one) or ("" if here.submitted else "unknown_review")


def reading_a_review(here: Situation, one: Contribution) -> str:
    """One reads one's own; others' when they are handed in, and a reviewer only after having done so too."""
    if here.role is None:
        return "no_name"
    if excluded(here):
        return "conflict_excluded"
    if one.by is not Authorship.OTHER:
        return ""
    return "" if one.finished and (decides(here) or here.submitted) else HIDDEN


def seeing_an_annotation(here: Situation, one: Contribution) -> str:
    """What is annotated is seen by whoever sees the scores; what is private by its author alone."""
    if excluded(here):
        return "conflict_excluded"
    if one.by is not Authorship.OTHER:
        return ""
    return "" if one.finished and not one.private and (decides(here) or here.submitted) else HIDDEN


def annotating(here: Situation, one: Contribution) -> str:
    if here.read_only:
        return "locked_read_only"
    if here.role is None:
        return "no_name"
    if excluded(here):
        return "conflict_excluded"
    if one.by is Authorship.OTHER or (one.by is Authorship.NOBODY and not decides(here)):
        return "annotation_locked_foreign"
    return still(here, one)


def importing(here: Situation, one: Contribution) -> str:
    if excluded(here):
        return "conflict_excluded"
    if here.reviewer_excluded:
        return "reviewer_excluded"
    if one.at_desk:
        return "table_own_review"
    if here.read_only:
        return "locked_read_only"
    if still(replace(here, submitted=False), one):
        return "locked_withdrawn"
    return "released" if here.released else ""


def unreleased(here: Situation, _one: Contribution) -> str:
    if here.read_only:
        return "locked_read_only"
    return "released" if here.released else ""


RULES: dict[Act, Callable[[Situation, Contribution], str]] = {
    Act.OPEN_CONSOLIDATION: only_deciders,
    Act.OPEN_EXPORT: only_deciders,
    Act.FIND_PEOPLE: only_deciders,
    Act.SEE_RESULTS: only_deciders,
    Act.LIST_FIGURES: deciders_but_excluded,
    Act.PREVIEW: declared,
    Act.COUNT_CONTENT: counting,
    Act.SEARCH: searching,
    Act.READ: all_but_excluded,
    Act.READ_FIGURES: all_but_excluded,
    Act.READ_ANNOTATIONS: all_but_excluded,
    Act.EXPORT: all_but_excluded,
    Act.READ_REVIEW: reading_a_review,
    Act.ENTER: shown_as_open,
    Act.SCORE: writing,
    Act.SUBMIT: writing,
    Act.BEGIN_FOR: writing,
    Act.REOPEN: reopening,
    Act.IMPORT_SCORES: importing,
    Act.IMPORT_VERSION: unreleased,
    Act.WITHDRAW: unreleased,
    Act.AGREE: agreeing,
    Act.RELEASE: agreeing,
    Act.WITHDRAW_RELEASE: deciders_but_excluded,
    Act.SEE_ANNOTATION: seeing_an_annotation,
    Act.ANNOTATE: annotating,
}


def told(denial: Denial | None) -> str:
    if denial is None:
        return ""
    return denial.code or HIDDEN


@pytest.mark.parametrize("act", Act)
def test_the_table_says_what_the_rules_say(act: Act) -> None:
    every = list(product(SITUATIONS, CONTRIBUTIONS))
    assert len(every) == 4 * 3 * 2**5 * 3 * 2**4
    differing = [
        (here, one, found, RULES[act](here, one))
        for here, one in every
        if (found := told(denied(act, here, one))) != RULES[act](here, one)
    ]
    assert differing == []
    assert all(may(act, here, one) == (not RULES[act](here, one)) for here, one in every)


@pytest.mark.parametrize("act", Act)
def test_every_denial_of_the_table_can_come_about(act: Act) -> None:
    """What never holds where it stands would only pretend to protect."""
    for row in {TABLE[role][act] for role in TABLE}:
        those = [here for here in SITUATIONS if TABLE[here.role][act] == row]
        assert {denied(act, here, one) for here, one in product(those, CONTRIBUTIONS)} >= set(row)


def test_every_act_is_asked_for_somewhere() -> None:
    """A row that nobody asks would only pretend to protect."""
    own = "reviewer_app/domain/reviews/permissions.py"
    code = [path.read_text(encoding="utf-8") for path in (ROOT / "reviewer_app").rglob("*.py") if path != ROOT / own]
    assert len(code) > 100
    assert [act for act in Act if not any(f"Act.{act.name}" in text for text in code)] == []


def test_who_decides_is_told_from_who_reviews() -> None:
    deciding = {act for act in Act if roles_for(act) == {Role.CHAIR, Role.OFFICE}}
    assert deciding == {
        Act.OPEN_CONSOLIDATION,
        Act.OPEN_EXPORT,
        Act.FIND_PEOPLE,
        Act.SEE_RESULTS,
        Act.LIST_FIGURES,
        Act.AGREE,
        Act.RELEASE,
        Act.WITHDRAW_RELEASE,
    }
    assert all(roles_for(act) == set(Role) for act in set(Act) - deciding)


IN_IMPORTS = {Denial.ENTERED_HERE.code}
"""What only a file is told."""


def _codes(*acts: Act) -> Iterator[str]:
    return (one.code for row in TABLE.values() for act in acts for one in row[act] if one.code)


@pytest.mark.parametrize("code", sorted({*_codes(*Act)} - IN_IMPORTS))
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_denial_that_is_told_has_its_words(code: str, language: str) -> None:
    assert messages.text(f"error.{code}", language, place="x")


@pytest.mark.parametrize("code", sorted({*_codes(Act.IMPORT_SCORES, Act.IMPORT_VERSION)}))
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_file_that_is_refused_says_why_and_what_to_do(code: str, language: str) -> None:
    for key in (code, f"{code}_remedy"):
        assert messages.text(f"finding.{key}", language, application="x", reviewer="x")
