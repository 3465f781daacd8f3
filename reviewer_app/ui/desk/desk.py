"""The desk: theme, language, operations, window and the way to a list of applications.

It is built when the window has been painted (`start.py`); services, store and most pages come later still.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer_app import VERSION
from reviewer_app.domain.errors import BrokenError
from reviewer_app.ui.applications.cached_list_flow import CachedListFlow
from reviewer_app.ui.desk.commands import WindowCommands
from reviewer_app.ui.help.help_pane import HelpPane
from reviewer_app.ui.kit.incremental_task import IncrementalTask
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.rounds.round_flow import RoundFlow
from reviewer_app.ui.search.pane import SearchPane
from reviewer_app.ui.shell import navigation, translation
from reviewer_app.ui.shell.collector import Collector
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.main_window import MainWindow
from reviewer_app.ui.shell.messages import Messages
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.operations import Operations
from reviewer_app.ui.shell.settings import SettingsStore
from reviewer_app.ui.shell.stores import Stores

if TYPE_CHECKING:
    from reviewer_app.services.ports import Clock
    from reviewer_app.ui.applications.import_flow import ImportFlow

SETTLING = 100
"""Milliseconds after the first list in which it is painted and takes keys, before all other pages are built."""


def _font_files() -> tuple[Path, ...]:
    """Return our own cuts; without them the system's font serves, because a window is better than none."""
    from resources import fonts

    try:
        return tuple(fonts.cuts().values())
    except (OSError, ImportError):
        return ()


