"""A workspace of every released schema version still opens and tells the same."""

import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from db import integrity
from db.connection import SCHEMA_VERSION
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.domain.scale import NB
from tests.db.conftest import Opener, read_catalogue
from tests.reference.store.make_sample import ANNEX, FOLDER, an_annotation, make

PAGE = 4096
VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_file_still_opens(version: int, tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "sample.votum"
    shutil.copyfile(FOLDER / f"v{version}.votum", path)
    workspace = opened(path)
    with workspace.unit_of_work() as uow:
        application = uow.applications.get(ApplicationId("a" * 32))
        (review,) = uow.reviews.of(application.id)
        assert application.form is not None
        assert application.form.text("name") == "Werratal"
        assert uow.files.read(application.annexes[0].sha256) == ANNEX
        assert (review.state, review.reviewer.name) == (ReviewState.SUBMITTED, "Dr. Ada Wesel")
        assert {key: score.value for key, score in review.scores.items()} == {
            "A1": Fraction(7, 2),
            "A2": NB,
            "A3": Fraction(0),
        }
        assert uow.consensus.of(application.id)["A1"].value == Fraction(3)
        assert uow.applications.formal_decisions(application.id) == {"F01": FormalOutcome.MET}
        assert [one.after for one in uow.reviews.history(application.id) if one.what == "value"] == [
            "3.5",
            "n. b.",
            "0",
        ]
        expected = () if version == 1 else (replace(an_annotation(application.annexes[0].sha256), note="Trägt."),)
        assert uow.annotations.of(application.id) == expected
    workspace.close()
    assert integrity.check(path, read_catalogue) == ()


def test_there_is_a_sample_of_today_and_the_script_still_makes_one(tmp_path: Path, opened: Opener) -> None:
    assert (FOLDER / f"v{SCHEMA_VERSION}.votum").is_file()
    make(tmp_path / "fresh.votum")
    with opened(tmp_path / "fresh.votum").unit_of_work() as uow:
        assert uow.applications.numbers() == ("GC-2026-001",)


def test_an_upgraded_file_whose_list_of_tables_is_lost_still_shows_its_reviews(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "sample.votum"
    shutil.copyfile(FOLDER / "v1.votum", path)
    opened(path).close()
    data = bytearray(path.read_bytes())
    data[100:PAGE] = bytes(PAGE - 100)
    path.write_bytes(data)
    workspace = opened(path)
    assert "workspace_salvaged" in workspace.notices
    with workspace.unit_of_work() as uow:
        (review,) = uow.reviews.of(ApplicationId("a" * 32))
        assert review.value("A1") == Fraction(7, 2)
        assert uow.annotations.all() == {}
