"""The rows of the action table for annotations: what one does with those that are chosen in their list."""

from reviewer_app.ui.shell.action_row import ActionRow, Menu, Need, Scope
from reviewer_app.ui.shell.translation import mark

_OPEN = frozenset({Need.WORKSPACE})
_CHOSEN = frozenset({Need.WORKSPACE, Need.ANNOTATION})
_CHANGED = _CHOSEN | {Need.WRITABLE, Need.CHANGEABLE}


def _row(
    action: str,
    text: str,
    needs: frozenset[Need],
    keys: tuple[str, ...] = (),
    icon: str = "",
    *,
    separated: bool = False,
) -> ActionRow:
    scope = Scope.ANNOTATIONS if keys else Scope.EVERYWHERE
    return ActionRow(action, Menu.EDIT, text, keys, icon, scope, needs, separated=separated)


ANNOTATION_ROWS = (
    _row(
        "open_annotation",
        mark("actions", "Zur Stelle der Anmerkung"),
        _CHOSEN,
        ("Return", "Enter"),
        "document",
        separated=True,
    ),
    _row("copy_annotations", mark("actions", "Anmerkungen mit Quelle kopieren"), _CHOSEN, ("Ctrl+C",), "copy"),
    _row("link_annotations", mark("actions", "Anmerkungen mit Kriterium verknüpfen …"), _CHANGED, (), "link"),
    _row("unlink_annotations", mark("actions", "Anmerkungen von Kriterien lösen"), _CHANGED | {Need.LINKED}),
    _row("hide_annotations", mark("actions", "Anmerkungen privat oder sichtbar machen"), _CHANGED, (), "lock"),
    _row(
        "confirm_annotations",
        mark("actions", "Geänderten Wortlaut bestätigen"),
        _CHANGED | {Need.REWORDED},
        (),
        "check",
    ),
    _row("remove_annotations", mark("actions", "Anmerkungen löschen"), _CHANGED, ("Del",)),
    _row("sort_annotations", mark("actions", "Anmerkungen sortieren nach …"), _OPEN, ("Ctrl+Shift+S",)),
    _row("show_orphans", mark("actions", "Anmerkungen ohne Stelle"), frozenset({Need.WORKSPACE, Need.ORPHANS})),
)