class Desk(QObject):
    """Everything that lives as long as the program; the window may be rebuilt in another language."""

    def __init__(
        self,
        app: QApplication,
        stores: Stores,
        settings: SettingsStore,
        *,
        window: MainWindow | None = None,
        clock: "Clock",
        font_files: tuple[Path, ...] | None = None,
    ) -> None:
        """Make theme and operations, and fill `window` (or a new one); `show` shows it."""
        super().__init__()
        self._app = app
        self._stores = stores
        self.settings = settings
        values = settings.values
        self._translators: list[QTranslator] = translation.install(values.language)
        files = _font_files() if font_files is None else font_files
        self.theme = Theme(app, fonts=files, scheme=values.scheme, text_size=values.text_size)
        self.operations = Operations(clock)
        self.context = Context(self.theme, settings, self.operations, Messages(values.language), clock)
        self.context.messages.report = stores.report
        self.collector = Collector(self, self._is_idle)
        self.commands: WindowCommands
        self.cached_list: CachedListFlow
        self.flow: RoundFlow
        self.imports: ImportFlow | None = None
        self._to_add: dict[str, Iterator[None]] = {}
        self._adding: Iterator[None] = iter(())
        self._steps = IncrementalTask(self)
        self.window = self._fill(window or MainWindow())
        if window is None:
            self.window.place(values.window)

    def _fill(self, window: MainWindow) -> MainWindow:
        help_pane, search_pane = HelpPane(self.theme), SearchPane(self.theme)
        window.assemble(self.context, help_pane, search_pane)
        self.commands = WindowCommands(window, help_pane, search_pane)
        self.cached_list = CachedListFlow(window, self._stores)
        self.flow = RoundFlow(window, self._stores, self.cached_list)
        self.cached_list.painted.connect(self.flow.open_behind)
        self._steps.stop()
        self._to_add, self._adding = {}, self._add_pages()
        window.actions_table.bind("desk", {"settings": self._on_settings})
        window.actions_table.offer(("import", "import_folder"))
        window.closing.connect(self._on_window_closing)
        self.flow.page_wanted.connect(self._on_page_wanted)
        window.router.page_wanted.connect(self._on_page_wanted)
        return window

    def show(self, path: Path | None) -> None:
        """Show the window with `path`, which is opened at once, or with the start page."""
        self.window.show()
        if path is None:
            self._add_start_page()
            self.window.router.begin(Place(navigation.START))
            QTimer.singleShot(0, self, self._begin_in_steps)
        else:
            self.operations.idle_reached.connect(self._on_operations_idle_reached)
            kept = self.cached_list.read(path)
            if not kept:
                self.flow.open(path)
            self._add_first_list()
            if kept:
                self.flow.show_cached(path, kept)

    def begin(self) -> None:
        """Bring what the first list did not wait for, all other pages, at once; a second call does nothing."""
        self._steps.stop()
        for _ in self._adding:
            continue

    def _begin_in_steps(self) -> None:
        """Bring all other pages, answering in between; whoever wants one before that gets it at once."""
        self._steps.begin(self._adding, self._steps.stop)

    def _add_pages(self) -> Iterator[None]:
        """Bring what somebody goes to next first; a page that was wanted meanwhile is there by then."""
        self._add_first_list()
        self._add_start_page()
        yield
        from reviewer_app.ui.applications.import_flow import ImportFlow

        self.imports = ImportFlow(self.window)
        yield
        for page in tuple(self._pages_to_add()):
            yield from self._to_add[page]
            yield
        from reviewer_app.ui.desk.pages import connect_pages

        connect_pages(self.window)
        yield
        from resources import messages as words  # read behind the window, before the first finding asks for them

        self.operations.call(words.entries).read()
        self.collector.hold()

    def close(self) -> None:
        """Keep the list, end the database thread and give back what belongs to the process."""
        self._steps.stop()
        self.cached_list.cache()
        self.settings.flush()
        self.operations.close()
        self.collector.stop()
        translation.remove(self._translators)

    def change_language(self, language: str) -> None:
        """Build the window anew in another language; what is open stays open."""
        if language == self.context.messages.language:
            return
        self.window.router.leave()
        old, geometry = self.window, self.window.saveGeometry()
        translation.remove(self._translators)
        self._translators = translation.install(language)
        self.context.messages.language = language
        self.window = self._fill(MainWindow())
        self.window.restoreGeometry(geometry)
        self.begin()
        if self.context.identity is not None:
            self.flow.show_identity(self.context.identity)
        else:
            self.window.router.begin(Place(navigation.START))
        self.window.show()
        old.hide()
        old.deleteLater()
        self.collector.renew()

    def take_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell the person about an error nobody expected, and write a report; the work is stored, so it goes on."""
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        report = self._stores.report(error.with_traceback(trace)) if self._stores.report is not None else None
        if report is None:
            sys.__excepthook__(kind, error, trace)
        self.context.messages.tell(BrokenError("unexpected", report=str(report or "")))

    def _add_first_list(self) -> None:
        from reviewer_app.ui.desk.pages import add_first_list

        if navigation.APPLICATIONS not in self.window.router.pages:
            add_first_list(self.window)

    def _pages_to_add(self) -> dict[str, Iterator[None]]:
        if not self._to_add:
            from reviewer_app.ui.desk.pages import pages_to_add

            self._to_add = pages_to_add(self.window, self.flow)
        return self._to_add

    def _add_start_page(self) -> None:
        if navigation.START in self.window.router.pages:
            return
        from reviewer_app.ui.rounds.start_page import StartPage, StartPresenter

        page = StartPage(self.theme, VERSION)
        presenter = StartPresenter(self.context, page)
        page.action_chosen.connect(self.window.actions_table.trigger)
        presenter.open_wanted.connect(self.flow.open)
        self.window.add_page(navigation.START, page, presenter)

    def _is_idle(self) -> bool:
        return self.operations.idle

    def _on_page_wanted(self, page: str) -> None:
        """Bring a page that is needed now, whole; the others follow as they would have."""
        if page == navigation.START:
            self._add_start_page()
        for _ in self._pages_to_add().get(page, ()):
            continue

    def _on_operations_idle_reached(self) -> None:
        """Bring the other pages when the first list is there, or there is none to wait for."""
        if self.window.router.here is not None:
            self.operations.idle_reached.disconnect(self._on_operations_idle_reached)
            QTimer.singleShot(SETTLING, self, self._begin_in_steps)

    def _on_settings(self) -> None:
        from reviewer_app.ui.desk.settings_dialog import SettingsDialog

        SettingsDialog.open_over(self.context, self.window)
        self.change_language(self.settings.values.language)

    def _on_window_closing(self) -> None:
        self.window.may_close = self.flow.may_leave()
        if self.window.may_close:
            self.settings.change(window=bytes(self.window.saveGeometry().toBase64().data()).decode())
