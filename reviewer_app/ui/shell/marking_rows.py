"""The rows of the action table for marking in papers, and for the cursor and the marks in them."""

from reviewer_app.ui.shell.action_row import ActionRow, Menu, Need, Scope
from reviewer_app.ui.shell.translation import mark

_READ = frozenset({Need.WORKSPACE, Need.APPLICATION})
_DRAFT = _READ | {Need.WRITABLE, Need.DRAFT}
_NAMED = _READ | {Need.WRITABLE, Need.NAMED}


def _row(action: str, text: str, *keys: str, menu: Menu = Menu.REVIEW, needs: frozenset[Need] = _DRAFT) -> ActionRow:
    return ActionRow(action, menu, text, keys, scope=Scope.PAGES if keys else Scope.EVERYWHERE, needs=needs)


MARKING_ROWS = (
    _row("underline_passage", mark("actions", "Auswahl unterstreichen"), "U"),
    _row("unlink_passage", mark("actions", "Fundstelle lösen"), "Del"),
    _row("note_mine", mark("actions", "Nur für mich markieren"), "M", needs=_NAMED),
    _row("note_page", mark("actions", "Notiz zur Seite"), needs=_NAMED),
    _row("note_application", mark("actions", "Notiz zum Antrag"), needs=_NAMED),
    _row("text_cursor", mark("actions", "Textcursor in der Unterlage"), "F7", menu=Menu.VIEW, needs=_READ),
    _row("select_sentence", mark("actions", "Satz auswählen"), "S", menu=Menu.EDIT, needs=_READ),
)
