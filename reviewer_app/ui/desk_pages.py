"""Which pages the desk has; a new page is added here, after the first paint, with its presenter.

The order is that of the navigation; everything else about a page stands in its own modules.
"""

from typing import TYPE_CHECKING

from reviewer_app.ui import navigation
from reviewer_app.ui.pages.applications_page import ApplicationsPage
from reviewer_app.ui.pages.consolidation_page import ConsolidationPage
from reviewer_app.ui.pages.export_page import ExportPage
from reviewer_app.ui.pages.help_page import HelpPage
from reviewer_app.ui.pages.identity_page import IdentityPage
from reviewer_app.ui.pages.reading_page import ReadingPage
from reviewer_app.ui.presenters.applications_presenter import ApplicationsPresenter
from reviewer_app.ui.presenters.consolidation_presenter import ConsolidationPresenter
from reviewer_app.ui.presenters.export_presenter import ExportPresenter
from reviewer_app.ui.presenters.help_presenter import HelpPresenter
from reviewer_app.ui.presenters.identity_presenter import IdentityPresenter
from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter
from reviewer_app.ui.translation import mark

if TYPE_CHECKING:
    from reviewer_app.ui.main_window import MainWindow
    from reviewer_app.ui.round_flow import RoundFlow

_APPLICATIONS = mark("desk_pages", "Anträge")
_CONSOLIDATION = mark("desk_pages", "Konsolidierung")


def add_pages(window: "MainWindow", flow: "RoundFlow") -> None:
    """Add every page but the start page to the window."""
    context, theme = window.context, window.context.theme
    _add_list(window, navigation.APPLICATIONS, navigation.READING, _APPLICATIONS)
    reading_page = ReadingPage(theme, context.language)
    reading = ReadingPresenter(context, reading_page, window.actions_table)
    window.add_page(navigation.READING, reading_page, reading)
    add_consolidation_list(window)
    consolidation_page = ConsolidationPage(theme, context.language)
    consolidation = ConsolidationPresenter(context, consolidation_page, window.actions_table)
    window.add_page(navigation.CONSOLIDATION, consolidation_page, consolidation)
    identity_page = IdentityPage(theme)
    identity = IdentityPresenter(context, identity_page)
    identity.introduced.connect(flow.show_identity)
    window.add_page(navigation.IDENTITY, identity_page, identity)
    export_page = ExportPage(theme)
    window.add_page(navigation.EXPORT, export_page, ExportPresenter(context, export_page))
    help_page = HelpPage(theme)
    window.add_page(navigation.HELP, help_page, HelpPresenter(context, help_page, window.actions_table))


def add_consolidation_list(window: "MainWindow") -> None:
    """Add the list whose rows open on the consolidation page; call it where that page is added."""
    _add_list(window, navigation.CONSOLIDATIONS, navigation.CONSOLIDATION, _CONSOLIDATION)


def _add_list(window: "MainWindow", page_id: str, opens: str, title: str) -> None:
    from PySide6.QtCore import QCoreApplication

    words = QCoreApplication.translate("desk_pages", title)
    page = ApplicationsPage(window.context.theme, words)
    presenter = ApplicationsPresenter(
        window.context, page, window.actions_table, page_id=page_id, opens=opens, title=words
    )
    window.add_page(page_id, page, presenter)
