"""Brings the work list to its page, and keeps the order that previous and next walk through."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, override

from reviewer_app.ui.applications.lines import ApplicationLines
from reviewer_app.ui.applications.model import ApplicationFilter
from reviewer_app.ui.applications.page import SEGMENTS, ApplicationsPage
from reviewer_app.ui.applications.words import ApplicationListWords
from reviewer_app.ui.kit.button import ButtonKind
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.shell.action_table import Need, Scope
from reviewer_app.ui.shell.actions import Actions, Handler
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.list_page import ListState
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find, PaletteGroup
from reviewer_app.ui.shell.presenter import Header, Presenter

if TYPE_CHECKING:
    from datetime import date

    from reviewer_app.services.applications.short_profile import ShortProfile
    from reviewer_app.services.applications.work_rows import WorkList
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.round import Identity


class ApplicationsPresenter(Presenter):
    """The presenter of a list of applications; Enter opens them on the page `opens` (reading, consolidation)."""

    is_list = True

    def __init__(
        self, context: Context, page: ApplicationsPage, actions: Actions, *, page_id: str, opens: str, title: str
    ) -> None:
        """Fill `page`; `title` is the page's title."""
        super().__init__(context)
        self.page_id = page_id
        self._page = page
        self._opens = opens
        self._title = title
        self._as_reviewer = True
        self._cached_for = ""
        self._shown: tuple[WorkList, date] | None = None
        self._preview_waits = False
        self._is_stale = False
        self._list_words = ApplicationListWords()
        actions.attach(Scope.LIST, page.table)
        page.row_opened.connect(self.open)
        page.choice_changed.connect(self.needs_changed)
        page.filter_changed.connect(self._show_order)
        page.sort_changed.connect(self._show_order)
        page.empty.button_chosen.connect(actions.trigger)
        context.identity_changed.connect(self._on_context_identity_changed)

    # What the frame asks

    @override
    def show_place(self, place: Place) -> None:
        """Show the list; it is loaded anew, because much may have changed elsewhere."""
        if place.application:
            self._page.choose(place.application)
        self._show_order()
        self.load()

    @override
    def state(self) -> ListState:
        """Return how the list stands."""
        return self._page.state()

    @override
    def restore(self, state: object) -> None:
        """Let the list stand as it did, at once and again when it is loaded."""
        self._page.restore(state)
        self._show_order()

    @override
    def refresh(self, changes: "Changes") -> None:
        """Load again while in sight: every change may move a row. Out of sight it is loaded when it is shown."""
        self._is_stale |= bool(changes.kinds) and self._page.is_loaded
        if changes.kinds and self._page.isVisible():
            self.load()

    @override
    def header(self) -> Header:
        """Return title and the one button."""
        return Header(self._title, str(self._page.model.total) if self._page.is_loaded else "", buttons=("import",))

    @override
    def handlers(self) -> Mapping[str, Handler]:
        """Open, sort, reset."""
        return {
            "open_application": self._on_open_application,
            "preview_application": self._on_preview_application,
            "sort_by": self._page.bar.open_sort,
            "reset_filter": self._on_reset_filter,
        }

    @override
    def needs(self) -> frozenset[Need]:
        """Say whether an application is chosen."""
        return frozenset({Need.APPLICATION} if self._page.current else ())

    @override
    def counts(self) -> Mapping[str, int]:
        """Return how many applications wait; nothing while that may have changed since the list was loaded."""
        return {} if self._is_stale else {self.page_id: self._page.model.count("todo")}

    @override
    def finds(self) -> Iterable[Find]:
        """Return the applications for the palette."""
        for line in self._page.model.all_rows:
            place = Place(self._opens, line.number)
            yield Find(PaletteGroup.GO, line.name, line.facts, icon="document", place=place)

    @override
    def find(self) -> None:
        """Put the focus into the filter."""
        self._page.take_filter()

    # Loading

    def load(self) -> None:
        """Ask for the work list."""
        if self.context.identity is None:
            return
        from reviewer_app.services.applications.worklist import worklist

        self._is_stale = False
        self.context.operations.run(worklist).done(self._on_worklist_done).read()

    def _on_worklist_done(self, found: "WorkList") -> None:
        identity = self.context.identity
        if identity is None or found.person != (identity.me.id if identity.me is not None else ""):
            return  # read for whoever sat here before; the list of who came is on its way
        self._show(found)

    def show_cached(self, cached: "WorkList") -> None:
        """Show the list as it was last cached, before the workspace is open."""
        self._cached_for = cached.person
        self._show(cached)

    # Showing

    def _show(self, found: "WorkList") -> None:
        """Show a list; one that is in sight already is left as it is."""
        today = self.context.today
        if (found, today) != self._shown:
            self._shown = found, today
            words = ApplicationLines(found, today, self.context.language)
            self._as_reviewer = words.as_reviewer
            self._page.show_columns(self._list_words.heads(as_reviewer=self._as_reviewer))
            self._page.show_rows(words.lines())
            self._page.show_choices(words.choices())
        self._show_counts()
        self.header_changed.emit()

    def _show_counts(self) -> None:
        model = self._page.model
        names = self._list_words.segments(as_reviewer=self._as_reviewer)
        counts = {segment: model.count(segment) for segment in SEGMENTS}
        shown = {key: f"{words} {counts[key]}" for key, words in names.items() if key != "locked" or counts[key]}
        self._page.show_segments(shown)
        total = counted(model.total, self.tr("1 Antrag"), self.tr("{n} Anträge"))
        done = sum(line.is_complete for line in model.all_rows)
        complete = self.tr("{n} mit vollständiger Bewertung").format(n=done)
        self._page.foot.show_summary(f"{total} · {complete}" if self._as_reviewer else total)
        self._show_order()

    def _show_order(self) -> None:
        model = self._page.model
        self.context.show_order(tuple(line.number for line in model.rows))
        empty = self._page.is_loaded and not model.rowCount()
        if empty and not model.total:
            text = self.tr("Importieren Sie die Pakete der Antragsteller oder eine Punktetabelle.")
            if self._as_reviewer:
                text = self.tr("Die Geschäftsstelle schickt Ihnen ein Paket. Öffnen Sie es hier.")
            self._page.empty.show_words(self.tr("Noch keine Anträge"), text, "folder")
            self._page.empty.show_buttons(
                {
                    "import": (self.tr("Paket importieren …"), ButtonKind.PRIMARY),
                    "open_demo": (self.tr("Demo-Runde öffnen"), ButtonKind.OUTLINED),
                }
            )
        elif empty:
            self._page.empty.show_words(self._list_words.no_fit(model.filter, as_reviewer=self._as_reviewer))
            self._page.empty.show_buttons({"reset_filter": (self.tr("Filter zurücksetzen"), ButtonKind.LINK)})
        self._page.show_empty(empty=empty)  # with its buttons, of which one takes the focus

    # What a person does

    def open(self, number: str) -> None:
        """Open an application."""
        self.place_wanted.emit(Place(self._opens, number))

    def _on_reset_filter(self) -> None:
        """Show everything again."""
        self._page.show_filter(ApplicationFilter())
        self._show_order()
        self._page.table.setFocus()

    def _on_open_application(self) -> None:
        if self._page.current:
            self.open(self._page.current)

    def _on_preview_application(self) -> None:
        """Preview the chosen application, as soon as the store behind a cached list is open."""
        self._preview_waits = self.context.identity is None
        if self._page.current and not self._preview_waits:
            from reviewer_app.services.applications.short_profile import short_profile

            self.context.operations.run(short_profile, self._page.current).done(self._on_preview_done).read()

    def _on_preview_done(self, found: "ShortProfile") -> None:
        line = self._page.model.row(self._page.model.row_of(found.number))
        if line is not None:
            self._page.show_preview(found.number, self._list_words.preview(found, line))

    def _on_context_identity_changed(self, identity: "Identity | None") -> None:
        """Show nothing of what another person saw; the place that follows loads the list."""
        self._page.bar.show_demo(demo=identity is not None and identity.facts.is_demo)
        mine, self._cached_for = self._cached_for, ""
        if mine and identity is not None and identity.me is not None and identity.me.id == mine:
            if self._preview_waits:
                self._on_preview_application()
            return
        self._preview_waits = False
        self._shown = None
        self._page.clear()
