"""The demo round is the twelve stories: figures, findings, states and traps as the story bible tells them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from db.store import Store
from db.workspace import create_workspace
from resources import messages
from reviewer_app.demo import building
from reviewer_app.demo.building import DRAFT, FILE, write_demo
from reviewer_app.domain.application import AnnexState, Application
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.consolidation import ConsensusOrigin
from reviewer_app.domain.reviews.robustness import Probe, dependences, probes, robustness
from reviewer_app.domain.scale import NotAssessable
from reviewer_app.exchange.annex.pdf import PdfDocument
from reviewer_app.exports.record import application_record
from reviewer_app.services.applications.work_rows import read
from reviewer_app.services.applications.worklist import worklist
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import Case, cases
from tests.factories.stories import Story

_TRAPS = {
    ("GC-2026-011", "A06"): AnnexState.NO_TEXT,
    ("GC-2026-005", "A09"): AnnexState.ENCRYPTED,
    ("GC-2026-008", "A12"): AnnexState.ACTIVE,
    ("GC-2026-004", "A13"): AnnexState.WRONG_TYPE,
}
_AREA = re.compile(r"([A-D]) (\S+)")
_SETTLED = re.compile(r"\| ([A-D]) (\S+) \S+ (total \S+)")
_PROBE = re.compile(r"(\S+) (\S+) (R\d|none)(\*?)")


@pytest.fixture
def found(unit: UnitOfWork) -> Mapping[str, Case]:
    return {one.application.number: one for one in cases(unit)}


def _rounded(value: Fraction, digits: int = 1) -> str:
    steps = 10**digits
    return f"{float(Fraction((value * steps * 2 + 1) // 2, steps)):.{digits}f}"


def test_points_and_rules_are_those_of_the_bible(found: Mapping[str, Case], bible: Mapping[str, Story]) -> None:
    assert len(bible) == len(found) == 12
    for number, story in bible.items():
        case = found[number].consolidation
        rule = case.suggestion.rule
        assert (rule.id if rule else "-") == story.rule, number
        if number == "GC-2026-010":
            assert case.figures.total is None
            continue
        areas, total = story.of("AREA")[0].split(" | ")
        settled = _SETTLED.search("".join(story.of("SETTLED")))
        if settled is not None:
            areas, total = re.sub(rf"{settled[1]} \S+", f"{settled[1]} {settled[2]}", areas), settled[3]
        assert [key for key, _ in _AREA.findall(areas)] == [one.key for one in case.figures.areas], number
        for key, points in _AREA.findall(areas):
            area = next(one for one in case.figures.areas if one.key == key)
            assert (_rounded(area.points) if area.points is not None else "-") == points, (number, key)
        assert (_rounded(case.figures.total) if case.figures.total is not None else "-") == total.split()[1]


def test_medians_and_flags_are_those_of_the_bible(found: Mapping[str, Case], bible: Mapping[str, Story]) -> None:
    assert len(bible) == len(found) == 12
    for number, story in bible.items():
        words = [word for word in story.of("MED")[0].split() if word not in "/-"]
        criteria = found[number].consolidation.criteria
        assert criteria
        assert words or number == "GC-2026-010", number
        for criterion, word in zip(criteria, words, strict=False):
            assert criterion.suggested == (None if word == "nb" else Fraction(word)), (number, criterion.key)
        flags, _, below = story.of("FLAG")[0].partition("|") if number != "GC-2026-010" else ("none", "", "none")
        flagged = set(re.findall(r"[A-D]\d", flags))
        assert {one.key for one in criteria if one.needs_discussion} == flagged, number
        missed = set(re.findall(r"[A-D]\d", below))
        assert set(found[number].consolidation.figures.minimum_missed) == missed, number


def test_probes_flip_where_the_bible_says_so(found: Mapping[str, Case], bible: Mapping[str, Story]) -> None:
    assert len(bible) == len(found) == 12
    for number, story in bible.items():
        if number == "GC-2026-010":
            continue
        line, _, flips = (story.of("SETTLED_PROBE") or story.of("PROBE"))[0].partition("|")
        case = found[number].consolidation
        results = [one for one in probes(case) if one.probe in {Probe.WITHOUT_REVIEW, Probe.MEAN, Probe.AREA_WEIGHT}]
        told = [one for one in _PROBE.findall(line) if one[0] != "values"]
        assert len(results) == len(told)
        assert sum(one.flips for one in probes(case)) == int(re.findall(r"\d+", flips)[0]), number
        for result, (_, total, rule, mark) in zip(results, told, strict=True):
            spoken = result.figures.suggestion.rule
            assert (spoken.id if spoken else "none") == rule, (number, result.probe, result.subject)
            assert result.flips is (mark == "*")
            if total != "-":
                assert result.figures.total is not None
                assert _rounded(result.figures.total) == total, (number, result.probe, result.subject)


def test_what_results_hang_on_is_said_and_robust_only_what_is(found: Mapping[str, Case]) -> None:
    said = {}
    for number, one in found.items():
        case = one.consolidation
        told = dependences(case, robustness(case), "de", messages.text)
        said[number[-3:]] = [dependence.sentence for dependence in told]
    assert said["001"] == ["Robust: alle 8 Proben ergeben Aufnahme."]
    assert said["008"][0].startswith("Das Ergebnis hängt von jedem der 3 Gutachten ab: ")
    assert [said[number][0][:6] for number in ("005", "009")] == ["Knapp:", "Knapp:"]
    undecided = {"007": "formal_open", "010": "withdrawn", "012": "no_rules"}
    for number, reason in undecided.items():
        assert said[number] == []
        record = application_record(found[f"GC-2026-{number}"].consolidation)
        assert record["robustness"] == {"stable": None, "flips": [], "margins": [], "reason": reason}
    assert not any("Robust" in " ".join(told) and len(told) > 1 for told in said.values())


def test_formal_findings_are_those_of_the_bible(found: Mapping[str, Case], bible: Mapping[str, Story]) -> None:
    outcomes = {
        "ok": FormalOutcome.MET,
        "open": FormalOutcome.TO_SUPPLY,
        "fail": FormalOutcome.NOT_MET,
        "hint": FormalOutcome.NOTICE,
    }
    assert len(bible) == len(found) == 12
    for number, story in bible.items():
        results = {one.check: one.outcome for one in found[number].formal}
        assert results, number
        for part in story.of("FORM")[0].split(" ; "):
            word, _, rest = part.partition(" ")
            for check in re.findall(r"F\d\d", re.sub(r"\([^)]*\)", "", rest)):
                assert results[check] is outcomes[word], (number, check)


def test_states_and_progress(unit: UnitOfWork, found: Mapping[str, Case]) -> None:
    rows = {row.number: row for row in worklist(unit).rows}
    assert [rows[number].state.value for number in ("GC-2026-007", "GC-2026-010", "GC-2026-014")] == [
        "in_begutachtung",
        "zurueckgezogen",
        "begutachtung_abgeschlossen",
    ]
    assert {number: (row.submitted, row.expected) for number, row in rows.items()} == {
        "GC-2026-001": (3, 3),
        "GC-2026-002": (3, 3),
        "GC-2026-004": (4, 4),
        "GC-2026-005": (3, 3),
        "GC-2026-006": (3, 3),
        "GC-2026-007": (3, 4),
        "GC-2026-008": (3, 3),
        "GC-2026-009": (3, 3),
        "GC-2026-010": (0, 1),
        "GC-2026-011": (3, 4),
        "GC-2026-012": (4, 4),
        "GC-2026-014": (3, 3),
    }
    assert rows["GC-2026-011"].due == date(2026, 12, 1)
    assert rows["GC-2026-014"].due == date(2026, 12, 15)
    assert found["GC-2026-014"].application.file_reference == "45023/014-26"
    assert found["GC-2026-014"].application.proceeding == "7"


def test_who_sits_at_the_desk_and_who_is_bound(unit: UnitOfWork) -> None:
    facts = unit.rounds.get()
    assert facts.me is not None
    assert (facts.is_demo, facts.title) == (True, "Herbstrunde 2026")
    assert unit.people.get(facts.me).name == "R. Vogelsang"
    numbers = {person.name: person.number for person in unit.people.all()}
    assert [numbers[name] for name in ("M. Adler", "J. Brandes", "K. Tamm", "H. Nowak", "L. Öztürk")] == [1, 2, 3, 4, 5]
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
    names = {person.id: person.name for person in unit.people.all()}
    stated = {
        (unit.applications.get(application).number, names[person], state)
        for application, states in unit.people.all_conflicts().items()
        for person, state in states.items()
    }
    assert {one for one in stated if one[2] != "none"} == {
        ("GC-2026-006", "M. Adler", "excluded"),
        ("GC-2026-012", "H. Nowak", "excluded"),
        ("GC-2026-014", "P. Ulmer", "excluded"),
        ("GC-2026-011", "M. Adler", "open"),
    }
    reviewed = {
        (unit.applications.get(key).number, one.reviewer.name)
        for key, reviews in unit.reviews.all().items()
        for one in reviews
    }
    chair = {(number, "R. Vogelsang") for number in unit.applications.numbers()}
    assert {one[:2] for one in stated if one[2] == "none"} == reviewed | chair


def test_reviews_were_handed_in_on_their_days(unit: UnitOfWork) -> None:
    sealed = {}
    counted = drafts = 0
    for application, reviews in unit.reviews.all().items():
        for review in reviews:
            counted += review.submitted_at is not None
            drafts += review.submitted_at is None
            if review.submitted_at is not None and review.reviewer.name == "M. Adler":
                sealed[unit.applications.get(application).number] = review.submitted_at.date()
            if review.submitted_at is not None:
                assert date(2026, 11, 9) <= review.submitted_at.date() <= date(2026, 11, 24)
    assert (counted, drafts) == (35, 2)
    assert sealed == {
        "GC-2026-001": date(2026, 11, 16),
        "GC-2026-002": date(2026, 11, 18),
        "GC-2026-005": date(2026, 11, 20),
        "GC-2026-012": date(2026, 11, 21),
        "GC-2026-009": date(2026, 11, 23),
        "GC-2026-014": date(2026, 11, 24),
    }


def test_the_chair_has_settled_what_the_bible_says(found: Mapping[str, Case], bible: Mapping[str, Story]) -> None:
    told = {number: line for number, story in bible.items() for line in story.of("SETTLED")}
    assert len(told) == 4
    for number, case in found.items():
        agreed = case.consolidation.consensus
        assert (number in told) == bool(agreed), number
        released = re.search(r", released (\S+)", told.get(number, ""))
        assert (case.release.at.date().isoformat() if case.release else None) == (released and released[1]), number
        entered = {key: one for key, one in agreed.items() if one.origin is ConsensusOrigin.ENTERED}
        assert {key: float(one.value) for key, one in entered.items()} == {
            key: float(value) for key, value in re.findall(r"; ([A-D]\d) (\S+)", told.get(number, ""))
        }
        assert all(one.reason for one in entered.values())
        assert len(agreed) in {0, len(case.catalogue.criteria)}


def test_traps_are_probed_as_told(unit: UnitOfWork) -> None:
    applications: dict[str, Application] = {one.number: one for one in unit.applications.all()}
    for number, application in applications.items():
        for annex in application.annexes:
            trap = _TRAPS.get((number, annex.kind))
            assert annex.states == ((trap,) if trap else (AnnexState.READABLE,)), (number, annex.kind)
            blank = (2,) if (number, annex.kind) == ("GC-2026-007", "A15") else ()
            assert annex.blank_pages == blank, (number, annex.kind)
    assert applications["GC-2026-007"].annex("A03") is None
    assert applications["GC-2026-014"].annex("A13") is None


def test_findings_are_the_told_ones_alone(unit: UnitOfWork) -> None:
    codes = {
        one.number: sorted({finding.code for finding in one.findings})
        for one in unit.applications.all()
        if one.findings
    }
    assert codes == {
        "GC-2026-004": ["annex_wrong_type", "matches_members"],
        "GC-2026-005": ["annex_encrypted"],
        "GC-2026-007": ["annex_blank_page", "annex_missing", "missing"],
        "GC-2026-008": ["annex_active", "package_annex_embedded_file", "package_annex_javascript"],
        "GC-2026-011": ["annex_no_text", "not_before", "row_at_most"],
        "GC-2026-012": ["row_at_most"],
    }


def test_pages_are_those_of_the_bible_and_hold_the_passages(unit: UnitOfWork, bible: Mapping[str, Story]) -> None:
    """Every passage can be found in the text of its page, as marking it by hand would find it."""
    looked_up = 0
    for application in unit.applications.all():
        story = bible[application.number]
        pages = dict(re.findall(r"(A\d\d):(\d+)(?!z)\b", story.of("ANN")[0]))
        readable = {}
        for annex in application.annexes:
            if annex.media_type != "application/pdf" or AnnexState.ENCRYPTED in annex.states:
                continue
            assert annex.pages == int(pages[annex.kind]), (application.number, annex.kind)
            readable[annex.kind] = annex
        for line in story.of("P"):
            for kind, page, _, quote in re.findall(r'(A\d\d):(\d+) ([A-D]\d)[+\-x] "([^"]*)"', line):
                read = readable.get(kind)
                if read is None or AnnexState.NO_TEXT in read.states:
                    continue
                with PdfDocument(unit.files.read(read.sha256)) as document:
                    text = " ".join(document.text(int(page) - 1).split())
                looked_up += 1
                assert quote in text, (application.number, kind, page)
    assert looked_up > 12


def test_files_lie_where_they_are_looked_for(demo_folder: Path) -> None:
    assert (demo_folder / FILE).is_file()
    packages = sorted(folder.name[:11] for folder in (demo_folder / "Antraege").iterdir())
    assert packages == [f"GC-2026-{serial}" for serial in ("001", "002", *(f"{n:03d}" for n in range(4, 13)), "014")]
    tables = sorted(file.name for file in (demo_folder / "Bewertungen").iterdir())
    assert len(tables) == 5
    assert "Bewertung_M._Adler.csv" in tables
    empty = next((demo_folder / "Antraege").glob("GC-2026-007*")) / "A03_Strategie"
    assert empty.is_dir()
    assert not list(empty.iterdir())


def _shape(path: Path, folder: Path) -> list[object]:
    workspace = Store(data=lambda: folder).open(path, read_only=True)
    with workspace.unit_of_work() as uow:
        shape: list[object] = []
        for case in cases(uow):
            application = case.application
            shape.append((application.number, application.name, application.members))
            shape.append([annex.kind for annex in application.annexes])
            shape.append([(one.check, one.outcome) for one in case.formal])
            reviews = uow.reviews.of(application.id)
            shape += [(one.reviewer.name, one.submitted_at, dict(one.scores), one.overall) for one in reviews]
            shape.append([(entry.at, entry.what, entry.after) for entry in uow.reviews.history(application.id)])
            shape.append([replace(one, application=ApplicationId("")) for one in uow.annotations.of(application.id)])
    workspace.close()
    return shape


def test_without_files_the_round_is_the_same_and_quick(demo_folder: Path, tmp_path: Path) -> None:
    made = write_demo(tmp_path / "leer", create_workspace, applications=12, reviewers=5, seed=1, files=False)
    assert [file.name for file in made.parent.iterdir()] == [FILE]
    cached = read(Store().cached_list(made))
    workspaces = []
    marked = []
    for path in (made, demo_folder / FILE):
        workspace = Store(data=lambda: tmp_path).open(path, read_only=True)
        with workspace.unit_of_work() as uow:
            workspaces.append(
                {
                    case.application.number: (
                        case.consolidation.figures.total,
                        case.consolidation.suggestion.rule and case.consolidation.suggestion.rule.id,
                        [(one.check, one.outcome) for one in case.formal],
                        len(case.expected),
                    )
                    for case in cases(uow)
                }
            )
            assert cached == worklist(uow), "the first opening of the window finds it"
            marked.append(sum(len(found) for found in uow.annotations.all().values()))
        workspace.close()
    assert workspaces[0] == workspaces[1]
    assert marked == [0, 203]
    assert not Store(data=lambda: tmp_path).check(made)


def test_the_same_arguments_give_the_same_round_stored_together_or_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shapes = []
    for together in (1, 250):
        monkeypatch.setattr(building, "_AT_ONCE", together)
        made = write_demo(tmp_path / str(together), create_workspace, applications=13, reviewers=6, seed=3, files=False)
        shapes.append(_shape(made, tmp_path))
    assert shapes[0] == shapes[1]


def test_the_same_arguments_give_the_same_files(tmp_path: Path) -> None:
    for name in ("eins", "zwei"):
        write_demo(tmp_path / name, create_workspace, applications=2, reviewers=2, seed=1, files=True)
    first, second = (
        {
            file.relative_to(tmp_path / name).as_posix(): file.read_bytes()
            for file in sorted((tmp_path / name).rglob("*"))
            if file.is_file() and file.name != FILE
        }
        for name in ("eins", "zwei")
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert _shape(tmp_path / "eins" / FILE, tmp_path) == _shape(tmp_path / "zwei" / FILE, tmp_path)


def test_what_a_killed_run_left_is_cleared_and_the_name_comes_last(tmp_path: Path) -> None:
    for name in (DRAFT, f"{DRAFT}-wal", f"{DRAFT}.lock"):
        (tmp_path / name).write_bytes(b"halb")

    def stopped(_done: int, _of: int, _name: str) -> bool:
        assert not (tmp_path / FILE).exists()
        return False

    with pytest.raises(MendableError, match="cancelled"):
        write_demo(tmp_path, create_workspace, applications=2, reviewers=1, seed=1, files=False, progress=stopped)
    assert not (tmp_path / FILE).exists()
    made = write_demo(tmp_path, create_workspace, applications=2, reviewers=1, seed=1, files=False)
    assert [file.name for file in tmp_path.iterdir()] == [made.name]
    with pytest.raises(MendableError, match="workspace_exists"):
        write_demo(tmp_path, create_workspace, applications=2, reviewers=1, seed=1, files=False)


def test_larger_rounds_continue_the_numbers_with_other_names(tmp_path: Path) -> None:
    made = write_demo(tmp_path, create_workspace, applications=15, reviewers=7, seed=1, files=False)
    workspace = Store(data=lambda: tmp_path).open(made, read_only=True)
    with workspace.unit_of_work() as uow:
        applications = uow.applications.all(light=True)
        assert len(applications) == 15
        assert {"GC-2026-013", "GC-2026-015", "GC-2026-016"} <= {one.number for one in applications}
        assert "GC-2026-003" not in {one.number for one in applications}
        assert len({one.name for one in applications}) == 15
        scale = uow.catalogues.get(applications[0].catalogue).scale
        reviewed = {}
        for key, reviews in uow.reviews.all().items():
            number = uow.applications.get(key).number
            reviewed[number] = len(reviews)
            for review in reviews:
                for score in review.scores.values():
                    assert isinstance(score.value, NotAssessable) or scale.contains(score.value or Fraction(0))
                    assert number == "GC-2026-010" or score.rationale
        assert reviewed["GC-2026-014"] == 5
    workspace.close()


def test_fewer_reviewers_are_the_first_ones(tmp_path: Path) -> None:
    made = write_demo(tmp_path, create_workspace, applications=3, reviewers=2, seed=1, files=False)
    workspace = Store(data=lambda: tmp_path).open(made, read_only=True)
    with workspace.unit_of_work() as uow:
        assert [one.number for one in uow.applications.all(light=True)] == ["GC-2026-001", "GC-2026-002", "GC-2026-014"]
        names = {review.reviewer.name for reviews in uow.reviews.all().values() for review in reviews}
        assert names == {"M. Adler", "J. Brandes"}
    workspace.close()
