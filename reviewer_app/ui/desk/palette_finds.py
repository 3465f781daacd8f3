"""Gathers what the command palette finds, fresh at every opening: from the store, the page in sight and the actions.

What is in memory is there at once; applications and people follow from the store, as they are there now.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from resources import help_pages
from reviewer_app.domain.reviews.permissions import Act, roles_for
from reviewer_app.ui.kit.translated import translatable
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import row_of
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find, PaletteGroup, find_of
from reviewer_app.ui.shell.translation import role_name

if TYPE_CHECKING:
    from reviewer_app.services.search.names import Findable
    from reviewer_app.ui.shell.main_window import MainWindow


_SETTINGS = (
    translatable("PaletteFinds", "Einstellungen: Textgröße"),
    translatable("PaletteFinds", "Einstellungen: Darstellung hell oder dunkel"),
    translatable("PaletteFinds", "Einstellungen: Sprache"),
)


_PLACES, _COMMANDS = 4, 5
_ICONS = {navigation.READING: "document", navigation.CONSOLIDATION: "grid"}


class PaletteFinds(QObject):
    """What can be found now; `finds_changed` carries the rows again when the store has answered."""

    finds_changed = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._stored: Findable | None = None
        window.context.identity_changed.connect(self._on_context_identity_changed)

    def gather(self) -> list[Find]:
        """Return what is known at once, and ask the store for what it holds now."""
        context = self._window.context
        if context.identity is not None:
            from reviewer_app.services.search.names import findable

            context.operations.run(findable).done(self._on_findable_done).read()
        return self._rows()

    def first(self) -> list[Find]:
        """Return where one was last, and what can be done on the page in sight."""
        router, actions = self._window.router, self._window.actions_table
        found = [
            Find(PaletteGroup.GO, title, place.application, icon=_ICONS.get(place.page, "list"), place=place)
            for place, title in router.history.last[:_PLACES]
        ]
        here = router.presenter.handlers() if router.presenter is not None else {}
        commands = [find_of(one) for one in actions.offers() if one.id in here and not one.reason]
        return found + [one for one in commands if row_of(one.action).in_palette][:_COMMANDS]

    def _rows(self) -> list[Find]:
        known: dict[str, Find] = {}
        for find in (*self._places(), *self._here(), *self._people(), *self._commands(), *self._help()):
            first = known.setdefault(find.token, find)
            if first is not find and first.text == find.text and find.fact.startswith(first.fact):
                known[find.token] = find
        return [find for find in known.values() if not self._is_gone(find)]

    def _is_gone(self, find: Find) -> bool:
        """Whether a page still names an application that the store does not know any more."""
        place, stored = find.place, self._stored
        if place is None or not place.application or stored is None:
            return False
        return all(number != place.application for number, _ in stored.applications)

    def _places(self) -> Iterator[Find]:
        """Give the applications; those who decide find each a second time, to consolidate it."""
        context, stored = self._window.context, self._stored
        if stored is None:
            return
        decides = context.role in roles_for(Act.OPEN_CONSOLIDATION)
        for number, name in stored.applications:
            yield Find(PaletteGroup.GO, name, number, icon="document", place=Place(navigation.READING, number))
        for number, name in stored.applications if decides else ():
            words = self.tr("{name}: Konsolidierung").format(name=name)
            yield Find(PaletteGroup.GO, words, number, icon="grid", place=Place(navigation.CONSOLIDATION, number))

    def _here(self) -> Iterator[Find]:
        """Give what the pages name themselves: criteria and annexes of the application in sight."""
        for one in self._window.router.presenters():
            yield from one.finds()

    def _people(self) -> Iterator[Find]:
        for person in self._stored.people if self._stored else ():
            role = role_name(person.role.value)
            place = Place(navigation.CONSOLIDATIONS)
            yield Find(PaletteGroup.GO, person.name, role, icon="person", place=place, name=f"person:{person.id}")

    def _commands(self) -> Iterator[Find]:
        for offer in self._window.actions_table.offers():
            if row_of(offer.id).in_palette:
                yield find_of(offer)
        if self._window.actions_table["settings"].isVisible():
            for words in _SETTINGS:
                text = QCoreApplication.translate("PaletteFinds", words)
                yield Find(PaletteGroup.COMMANDS, text, icon="settings", action="settings", name=words)

    def _help(self) -> Iterable[Find]:
        for page in help_pages.pages(self._window.context.language):
            place = Place(navigation.HELP, detail=page.topic)
            yield Find(PaletteGroup.HELP, self.tr("Hilfe: {title}").format(title=page.title), icon="help", place=place)

    def _on_findable_done(self, found: "Findable") -> None:
        if found != self._stored:
            self._stored = found
            self.finds_changed.emit(self._rows())

    def _on_context_identity_changed(self, _identity: object) -> None:
        self._stored = None
