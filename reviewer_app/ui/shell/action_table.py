"""The action table: one row for each command with its words, keys, icon, menu, scope, and what it needs.

Data alone: `actions.py` makes the QActions, and whoever carries a command out names it in its `handlers()`. The order
of the rows is that of the menus and of the palette.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.reviews.permissions import Act, Role, roles_for
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.kit.translated import translatable


class Menu(StrEnum):
    """The menus in their order; the value is the title's source text."""

    FILE = translatable("actions", "&Datei")
    EDIT = translatable("actions", "&Bearbeiten")
    VIEW = translatable("actions", "&Ansicht")
    GO = translatable("actions", "Gehe &zu")
    APPLICATION = translatable("actions", "An&trag")
    ANNEX = translatable("actions", "An&lage")
    REVIEW = translatable("actions", "&Gutachten")
    CONSOLIDATION = translatable("actions", "&Konsolidierung")
    HELP = translatable("actions", "&Hilfe")


class Scope(StrEnum):
    """Where a key acts: in the whole window, or only while the focus is inside a widget attached to the scope.

    PAGES lie within READING: a key of both would act in neither.
    """

    EVERYWHERE = "everywhere"
    LIST = "list"
    READING = "reading"
    PAGES = "pages"
    MATRIX = "matrix"
    ANNOTATIONS = "annotations"


