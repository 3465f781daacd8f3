"""Pictures of reading papers: pages and outline at their side, links and what is asked, two beside each other."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.ui.desk.desk import Desk
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.reading.presenter import ReadingPresenter

GUIDED = "A09"


def _settle(desk: "Desk") -> None:
    from tests.shots import settle

    settle(desk)


def in_sight(desk: "Desk") -> None:
    """Go to the paper as a person does who reads: where there is room for one pane, it is the paper that is seen."""
    from reviewer_app.ui.reading.page import ReadingPage
    from tests.shots import settle

    page = desk.window.router.page
    if isinstance(page, ReadingPage):
        page.show_annexes()
        settle(desk)


def paper(key: str, page: int = 1, application: str = "") -> "Callable[[Desk], None]":
    """Read a page of a paper of an application, else of the case."""

    def go(desk: "Desk") -> None:
        from reviewer_app.ui.reading.page import ReadingPage
        from reviewer_app.ui.reading.presenter import ReadingPresenter
        from reviewer_app.ui.shell.navigation import Place
        from tests.shots import CASE, settle

        desk.window.router.go(Place("reading", application or CASE, "B3"))
        settle(desk)
        presenter = desk.window.router.presenter
        if isinstance(presenter, ReadingPresenter):
            presenter.annexes.first.open(key)
            settle(desk)
            shown = desk.window.router.page
            if page > 1 and isinstance(shown, ReadingPage):
                shown.annex.pages.go_to(page)
                settle(desk)
        in_sight(desk)

    return go


def _odd(state: str) -> "Callable[[Desk], None]":
    """Add an annex A09 that is odd in this way (locked, active) and open it."""

    def go(desk: "Desk") -> None:
        from reviewer_app.domain.application import Annex, AnnexState
        from tests.factories import papers
        from tests.shots import CASE, settle

        kinds: dict[str, tuple[Callable[[], bytes], AnnexState]] = {
            "locked": (papers.locked, AnnexState.ENCRYPTED),
            "active": (partial(papers.active, "javascript"), AnnexState.ACTIVE),
        }
        data, how = kinds[state]

        def store(uow: "UnitOfWork") -> None:
            sha256, size = uow.files.add(iter([data()]))
            application = next(one for one in uow.applications.all() if one.number == CASE)
            kept = tuple(one for one in application.annexes if one.kind != "A09")
            annex = Annex("A09", "A09", sha256, size, "application/pdf", 1, (how,))
            newer = replace(application, version=application.version + 1, annexes=(*kept, annex))
            uow.applications.add(newer, state)
            uow.commit()

        desk.operations.run(store).write()
        settle(desk)
        paper("A09")(desk)

    return go


LOCKED, ACTIVE = _odd("locked"), _odd("active")
SCAN = paper("A06", 6, "GC-2026-011")
"""A paper without a layer of text: one of the demo, scanned."""


def _open(desk: "Desk", key: str) -> "tuple[ReadingPage, ReadingPresenter]":
    """Open a paper of the case; GUIDED is one that guides through itself."""
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.reading.presenter import ReadingPresenter
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import CASE, settle

    if key == GUIDED:
        _add(desk)
    desk.window.router.go(Place("reading", CASE, "B3"))
    settle(desk)
    page, presenter = desk.window.router.page, desk.window.router.presenter
    assert isinstance(page, ReadingPage)
    assert isinstance(presenter, ReadingPresenter)
    presenter.annexes.first.open(key)
    _settle(desk)
    page.show_annexes()
    return page, presenter


def _add(desk: "Desk") -> None:
    from reviewer_app.domain.application import Annex, AnnexState
    from tests.factories import guided
    from tests.shots import CASE, settle

    def store(uow: "UnitOfWork") -> None:
        sha256, size = uow.files.add(iter([guided.paper()]))
        application = next(one for one in uow.applications.all() if one.number == CASE)
        if any(one.sha256 == sha256 for one in application.annexes):
            return
        kept = tuple(one for one in application.annexes if one.kind != GUIDED)
        annex = Annex(GUIDED, GUIDED, sha256, size, "application/pdf", 6, (AnnexState.READABLE,))
        more = replace(application, version=application.version + 1, annexes=(*kept, annex))
        uow.applications.add(more, "guided")
        uow.commit()

    desk.operations.run(store).write()
    settle(desk)


def _side(desk: "Desk", key: str, tab: str) -> None:
    page, _ = _open(desk, key)
    page.annex.body.show_side("")
    page.annex.body.toggle(tab)
    _settle(desk)


def _links(desk: "Desk") -> None:
    _, presenter = _open(desk, GUIDED)
    presenter.annexes.first.links.open_list()
    _settle(desk)


def _address(desk: "Desk") -> "QWidget":
    from reviewer_app.ui.reading.annexes.dialogs import LinkDialog

    host, address = "example.org", "https://example.org/foerderung/cluster/bericht-2026?ausgabe=lang&seite=4#kapitel-3"
    text = (
        f"Der Link führt zu {host}. Die Adresse wird an Ihr System übergeben; dabei kann eine"
        f" Verbindung ins Netz entstehen."
    )
    dialog = LinkDialog(desk.theme, desk.window, ("Adresse öffnen?", text), address, may_open=True)
    dialog.show()
    return dialog


def _page(desk: "Desk") -> "QWidget":
    from reviewer_app.ui.reading.annexes.dialogs import PageDialog

    dialog = PageDialog(desk.theme, desk.window, 4, 20, (*("i", "ii", "iii", "iv"), *map(str, range(1, 17))))
    dialog.show()
    return dialog


def _beside(desk: "Desk") -> None:
    page, presenter = _open(desk, "A07")
    page.annex.pages.go_to(3)
    if page.annexes.has_room:
        presenter.annexes.open_second("A03")
        page.annexes.make_second().take_focus()
    _settle(desk)


ROWS = (
    ("lesen-seiten", partial(_side, key="A07", tab="pages"), True),
    ("lesen-gliederung", partial(_side, key=GUIDED, tab="outline"), True),
    ("lesen-links", _links, True),
    ("adresse-oeffnen", _address, False),
    ("zu-seite", _page, False),
    ("lesen-nebeneinander", _beside, False),
)
"""Name, how to get there, and whether that is done anew for each size and theme."""
