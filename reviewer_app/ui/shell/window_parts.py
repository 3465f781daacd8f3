"""Keeps the parts of the window telling the same: header, navigation, actions, save state, words of undo.

Apart from the window, which has to be painted before any of this is imported.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.shell.action_table import Menu, Need
from reviewer_app.ui.shell.actions import Actions, action_text
from reviewer_app.ui.shell.command_palette import CommandPalette
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.frame import WindowFrame
from reviewer_app.ui.shell.menu_row import MenuRow
from reviewer_app.ui.shell.messages import Band
from reviewer_app.ui.shell.navigation import entries
from reviewer_app.ui.shell.operations import SaveState, SaveStatus
from reviewer_app.ui.shell.presenter import Header, Presenter
from reviewer_app.ui.shell.router import Router
from reviewer_app.ui.shell.side_pane import SidePane
from reviewer_app.ui.shell.translation import role_name
from reviewer_app.ui.shell.undo import Step

if TYPE_CHECKING:
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.round import Identity
    from reviewer_app.ui.shell.main_window import MainWindow


def _leave_drops_to_the_window(page: QWidget) -> None:
    """Let files dropped on a text field be taken in like everywhere else, not written into it as an address."""
    for one in page.findChildren(QWidget):
        if one.acceptDrops():
            one.setAcceptDrops(False)


def _with_place(step: Step) -> str:
    """Say what a step did and to which application: taking it back may lead to another one than that in sight."""
    number = step.place.application if step.place is not None else ""
    return f"{number} · {step.text}" if number else step.text


class WindowParts(QObject):
    """The parts of one window and what ties them together."""

    def __init__(self, window: "MainWindow", context: Context, help_pane: SidePane, search_pane: SidePane) -> None:
        """Make the other parts and put all into the window."""
        super().__init__(window)
        self._window = window
        self.context = context
        self.actions_table = Actions(window)
        self.router = Router(context, window)
        self.menu_row = MenuRow(context.theme)
        self.frame = WindowFrame(context.theme, self.actions_table, help_pane, search_pane)
        self.command_palette = CommandPalette(context.theme, window)
        self.size_class = SizeClass.NORMAL
        self._had_panes = (False, False)
        window.setMenuWidget(self.menu_row)
        window.setCentralWidget(self.frame)
        self.frame.show()  # Qt shows it an event later in a window in sight, and nothing out of sight takes the focus
        self.actions_table.build_menus(self.menu_row.menu_bar)
        self._connect()

    def _connect(self) -> None:
        context, frame, router = self.context, self.frame, self.router
        frame.header.back_button.clicked.connect(router.back)
        frame.header.menu_button.clicked.connect(self.show_menu)
        frame.header.step_chosen.connect(router.step_application)
        frame.navigation.entry_chosen.connect(self.actions_table.trigger)
        frame.note_bar.foot = self._foot_of_page
        frame.note_bar.action_chosen.connect(self.actions_table.trigger)
        frame.work_strip.cancel_chosen.connect(context.operations.cancel)
        context.messages.note_wanted.connect(frame.note_bar.show_note)
        context.messages.band_wanted.connect(frame.bands.show_band)
        context.messages.report_wanted.connect(self._on_messages_report_wanted)
        context.operations.operation_failed.connect(context.messages.tell)
        context.operations.changes_made.connect(self._on_operations_changes_made)
        context.operations.save_state_changed.connect(self._on_operations_save_state_changed)
        context.operations.long_work_changed.connect(frame.work_strip.show_work)
        context.operations.workspace_left.connect(router.flush)
        context.undo.undo_changed.connect(self._on_undo_changed)
        context.undo.place_reached.connect(router.show)
        context.undo.step_undone.connect(self._on_undo_step_undone)
        context.undo.step_redone.connect(self._on_undo_step_redone)
        context.identity_changed.connect(self._on_context_identity_changed)
        context.order_changed.connect(self._show_header)
        context.theme.changed.connect(self._on_theme_changed)
        router.page_added.connect(self._on_router_page_added)
        router.place_entered.connect(self._on_router_place_entered)
        router.place_shown.connect(self._show_header)
        router.header_changed.connect(self._show_header)
        router.needs_changed.connect(self._show_needs)

    # Showing

    def _show_header(self) -> None:
        presenter, page = self.router.presenter, self.router.page
        narrow = self.size_class is SizeClass.NARROW
        header = presenter.header() if presenter else Header()
        as_list = presenter is not None and presenter.is_list
        frame = self.frame
        frame.header.setVisible(bool(header.title) or narrow)
        field = page.header_field if page else None
        back = self.router.history.previous_title
        frame.header.show_header(header, back, field, as_list=as_list, narrow=narrow)
        here = self.router.here
        counts = {name: n for one in self.router.presenters() for name, n in one.counts().items()}
        frame.navigation.setVisible(self.context.has_round and not narrow)
        frame.navigation.show_current(
            (presenter.entry if presenter else "") or (here.page if here else ""), counts, rail=not as_list
        )
        saved = page is not None and page.show_saved(frame.narrow_save.words if narrow else "")
        frame.arrange(as_list=as_list and self.context.has_round, narrow=narrow, saved=saved)
        self._show_needs()

    def _show_needs(self) -> None:
        context, here, presenter = self.context, self.router.here, self.router.presenter
        identity = context.identity
        met = {
            Need.WORKSPACE: identity is not None,
            Need.ROUND: context.has_round,
            Need.WRITABLE: context.can_write,
            Need.ANOTHER_PERSON: identity is not None and identity.facts.is_demo,
            Need.UNDO: context.undo.can_undo,
            Need.REDO: context.undo.can_redo,
            Need.BACK: self.router.history.can_back,
            Need.FORWARD: self.router.history.can_forward,
            Need.NEIGHBOUR: bool(here and context.position(here.application)),
        }
        own = presenter.needs() if presenter else frozenset()
        self.actions_table.show_needs(frozenset(need for need, holds in met.items() if holds) | own, context.role)

    def _show_entries(self) -> None:
        found = entries(self.context.role) if self.context.has_round else {}
        self.frame.navigation.show_entries(found)
        self.actions_table.offer(row.id for row in found.values())
        self.actions_table.number_entries(row.id for row in found.values())

    def _show_round(self, role: str, name: str) -> None:
        person = f"{role_name(role) or role} · {name}" if name else self.tr("ohne Namen")
        title = self.context.round_title
        self.frame.navigation.show_round(title, person)
        self._window.setWindowTitle(f"{title} – Demo – Votum" if self.context.is_demo else f"{title} – Votum")

    def show_size(self) -> None:
        """Arrange for the size class that width and text size give now."""
        theme = self.context.theme
        before = self.size_class
        self.size_class = theme.size_class(self._window.width())
        self.menu_row.setVisible(self.size_class is not SizeClass.NARROW)
        panes = (self.frame.help_pane, self.frame.search_pane)
        for pane in panes:
            pane.show_room(covers=self.size_class is SizeClass.NARROW)
        page = self.router.page
        if page is not None:
            room = theme.size_class(self._window.width() - sum(pane.room for pane in panes))
            page.show_size(room, short=theme.is_short(self._window.height()))
        seen = (panes[0].isVisible(), panes[1].isVisible())
        if before is not self.size_class or self._had_panes != seen:
            self._had_panes = seen
            self._show_header()

    def show_menu(self) -> None:
        """Put the focus into the menu bar, or open the folded menu where there is none."""
        if self.size_class is not SizeClass.NARROW:
            bar = self.menu_row.menu_bar
            bar.setActiveAction(next(one for one in bar.actions() if one.isVisible()))
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in Menu:
            action = self.actions_table.menu(one).menuAction()
            if action.isVisible():
                menu.addAction(action)
        button = self.frame.header.menu_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    # What happens

    def _foot_of_page(self) -> int:
        page = self.router.page
        return page.foot_height if page is not None and page.isVisible() else 0

    def _on_router_page_added(self, page_id: str) -> None:
        _leave_drops_to_the_window(self.router.page_of(page_id))
        self.actions_table.offer(self.router.presenter_of(page_id).handlers())
        self._show_header()

    def _on_router_place_entered(self, presenter: Presenter) -> None:
        page = self.router.page
        if page is not None:
            if page is not self.frame.stack.currentWidget():
                self.frame.note_bar.hide()  # what it says belongs to the page that is left
            self.frame.stack.setCurrentWidget(page)
        self.actions_table.bind("page", presenter.handlers())
        self.show_size()

    def _on_messages_report_wanted(self, path: str) -> None:
        from reviewer_app.ui.shell.dialog import ReportDialog

        ReportDialog.show_file(self.context.theme, self._window, Path(path))

    def _on_operations_changes_made(self, changes: "Changes") -> None:
        for presenter in self.router.presenters():
            presenter.refresh(changes)

    def _on_operations_save_state_changed(self, state: SaveState) -> None:
        for label in (self.menu_row.save_label, self.frame.narrow_save):
            label.show_state(state)
        if self.size_class is SizeClass.NARROW:
            self._show_header()
        self.context.messages.unsaved_because = state.error if state.status is SaveStatus.FAILED else None
        if state.status is not SaveStatus.FAILED or state.error is None or state.since is None:
            self.frame.bands.show_band(Band("save"))
            return
        reason = self.context.messages.why_unsaved(state.error)
        text = self.tr("{reason} Ihre Eingaben sind noch da; Votum versucht es alle 10\u00a0Sekunden.").format(
            reason=reason
        )
        title = self.tr("Nicht gespeichert seit {time}").format(time=f"{state.since:%H:%M}")
        save_copy = partial(self.actions_table.trigger, "save_copy")
        self.frame.bands.show_band(
            Band("save", title, text, action=self.tr("Kopie sichern …"), on_action=save_copy, can_close=False)
        )

    def _on_undo_changed(self) -> None:
        undo = self.context.undo
        self.frame.note_bar.forget_undo()  # what was just done has its note only after this
        for action, what in (("undo", undo.undo_text), ("redo", undo.redo_text)):
            plain = action_text(action)
            self.actions_table[action].setText(f"{plain}: {what}" if what else plain)
        self._show_needs()

    def _on_undo_step_undone(self, step: Step) -> None:
        words = self.tr("Rückgängig gemacht: {what}").format(what=_with_place(step))
        self.context.messages.note(words, can_redo=True)

    def _on_undo_step_redone(self, step: Step) -> None:
        words = self.tr("Wiederholt: {what}").format(what=_with_place(step))
        self.context.messages.note(words, can_undo=True)

    def _on_context_identity_changed(self, identity: "Identity | None") -> None:
        reads = identity is not None and not self.context.can_write
        self.menu_row.show_round(demo=self.context.is_demo, read_only=reads)
        self.frame.show_read_only(read_only=reads)
        pending = self.context.pending_list
        if identity is not None:
            self._show_round(identity.role.value, identity.me.name if identity.me else "")
        elif pending is not None:
            self._show_round(pending.role.value, pending.name)
        else:
            self._window.setWindowTitle("Votum")
            self.frame.navigation.show_round("", "")
        self._show_entries()
        self._show_header()

    def _on_theme_changed(self) -> None:
        self._window.show_size()
        self._show_header()
