"""Applications in the store: taken, known again, newer, added to, or refused without a trace."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reviewer_app.cli.reports import finding_text
from reviewer_app.domain import localised
from reviewer_app.domain.application import AnnexState, Application
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.review import ReviewOrigin
from reviewer_app.services.intake.files import FileReport, Intake, TakeOutcome, single_packages, take
from reviewer_app.services.ports import UnitOfWork, Workspace
from tests.factories import filled_forms as forms
from tests.factories.bad_files import BAD_FILES, BadFile, archive
from tests.factories.papers import locked, paper, scan
from tests.services.conftest import NOW

NUMBER = "GC-2026-031"


def form(folder: Path, name: str = "antrag.xlsx", **changes: object) -> Path:
    path = folder / name
    path.write_bytes(forms.workbook(**{"antrag_nr": NUMBER, **changes}))  # type: ignore[arg-type] # answers by field
    return path


def folder(base: Path, name: str, **files: bytes) -> Path:
    target = base / name
    target.mkdir(exist_ok=True)
    for stem, data in files.items():
        (target / f"{stem}.pdf").write_bytes(data)
    return target


def found(uow: UnitOfWork) -> Application:
    application = uow.applications.find(NUMBER)
    assert application is not None
    return application


def said(report: FileReport) -> list[str]:
    return [one.code for one in report.messages]


def test_a_workbook_becomes_an_application(uow: UnitOfWork, tmp_path: Path) -> None:
    report = take(uow, form(tmp_path), NOW)
    assert (report.kind, report.outcome, report.application) == ("workbook", TakeOutcome.TAKEN, NUMBER)
    made = found(uow)
    assert (made.name, made.procedure, made.version) == (forms.NAME, "aufnahme", 1)
    assert (made.received, made.deadline, made.reference_date) == (
        date(2026, 9, 28),
        date(2026, 9, 30),
        date(2026, 10, 1),
    )
    assert made.form is not None
    assert made.form.text("cmo_plz") == "01067"
    assert [(one.code, one.found) for one in made.findings if one.severity == "error"] == [
        ("annex_missing", kind)
        for kind in ("A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A12", "A14", "A15")
    ]
    assert made.findings == report.messages


def test_findings_say_sheet_and_cell(uow: UnitOfWork, tmp_path: Path) -> None:
    report = take(uow, form(tmp_path, akt_sonst=3), NOW)
    differing = next(one for one in report.messages if one.code == "sum_equals")
    assert (differing.place.file, differing.place.sheet, differing.place.cell[:1], differing.found) == (
        "antrag.xlsx",
        "Antrag",
        "C",
        "20",
    )


def test_the_same_file_again_changes_nothing(uow: UnitOfWork, tmp_path: Path) -> None:
    take(uow, form(tmp_path), NOW)
    assert take(uow, form(tmp_path, "kopie.xlsx"), NOW).outcome is TakeOutcome.UNCHANGED
    assert take(uow, form(tmp_path), NOW).outcome is TakeOutcome.UNCHANGED
    assert len(uow.applications.versions(found(uow).id)) == 1


def test_what_an_older_program_wrote_down_in_german_alone_is_no_news(uow: UnitOfWork, tmp_path: Path) -> None:
    take(uow, form(tmp_path, akt_gesamt=1_234, strat_beschluss=date(2028, 2, 1)), NOW)
    first = found(uow)
    plain = tuple(replace(one, found=localised.read(one.found, "de")) for one in first.findings)
    assert plain != first.findings
    uow.applications.add(replace(first, version=2, findings=plain), "0" * 64)
    assert take(uow, form(tmp_path, akt_gesamt=1_234, strat_beschluss=date(2028, 2, 1)), NOW).outcome is (
        TakeOutcome.UNCHANGED
    )


def test_a_newer_form_keeps_scores_and_records_what_changed(uow: UnitOfWork, tmp_path: Path) -> None:
    take(uow, form(tmp_path), NOW)
    first = found(uow)
    review = uow.reviews.create(first.id, PersonId("K. Tamm"), ReviewOrigin.DESK, NOW)
    uow.reviews.set_rationale(review.id, "A1", "Grund", NOW, "K. Tamm")
    uow.commit()
    report = take(uow, form(tmp_path, koepfe=6, tech_primaer="logistik", erkl_marke=False), NOW)
    assert report.outcome is TakeOutcome.UPDATED
    second = found(uow)
    assert (second.id, second.version) == (first.id, 2)
    assert uow.reviews.of(first.id)[0].rationale("A1") == "Grund"
    field = Localised("Optische Technologien und Photonik", en="Optical technologies and photonics")
    assert {one.field: (one.before, localised.read(one.after, "de")) for one in uow.applications.changes(first.id)} == {
        "koepfe": ("5", "6"),
        "tech_primaer": (field, "Logistik"),
        "erkl_marke": (Localised("ja", en="yes"), "nein"),
    }


def test_a_package_brings_annexes_and_their_states(uow: UnitOfWork, tmp_path: Path) -> None:
    path = tmp_path / f"{NUMBER}.antrag"
    entries = (("f.xlsx", form(tmp_path).read_bytes()), ("A03.pdf", paper("Strategie")), ("A06.pdf", scan()))
    path.write_bytes(archive(*entries, ("A09.pdf", locked())))
    report = take(uow, path, NOW)
    assert (report.kind, report.outcome) == ("package", TakeOutcome.TAKEN)
    assert said(report)[0] == "package_unsigned"
    annexes = {one.kind: one for one in found(uow).annexes}
    assert {kind: one.states for kind, one in annexes.items()} == {
        "A03": (AnnexState.READABLE,),
        "A06": (AnnexState.NO_TEXT,),
        "A09": (AnnexState.ENCRYPTED,),
    }
    assert uow.files.read(annexes["A03"].sha256) == paper("Strategie")


def test_annexes_may_come_later_in_a_folder_of_the_same_number(uow: UnitOfWork, tmp_path: Path) -> None:
    take(uow, form(tmp_path), NOW)
    report = take(uow, folder(tmp_path, f"{NUMBER} Nachlieferung", A03_Strategie=paper("alt")), NOW)
    assert (report.kind, report.outcome) == ("folder", TakeOutcome.UPDATED)
    later = folder(tmp_path, f"{NUMBER} zweite", A03_Neu=paper("neu"), A13_Befragung=paper("b"))
    assert take(uow, later, NOW).outcome is TakeOutcome.UPDATED
    made = found(uow)
    assert made.form is not None
    assert [(one.kind, one.name) for one in made.annexes] == [
        ("A03", "A03_Neu.pdf"),
        ("A13", "A13_Befragung.pdf"),
    ]
    assert [(one.field, str(one.before)[:9], str(one.after)[:9]) for one in uow.applications.changes(made.id)] == [
        ("A03", "A03_Strat", "A03_Neu.p"),
        ("A13", "", "A13_Befra"),
    ]
    assert take(uow, form(tmp_path), NOW).outcome is TakeOutcome.UNCHANGED
    assert len(found(uow).annexes) == 2


def test_annexes_alone_take_number_and_name_from_the_folder(uow: UnitOfWork, tmp_path: Path) -> None:
    take(uow, folder(tmp_path, f"{NUMBER} Lichtnetz Süd", Strategie=paper("s"), Brief=paper("x")), NOW)
    made = found(uow)
    assert (made.name, made.form, [one.kind for one in made.annexes]) == ("Lichtnetz Süd", None, ["A03", "A99"])
    assert take(uow, form(tmp_path), NOW).outcome is TakeOutcome.UPDATED
    assert (found(uow).name, len(found(uow).annexes)) == (forms.NAME, 2)


def test_the_person_may_say_number_name_and_kinds(uow: UnitOfWork, tmp_path: Path) -> None:
    options = Intake(number=NUMBER, name="Netz", kinds=(("Brief.pdf", "A10"),))
    report = take(uow, folder(tmp_path, "Unterlagen", Brief=paper("x")), NOW, options)
    assert report.outcome is TakeOutcome.TAKEN
    assert (found(uow).name, found(uow).annexes[0].kind) == ("Netz", "A10")


def test_a_number_of_somebody_else_is_refused(uow: UnitOfWork, tmp_path: Path) -> None:
    take(uow, form(tmp_path), NOW)
    report = take(uow, form(tmp_path, cluster_name="Ganz anders", cmo_name="Andere GmbH"), NOW)
    assert (report.outcome, said(report)) == (TakeOutcome.REFUSED, ["form_number_taken"])
    assert report.messages[0].place.label("de").startswith("antrag.xlsx, Antrag!C")
    assert found(uow).name == forms.NAME


def test_a_form_nobody_filled_in_is_refused_under_any_number(uow: UnitOfWork, tmp_path: Path) -> None:
    path = tmp_path / "antrag.xlsx"
    path.write_bytes(forms.empty())
    report = take(uow, path, NOW, Intake(number=NUMBER))
    assert (report.outcome, said(report)) == (TakeOutcome.REFUSED, ["form_unanswered"])
    assert report.messages[0].place.label("de") == "antrag.xlsx, Antrag"
    assert uow.applications.find(NUMBER) is None


@pytest.mark.parametrize("name", ["photonikverbund  WERRATAL", " Photonikverbund\u00a0Werratal"])
def test_names_are_the_same_but_for_case_and_spaces(uow: UnitOfWork, tmp_path: Path, name: str) -> None:
    take(uow, form(tmp_path), NOW)
    report = take(uow, form(tmp_path, antrag_nr="GC-2026-032", cluster_name=name), NOW)
    twin = next(one for one in report.messages if one.code == "form_name_twice")
    assert (twin.params["number"], twin.place.field) == (NUMBER, "cluster_name")


def test_a_name_that_another_application_bears_is_remarked(uow: UnitOfWork, tmp_path: Path) -> None:
    take(uow, form(tmp_path), NOW)
    report = take(uow, form(tmp_path, antrag_nr="GC-2026-032"), NOW)
    assert report.outcome is TakeOutcome.TAKEN
    assert "form_name_twice" in said(report)


def test_a_form_joins_an_application_that_came_from_a_table(uow: UnitOfWork, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"application;reviewer;criterion;score\n{NUMBER};K. Tamm;A1;3\n")
    take(uow, table, NOW, Intake(create_missing=True))
    assert take(uow, form(tmp_path), NOW).outcome is TakeOutcome.UPDATED
    assert (found(uow).name, len(uow.reviews.of(found(uow).id))) == (forms.NAME, 1)


def test_the_limit_of_an_annex_is_a_setting(uow: UnitOfWork, tmp_path: Path) -> None:
    from tests.factories.rounds import set_setting

    set_setting(uow, "limit_annex_mb", "1")
    large = folder(tmp_path, f"{NUMBER} X", A03=paper("x") + b"%" * 1_100_000)
    report = take(uow, large, NOW)
    assert (said(report), report.messages[0].params["limit"]) == (["package_entry_size"], "1")


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_in_a_sentence_and_leaves_nothing(
    bad: BadFile, workspace: Workspace, tmp_path: Path
) -> None:
    place = tmp_path / "in"
    place.mkdir()
    path = bad.make(place)
    with workspace.unit_of_work() as uow:
        before = (uow.applications.all(), uow.rounds.last_change())
        report = take(uow, path, NOW)
    assert (report.outcome, said(report)) == (TakeOutcome.REFUSED, [bad.code])
    for language in ("de", "en"):
        sentence = finding_text(report.messages[0], language)
        assert sentence.count(". ") + sentence.count("? ") >= 1, "what is wrong, then how to mend it"
        assert "{" not in sentence
    assert path.name in report.messages[0].place.label("de")
    with workspace.unit_of_work() as uow:
        assert (uow.applications.all(), uow.rounds.last_change()) == before


def test_macros_are_never_run_only_noted(uow: UnitOfWork, tmp_path: Path) -> None:
    path = tmp_path / "antrag.xlsm"
    path.write_bytes(forms.with_part(form(tmp_path).read_bytes(), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"))
    report = take(uow, path, NOW)
    assert (report.outcome, report.kind) == (TakeOutcome.TAKEN, "workbook")
    assert "form_macros" in said(report)


def test_a_folder_of_several_applications_is_each_of_them(uow: UnitOfWork, tmp_path: Path) -> None:
    several = tmp_path / "Antraege"
    several.mkdir()
    for number in ("GC-2026-041", "GC-2026-042"):
        form(folder(several, f"{number} Verbund", A03=paper("Satzung")), antrag_nr=number)
    form(folder(several, "Ohne Nummer im Namen"), antrag_nr="GC-2026-043")
    (several / "Zettel.txt").write_text("gehört zu keinem Antrag")
    single = folder(tmp_path, f"{NUMBER} Lichtnetz", A03=paper("Satzung"))
    folder(single, "Anlagen", A04=paper("Beitragsordnung"))
    form(folder(single, "Formular"))
    found = single_packages(uow, (several, single, several))
    assert [one.name for one in found] == [
        "GC-2026-041 Verbund", "GC-2026-042 Verbund", "Ohne Nummer im Namen", single.name
    ]  # fmt: skip
    assert [take(uow, one, NOW).application for one in found] == ["GC-2026-041", "GC-2026-042", "GC-2026-043", NUMBER]
    assert single_packages(uow, (tmp_path / "weg",)) == (tmp_path / "weg",)


def test_an_application_without_a_name_is_called_by_its_organisation(uow: UnitOfWork, tmp_path: Path) -> None:
    take(uow, form(tmp_path, cluster_name=""), NOW)
    assert found(uow).name == "Photonikverbund Werratal e. V."
