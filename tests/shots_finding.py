"""Pictures of finding: the bar over pages, form and table, all annexes, a scan; results of the whole round."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer_app.ui.desk.desk import Desk
    from reviewer_app.ui.reading.presenter import ReadingPresenter


def _settle(desk: "Desk") -> None:
    from tests.shots import settle

    settle(desk)
    time.sleep(0.5)  # pages are read and rendered apart from the database thread
    settle(desk)


def _index(desk: "Desk") -> None:
    """Index the round now, which the desk does by and by."""
    from reviewer_app.services.search.indexing import index_all

    if desk.context.workspace is not None:
        index_all(desk.context.workspace)


def _open(desk: "Desk", key: str) -> "ReadingPresenter | None":
    from reviewer_app.ui.reading.presenter import ReadingPresenter
    from reviewer_app.ui.shell.navigation import Place
    from tests.shots import CASE

    desk.window.router.go(Place("reading", CASE, "B3"))
    _settle(desk)
    presenter = desk.window.router.presenter
    if not isinstance(presenter, ReadingPresenter):
        return None
    presenter.annexes.first.open(key)
    _settle(desk)
    return presenter


def _find(desk: "Desk", key: str, words: str, *, everywhere: bool = False) -> None:
    presenter = _open(desk, key)
    if presenter is None:
        return
    presenter.find()
    bar = presenter.annexes.first.finding._bar
    if everywhere:
        bar.range.segment_chosen.emit("all")
    bar.show_words(words)
    bar.words_typed.emit(words)
    _settle(desk)
    presenter.find_step(1)
    _settle(desk)


def paper(desk: "Desk") -> None:
    """Find on the pages of an annex, counting in all annexes."""
    _index(desk)
    _find(desk, "A03", "cluster", everywhere=True)


def form(desk: "Desk") -> None:
    """Find in the form."""
    from reviewer_app.ui.reading.annexes.annex_list import FORM

    _find(desk, FORM, "optik")


def table(desk: "Desk") -> None:
    """Find in a table."""
    _find(desk, "A01", "gmbh")


def scan(desk: "Desk", go: "Callable[[Desk], QWidget | None]") -> None:
    """Find in a scan, where there is nothing to be found."""
    go(desk)
    presenter = desk.window.router.presenter
    if presenter is not None:
        presenter.find()
        bar = desk.window.router.page.annex.find_bar  # type: ignore[union-attr] # reason: the reading page
        bar.show_words("Netzwerk")
        bar.words_typed.emit("Netzwerk")
    _settle(desk)


def everything(desk: "Desk") -> None:
    """Search the whole round and go to what was found."""
    _index(desk)
    desk.window.actions_table.trigger("find_texts")
    pane = desk.commands.search_pane
    pane.kind.value_chosen.emit("annex")
    pane.show_words("vertretung geschäftsstelle")
    pane.words_typed.emit("vertretung geschäftsstelle")
    _settle(desk)
    desk.window.actions_table.trigger("find_next")
    _settle(desk)
    desk.window.actions_table.trigger("find_next")
    _settle(desk)


ROWS = (
    ("suche-unterlage", paper),
    ("suche-formular", form),
    ("suche-tabelle", table),
    ("suche-alles", everything),
)
