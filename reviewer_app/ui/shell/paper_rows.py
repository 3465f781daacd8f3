"""The rows of the action table for reading papers: side list, links, two papers beside each other."""

from reviewer_app.ui.shell.action_row import ActionRow, Menu, Need, Scope
from reviewer_app.ui.shell.translation import mark

_READ = frozenset({Need.WORKSPACE, Need.APPLICATION})


def _row(action: str, text: str, key: str, icon: str = "", *, separated: bool = False) -> ActionRow:
    return ActionRow(action, Menu.VIEW, text, (key,), icon, Scope.DOCUMENT, _READ, separated=separated)


PAPER_ROWS = (
    _row("show_pages", mark("actions", "Seitenübersicht"), "F9", "sidebar", separated=True),
    _row("show_outline", mark("actions", "Gliederung"), "Shift+F9"),
    ActionRow(
        "show_beside",
        Menu.VIEW,
        mark("actions", "Zweite Anlage daneben"),
        ("Ctrl+Shift+D",),
        "beside",
        Scope.DOCUMENT,
        _READ,
        checkable=True,
    ),
    _row("show_links", mark("actions", "Links dieser Seite"), "Ctrl+L", "link"),
    ActionRow(
        "recognise_text",
        Menu.VIEW,
        mark("actions", "Text erkennen"),
        icon="document",
        needs=_READ | {Need.WRITABLE, Need.RECOGNISER},
    ),
    ActionRow(
        "forget_password", Menu.VIEW, mark("actions", "Kennwort vergessen"), icon="lock", needs=_READ | {Need.WRITABLE}
    ),
)
