"""The lists of applications: the first thing a person works with, so it is loaded before all other pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.applications.presenter import ApplicationsPresenter
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.translation import mark

if TYPE_CHECKING:
    from reviewer_app.ui.shell.main_window import MainWindow

_APPLICATIONS = mark("desk_pages", "Anträge")
_CONSOLIDATION = mark("desk_pages", "Konsolidierung")


def add_first_list(window: "MainWindow") -> None:
    """Add the list whose rows open on the reading page."""
    _add_list(window, navigation.APPLICATIONS, navigation.READING, _APPLICATIONS)


def add_consolidation_list(window: "MainWindow") -> None:
    """Add the list whose rows open on the consolidation page."""
    _add_list(window, navigation.CONSOLIDATIONS, navigation.CONSOLIDATION, _CONSOLIDATION)


def _add_list(window: "MainWindow", page_id: str, opens: str, title: str) -> None:
    words = QCoreApplication.translate("desk_pages", title)
    page = ApplicationsPage(window.context.theme, words)
    presenter = ApplicationsPresenter(
        window.context, page, window.actions_table, page_id=page_id, opens=opens, title=words
    )
    window.add_page(page_id, page, presenter)
