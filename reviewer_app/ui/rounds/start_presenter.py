"""Shows what one worked on lately, leads through the first start, and passes on how a person wants to begin."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QTimer, Signal

from reviewer_app.ui.rounds.start_page import RecentFile, StartPage
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.presenter import Presenter
from reviewer_app.ui.shell.settings import Introduction, Visit

if TYPE_CHECKING:
    from reviewer_app.services.opening import Identity
    from reviewer_app.ui.rounds.person_form import IdentityEntry

_FOLDERS = 2

TIPS = ("palette", "scale", "link")
"""The hints that follow the first start, once each."""


class StartPresenter(Presenter):
    """The presenter of the start page; `open_wanted` carries a path, `packages_wanted` paths to take in."""

    open_wanted = Signal(object)
    packages_wanted = Signal(list)

    page_id = navigation.START

    def __init__(self, context: Context, page: StartPage) -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page = page
        self._waiting: list[str] = []
        page.recent_chosen.connect(self._on_page_recent_chosen)
        page.search_chosen.connect(self._on_page_search_chosen)
        page.import_chosen.connect(self._on_page_import_chosen)
        page.introduced.connect(self._on_page_introduced)
        context.identity_changed.connect(self._on_context_identity_changed)

    @override
    def show_place(self, place: Place) -> None:
        """Show the recent files as they are now; at the first start what comes before."""
        self._waiting = []
        self._show_recent()
        values = self.context.settings.values
        if values.introduction is None and not values.recent:
            self._page.show_first_run()
        else:
            self._page.show_start(as_step=not values.recent)

    def _show_recent(self) -> None:
        self._page.show_recent([self._recent(Path(one)) for one in self.context.settings.values.recent])

    def _recent(self, path: Path) -> RecentFile:
        visit = self.context.settings.values.visits.get(str(path), Visit())
        place = " › ".join((*[part for part in path.parent.parts[-_FOLDERS:] if part != path.anchor], path.name))
        name, second = visit.title or path.stem, " · ".join(part for part in (place, self._counts(visit)) if part)
        role = {
            "reviewer": self.tr("Gutachter:in"),
            "chair": self.tr("Vorsitz"),
            "office": self.tr("Geschäftsstelle"),
        }.get(visit.role, "")
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 # reason: shown as local time
        except OSError:
            return RecentFile(str(path), name, second, "", role, missing=True)
        share = visit.done / visit.total if visit.total else None
        return RecentFile(
            str(path), name, second, self._when(changed), role, words=visit.words, facts=visit.facts, share=share
        )

    def _counts(self, visit: Visit) -> str:
        if not visit.applications:
            return ""
        one = visit.applications == 1
        count = self.tr("1 Antrag") if one else self.tr("{n} Anträge").format(n=visit.applications)
        return f"{count} · {self.tr('{n} zu tun').format(n=visit.todo)}" if visit.todo else count

    def _when(self, moment: datetime) -> str:
        days = (self.context.now().date() - moment.date()).days
        if days == 0:
            return self.tr("heute, {time}").format(time=f"{moment:%H:%M}")
        if days == 1:
            return self.tr("gestern, {time}").format(time=f"{moment:%H:%M}")
        return f"{moment:%d.%m.%Y}"

    # What a person does

    def _on_page_recent_chosen(self, path: str) -> None:
        self.open_wanted.emit(Path(path))

    def _on_page_search_chosen(self, path: str) -> None:
        from reviewer_app.ui.shell.file_questions import FileQuestions

        found = FileQuestions.workspace(self._page.window())
        if found is not None:
            self.context.settings.replace_recent(Path(path), found)
            self._show_recent()
            self.open_wanted.emit(found)

    def _on_page_import_chosen(self) -> None:
        """Ask for the package first, then for the round it goes into; taken in when somebody works there."""
        from reviewer_app.ui.shell.file_questions import FileQuestions

        self._waiting = [str(one) for one in FileQuestions.packages(self._page.window())]
        if self._waiting:
            self._page.action_chosen.emit("new_round")
            if self.context.operations.idle:  # the person went back
                self._waiting = []

    def _on_page_introduced(self, entry: "IdentityEntry") -> None:
        said = Introduction(
            self.context.now().date().isoformat(), entry.name, entry.role, entry.employers, entry.mandates
        )
        self.context.settings.change(introduction=said, tips=TIPS)
        self._page.show_start(as_step=True)

    def _on_context_identity_changed(self, identity: "Identity | None") -> None:
        if identity is not None and identity.me is not None and self._waiting:
            QTimer.singleShot(0, self, self._send_waiting)

    def _send_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        self.packages_wanted.emit(waiting)
