"""What a row of the action table is: menu, scope of its keys, what it needs; apart from the rows, which are many."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.ui.shell.translation import mark


class Menu(StrEnum):
    """The menus in their order; the value is the title's source text."""

    FILE = mark("actions", "&Datei")
    EDIT = mark("actions", "&Bearbeiten")
    VIEW = mark("actions", "&Ansicht")
    APPLICATION = mark("actions", "An&trag")
    REVIEW = mark("actions", "&Gutachten")
    CONSOLIDATION = mark("actions", "&Konsolidierung")
    HELP = mark("actions", "&Hilfe")


class Scope(StrEnum):
    """Where a key acts: in the whole window, or only while the focus is inside a widget attached to the scope."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    CRITERION = "criterion"
    DOCUMENT = "document"
    PAGES = "pages"
    MATRIX = "matrix"
    ANNOTATIONS = "annotations"


class Need(StrEnum):
    """What must hold for an action to be enabled; the value is the sentence that says why it is not."""

    WORKSPACE = mark("needs", "Es ist keine Arbeitsdatei geöffnet.")
    ROUND = mark("needs", "Es ist keine Runde geöffnet.")
    WRITABLE = mark("needs", "Die Arbeitsdatei lässt sich nur lesen.")
    APPLICATION = mark("needs", "Es ist kein Antrag ausgewählt.")
    NEIGHBOUR = mark("needs", "In der Liste folgt kein weiterer Antrag.")
    NAMED = mark("needs", "Nennen Sie zuerst Ihren Namen: Datei, Name und Rolle.")
    DRAFT = mark("needs", "Das Gutachten ist eingereicht und nur lesbar.")
    SUBMITTED = mark("needs", "Das Gutachten ist noch nicht eingereicht.")
    REVIEWS = mark("needs", "Es liegt kein eingereichtes Gutachten vor.")
    UNDISPUTED = mark("needs", "Es gibt keine unstrittigen offenen Werte.")
    CONSENSUS = mark("needs", "Hier ist noch kein Konsens festgehalten.")
    DECISIONS = mark("needs", "Zu diesem Kriterium wurde noch nichts festgehalten.")
    UNRELEASED = mark("needs", "Der Antrag ist freigegeben und nur lesbar.")
    RELEASED = mark("needs", "Der Antrag ist nicht freigegeben.")
    SETTLED = mark("needs", "Es sind noch Konsenswerte offen.")
    UNDO = mark("needs", "Es gibt nichts rückgängig zu machen.")
    REDO = mark("needs", "Es gibt nichts zu wiederholen.")
    BACK = mark("needs", "Davor war keine andere Seite.")
    FORWARD = mark("needs", "Danach war keine andere Seite.")
    ANOTHER_PERSON = mark("needs", "Das geht nur in der Demo-Runde.")
    ANNOTATION = mark("needs", "Es ist keine Anmerkung ausgewählt.")
    CHANGEABLE = mark("needs", "Diese Anmerkungen lassen sich nicht ändern.")
    LINKED = mark("needs", "Diese Anmerkungen sind mit keinem Kriterium verknüpft.")
    REWORDED = mark("needs", "An den Stellen dieser Anmerkungen steht, was markiert wurde.")
    LISTED = mark("needs", "Hier ist keine Anmerkung zu sehen.")
    ORPHANS = mark("needs", "Alle Anmerkungen haben ihre Stelle.")
    RECOGNISER = mark("needs", "Dafür muss das Programm Tesseract mit Deutsch auf diesem Gerät sein.")
    PAGE = mark("needs", "Das gehört zu einer anderen Seite.")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One command.

    `text` is the German source ("…" when more input follows); `keys` are portable ("Ctrl+K"), the first is shown;
    `roles` empty means everybody; `separated` puts a line above it in the menu.
    """

    id: str
    menu: Menu
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    scope: Scope = Scope.EVERYWHERE
    needs: frozenset[Need] = frozenset()
    roles: frozenset[str] = frozenset()
    separated: bool = False
    checkable: bool = False
