"""Pictures of states seldom seen: nothing there yet, a wrong entry, a file that cannot be opened, bad input."""

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.ui.desk.desk import Desk


def _settle(desk: "Desk") -> None:
    from tests.shots import settle

    settle(desk)


def empty(page: str = "applications") -> "Callable[[Desk], None]":
    """Say who one is in a round without applications, and go to a page."""

    def go(desk: "Desk") -> None:
        from reviewer_app.domain.reviews.permissions import Role
        from reviewer_app.services.round import introduce
        from reviewer_app.ui.shell.navigation import Place

        role = Role.REVIEWER if page == "applications" else Role.CHAIR
        day = desk.context.now().date()
        pending = desk.operations.run(introduce, "M. Adler", role, confirmed=day)
        pending.done(lambda outcome: desk.flow.show_identity(outcome.value)).write()
        _settle(desk)
        desk.operations.forget_state()
        desk.window.router.go(Place(page))
        _settle(desk)

    return go


def no_reviews(desk: "Desk") -> None:
    """Show the consolidation of an application that nobody has handed a review in for."""
    from reviewer_app.domain.ids import ApplicationId
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import CASE

    def bare(uow: "UnitOfWork") -> None:
        known = next(one for one in uow.applications.all() if one.number == CASE)
        other = replace(known, id=ApplicationId(known.id[::-1]), number="GC-2026-099", version=1)
        uow.applications.add(other, "bare")
        uow.commit()

    desk.operations.run(bare).write()
    _settle(desk)
    desk.window.router.go(Place("consolidation", "GC-2026-099"))


def wrong_password(desk: "Desk", locked: "Callable[[Desk], object]") -> None:
    """Open a protected annex with a password that is not its own."""
    from reviewer_app.ui.reading.annexes.dialogs import Password, PasswordDialog
    from reviewer_app.ui.reading.page import ReadingPage

    locked(desk)
    page = desk.window.router.page
    if isinstance(page, ReadingPage):
        asked, PasswordDialog.ask = PasswordDialog.ask, lambda *_, **__: Password("falsch")  # type: ignore[method-assign] # reason: answers for a person
        try:
            page.annex.message.button_chosen.emit("password")
        finally:
            PasswordDialog.ask = asked  # type: ignore[method-assign] # reason: as above
    _settle(desk)


def newer_file(desk: "Desk", start: "Callable[[Desk], object]") -> None:
    """Try to open a workspace that a newer version has made."""
    import sqlite3

    path = desk.context.path
    start(desk)
    if path is None:
        return
    newer = path.with_name("neuer.votum")
    newer.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(newer)) as raw:
        raw.execute("PRAGMA user_version=99")
    desk.flow.open(newer)


def vanished_file(desk: "Desk", draft: "Callable[[Desk], object]") -> None:
    """Enter a value after the stick with the workspace has been pulled."""
    from reviewer_app.domain.errors import WorkspaceError
    from reviewer_app.ui.shell.operations import SaveState, SaveStatus

    draft(desk)
    _settle(desk)
    gone = SaveState(SaveStatus.FAILED, desk.context.now(), WorkspaceError("workspace_unreachable"))
    desk.operations.save_state_changed.emit(gone)


def no_such_day(desk: "Desk") -> "QWidget":
    """Type a day that does not exist into the dialog of a new round."""
    from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog

    dialog = NewRoundDialog(desk.theme, desk.window)
    dialog.title.setText("Herbstrunde 2026")
    dialog.day.setText("31.02.2027")
    dialog.show()
    dialog.accept()
    return dialog


def reopen(desk: "Desk") -> "QWidget":
    """Ask for the reason why a review is opened again."""
    from reviewer_app.ui.shell.dialog import QuestionDialog

    text = "Das bisherige bleibt als Fassung 1 erhalten. Warum öffnen Sie es?"
    words = ("Gutachten wieder öffnen?", text, "Wieder öffnen")
    dialog = QuestionDialog(desk.theme, desk.window, words, "Grund")
    dialog.show()
    return dialog


def cancelled(desk: "Desk") -> None:
    """Say that an import was cancelled."""
    from reviewer_app.domain.errors import MendableError

    desk.context.messages.tell(MendableError("cancelled"))


def odd(catalogue: str = "", *, text: str = "", reading: bool = False) -> "Callable[[Desk], None]":
    """Open an odd round: its list, or the first criterion of its first application."""

    def go(desk: "Desk") -> None:
        from reviewer_app.ui.shell.navigation import Place
        from tests.factories import odd_rounds

        path = desk.context.path
        if path is None:
            return
        target = path.with_name("seltsam.votum")
        target.unlink(missing_ok=True)
        names = odd_rounds.NAMES if not catalogue else ("Netz für Messtechnik",)
        desk.flow.open(odd_rounds.make_odd(target, catalogue, names, text))
        _settle(desk)
        if reading:
            desk.window.router.go(Place("reading", "GC-2026-001", "A1"))
            _settle(desk)

    return go


def small_catalogue(desk: "Desk") -> None:
    """One criterion, grades from 1 to 10."""
    from tests.factories import odd_rounds

    odd(odd_rounds.catalogue_text(1, 1, (1, 10, "1"), "Gesamturteil"), reading=True)(desk)


def large_catalogue(desk: "Desk") -> None:
    """Twelve areas of five criteria, scored in quarters."""
    from tests.factories import odd_rounds

    odd(odd_rounds.catalogue_text(12, 5, (0, 5, "0.25"), "Wirkung und Reichweite"), reading=True)(desk)


def long_text(desk: "Desk") -> None:
    """A name of 200 characters and a reason of 20,000."""
    from tests.factories import odd_rounds

    odd(text=odd_rounds.TEXT, reading=True)(desk)


def trouble(desk: "Desk") -> None:
    """Everything the frame says at once: a save that fails, an incident, long work."""
    from reviewer_app.domain.errors import BrokenError, WorkspaceError
    from reviewer_app.ui.shell.operations import LongWork, SaveState, SaveStatus
    from tests.shots import clock

    full = SaveState(SaveStatus.FAILED, clock(), WorkspaceError("disk_full"))
    desk.operations.save_state_changed.emit(full)
    desk.context.messages.tell(BrokenError("unexpected", report="bericht.txt"))
    desk.operations.long_work_changed.emit(LongWork("Paket wird gelesen: A03 Clusterstrategie", 3, 5, can_cancel=True))
