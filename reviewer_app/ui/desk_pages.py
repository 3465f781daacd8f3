"""Which pages the desk has; a new page is added here, behind the first list, with its presenter.

The order is that of the navigation; everything else about a page stands in its own modules. Each is read, laid out and
given its presenter in steps, because all of them together would hold the window for a quarter of a second.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reviewer_app.ui import navigation
from reviewer_app.ui.first_list import add_consolidation_list

if TYPE_CHECKING:
    from reviewer_app.ui.main_window import MainWindow
    from reviewer_app.ui.round_flow import RoundFlow

type _Adding = Callable[["MainWindow", "RoundFlow"], Iterator[None]]


def add_pages(window: "MainWindow", flow: "RoundFlow") -> Iterator[None]:
    """Add every page but the start page and the first list to the window, a part with each step."""
    adding: tuple[_Adding, ...] = (
        _add_reading,
        _add_consolidation,
        _add_identity,
        _add_export,
        _add_statistics,
        _add_annotations,
        _add_what_follows,
    )
    for add in adding:
        yield from add(window, flow)
        yield


def _add_reading(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.pages.reading_page import ReadingPage

    yield
    from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter

    yield
    page = ReadingPage(window.context.theme, window.context.language)
    yield
    window.add_page(navigation.READING, page, ReadingPresenter(window.context, page, window.actions_table))


def _add_consolidation(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    add_consolidation_list(window)
    yield
    from reviewer_app.ui.pages.consolidation_page import ConsolidationPage
    from reviewer_app.ui.presenters.consolidation_presenter import ConsolidationPresenter

    yield
    page = ConsolidationPage(window.context.theme, window.context.language)
    yield
    window.add_page(navigation.CONSOLIDATION, page, ConsolidationPresenter(window.context, page, window.actions_table))


def _add_identity(window: "MainWindow", flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.pages.identity_page import IdentityPage
    from reviewer_app.ui.presenters.identity_presenter import IdentityPresenter

    yield
    page = IdentityPage(window.context.theme)
    presenter = IdentityPresenter(window.context, page)
    presenter.introduced.connect(flow.show_identity)
    window.add_page(navigation.IDENTITY, page, presenter)


def _add_export(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.pages.export_page import ExportPage
    from reviewer_app.ui.presenters.export_presenter import ExportPresenter

    yield
    page = ExportPage(window.context.theme)
    window.add_page(navigation.EXPORT, page, ExportPresenter(window.context, page, window.actions_table))


def _add_statistics(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.pages.statistics_page import StatisticsPage
    from reviewer_app.ui.presenters.statistics_presenter import StatisticsPresenter

    yield
    page = StatisticsPage(window.context.theme)
    page.empty.button_chosen.connect(window.actions_table.trigger)
    window.add_page(navigation.STATISTICS, page, StatisticsPresenter(window.context, page))


def _add_annotations(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    from reviewer_app.ui.pages.annotations_page import AnnotationsPage
    from reviewer_app.ui.presenters.annotations_presenter import AnnotationsPresenter

    yield
    page = AnnotationsPage(window.context.theme)
    yield
    window.add_page(navigation.ANNOTATIONS, page, AnnotationsPresenter(window.context, page, window.actions_table))


def _add_what_follows(window: "MainWindow", _flow: "RoundFlow") -> Iterator[None]:
    """Connect what goes from page to page, now that all are there."""
    from reviewer_app.ui.last_place import LastPlace
    from reviewer_app.ui.presenters.start_presenter import StartPresenter
    from reviewer_app.ui.tips import Tips

    for presenter in window.router.presenters():
        if isinstance(presenter, StartPresenter):
            presenter.packages_wanted.connect(window.files_dropped)
    LastPlace(window)
    Tips(window)
    yield
