"""The pictures of a long paper: those around the page one reads are there when reading rests, and stay there."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reviewer_app.ui.pdf import page_pictures
from reviewer_app.ui.pdf.document import OpenedDocument
from reviewer_app.ui.pdf.page_pictures import PagePictures
from reviewer_app.ui.pdf.renderer import renderer

A4 = (595.0, 842.0)


class Blank:
    """A document whose pages are empty."""

    recognised: dict[int, object] = {}  # noqa: RUF012 # reason: nothing is ever put there

    def paint(self, *_page: object) -> None:
        """Leave the picture as it is."""

    def close(self) -> None:
        """Have nothing to close."""


def test_all_pages_around_are_kept_and_painted_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "RESTED", 0)
    parent = QObject()
    pictures, came = PagePictures(parent), list[int]()
    pictures.picture_came.connect(came.append)
    pictures.show_document(OpenedDocument(-1, (A4,) * 1000, Blank()))  # type: ignore[arg-type] # reason: all that is asked
    for _ in range(2):
        pictures.want([500], [], 1.0)
        qtbot.waitUntil(lambda: not pictures._rested.isActive() and renderer().idle)
    qtbot.waitUntil(lambda: all(pictures.small(page) is not None for page in range(400, 600)))
    assert len(came) < 400
    pictures.show_document(None)
