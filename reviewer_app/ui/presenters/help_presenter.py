"""Fills the help page from the action table, so that no command and no key can be missing there."""

from typing import override

from PySide6.QtCore import QCoreApplication

from reviewer_app.ui import navigation
from reviewer_app.ui.action_table import Menu
from reviewer_app.ui.actions import Actions
from reviewer_app.ui.context import Context
from reviewer_app.ui.navigation import Place
from reviewer_app.ui.pages.help_page import HelpPage
from reviewer_app.ui.presenters.presenter import Header, Presenter


class HelpPresenter(Presenter):
    """The presenter of the help page."""

    page_id = navigation.HELP

    def __init__(self, context: Context, page: HelpPage, actions: Actions) -> None:
        """Fill `page` from `actions`."""
        super().__init__(context)
        self._page = page
        self._actions = actions

    @override
    def show_place(self, place: Place) -> None:
        """Show the commands as they stand now."""
        offers = list(self._actions.offers())
        sections = []
        for menu in Menu:
            rows = [(one.text, one.key, one.reason) for one in offers if self._actions.row(one.id).menu is menu]
            if rows:
                title = QCoreApplication.translate("actions", menu.value).replace("&", "")
                sections.append((title, rows))
        intro = self.tr(
            "Alles geht mit der Tastatur: Tab und F6 wechseln den Bereich, Eingabe öffnet, Esc schließt das Innerste. "
            "Werte und Texte werden sofort gespeichert. n. b. zählt nie als 0. Nichts verlässt dieses Gerät von selbst."
        )
        self._page.show_help(intro, sections)

    @override
    def header(self) -> Header:
        """Return the title."""
        return Header(self.tr("Hilfe und Tasten"))