class Need(StrEnum):
    """What must hold for an action to be enabled; the value is the sentence that says why it is not."""

    WORKSPACE = translatable("needs", "Es ist keine Arbeitsdatei geöffnet.")
    ROUND = translatable("needs", "Es ist keine Runde geöffnet.")
    WRITABLE = translatable("needs", "Die Arbeitsdatei lässt sich nur lesen.")
    APPLICATION = translatable("needs", "Es ist kein Antrag ausgewählt.")
    NEIGHBOUR = translatable("needs", "In der Liste folgt kein weiterer Antrag.")
    NAMED = translatable("needs", "Geben Sie zuerst Ihren Namen an: Datei › Name und Rolle.")
    DRAFT = translatable("needs", "Das Gutachten ist eingereicht und nur lesbar.")
    SUBMITTED = translatable("needs", "Das Gutachten ist noch nicht eingereicht.")
    REVIEWS = translatable("needs", "Es liegt kein eingereichtes Gutachten vor.")
    UNDISPUTED = translatable("needs", "Es gibt keine unstrittigen offenen Werte.")
    CONSENSUS = translatable("needs", "Hier ist noch kein Konsens festgehalten.")
    DECISIONS = translatable("needs", "Zu diesem Kriterium wurde noch nichts festgehalten.")
    UNRELEASED = translatable("needs", "Der Antrag ist freigegeben und nur lesbar.")
    RELEASED = translatable("needs", "Der Antrag ist nicht freigegeben.")
    SETTLED = translatable("needs", "Es sind noch Konsenswerte offen.")
    UNDO = translatable("needs", "Es gibt nichts rückgängig zu machen.")
    REDO = translatable("needs", "Es gibt nichts zu wiederholen.")
    BACK = translatable("needs", "Es gibt keine vorige Seite.")
    FORWARD = translatable("needs", "Es gibt keine nächste Seite.")
    ANOTHER_PERSON = translatable("needs", "Das ist nur in der Demo-Runde möglich.")
    ANNOTATION = translatable("needs", "Es ist keine Anmerkung ausgewählt.")
    CHANGEABLE = translatable("needs", "Diese Anmerkungen lassen sich nicht ändern.")
    LINKED = translatable("needs", "Diese Anmerkungen sind mit keinem Kriterium verknüpft.")
    REWORDED = translatable("needs", "Der Wortlaut dieser Anmerkungen ist unverändert.")
    LISTED = translatable("needs", "Hier ist keine Anmerkung zu sehen.")
    ORPHANS = translatable("needs", "Alle Anmerkungen haben ihre Stelle.")
    RECOGNISER = translatable(
        "needs", "Dafür ist auf diesem Gerät das Programm Tesseract mit der Sprache Deutsch erforderlich."
    )
    PAGE = translatable("needs", "Dieser Befehl gehört zu einer anderen Seite.")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One command.

    `text` is the German source ("…" when more input follows), translated in the context "actions"; `keys` are portable
    ("Ctrl+K"), the first is shown; `roles` empty means everybody; `separated` puts a line above it in the menu;
    `tip` is the hint of the first start that is superfluous once the command was carried out.
    """

    id: str
    menu: Menu
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    scope: Scope = Scope.EVERYWHERE
    needs: frozenset[Need] = frozenset()
    roles: frozenset[Role] = frozenset()
    separated: bool = False
    checkable: bool = False
    in_palette: bool = True
    tip: str = ""

    def is_for(self, role: str) -> bool:
        """Whether a person in this role sees it."""
        return not self.roles or role in self.roles


_OPEN = frozenset({Need.WORKSPACE})
_IN_SIGHT = frozenset({Need.ROUND})
"""For what can be done with a list that is shown while its workspace is still being opened."""
_WRITE = _OPEN | {Need.WRITABLE}
_READ = _OPEN | {Need.APPLICATION}
_ENTER = _READ | {Need.WRITABLE}
_DRAFT = _ENTER | {Need.DRAFT}
_NOTE = _ENTER | {Need.NAMED}
_STEP = _OPEN | {Need.NEIGHBOUR}
_CHOSEN = _OPEN | {Need.ANNOTATION}
_CHANGE = _WRITE | {Need.ANNOTATION, Need.CHANGEABLE}
_AGREE = _WRITE | {Need.REVIEWS, Need.UNRELEASED}
_PERSON = _WRITE | {Need.ANOTHER_PERSON}
_LISTED = _IN_SIGHT | {Need.APPLICATION}
_DECIDERS = roles_for(Act.OPEN_CONSOLIDATION)
_REVIEWERS = frozenset(Role) - _DECIDERS
_EXPORT_PAGE = roles_for(Act.OPEN_EXPORT)

_FILE = (
    ActionRow("open", Menu.FILE, "Arbeitsdatei öffnen …", ("Ctrl+O",), "folder"),
    ActionRow("new_round", Menu.FILE, "Neue Runde anlegen …", ("Ctrl+N",), "plus"),
    ActionRow("open_demo", Menu.FILE, "Demo-Runde öffnen", icon="play"),
    ActionRow("import", Menu.FILE, "Paket importieren …", ("Ctrl+I",), "import", needs=_WRITE, separated=True),
    ActionRow("import_folder", Menu.FILE, "Ordner importieren …", icon="import", needs=_WRITE),
    ActionRow("import_report", Menu.FILE, "Importbericht", icon="document", needs=_OPEN),
    ActionRow("export_all", Menu.FILE, "Akte schreiben …", ("Ctrl+E",), "archive", needs=_OPEN, roles=_EXPORT_PAGE),
    ActionRow("save_statistics", Menu.FILE, "Statistik als Excel speichern …", icon="export", needs=_OPEN),
    ActionRow("export_annotations", Menu.FILE, "Anmerkungen speichern …", icon="export", needs=_OPEN | {Need.LISTED}),
    ActionRow("save_copy", Menu.FILE, "Kopie sichern …", icon="copy", needs=_OPEN),
    ActionRow("identity", Menu.FILE, "Name und Rolle …", icon="person", needs=_WRITE, separated=True),
    ActionRow(
        "act_as_reviewer", Menu.FILE, "Als Gutachter:in weiterarbeiten", icon="person", needs=_PERSON, roles=_DECIDERS
    ),
    ActionRow("act_as_chair", Menu.FILE, "Als Vorsitz weiterarbeiten", icon="person", needs=_PERSON, roles=_REVIEWERS),
    ActionRow("settings", Menu.FILE, "Einstellungen …", ("Ctrl+,",), "settings"),
    ActionRow("close_workspace", Menu.FILE, "Arbeitsdatei schließen", needs=_OPEN, separated=True),
    ActionRow("quit", Menu.FILE, "Beenden", ("Ctrl+Q",)),
)

_EDIT = (
    ActionRow("undo", Menu.EDIT, "Rückgängig", ("Ctrl+Z",), "undo", needs=frozenset({Need.UNDO})),
    ActionRow("redo", Menu.EDIT, "Wiederholen", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", needs=frozenset({Need.REDO})),
    ActionRow("find", Menu.EDIT, "Hier suchen oder filtern", ("Ctrl+F",), "search", separated=True),
    ActionRow("find_next", Menu.EDIT, "Nächster Treffer", ("F3",), "down", needs=_OPEN),
    ActionRow("find_previous", Menu.EDIT, "Voriger Treffer", ("Shift+F3",), "up", needs=_OPEN),
    ActionRow("palette", Menu.EDIT, "Suchen oder Befehl …", ("Ctrl+K",), "search", in_palette=False, tip="palette"),
    ActionRow("find_texts", Menu.EDIT, "In allen Unterlagen suchen …", ("Ctrl+Shift+F",), "search", needs=_OPEN),
)

_VIEW = (
    ActionRow("back", Menu.GO, "Zurück", ("Alt+Left",), "back", needs=frozenset({Need.BACK})),
    ActionRow("forward", Menu.GO, "Vor", ("Alt+Right",), "forward", needs=frozenset({Need.FORWARD})),
    ActionRow("go_applications", Menu.GO, "Anträge", icon="list", needs=_IN_SIGHT, separated=True),
    ActionRow("go_consolidation", Menu.GO, "Konsolidierung", icon="grid", needs=_IN_SIGHT, roles=_DECIDERS),
    ActionRow("go_export", Menu.GO, "Akte && Export", icon="archive", needs=_IN_SIGHT, roles=_EXPORT_PAGE),
    ActionRow("go_statistics", Menu.GO, "Statistik", icon="chart", needs=_IN_SIGHT),
    ActionRow("go_annotations", Menu.GO, "Alle Anmerkungen", icon="pencil", needs=_OPEN, separated=True),
    ActionRow("next_pane", Menu.GO, "Nächster Fensterbereich", ("F6",), separated=True),
    ActionRow("previous_pane", Menu.GO, "Voriger Fensterbereich", ("Shift+F6",)),
    ActionRow("text_larger", Menu.VIEW, "Text größer", ("Alt+PgUp",)),
    ActionRow("text_smaller", Menu.VIEW, "Text kleiner", ("Alt+PgDown",)),
    *(
        ActionRow(f"theme_{one}", Menu.VIEW, one.text, separated=place == 0, checkable=True)
        for place, one in enumerate(Scheme)
    ),
    ActionRow("full_screen", Menu.VIEW, "Ganzer Bildschirm", ("F11",), separated=True),
    ActionRow("menu", Menu.VIEW, "Menü", ("F10",), "menu", in_palette=False),
)

_APPLICATION = (
    ActionRow(
        "open_application",
        Menu.APPLICATION,
        "Antrag öffnen",
        ("Return", "Enter"),
        "document",
        Scope.LIST,
        _LISTED,
        in_palette=False,
    ),
    ActionRow("preview_application", Menu.APPLICATION, "Vorschau des Antrags", ("Space",), "eye", Scope.LIST, _LISTED),
    ActionRow(
        "previous_application", Menu.APPLICATION, "Voriger Antrag der Liste", ("Ctrl+Alt+PgUp",), "back", needs=_STEP
    ),
    ActionRow(
        "next_application", Menu.APPLICATION, "Nächster Antrag der Liste", ("Ctrl+Alt+PgDown",), "forward", needs=_STEP
    ),
    ActionRow(
        "sort_by",
        Menu.APPLICATION,
        "Sortieren nach …",
        ("Ctrl+Shift+S",),
        scope=Scope.LIST,
        needs=_IN_SIGHT,
        separated=True,
    ),
    ActionRow("reset_filter", Menu.APPLICATION, "Filter zurücksetzen", needs=_IN_SIGHT),
)

_ANNEXES = (
    ActionRow("formal_notes", Menu.APPLICATION, "Formale Prüfung zeigen", needs=_READ, separated=True),
    ActionRow("take_marks", Menu.APPLICATION, "Anmerkungen aus den Anlagen importieren", needs=_ENTER),
    ActionRow(
        "choose_document",
        Menu.ANNEX,
        "Unterlage wählen …",
        ("Ctrl+D",),
        "document",
        Scope.READING,
        _READ,
        separated=True,
    ),
    ActionRow(
        "next_to_read",
        Menu.ANNEX,
        "Unterlagen zum Kriterium aufschlagen",
        ("Ctrl+J",),
        scope=Scope.READING,
        needs=_READ,
    ),
    ActionRow("go_to_page", Menu.ANNEX, "Zu Seite …", ("Ctrl+G",), scope=Scope.READING, needs=_READ),
    ActionRow(
        "zoom_in",
        Menu.ANNEX,
        "Unterlage größer",
        ("Ctrl++", "Ctrl+="),
        scope=Scope.READING,
        needs=_READ,
        separated=True,
    ),
    ActionRow("zoom_out", Menu.ANNEX, "Unterlage kleiner", ("Ctrl+-",), scope=Scope.READING, needs=_READ),
    ActionRow("zoom_width", Menu.ANNEX, "Unterlage auf Breite", ("Ctrl+0",), scope=Scope.READING, needs=_READ),
    ActionRow("show_pages", Menu.ANNEX, "Seitenübersicht", ("F9",), "sidebar", Scope.READING, _READ, separated=True),
    ActionRow("show_outline", Menu.ANNEX, "Gliederung", ("Shift+F9",), scope=Scope.READING, needs=_READ),
    ActionRow(
        "show_beside",
        Menu.ANNEX,
        "Zweite Anlage daneben",
        ("Ctrl+Shift+D",),
        "beside",
        Scope.READING,
        _READ,
        checkable=True,
    ),
    ActionRow("show_links", Menu.ANNEX, "Links dieser Seite", ("Ctrl+L",), "link", Scope.READING, _READ),
    ActionRow(
        "recognise_text",
        Menu.ANNEX,
        "Text erkennen",
        icon="document",
        needs=_ENTER | {Need.RECOGNISER},
    ),
    ActionRow("forget_password", Menu.ANNEX, "Kennwort löschen", icon="lock", needs=_ENTER),
)

_REVIEW = (
    ActionRow(
        "next_open",
        Menu.REVIEW,
        "Nächstes offenes Kriterium",
        ("Ctrl+Return", "Ctrl+Enter"),
        scope=Scope.READING,
        needs=_READ,
        tip="scale",
    ),
    ActionRow("next_criterion", Menu.REVIEW, "Nächstes Kriterium", ("Ctrl+PgDown",), scope=Scope.READING, needs=_READ),
    ActionRow("previous_criterion", Menu.REVIEW, "Voriges Kriterium", ("Ctrl+PgUp",), scope=Scope.READING, needs=_READ),
    ActionRow("to_scale", Menu.REVIEW, "Zur Wertskala", ("Ctrl+B",), needs=_READ),
    ActionRow("show_levels", Menu.REVIEW, "Stufen der Skala zeigen", needs=_READ),
    ActionRow("show_hints", Menu.REVIEW, "Anhaltspunkte zeigen", needs=_READ, checkable=True),
    ActionRow("show_overall", Menu.REVIEW, "Gesamteindruck", icon="pencil", needs=_READ),
    ActionRow(
        "submit_review",
        Menu.REVIEW,
        "Gutachten einreichen …",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        scope=Scope.READING,
        needs=_DRAFT,
        separated=True,
    ),
    ActionRow("reopen_review", Menu.REVIEW, "Gutachten wieder öffnen …", needs=_ENTER | {Need.SUBMITTED}),
    ActionRow(
        "enter_for",
        Menu.REVIEW,
        "Gutachten für andere eintragen …",
        icon="person",
        needs=_ENTER,
        separated=True,
    ),
    ActionRow("own_review", Menu.REVIEW, "Zum eigenen Gutachten", needs=_READ),
)

_MARKING = (
    ActionRow(
        "link_passage",
        Menu.REVIEW,
        "Als Beleg verknüpfen",
        ("F",),
        scope=Scope.PAGES,
        needs=_DRAFT,
        separated=True,
        tip="link",
    ),
    ActionRow(
        "link_other",
        Menu.REVIEW,
        "Als Beleg für ein anderes Kriterium …",
        ("Shift+F",),
        scope=Scope.PAGES,
        needs=_DRAFT,
    ),
    ActionRow("draw_area", Menu.REVIEW, "Rechteck markieren", ("R",), scope=Scope.PAGES, needs=_NOTE),
    ActionRow(
        "copy_passage",
        Menu.EDIT,
        "Auswahl mit Quelle kopieren",
        ("Ctrl+C",),
        "copy",
        Scope.PAGES,
        _READ,
        separated=True,
    ),
    ActionRow("underline_passage", Menu.REVIEW, "Auswahl unterstreichen", ("U",), scope=Scope.PAGES, needs=_DRAFT),
    ActionRow("unlink_passage", Menu.REVIEW, "Fundstelle lösen", ("Del",), scope=Scope.PAGES, needs=_DRAFT),
    ActionRow("note_mine", Menu.REVIEW, "Nur für mich markieren", ("M",), scope=Scope.PAGES, needs=_NOTE),
    ActionRow("note_page", Menu.REVIEW, "Notiz zur Seite", needs=_NOTE),
    ActionRow("note_application", Menu.REVIEW, "Notiz zum Antrag", needs=_NOTE),
    ActionRow("text_cursor", Menu.ANNEX, "Textcursor in der Unterlage", ("F7",), scope=Scope.PAGES, needs=_READ),
    ActionRow("select_sentence", Menu.EDIT, "Satz auswählen", ("S",), scope=Scope.PAGES, needs=_READ),
)

_ANNOTATIONS = (
    ActionRow(
        "open_annotation",
        Menu.EDIT,
        "Zur Stelle der Anmerkung",
        ("Return", "Enter"),
        "document",
        Scope.ANNOTATIONS,
        _CHOSEN,
        separated=True,
    ),
    ActionRow(
        "copy_annotations",
        Menu.EDIT,
        "Anmerkungen mit Quelle kopieren",
        ("Ctrl+C",),
        "copy",
        Scope.ANNOTATIONS,
        _CHOSEN,
    ),
    ActionRow("link_annotations", Menu.EDIT, "Anmerkungen mit Kriterium verknüpfen …", icon="link", needs=_CHANGE),
    ActionRow("unlink_annotations", Menu.EDIT, "Anmerkungen von Kriterien lösen", needs=_CHANGE | {Need.LINKED}),
    ActionRow("hide_annotations", Menu.EDIT, "Anmerkungen privat oder sichtbar machen", icon="lock", needs=_CHANGE),
    ActionRow(
        "confirm_annotations",
        Menu.EDIT,
        "Geänderten Wortlaut bestätigen",
        icon="check",
        needs=_CHANGE | {Need.REWORDED},
    ),
    ActionRow("remove_annotations", Menu.EDIT, "Anmerkungen löschen", ("Del",), scope=Scope.ANNOTATIONS, needs=_CHANGE),
    ActionRow(
        "sort_annotations",
        Menu.EDIT,
        "Anmerkungen sortieren nach …",
        ("Ctrl+Shift+S",),
        scope=Scope.ANNOTATIONS,
        needs=_OPEN,
    ),
    ActionRow("show_orphans", Menu.EDIT, "Anmerkungen ohne Stelle", needs=_OPEN | {Need.ORPHANS}),
)

_CONSOLIDATION = (
    ActionRow(
        "set_consensus",
        Menu.CONSOLIDATION,
        "Konsens festhalten",
        ("Ctrl+Return", "Ctrl+Enter"),
        scope=Scope.MATRIX,
        needs=_AGREE,
        roles=roles_for(Act.AGREE),
    ),
    ActionRow(
        "remove_consensus",
        Menu.CONSOLIDATION,
        "Konsens zurücknehmen",
        needs=_AGREE | {Need.CONSENSUS},
        roles=roles_for(Act.AGREE),
    ),
    ActionRow(
        "show_decisions",
        Menu.CONSOLIDATION,
        "Verlauf des Konsenswerts",
        icon="clock",
        needs=frozenset({Need.DECISIONS}),
        roles=_DECIDERS,
    ),
    ActionRow(
        "take_undisputed",
        Menu.CONSOLIDATION,
        "Unstrittige Werte übernehmen",
        icon="check",
        needs=_AGREE | {Need.UNDISPUTED},
        roles=roles_for(Act.AGREE),
    ),
    ActionRow(
        "show_probes",
        Menu.CONSOLIDATION,
        "Alle Proben der Robustheit",
        needs=frozenset({Need.REVIEWS}),
        roles=_DECIDERS,
        separated=True,
    ),
    ActionRow(
        "release",
        Menu.CONSOLIDATION,
        "Freigeben …",
        icon="lock",
        needs=_AGREE | {Need.SETTLED},
        roles=roles_for(Act.RELEASE),
        separated=True,
    ),
    ActionRow(
        "withdraw_release",
        Menu.CONSOLIDATION,
        "Freigabe zurücknehmen …",
        needs=_WRITE | {Need.RELEASED},
        roles=roles_for(Act.WITHDRAW_RELEASE),
    ),
    ActionRow(
        "next_case",
        Menu.CONSOLIDATION,
        "Nächster Antrag",
        ("Ctrl+PgDown",),
        "forward",
        Scope.MATRIX,
        _STEP,
        roles=_DECIDERS,
        separated=True,
    ),
    ActionRow(
        "previous_case",
        Menu.CONSOLIDATION,
        "Voriger Antrag",
        ("Ctrl+PgUp",),
        "back",
        Scope.MATRIX,
        _STEP,
        roles=_DECIDERS,
    ),
    ActionRow(
        "hide_names",
        Menu.CONSOLIDATION,
        "Namen ausblenden",
        icon="eye",
        needs=_OPEN,
        roles=_DECIDERS,
        separated=True,
        checkable=True,
    ),
    ActionRow(
        "read_application", Menu.CONSOLIDATION, "Unterlagen lesen", icon="document", needs=_READ, roles=_DECIDERS
    ),
)

_HELP = (
    ActionRow("help", Menu.HELP, "Hilfe zu dieser Stelle", ("F1",), "help"),
    ActionRow("help_overview", Menu.HELP, "Alle Hilfeseiten", icon="help"),
    ActionRow("help_keys", Menu.HELP, "Tasten", icon="help"),
    ActionRow("help_accessibility", Menu.HELP, "Erklärung zur Barrierefreiheit", icon="help"),
    ActionRow("about", Menu.HELP, "Über Votum", icon="info"),
)

ROWS = (
    *_FILE,
    *_EDIT,
    *_VIEW,
    *_APPLICATION,
    *_ANNEXES,
    *_REVIEW,
    *_MARKING,
    *_ANNOTATIONS,
    *_CONSOLIDATION,
    *_HELP,
)

_BY_ID = {row.id: row for row in ROWS}


def row_of(action: str) -> ActionRow:
    """Return the row of an action; raise KeyError where the table has none."""
    return _BY_ID[action]
