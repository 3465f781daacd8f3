"""The rows of the action table: what a person can do, its words, keys, icon, menu, scope and what it needs.

Data apart from the machinery, so that a new page adds its commands by adding rows; `actions.py` builds all else.
"""

from reviewer_app.ui.shell.action_row import ActionRow, Menu, Need, Scope
from reviewer_app.ui.shell.annotation_rows import ANNOTATION_ROWS
from reviewer_app.ui.shell.marking_rows import MARKING_ROWS
from reviewer_app.ui.shell.paper_rows import PAPER_ROWS
from reviewer_app.ui.shell.translation import mark

__all__ = ["ROWS", "ActionRow", "Menu", "Need", "Scope"]


def _needs(*needs: Need) -> frozenset[Need]:
    return frozenset(needs)


_OPEN = _needs(Need.WORKSPACE)
_SEEN = _needs(Need.ROUND)
"""For what can be done with a list that is shown while its workspace is still being opened."""
_WRITE = _needs(Need.WORKSPACE, Need.WRITABLE)
_DECIDERS = frozenset({"chair", "office"})

_FILE = (
    ActionRow("open", Menu.FILE, mark("actions", "Arbeitsdatei öffnen …"), ("Ctrl+O",), "folder"),
    ActionRow("new_round", Menu.FILE, mark("actions", "Neue Runde anlegen …"), ("Ctrl+N",), "plus"),
    ActionRow("open_demo", Menu.FILE, mark("actions", "Demo-Runde öffnen"), icon="play"),
    ActionRow(
        "import", Menu.FILE, mark("actions", "Paket importieren …"), ("Ctrl+I",), "import", needs=_WRITE, separated=True
    ),
    ActionRow("import_folder", Menu.FILE, mark("actions", "Ordner importieren …"), icon="import", needs=_WRITE),
    ActionRow("import_report", Menu.FILE, mark("actions", "Importbericht"), icon="document", needs=_OPEN),
    ActionRow(
        "export_all",
        Menu.FILE,
        mark("actions", "Akte schreiben …"),
        ("Ctrl+E",),
        "archive",
        needs=_OPEN,
        roles=_DECIDERS,
    ),
    ActionRow(
        "save_statistics", Menu.FILE, mark("actions", "Statistik als Excel speichern …"), icon="export", needs=_OPEN
    ),
    ActionRow(
        "export_annotations",
        Menu.FILE,
        mark("actions", "Anmerkungen speichern …"),
        icon="export",
        needs=_needs(Need.WORKSPACE, Need.LISTED),
    ),
    ActionRow("save_copy", Menu.FILE, mark("actions", "Kopie sichern …"), icon="copy", needs=_OPEN),
    ActionRow("identity", Menu.FILE, mark("actions", "Name und Rolle …"), icon="person", needs=_WRITE, separated=True),
    ActionRow(
        "act_as_reviewer",
        Menu.FILE,
        mark("actions", "Als Gutachter:in weiterarbeiten"),
        icon="person",
        needs=_needs(Need.WORKSPACE, Need.WRITABLE, Need.ANOTHER_PERSON),
        roles=_DECIDERS,
    ),
    ActionRow(
        "act_as_chair",
        Menu.FILE,
        mark("actions", "Als Vorsitz weiterarbeiten"),
        icon="person",
        needs=_needs(Need.WORKSPACE, Need.WRITABLE, Need.ANOTHER_PERSON),
        roles=frozenset({"reviewer"}),
    ),
    ActionRow("settings", Menu.FILE, mark("actions", "Einstellungen …"), ("Ctrl+,",), "settings"),
    ActionRow("close_workspace", Menu.FILE, mark("actions", "Arbeitsdatei schließen"), needs=_OPEN, separated=True),
    ActionRow("quit", Menu.FILE, mark("actions", "Beenden"), ("Ctrl+Q",)),
)

