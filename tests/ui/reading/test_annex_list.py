"""The list of annexes: what is odd about each, in words that say what it means; and its filter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import Annex, AnnexState
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.annex_list import FORM, AnnexLine, AnnexLines, AnnexList, AnnexModel


@pytest.mark.parametrize(
    ("state", "pages", "note"),
    [
        (AnnexState.READABLE, 2_000, ""),
        (AnnexState.READABLE, 100_000, "A09 hat 100.000 Seiten. Gezeigt werden die ersten 2.000."),
        (AnnexState.ACTIVE, 3, "A09 enthält ausführbaren Inhalt"),
    ],
    ids=["long", "too long", "active"],
)
def test_what_is_odd_about_a_paper_is_said(qapp: QApplication, state: AnnexState, pages: int, note: str) -> None:
    del qapp
    file = Annex("A09", "A09.pdf", "0" * 64, 1, "application/pdf", pages, (state,))
    line = AnnexLines("de")._line(file, "Anlage", 1, {})
    assert bool(line.notes) == bool(note)
    assert "".join(line.notes[:1]).startswith(note)


def test_each_of_several_files_of_a_kind_is_called_by_its_name_and_one_alone_by_the_title(qapp: QApplication) -> None:
    del qapp
    files = [Annex("A99", name, "0" * 64, 1) for name in ("Grusswort.pdf", "Presse.pdf")]
    lines = AnnexLines("de")

    def titles(*some: Annex, title: str = "Sonstiges") -> list[str]:
        return [one.title for one in lines._files(some, title, {})]

    assert titles(*files) == ["Sonstiges (Grusswort.pdf)", "Sonstiges (Presse.pdf)"]
    assert titles(files[0]) == ["Sonstiges"]
    assert titles(*files, title="") == ["Grusswort.pdf", "Presse.pdf"]


LINES = (
    AnnexLine(FORM, "", "Antragsformular"),
    AnnexLine("A07", "A07", "Organigramm", "6"),
    AnnexLine("A13", "A13", "Mitgliederbefragung", "fehlt", missing=True),
)


@pytest.fixture
def lists(theme: Theme, qtbot: QtBot) -> tuple[AnnexList, AnnexList]:
    """Return the list that always stands there and the one in a popover, of the same annexes."""
    model = AnnexModel()
    docked, popover = (AnnexList(theme, model, filtered=filtered) for filtered in (False, True))
    model.setParent(docked)
    for one in (docked, popover):
        qtbot.addWidget(one)
    model.set_lines(LINES)
    return docked, popover


def test_the_model_of_the_list_is_sound(qapp: QApplication, qtmodeltester: ModelTester) -> None:
    del qapp
    model = AnnexModel()
    model.set_lines(LINES)
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call] # reason: pytest-qt has no types here
    assert model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole) == "A13 Mitgliederbefragung, fehlt"


def keys(shown: AnnexList) -> list[str]:
    model = shown.view.model()
    return [model.index(row, 0).data(AnnexModel.LINE).key for row in range(model.rowCount())]


def test_every_word_typed_filters_by_number_and_title_and_enter_takes_the_first(
    lists: tuple[AnnexList, AnnexList], qtbot: QtBot
) -> None:
    popover = lists[1]
    for words, left in (("07", ["A07"]), ("mitgl 13", ["A13"]), ("ORGANI", ["A07"]), ("a1 (", []), ("", None)):
        popover.field.clear()
        QTest.keyClicks(popover.field, words or "x")
        if not words:
            QTest.keyClick(popover.field, Qt.Key.Key_Backspace)
        assert keys(popover) == (left if left is not None else [one.key for one in LINES])
    QTest.keyClicks(popover.field, "gramm")
    with qtbot.waitSignal(popover.annex_chosen) as chosen:
        QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert chosen.args == ["A07"]


def test_what_is_typed_in_the_popover_filters_no_other_list(lists: tuple[AnnexList, AnnexList]) -> None:
    docked, popover = lists
    docked.show_current("A13")
    QTest.keyClicks(popover.field, "07")
    assert keys(popover) == ["A07"]
    assert keys(docked) == [one.key for one in LINES]
    assert docked.view.currentIndex().data(AnnexModel.LINE).key == "A13"
