"""Remembers in which place a workspace was left, and goes there when it is opened again, after a crash too.

Kept with every step in the user's own settings: two people who open the same file go on each where they were.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.reading.presenter import ReadingPresenter
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.settings import Visit

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer_app.services.changes import Changes
    from reviewer_app.services.round import Identity
    from reviewer_app.ui.applications.model import ApplicationModel
    from reviewer_app.ui.shell.main_window import MainWindow

_KEPT = frozenset({navigation.READING, navigation.CONSOLIDATIONS, navigation.CONSOLIDATION, navigation.EXPORT})
"""The pages one goes on at; all others count as the list."""


class LastPlace(QObject):
    """Follows the router of one window."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin when all pages are there; a workspace that is open already is led to its place."""
        super().__init__(window)
        self._context = window.context
        self._router = window.router
        self._path: Path | None = None
        self._wanted: Visit | None = None
        for presenter in self._router.presenters():
            presenter.place_moved.connect(self._on_presenter_place_moved)
        self._router.place_shown.connect(self._on_router_place_shown)
        self._router.header_changed.connect(self._on_router_header_changed)
        self._context.operations.changes_made.connect(self._on_operations_changes_made)
        self._context.identity_changed.connect(self._on_context_identity_changed)
        self._on_context_identity_changed(self._context.identity)

    # Going on

    def _on_context_identity_changed(self, identity: "Identity | None") -> None:
        path = self._context.path if identity is not None and identity.me is not None else None
        if path == self._path or identity is None or path is None:
            self._path = path
            return
        self._path = path
        visit = self._context.settings.values.visits.get(str(path))
        if visit is not None and visit.page in _KEPT and visit.role == identity.role.value:
            self._wanted = visit
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        """Go to the wanted place once the list is there, unless the person went elsewhere."""
        wanted, here = self._wanted, self._router.here
        model = self._model()
        if wanted is None or here is None or model is None or not model.total:
            return
        self._wanted = None
        known = not wanted.application or any(one.number == wanted.application for one in model.all_rows)
        if known and here.page == navigation.APPLICATIONS and not self._router.history.can_back:
            self._router.go(Place(wanted.page, wanted.application, wanted.detail))

    # Keeping

    def _keep(self) -> None:
        identity, here, path, model = self._context.identity, self._router.here, self._context.path, self._model()
        if identity is None or identity.me is None or here is None or path is None or self._wanted is not None:
            return
        if model is None or not model.total:
            return
        place = here if here.page in _KEPT else Place(navigation.APPLICATIONS)
        words, facts, done, total = self._told(place, model)
        self._context.settings.keep_visit(
            path,
            Visit(
                title=identity.facts.title,
                role=identity.role.value,
                applications=model.total,
                todo=model.count("todo"),
                page=place.page,
                application=place.application,
                detail=place.detail,
                words=words,
                facts=facts,
                done=done,
                total=total,
            ),
        )

    def _told(self, place: Place, model: "ApplicationModel") -> tuple[str, str, int, int]:
        """Return the place in two lines, and how many of how many criteria are answered there."""
        line = next((one for one in model.all_rows if one.number == place.application), None)
        identity = self._context.identity
        if line is None or identity is None:
            return "", "", 0, 0
        criterion = next((one for one in identity.catalogue.criteria if one.key == place.detail), None)
        words = self.tr("Weiter bei {name}").format(name=line.name)
        if criterion is not None:
            title = criterion.title.read(self._context.language)
            words = self.tr("Weiter bei {id} – {title}").format(id=criterion.key, title=title)
        presenter = self._router.presenter
        reading = presenter.reading if isinstance(presenter, ReadingPresenter) else None
        facts = [line.name if criterion is not None else line.number]
        done = total = 0
        if reading is not None and reading.review is not None and reading.application.number == place.application:
            done, total = reading.review.answered, len(reading.catalogue.criteria)
            facts.append(self.tr("{n} von {total} bewertet").format(n=done, total=total))
            facts.append(line.reasons_open)
        if line.short_due:
            facts.append(self.tr("Frist {day}").format(day=line.short_due))
        return words, " · ".join(one for one in facts if one), done, total

    def _model(self) -> "ApplicationModel | None":
        page = self._router.page_of(navigation.APPLICATIONS)
        return page.model if isinstance(page, ApplicationsPage) else None

    # What happens

    def _on_presenter_place_moved(self, _place: Place) -> None:
        self._keep()

    def _on_router_place_shown(self) -> None:
        self._keep()

    def _on_router_header_changed(self) -> None:
        if self._wanted is not None:
            self._go_on()
        else:
            self._keep()

    def _on_operations_changes_made(self, _changes: "Changes") -> None:
        self._keep()