_EDIT = (
    ActionRow("undo", Menu.EDIT, mark("actions", "Rückgängig"), ("Ctrl+Z",), "undo", needs=_needs(Need.UNDO)),
    ActionRow(
        "redo", Menu.EDIT, mark("actions", "Wiederholen"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", needs=_needs(Need.REDO)
    ),
    ActionRow("find", Menu.EDIT, mark("actions", "Hier suchen oder filtern"), ("Ctrl+F",), "search", separated=True),
    ActionRow("find_next", Menu.EDIT, mark("actions", "Nächster Treffer"), ("F3",), "down", needs=_OPEN),
    ActionRow("find_previous", Menu.EDIT, mark("actions", "Voriger Treffer"), ("Shift+F3",), "up", needs=_OPEN),
    ActionRow("palette", Menu.EDIT, mark("actions", "Suchen oder Befehl …"), ("Ctrl+K",), "search"),
    ActionRow(
        "find_texts",
        Menu.EDIT,
        mark("actions", "In allen Unterlagen suchen …"),
        ("Ctrl+Shift+F",),
        "search",
        needs=_OPEN,
    ),
)

_VIEW = (
    ActionRow("back", Menu.VIEW, mark("actions", "Zurück"), ("Alt+Left",), "back", needs=_needs(Need.BACK)),
    ActionRow("forward", Menu.VIEW, mark("actions", "Vor"), ("Alt+Right",), "forward", needs=_needs(Need.FORWARD)),
    ActionRow("go_applications", Menu.VIEW, mark("actions", "Anträge"), icon="list", needs=_SEEN, separated=True),
    ActionRow(
        "go_consolidation",
        Menu.VIEW,
        mark("actions", "Konsolidierung"),
        icon="grid",
        needs=_SEEN,
        roles=_DECIDERS,
    ),
    ActionRow("go_export", Menu.VIEW, mark("actions", "Akte && Export"), icon="archive", needs=_SEEN, roles=_DECIDERS),
    ActionRow("go_statistics", Menu.VIEW, mark("actions", "Statistik"), icon="chart", needs=_SEEN),
    ActionRow(
        "go_annotations", Menu.VIEW, mark("actions", "Alle Anmerkungen"), icon="pencil", needs=_OPEN, separated=True
    ),
    ActionRow("next_pane", Menu.VIEW, mark("actions", "Nächster Bereich"), ("F6",), separated=True),
    ActionRow("previous_pane", Menu.VIEW, mark("actions", "Voriger Bereich"), ("Shift+F6",)),
    ActionRow("text_larger", Menu.VIEW, mark("actions", "Text größer"), ("Alt+PgUp",), separated=True),
    ActionRow("text_smaller", Menu.VIEW, mark("actions", "Text kleiner"), ("Alt+PgDown",)),
    ActionRow("theme_light", Menu.VIEW, mark("actions", "Hell"), checkable=True, separated=True),
    ActionRow("theme_dark", Menu.VIEW, mark("actions", "Dunkel"), checkable=True),
    ActionRow("theme_system", Menu.VIEW, mark("actions", "Wie das System"), checkable=True),
    ActionRow("full_screen", Menu.VIEW, mark("actions", "Ganzer Bildschirm"), ("F11",), separated=True),
    ActionRow("menu", Menu.VIEW, mark("actions", "Menü"), ("F10",), "menu"),
)

_APPLICATION = (
    ActionRow(
        "open_application",
        Menu.APPLICATION,
        mark("actions", "Antrag öffnen"),
        ("Return", "Enter"),
        "document",
        Scope.LIST,
        _needs(Need.ROUND, Need.APPLICATION),
    ),
    ActionRow(
        "preview_application",
        Menu.APPLICATION,
        mark("actions", "Vorschau des Antrags"),
        ("Space",),
        "eye",
        Scope.LIST,
        _needs(Need.ROUND, Need.APPLICATION),
    ),
    ActionRow(
        "previous_application",
        Menu.APPLICATION,
        mark("actions", "Voriger Antrag der Liste"),
        ("Ctrl+Alt+PgUp",),
        "back",
        needs=_needs(Need.WORKSPACE, Need.NEIGHBOUR),
    ),
    ActionRow(
        "next_application",
        Menu.APPLICATION,
        mark("actions", "Nächster Antrag der Liste"),
        ("Ctrl+Alt+PgDown",),
        "forward",
        needs=_needs(Need.WORKSPACE, Need.NEIGHBOUR),
    ),
    ActionRow(
        "sort_by",
        Menu.APPLICATION,
        mark("actions", "Sortieren nach …"),
        ("Ctrl+Shift+S",),
        scope=Scope.LIST,
        needs=_SEEN,
        separated=True,
    ),
    ActionRow("reset_filter", Menu.APPLICATION, mark("actions", "Filter zurücksetzen"), needs=_SEEN),
)

_ANSWER = _needs(Need.WORKSPACE, Need.APPLICATION)
_DRAFT = _needs(Need.WORKSPACE, Need.WRITABLE, Need.APPLICATION, Need.DRAFT)
_READ = _needs(Need.WORKSPACE, Need.APPLICATION)

_DOCUMENT = (
    ActionRow("formal_notes", Menu.APPLICATION, mark("actions", "Formale Prüfung zeigen"), needs=_READ, separated=True),
    ActionRow(
        "take_marks",
        Menu.APPLICATION,
        mark("actions", "Anmerkungen aus den Anlagen übernehmen"),
        needs=_needs(Need.WORKSPACE, Need.WRITABLE, Need.APPLICATION),
    ),
    ActionRow(
        "choose_document",
        Menu.APPLICATION,
        mark("actions", "Unterlage wählen …"),
        ("Ctrl+D",),
        "document",
        Scope.DOCUMENT,
        _READ,
        separated=True,
    ),
    ActionRow(
        "go_to_page", Menu.APPLICATION, mark("actions", "Zu Seite …"), ("Ctrl+G",), scope=Scope.DOCUMENT, needs=_READ
    ),
    ActionRow(
        "zoom_in",
        Menu.VIEW,
        mark("actions", "Unterlage größer"),
        ("Ctrl++", "Ctrl+="),
        scope=Scope.DOCUMENT,
        needs=_READ,
        separated=True,
    ),
    ActionRow(
        "zoom_out", Menu.VIEW, mark("actions", "Unterlage kleiner"), ("Ctrl+-",), scope=Scope.DOCUMENT, needs=_READ
    ),
    ActionRow(
        "zoom_width",
        Menu.VIEW,
        mark("actions", "Unterlage auf Breite"),
        ("Ctrl+0",),
        scope=Scope.DOCUMENT,
        needs=_READ,
    ),
)

_MARKING = (Scope.PAGES, _DRAFT)
_NOTING = _needs(Need.WORKSPACE, Need.WRITABLE, Need.APPLICATION, Need.NAMED)
_PASSAGES = (
    ActionRow(
        "link_passage",
        Menu.REVIEW,
        mark("actions", "Als Beleg verknüpfen"),
        ("F",),
        scope=Scope.PAGES,
        needs=_DRAFT,
        separated=True,
    ),
    ActionRow(
        "link_other", Menu.REVIEW, mark("actions", "Als Beleg für ein anderes Kriterium …"), ("Shift+F",), "", *_MARKING
    ),
    ActionRow("draw_area", Menu.REVIEW, mark("actions", "Ausschnitt markieren"), ("R",), "", Scope.PAGES, _NOTING),
    ActionRow(
        "copy_passage",
        Menu.EDIT,
        mark("actions", "Auswahl mit Quelle kopieren"),
        ("Ctrl+C",),
        "copy",
        Scope.PAGES,
        _READ,
        separated=True,
    ),
)

_REVIEW = (
    ActionRow(
        "next_open",
        Menu.REVIEW,
        mark("actions", "Nächstes offenes Kriterium"),
        ("Ctrl+Return", "Ctrl+Enter"),
        scope=Scope.CRITERION,
        needs=_ANSWER,
    ),
    ActionRow(
        "next_criterion",
        Menu.REVIEW,
        mark("actions", "Nächstes Kriterium"),
        ("Ctrl+PgDown",),
        scope=Scope.CRITERION,
        needs=_ANSWER,
    ),
    ActionRow(
        "previous_criterion",
        Menu.REVIEW,
        mark("actions", "Voriges Kriterium"),
        ("Ctrl+PgUp",),
        scope=Scope.CRITERION,
        needs=_ANSWER,
    ),
    ActionRow("to_scale", Menu.REVIEW, mark("actions", "Zur Wertskala"), ("Ctrl+B",), needs=_ANSWER),
    ActionRow("show_levels", Menu.REVIEW, mark("actions", "Stufen der Skala zeigen"), needs=_ANSWER),
    ActionRow("show_hints", Menu.REVIEW, mark("actions", "Anhaltspunkte zeigen"), needs=_ANSWER, checkable=True),
    ActionRow("show_overall", Menu.REVIEW, mark("actions", "Gesamteindruck"), icon="pencil", needs=_ANSWER),
    ActionRow(
        "submit_review",
        Menu.REVIEW,
        mark("actions", "Gutachten einreichen …"),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        scope=Scope.CRITERION,
        needs=_DRAFT,
        separated=True,
    ),
    ActionRow(
        "reopen_review",
        Menu.REVIEW,
        mark("actions", "Gutachten wieder öffnen …"),
        needs=_needs(Need.WORKSPACE, Need.WRITABLE, Need.APPLICATION, Need.SUBMITTED),
    ),
    ActionRow(
        "enter_for",
        Menu.REVIEW,
        mark("actions", "Gutachten für andere eintragen …"),
        icon="person",
        needs=_needs(Need.WORKSPACE, Need.WRITABLE, Need.APPLICATION),
        separated=True,
    ),
    ActionRow("own_review", Menu.REVIEW, mark("actions", "Zum eigenen Gutachten"), needs=_ANSWER),
)


def _decide(  # a command for those who may decide; its keys act on the page of the consolidation
    action: str,
    text: str,
    needs: frozenset[Need],
    keys: tuple[str, ...] = (),
    icon: str = "",
    *,
    separated: bool = False,
    checkable: bool = False,
) -> ActionRow:
    scope = Scope.MATRIX if keys else Scope.EVERYWHERE
    return ActionRow(action, Menu.CONSOLIDATION, text, keys, icon, scope, needs, _DECIDERS, separated, checkable)


_AGREE = _needs(Need.WORKSPACE, Need.WRITABLE, Need.REVIEWS, Need.UNRELEASED)
_TAKE = _AGREE | {Need.UNDISPUTED}
_STEP = _needs(Need.WORKSPACE, Need.NEIGHBOUR)
_RELEASED = _needs(Need.WORKSPACE, Need.WRITABLE, Need.RELEASED)
_SET_KEYS = ("Ctrl+Return", "Ctrl+Enter")

_CONSOLIDATION = (
    _decide("set_consensus", mark("actions", "Konsens festhalten"), _AGREE, _SET_KEYS),
    _decide("remove_consensus", mark("actions", "Konsens zurücknehmen"), _AGREE | {Need.CONSENSUS}),
    _decide("show_decisions", mark("actions", "Verlauf des Konsenswerts"), _needs(Need.DECISIONS), icon="clock"),
    _decide("take_undisputed", mark("actions", "Unstrittige Werte übernehmen"), _TAKE, (), "check"),
    _decide("show_probes", mark("actions", "Alle Proben der Robustheit"), _needs(Need.REVIEWS), separated=True),
    _decide("release", mark("actions", "Freigeben …"), _AGREE | {Need.SETTLED}, icon="lock", separated=True),
    _decide("withdraw_release", mark("actions", "Freigabe zurücknehmen …"), _RELEASED),
    _decide("next_case", mark("actions", "Nächster Antrag"), _STEP, ("Ctrl+PgDown",), "forward", separated=True),
    _decide("previous_case", mark("actions", "Voriger Antrag"), _STEP, ("Ctrl+PgUp",), "back"),
    _decide("hide_names", mark("actions", "Namen ausblenden"), _OPEN, (), "eye", separated=True, checkable=True),
    _decide("read_application", mark("actions", "Unterlagen lesen"), _READ, (), "document"),
)

_HELP = (
    ActionRow("help", Menu.HELP, mark("actions", "Hilfe zu dieser Stelle"), ("F1",), "help"),
    ActionRow("help_overview", Menu.HELP, mark("actions", "Alle Hilfeseiten"), icon="help"),
    ActionRow("help_keys", Menu.HELP, mark("actions", "Tasten"), icon="help"),
    ActionRow("help_accessibility", Menu.HELP, mark("actions", "Erklärung zur Barrierefreiheit"), icon="help"),
    ActionRow("about", Menu.HELP, mark("actions", "Über Votum"), icon="info"),
)

ROWS: tuple[ActionRow, ...] = (_FILE + _EDIT + _VIEW + _APPLICATION + _DOCUMENT + PAPER_ROWS + _REVIEW) + (
    _PASSAGES + MARKING_ROWS + ANNOTATION_ROWS + _CONSOLIDATION + _HELP
)
