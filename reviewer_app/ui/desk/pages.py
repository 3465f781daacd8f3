"""Which pages the desk has; a new page is added here, behind the first list, with its presenter.

The order is that of the navigation; everything else about a page stands in its own modules. Each is read, laid out and
given its presenter in steps, because all of them together would hold the window for a quarter of a second.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer_app.ui.kit.translated import translatable
from reviewer_app.ui.shell import navigation

if TYPE_CHECKING:
    from reviewer_app.ui.rounds.round_flow import RoundFlow
    from reviewer_app.ui.shell.main_window import MainWindow

_APPLICATIONS = translatable("desk_pages", "Anträge")
_CONSOLIDATION = translatable("desk_pages", "Konsolidierung")

type _Adding = Callable[["MainWindow", "RoundFlow"], Iterator[None]]


def add_first_list(window: "MainWindow") -> None:
    """Add the list whose rows open on the reading page: the first thing a person works with, so it comes first."""
    _add_list(window, navigation.APPLICATIONS, navigation.READING, _APPLICATIONS)


def _add_list(window: "MainWindow", page_id: str, opens: str, title: str) -> None:
    from reviewer_app.ui.applications.page import ApplicationsPage
    from reviewer_app.ui.applications.presenter import ApplicationsPresenter

    words = QCoreApplication.translate("desk_pages", title)
    page = ApplicationsPage(window.context.theme, words)
    presenter = ApplicationsPresenter(
        window.context, page, window.actions_table, page_id=page_id, opens=opens, title=words
    )
    window.add_page(page_id, page, presenter)


def pages_to_add(window: "MainWindow", flow: "RoundFlow") -> dict[str, Iterator[None]]:
    """Give what adds each page but the start page and the first list, a part with each step, in no need of another."""
    adding: dict[str, _Adding] = {
        navigation.READING: _add_reading,
        navigation.CONSOLIDATIONS: _add_consolidations,
        navigation.CONSOLIDATION: _add_consolidation,
        navigation.IDENTITY: _add_identity,
        navigation.EXPORT: _add_export,
        navigation.STATISTICS: _add_statistics,
        navigation.ANNOTATIONS: _add_annotations,
    }
    return {page: add(window, flow) for page, add in adding.items()}


def _add_reading(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.reading.page import ReadingPage

    yield
    from reviewer_app.ui.reading.presenter import ReadingPresenter

    yield
    page = ReadingPage(window.context.theme, window.context.language, window.frame.stack)
    yield
    window.add_page(navigation.READING, page, ReadingPresenter(window.context, page, window.actions_table))


def _add_consolidations(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    _add_list(window, navigation.CONSOLIDATIONS, navigation.CONSOLIDATION, _CONSOLIDATION)
    yield


def _add_consolidation(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.consolidation.page import ConsolidationPage
    from reviewer_app.ui.consolidation.presenter import ConsolidationPresenter

    yield
    page = ConsolidationPage(window.context.theme, window.context.language, window.frame.stack)
    yield
    window.add_page(navigation.CONSOLIDATION, page, ConsolidationPresenter(window.context, page, window.actions_table))


def _add_identity(window: "MainWindow", flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.rounds.identity_page import IdentityPage, IdentityPresenter

    yield
    page = IdentityPage(window.context.theme)
    presenter = IdentityPresenter(window.context, page)
    presenter.introduced.connect(flow.show_identity)
    window.add_page(navigation.IDENTITY, page, presenter)


def _add_export(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.export.page import ExportPage
    from reviewer_app.ui.export.presenter import ExportPresenter

    yield
    page = ExportPage(window.context.theme)
    window.add_page(navigation.EXPORT, page, ExportPresenter(window.context, page, window.actions_table))


def _add_statistics(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.statistics.page import StatisticsPage
    from reviewer_app.ui.statistics.presenter import StatisticsPresenter

    yield
    page = StatisticsPage(window.context.theme)
    page.empty.button_chosen.connect(window.actions_table.trigger)
    window.add_page(navigation.STATISTICS, page, StatisticsPresenter(window.context, page))


def _add_annotations(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.annotations.page import AnnotationsPage
    from reviewer_app.ui.annotations.presenter import AnnotationsPresenter

    yield
    page = AnnotationsPage(window.context.theme)
    page.setParent(window)
    yield
    window.add_page(navigation.ANNOTATIONS, page, AnnotationsPresenter(window.context, page, window.actions_table))


def connect_pages(window: "MainWindow") -> None:
    """Connect what goes from page to page, now that all are there."""
    from reviewer_app.ui.desk.last_place import LastPlace
    from reviewer_app.ui.desk.tips import Tips
    from reviewer_app.ui.rounds.start_page import StartPresenter

    for presenter in window.router.presenters():
        if isinstance(presenter, StartPresenter):
            presenter.packages_wanted.connect(window.files_dropped)
    LastPlace(window)
    Tips(window)
