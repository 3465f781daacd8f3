"""The button beside a scan: its text comes page by page while one reads, is found in the paper and can be selected."""

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.text.search import wanted
from reviewer_app.ui.shell import operations
from tests.factories import pages
from tests.factories.scans import needs_tesseract, scanned
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, add_annex, page_of, presenter_of

if TYPE_CHECKING:
    from reviewer_app.ui.reading.annexes.annex_view import AnnexView
    from reviewer_app.ui.shell.operations import LongWork

TEXTS = ("Der Verbund hat 54 Mitglieder", "Der Beitrag ist gestaffelt")


def with_scan(open_case: OpenCase, qtbot: QtBot) -> DeskUser:
    data = scanned(pages.pages([[(40, 250, text)] for text in TEXTS], size=12))
    user = open_case()
    add_annex(user, data, "application/pdf", AnnexState.NO_TEXT, 2)
    qtbot.waitUntil(lambda: page_of(user).annex.pages.count == 2)
    return user


def text_of(area: "AnnexView", page: int) -> str | None:
    layer = area.reader.texts.layer(page)
    return None if layer is None else layer.text


@needs_tesseract
def test_the_button_recognises_page_by_page_and_the_band_says_what_it_is(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "SLOW_AFTER", 0)  # two small pages may be done in less than is called slow
    user = with_scan(open_case, qtbot)
    area = page_of(user).annex
    notice = area.notice
    qtbot.waitUntil(lambda: text_of(area, 0) == "")
    qtbot.waitUntil(notice.recognise_button.isVisible)
    area.finding.find(wanted("gestaffelt"))
    qtbot.waitUntil(lambda: area.finding.pages.is_whole)
    assert area.finding.pages.count == 0
    told: list[LongWork | None] = []
    user.desk.operations.long_work_changed.connect(told.append)
    notice.recognise_button.click()
    qtbot.waitUntil(lambda: not notice.recognise_button.isVisible(), timeout=30_000)
    user.settle()
    assert notice._notes[0].startswith("A09: Erkannter Text. ")
    assert (2, "Text wird erkannt: A09") in {
        (one.total, one.words) for one in told if one is not None and one.can_cancel
    }
    qtbot.waitUntil(lambda: text_of(area, 0) == TEXTS[0])
    qtbot.waitUntil(lambda: area.finding.pages.count == 1)
    documents = presenter_of(user).annexes.first
    documents.open("form")
    user.settle()
    documents.open("A09")
    user.settle()
    qtbot.waitUntil(lambda: text_of(area, 1) == TEXTS[1])


@needs_tesseract
def test_cancelling_says_what_stays(open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    user = with_scan(open_case, qtbot)
    said: list[str] = []
    monkeypatch.setattr(user.desk.context.messages, "note", lambda words, **_: said.append(words))
    qtbot.waitUntil(page_of(user).annex.notice.recognise_button.isVisible)
    page_of(user).annex.notice.recognise_button.click()
    user.desk.operations.cancel()
    user.settle()
    assert said == ["Abgebrochen. Nichts wurde geändert."]
    assert page_of(user).annex.notice.recognise_button.isVisible()


def test_without_tesseract_the_action_says_so_and_there_is_no_button(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    user = with_scan(open_case, qtbot)
    actions = user.window.actions_table
    assert (
        actions.reason("recognise_text")
        == "Dafür ist auf diesem Gerät das Programm Tesseract mit der Sprache Deutsch erforderlich."
    )
    assert not page_of(user).annex.notice.recognise_button.isVisible()
