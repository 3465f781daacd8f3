"""Shows what one worked on lately and passes on how a person wants to begin."""

from datetime import datetime
from pathlib import Path
from typing import override

from PySide6.QtCore import Signal

from reviewer_app.ui import navigation
from reviewer_app.ui.context import Context
from reviewer_app.ui.navigation import Place
from reviewer_app.ui.pages.start_page import RecentFile, StartPage
from reviewer_app.ui.presenters.presenter import Presenter

_FOLDERS = 3


class StartPresenter(Presenter):
    """The presenter of the start page; `open_wanted` carries a path."""

    open_wanted = Signal(object)

    page_id = navigation.START

    def __init__(self, context: Context, page: StartPage) -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page = page
        page.recent_chosen.connect(self._on_page_recent_chosen)

    @override
    def show_place(self, place: Place) -> None:
        """Show the recent files as they are now."""
        self._page.show_recent([self._recent(Path(one)) for one in self.context.settings.values.recent])

    def _recent(self, path: Path) -> RecentFile:
        folder = " › ".join(path.parent.parts[-_FOLDERS:]).replace("/ › ", "").replace("\\", "")
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 # reason: shown as local time
        except OSError:
            return RecentFile(str(path), path.stem, folder, "", missing=True)
        return RecentFile(str(path), path.stem, folder, self._when(changed))

    def _when(self, moment: datetime) -> str:
        days = (self.context.now().date() - moment.date()).days
        if days == 0:
            return self.tr("heute, {time}").format(time=f"{moment:%H:%M}")
        if days == 1:
            return self.tr("gestern, {time}").format(time=f"{moment:%H:%M}")
        return f"{moment:%d.%m.%Y}"

    def _on_page_recent_chosen(self, path: str) -> None:
        self.open_wanted.emit(Path(path))
