"""What stands over a paper: what is odd about it, in words that say what it means."""

import pytest
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.application import Annex, AnnexState
from reviewer_app.ui.reading.annexes.annex_list import AnnexLines


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
