"""The commands of the window itself: palette, panes, menu, full screen, text size, theme, going places."""

from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from reviewer_app import VERSION
from reviewer_app.ui.desk.palette_finds import PaletteFinds
from reviewer_app.ui.help.presenter import HelpPresenter, topic_of
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.search.palette_search import PaletteSearch
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.messages import Band, Tone
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find
from reviewer_app.ui.shell.settings import TEXT_SIZES
from reviewer_app.ui.shell.side_pane import SidePane

if TYPE_CHECKING:
    from reviewer_app.ui.help.help_pane import HelpPane
    from reviewer_app.ui.search.pane import SearchPane
    from reviewer_app.ui.shell.actions import Handler
    from reviewer_app.ui.shell.dialog import Dialog
    from reviewer_app.ui.shell.main_window import MainWindow


@runtime_checkable
class Pane(Protocol):
    """A pane that knows where in it one answers."""

    def focus_answer(self) -> None:
        """Put the focus there."""


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll to what has got the focus; Qt does so for Tab only."""
    outer = widget.parentWidget()
    while outer is not None:
        if isinstance(outer, QScrollArea):
            outer.ensureWidgetVisible(widget, 0, widget.fontMetrics().height())
        outer = outer.parentWidget()


class WindowCommands(QObject):
    """Carries out what needs only the window, its settings and the way through its pages."""

    def __init__(self, window: "MainWindow", help_pane: "HelpPane", search_pane: "SearchPane") -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self.help_pane, self.search_pane = help_pane, search_pane
        self._finds = PaletteFinds(window)
        self._texts = PaletteSearch(window, search_pane)
        self._help = HelpPresenter(self._context, help_pane, window.actions_table)
        self._help_before: QWidget | None = None
        window.actions_table.bind("frame", self._handlers())
        places = {
            "go_applications": navigation.APPLICATIONS,
            "go_consolidation": navigation.CONSOLIDATIONS,
            "go_export": navigation.EXPORT,
            "go_statistics": navigation.STATISTICS,
            "save_statistics": navigation.STATISTICS,
            "export_all": navigation.EXPORT,
        }
        goes = {action: partial(window.router.go, Place(page)) for action, page in places.items()}
        window.actions_table.bind("places", goes, offer=False)
        self._finds.finds_changed.connect(window.command_palette.show_finds)
        help_pane.closed.connect(self._on_help_pane_closed)
        window.router.help_wanted.connect(self.open_help)
        window.dialog_help_wanted.connect(self._on_window_dialog_help_wanted)
        window.command_palette.find_chosen.connect(self._on_palette_find_chosen)
        window.menu_row.search_field.clicked.connect(self.open_palette)
        window.context.settings.settings_changed.connect(self._on_settings_changed)
        self._on_settings_changed()

    def _handlers(self) -> dict[str, "Handler"]:
        router = self._window.router
        return {
            "undo": self._on_undo,
            "redo": self._on_redo,
            "find": self._on_find,
            "find_next": partial(self._find_step, 1),
            "find_previous": partial(self._find_step, -1),
            "palette": self.open_palette,
            "find_texts": self._texts.open,
            "go_annotations": self._on_go_annotations,
            "back": router.back,
            "forward": router.forward,
            "previous_application": partial(router.step_application, -1),
            "next_application": partial(router.step_application, 1),
            "next_pane": partial(self._walk, 1),
            "previous_pane": partial(self._walk, -1),
            "menu": self._window.show_menu,
            "full_screen": self._on_full_screen,
            "text_larger": partial(self._resize_text, 1),
            "text_smaller": partial(self._resize_text, -1),
            **{f"theme_{scheme}": partial(self._choose_scheme, scheme) for scheme in Scheme},
            "help": self.open_help,
            "help_overview": self._on_help_overview,
            "help_keys": partial(self.open_help, "keys"),
            "help_accessibility": partial(self.open_help, "accessibility"),
            "about": self._on_about,
            "quit": self._window.close,
        }

    def open_palette(self) -> None:
        """Open the command palette over the page."""
        self._window.command_palette.open(self._finds.gather(), self._finds.first())

    def open_help(self, topic: str = "") -> None:
        """Open the help beside the page at a topic; without one at the page for what has the focus."""
        pane, focus, here = self.help_pane, self._window.focusWidget(), self._window.router.here
        inside = focus is not None and pane.isAncestorOf(focus)
        if not inside:
            self._help_before = focus
        self._help.open(topic or ("" if inside else topic_of(focus, here.page if here else "")))
        self._window.show_size()

    def _on_palette_find_chosen(self, find: Find) -> None:
        if find.choose is not None:
            find.choose()
        elif find.action:
            self._window.actions_table.trigger(find.action)
        elif find.place is not None:
            self._window.router.go(find.place)

    def _on_find(self) -> None:
        presenter = self._window.router.presenter
        if presenter is not None:
            presenter.find()
            self._texts.rest()

    def _find_step(self, step: int) -> None:
        presenter = self._window.router.presenter
        if self._texts.step(step) or (presenter is not None and presenter.find_step(step)):
            return
        self._texts.open()

    def _on_go_annotations(self) -> None:
        here = self._window.router.here
        self._window.router.go(Place(navigation.ANNOTATIONS, here.application if here is not None else ""))

    def _on_undo(self) -> None:
        self._window.router.flush()
        self._context.undo.undo()

    def _on_redo(self) -> None:
        self._window.router.flush()
        self._context.undo.redo()

    def _on_help_overview(self) -> None:
        self._help_before = self._window.focusWidget()
        self._help.open("")
        self._window.show_size()

    def _on_help_pane_closed(self) -> None:
        self._window.show_size()
        before, self._help_before = self._help_before, None
        page = self._window.router.page
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            page.take_focus()

    def _on_window_dialog_help_wanted(self, dialog: "Dialog") -> None:
        from reviewer_app.ui.help.help_dialog import HelpDialog

        HelpDialog.show_over(dialog, self._window)

    def _on_about(self) -> None:
        text = self.tr(
            "Freie Software unter der Apache-Lizenz 2.0. Qt (LGPL 3), Inter (SIL OFL 1.1). Alle Daten"
            " bleiben auf diesem Gerät."
        )
        self._context.messages.band(Band("about", f"Votum {VERSION}", text, Tone.HINT))

    def _panes(self) -> list[QWidget]:
        page = self._window.router.page
        panes = [one for one in page.panes() if one.isVisible()] or [page] if page is not None else []
        others = (self.search_pane, self.help_pane, self._window.frame.navigation)
        return [*panes, *(pane for pane in others if pane.isVisible())]

    def _walk(self, step: int) -> None:
        page = self._window.router.page
        if page is not None and page.walk():
            return
        panes = self._panes()
        focus = self._window.focusWidget()
        inside = [place for place, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))]
        if not panes:
            return
        target = panes[((inside[0] if inside else -step if step > 0 else 0) + step) % len(panes)]
        if target is self._window.frame.navigation:
            self._window.frame.navigation.focus_entry()
        elif isinstance(target, SidePane):
            target.take_focus()
        elif isinstance(target, Pane):
            target.focus_answer()
        elif target is page:  # empty: what it offers instead
            page.take_focus()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            _bring_into_sight(target)

    def _on_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _resize_text(self, step: int) -> None:
        place = TEXT_SIZES.index(self._context.settings.values.text_size) + step
        if 0 <= place < len(TEXT_SIZES):
            self._context.settings.change(text_size=TEXT_SIZES[place])

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._context.settings.change(scheme=scheme)
        self._on_settings_changed()  # the same once more: the box of the menu has lost its check

    def _on_settings_changed(self, _values: object = None) -> None:
        values = self._context.settings.values
        self._context.theme.choose(scheme=values.scheme, text_size=values.text_size)
        self._context.theme.choose_paper(dim=values.dim_paper, less_motion=values.less_motion)
        for scheme in Scheme:
            self._window.actions_table[f"theme_{scheme}"].setChecked(values.scheme is scheme)
