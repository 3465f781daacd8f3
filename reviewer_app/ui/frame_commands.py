"""The commands of the window itself: palette, panes, menu, full screen, text size, theme, going places."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.ui import navigation
from reviewer_app.ui.action_table import Menu
from reviewer_app.ui.messages import Band, Tone
from reviewer_app.ui.navigation import Place
from reviewer_app.ui.palette_model import Find, find_of
from reviewer_app.ui.settings import TEXT_SIZES, Scheme
from reviewer_app.ui.theme import SizeClass

if TYPE_CHECKING:
    from reviewer_app.ui.actions import Handler
    from reviewer_app.ui.main_window import MainWindow

VERSION = "0.1"

_NOT_IN_PALETTE = frozenset({"palette", "menu", "open_application"})


@runtime_checkable
class Pane(Protocol):
    """A pane that knows where in it one answers."""

    def focus_answer(self) -> None:
        """Put the focus there."""


class FrameCommands(QObject):
    """Carries out what needs only the window, its settings and the way through its pages."""

    def __init__(self, window: "MainWindow") -> None:
        """Bind the commands to the window's actions."""
        super().__init__(window)
        self._window = window
        self._context = window.context
        window.actions_table.bind("frame", self._handlers())
        places = {
            "go_applications": self._on_go_applications,
            "go_consolidation": self._on_go_consolidation,
            "go_export": self._on_go_export,
            "export_all": self._on_go_export,
        }
        window.actions_table.bind("places", places, offer=False)
        window.command_palette.find_chosen.connect(self._on_palette_find_chosen)
        window.menu_row.search_field.clicked.connect(self.open_palette)
        window.frame.header.menu_chosen.connect(self.show_menu)
        window.context.settings.settings_changed.connect(self._on_settings_changed)
        self._on_settings_changed()

    def _handlers(self) -> dict[str, "Handler"]:
        router, undo = self._window.router, self._context.undo
        return {
            "undo": undo.undo,
            "redo": undo.redo,
            "find": self._on_find,
            "palette": self.open_palette,
            "back": router.back,
            "forward": router.forward,
            "previous_application": self._on_previous_application,
            "next_application": self._on_next_application,
            "next_pane": self._on_next_pane,
            "previous_pane": self._on_previous_pane,
            "menu": self.show_menu,
            "full_screen": self._on_full_screen,
            "text_larger": self._on_text_larger,
            "text_smaller": self._on_text_smaller,
            "theme_light": self._on_theme_light,
            "theme_dark": self._on_theme_dark,
            "theme_system": self._on_theme_system,
            "help": self._on_help,
            "about": self._on_about,
            "quit": self._window.close,
        }

    def open_palette(self) -> None:
        """Open the command palette over the page."""
        finds: list[Find] = []
        for presenter in self._window.router.presenters():
            finds.extend(presenter.finds())
        finds += [find_of(offer) for offer in self._window.actions_table.offers() if offer.id not in _NOT_IN_PALETTE]
        self._window.command_palette.open(finds)

    def show_menu(self) -> None:
        """Put the focus into the menu bar, or open the folded menu where there is none."""
        bar = self._window.menu_row.menu_bar
        if self._window.size_class is not SizeClass.NARROW:
            actions = [one for one in bar.actions() if one.isVisible()]
            bar.setActiveAction(actions[0])
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in Menu:
            action = self._window.actions_table.menu(one).menuAction()
            if action.isVisible():
                menu.addAction(action)
        button = self._window.frame.header.menu_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_palette_find_chosen(self, find: Find) -> None:
        if find.action:
            self._window.actions_table.trigger(find.action)
        elif find.place is not None:
            self._window.router.go(find.place)

    def _on_find(self) -> None:
        presenter = self._window.router.presenter
        if presenter is not None:
            presenter.find()

    def _on_previous_application(self) -> None:
        self._window.router.step_application(-1)

    def _on_next_application(self) -> None:
        self._window.router.step_application(1)

    def _on_go_applications(self) -> None:
        self._window.router.go(Place(navigation.APPLICATIONS))

    def _on_go_consolidation(self) -> None:
        self._window.router.go(Place(navigation.CONSOLIDATIONS))

    def _on_go_export(self) -> None:
        self._window.router.go(Place(navigation.EXPORT))

    def _on_help(self) -> None:
        self._window.router.go(Place(navigation.HELP))

    def _on_about(self) -> None:
        text = self.tr(
            "Freie Software unter der Apache-Lizenz 2.0. Qt (LGPL 3), Inter (SIL OFL 1.1). Alles bleibt auf dem Gerät."
        )
        self._context.messages.band(Band("about", f"Votum {VERSION}", text, Tone.HINT))

    def _panes(self) -> list[QWidget]:
        page = self._window.router.page
        panes = [one for one in page.panes() if one.isVisible()] if page is not None else []
        return [*panes, *([self._window.frame.navigation] if self._window.frame.navigation.isVisible() else [])]

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
        elif isinstance(target, Pane):
            target.focus_answer()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_next_pane(self) -> None:
        self._walk(1)

    def _on_previous_pane(self) -> None:
        self._walk(-1)

    def _on_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _resize_text(self, step: int) -> None:
        place = TEXT_SIZES.index(self._context.settings.values.text_size) + step
        if 0 <= place < len(TEXT_SIZES):
            self._context.settings.change(text_size=TEXT_SIZES[place])

    def _on_text_larger(self) -> None:
        self._resize_text(1)

    def _on_text_smaller(self) -> None:
        self._resize_text(-1)

    def _on_theme_light(self) -> None:
        self._context.settings.change(scheme=Scheme.LIGHT)
        self._on_settings_changed()

    def _on_theme_dark(self) -> None:
        self._context.settings.change(scheme=Scheme.DARK)
        self._on_settings_changed()

    def _on_theme_system(self) -> None:
        self._context.settings.change(scheme=Scheme.SYSTEM)
        self._on_settings_changed()

    def _on_settings_changed(self, _values: object = None) -> None:
        values = self._context.settings.values
        self._context.theme.choose(scheme=values.scheme, text_size=values.text_size)
        for scheme in Scheme:
            self._window.actions_table[f"theme_{scheme.value}"].setChecked(values.scheme is scheme)
