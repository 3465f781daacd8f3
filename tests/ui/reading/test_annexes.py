"""Annexes of every kind: protected, broken, pictures, unknown; each shown or said in a sentence, never lost."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.scale import NB
from reviewer_app.services.annexes.passwords import forget_typed
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.dialogs import PageDialog, Password, PasswordDialog
from reviewer_app.ui.reading.page import ANNEXES
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.factories.pages import annotated, pages
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, add_annex, page_of, presenter_of, stored

type Add = Callable[[bytes, str, AnnexState], DeskUser]


def locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842), encrypt=StandardEncryption("Geheim7", strength=128))
    canvas.drawString(72, 700, "Nur mit Kennwort")
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def whole_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def png() -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # reason: the stubs want bytes, PySide takes a name
    return bytes(data.data())


@pytest.fixture
def with_annex(open_case: OpenCase) -> Add:
    """Give a function that adds an annex A09 to the application and opens it."""

    def add(data: bytes, media_type: str, state: AnnexState) -> DeskUser:
        user = open_case()
        add_annex(user, data, media_type, state)
        return user

    return add


def test_an_application_from_a_score_table_alone_says_that_it_has_no_papers(open_case: OpenCase) -> None:
    user = open_case()

    def store(uow: UnitOfWork) -> None:
        bare = replace(uow.applications.get(worked_case.APPLICATION), form=None, members=None, annexes=())
        uow.applications.add(replace(bare, id=ApplicationId("9" * 32), number="GC-2026-099", version=1), "bare")
        uow.commit()

    user.desk.operations.run(store).write()
    user.go(Place(navigation.READING, "GC-2026-099"))
    area = page_of(user).annex
    assert all(line.missing for line in area.model.lines)
    assert title(user) == "Noch keine Unterlagen"
    assert area.message.isVisible()
    assert presenter_of(user).annexes.first.current == ""
    user.go(Place(navigation.READING, worked_case.NUMBER))
    assert presenter_of(user).annexes.first.current == FORM


def title(user: DeskUser) -> str:
    return page_of(user).annex.message.title


@pytest.mark.parametrize("keep", [False, True], ids=["this time", "kept"])
def test_a_protected_pdf_asks_for_its_password_once(
    with_annex: Add, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, keep: bool
) -> None:
    user = with_annex(locked_pdf(), "application/pdf", AnnexState.ENCRYPTED)
    area = page_of(user).annex
    qtbot.waitUntil(area.message.isVisible)
    assert title(user) == "A09 ist mit Kennwort geschützt"
    answers = iter([Password("falsch"), Password("Geheim7", keep=keep)])
    monkeypatch.setattr(PasswordDialog, "ask", lambda *_, **__: next(answers))
    area.message.button_chosen.emit("password")
    qtbot.waitUntil(lambda: title(user) == "Das Kennwort passt nicht")

    def buttons() -> dict[str, QAbstractButton]:
        return {one.text(): one for one in area.message.findChildren(QAbstractButton) if one.isVisible()}

    qtbot.waitUntil(lambda: list(buttons()) == ["Nochmals", "Abbrechen"])
    buttons()["Abbrechen"].click()
    assert title(user) == "A09 ist mit Kennwort geschützt"
    area.message.button_chosen.emit("password")
    qtbot.waitUntil(lambda: area.pages.count == 2)
    user.settle()
    documents = presenter_of(user).annexes.first
    documents.open(FORM)
    if keep:
        forget_typed()
    documents.open("A09")
    qtbot.waitUntil(lambda: area.shows_pages)
    assert area.pages.count == 2
    forget_typed()


def test_a_password_that_was_kept_can_be_forgotten(
    with_annex: Add, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = with_annex(locked_pdf(), "application/pdf", AnnexState.ENCRYPTED)
    area, actions = page_of(user).annex, user.window.actions_table
    qtbot.waitUntil(area.message.isVisible)
    monkeypatch.setattr(PasswordDialog, "ask", lambda *_, **__: Password("Geheim7", keep=True))
    area.message.button_chosen.emit("password")
    qtbot.waitUntil(lambda: area.pages.count == 2)
    user.settle()
    actions.trigger("forget_password")
    user.settle()
    qtbot.waitUntil(area.message.isVisible)
    assert title(user) == "A09 ist mit Kennwort geschützt"
    presenter_of(user).annexes.first.open(FORM)
    said: list[str] = []
    user.desk.context.messages.note_wanted.connect(lambda note: said.append(note.text))
    actions.trigger("forget_password")
    assert said == ["Diese Unterlage hat kein Kennwort."]


def test_beside_a_protected_pdf_the_open_criterion_can_be_noted_as_not_assessable(
    with_annex: Add, qtbot: QtBot
) -> None:
    user = with_annex(locked_pdf(), "application/pdf", AnnexState.ENCRYPTED)
    qtbot.waitUntil(page_of(user).annex.message.isVisible)
    words = "Als „n.\u00a0b.“ vermerken"
    buttons = page_of(user).annex.message.findChildren(QAbstractButton)
    next(one for one in buttons if one.text() == words).click()
    user.settle()
    assert stored(user).value("B3") is NB
    assert user.desk.context.undo.can_undo


def test_a_broken_pdf_is_said(with_annex: Add, qtbot: QtBot) -> None:
    user = with_annex(b"%PDF-1.7 broken", "application/pdf", AnnexState.READABLE)
    qtbot.waitUntil(page_of(user).annex.message.isVisible)
    assert title(user) == "A09 ist beschädigt"


@pytest.mark.parametrize("state", [AnnexState.BROKEN, AnnexState.EMPTY])
def test_what_was_found_broken_at_its_import_is_never_opened(
    with_annex: Add, state: AnnexState, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[bytes] = []
    monkeypatch.setattr(renderer(), "open", lambda data, *_: opened.append(data))
    user = with_annex(whole_pdf(), "application/pdf", state)
    assert title(user) == "A09 ist beschädigt"
    assert any("anfordern" in label.text() for label in page_of(user).annex.message.findChildren(QLabel))
    assert opened == []


def test_coming_back_to_a_protected_annex_leaves_the_focus_somewhere(with_annex: Add, qtbot: QtBot) -> None:
    user = with_annex(locked_pdf(), "application/pdf", AnnexState.ENCRYPTED)
    page = page_of(user)
    qtbot.waitUntil(page.annex.message.isVisible)
    page.show_pane(ANNEXES)
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    user.window.router.back()
    user.settle()
    qtbot.waitUntil(lambda: title(user) == "A09 ist mit Kennwort geschützt" and page.annex.message.isVisible())
    qtbot.waitUntil(lambda: isinstance(user.window.focusWidget(), QAbstractButton))
    assert page.annex.isAncestorOf(user.focus)
    assert user.focus.isVisible()


def test_a_table_has_no_pages_to_go_to(open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    user = open_case()
    documents = presenter_of(user).annexes.first
    documents.open("A07")
    qtbot.waitUntil(lambda: page_of(user).annex.pages.count == 6)
    documents.open("A01")
    user.settle()
    monkeypatch.setattr(PageDialog, "ask", lambda *_: pytest.fail("asked for a page of a table"))
    notes: list[object] = []
    user.desk.context.messages.note_wanted.connect(notes.append)
    user.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert [getattr(note, "text", "") for note in notes] == ["Diese Unterlage hat keine Seiten."]


def test_a_picture_is_shown(with_annex: Add, qtbot: QtBot) -> None:
    user = with_annex(png(), "image/png", AnnexState.READABLE)
    qtbot.waitUntil(page_of(user).annex.image.isVisible)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(b"\x89PNG broken", "image/png"), (b"{\\rtf1}", "application/rtf"), (b"MZ", "application/x-msdownload")],
)
def test_what_cannot_be_shown_is_kept_and_said(with_annex: Add, qtbot: QtBot, data: bytes, media_type: str) -> None:
    user = with_annex(data, media_type, AnnexState.READABLE)
    qtbot.waitUntil(page_of(user).annex.message.isVisible)
    assert title(user) == "A09 lässt sich hier nicht anzeigen"


def test_a_broken_workbook_is_said(with_annex: Add, qtbot: QtBot) -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    user = with_annex(b"PK\x03\x04", kind, AnnexState.READABLE)
    qtbot.waitUntil(page_of(user).annex.message.isVisible)
    assert title(user).startswith("Die Anlage lässt sich nicht lesen.")


def test_a_missing_annex_says_so(open_case: OpenCase) -> None:
    user = open_case()
    presenter_of(user).annexes.first.open("A04")
    assert title(user) == "A04 Maßnahmen- und Zeitplan fehlt"


def test_leaving_a_paper_while_it_loads_shows_the_last_one_asked_for(open_case: OpenCase) -> None:
    user = open_case()
    documents = presenter_of(user).annexes.first
    for key in ("A07", "A01", "A02", FORM):
        documents.open(key)
    user.settle()
    assert documents.current == FORM
    assert page_of(user).annex.form.isVisible()


def test_the_list_opens_with_a_key_filters_and_chooses(open_case: OpenCase, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    user = open_case()
    user.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    popover = user.window.findChild(Popover)
    assert isinstance(popover, Popover)
    user.type("07")
    user.press(Qt.Key.Key_Return)
    assert presenter_of(user).annexes.first.current == "A07"
    assert not popover.isVisible()
    qtbot.waitUntil(lambda: page_of(user).annex.pages.count == 6)
    assert page_of(user).annex.model.rowCount() > 1


def annotations_in(user: DeskUser) -> list[str]:
    found: list[str] = []

    def look(uow: UnitOfWork) -> None:
        found.extend(one.foreign_author for one in uow.annotations.of(worked_case.APPLICATION))

    user.desk.operations.run(look).read()
    user.settle()
    return found


def test_what_others_marked_in_an_annex_that_is_here_comes_once_and_goes_with_undo(
    with_annex: Add, qtbot: QtBot
) -> None:
    paper = pages([[(20, 280, "Der Verein hat 54 Mitglieder.")]])
    marks = (0, "54 Mitglieder", {"NM": "n1", "T": "Ada"})
    user = with_annex(annotated(paper, marks), "application/pdf", AnnexState.READABLE)
    trigger, undo = user.desk.window.actions_table.trigger, user.desk.context.undo
    trigger("take_marks")
    qtbot.waitUntil(lambda: annotations_in(user).count("Ada") == 1)
    trigger("take_marks")
    user.settle()
    assert annotations_in(user).count("Ada") == 1
    undo.undo()
    qtbot.waitUntil(lambda: "Ada" not in annotations_in(user))
    undo.redo()
    qtbot.waitUntil(lambda: annotations_in(user).count("Ada") == 1)


def test_a_paper_of_the_last_application_is_not_shown_where_that_of_the_next_is_broken(open_case: OpenCase) -> None:
    user = open_case()
    documents, reading = presenter_of(user).annexes.first, presenter_of(user).reading
    assert reading is not None
    documents.open("A01")
    documents.clear()
    files = tuple(replace(one, states=(AnnexState.BROKEN,)) for one in reading.application.annexes)
    other = replace(reading.application, id=worked_case.OTHER, annexes=files)
    documents.show_reading(replace(reading, application=other))
    documents.open("A01")
    user.settle()
    assert (documents.current, documents.view.message.isVisible()) == ("A01", True)
