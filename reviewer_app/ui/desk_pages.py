"""Which pages the desk has; a new page is added here, behind the first list, with its presenter.

The order is that of the navigation; everything else about a page stands in its own modules.
"""

from typing import TYPE_CHECKING

from reviewer_app.ui import navigation
from reviewer_app.ui.first_list import add_consolidation_list
from reviewer_app.ui.last_place import LastPlace
from reviewer_app.ui.pages.annotations_page import AnnotationsPage
from reviewer_app.ui.pages.consolidation_page import ConsolidationPage
from reviewer_app.ui.pages.export_page import ExportPage
from reviewer_app.ui.pages.identity_page import IdentityPage
from reviewer_app.ui.pages.reading_page import ReadingPage
from reviewer_app.ui.pages.statistics_page import StatisticsPage
from reviewer_app.ui.presenters.annotations_presenter import AnnotationsPresenter
from reviewer_app.ui.presenters.consolidation_presenter import ConsolidationPresenter
from reviewer_app.ui.presenters.export_presenter import ExportPresenter
from reviewer_app.ui.presenters.identity_presenter import IdentityPresenter
from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter
from reviewer_app.ui.presenters.start_presenter import StartPresenter
from reviewer_app.ui.presenters.statistics_presenter import StatisticsPresenter
from reviewer_app.ui.tips import Tips

if TYPE_CHECKING:
    from reviewer_app.ui.main_window import MainWindow
    from reviewer_app.ui.round_flow import RoundFlow


def add_pages(window: "MainWindow", flow: "RoundFlow") -> None:
    """Add every page but the start page and the first list to the window."""
    context, theme = window.context, window.context.theme
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
    window.add_page(navigation.EXPORT, export_page, ExportPresenter(context, export_page, window.actions_table))
    statistics_page = StatisticsPage(theme)
    window.add_page(navigation.STATISTICS, statistics_page, StatisticsPresenter(context, statistics_page))
    annotations_page = AnnotationsPage(theme)
    annotations = AnnotationsPresenter(context, annotations_page, window.actions_table)
    window.add_page(navigation.ANNOTATIONS, annotations_page, annotations)
    for presenter in window.router.presenters():
        if isinstance(presenter, StartPresenter):
            presenter.packages_wanted.connect(window.files_dropped)
    LastPlace(window)
    Tips(window)
