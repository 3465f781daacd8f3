"""Fills the help pane: finds the page for the focused thing, and builds the list of keys from the action table."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from resources import help_pages
from reviewer_app.ui.help.help_pane import HelpPane
from reviewer_app.ui.shell.action_table import Menu
from reviewer_app.ui.shell.actions import Actions
from reviewer_app.ui.shell.context import Context

_KEYS = "keys"

_WIDGETS = {
    "ScoreScale": "scale",
    "NumberScale": "scale",
    "NavigationColumn": "first-steps",
    "MenuRow": _KEYS,
    "ImportDialog": "import",
    "ImportReportDialog": "import",
    "SubmitDialog": "reading",
    "ReleaseDialog": "consolidation",
    "NewRoundDialog": "first-steps",
    "FindBar": "finding",
    "MarkCard": "marking",
    "SearchPane": "finding",
    "PageDialog": "papers",
    "LinkDialog": "papers",
    "Sidebar": "papers",
    "SettingsDialog": "accessibility",
    "PasswordDialog": "trouble",
    "ReportDialog": "trouble",
}
"""Class names of widgets, because naming the classes would load every page."""

_PAGES = {
    "start": "first-steps",
    "identity": "first-steps",
    "applications": "applications",
    "reading": "reading",
    "consolidations": "consolidation",
    "consolidation": "consolidation",
    "export": "export",
    "annotations": "annotations",
}


def topic_of(focus: QWidget | None, page: str) -> str:
    """Return the topic for what has the focus on a page; empty where the overview serves better."""
    step = focus
    while step is not None:
        for kind in type(step).__mro__:
            if kind.__name__ in _WIDGETS:
                return _WIDGETS[kind.__name__]
        step = step.parentWidget()
    return _PAGES.get(page, "")


class HelpPresenter(QObject):
    """The presenter of the help pane."""

    def __init__(self, context: Context, pane: HelpPane, actions: Actions) -> None:
        """Fill `pane` when it is asked for."""
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._actions = actions
        pane.search_changed.connect(self.show_overview)
        pane.topic_chosen.connect(self.show_topic)

    def open(self, topic: str) -> None:
        """Show a topic, or the overview where it is empty, and take the focus."""
        if topic:
            self.show_topic(topic)
        else:
            self.show_overview("")
            self._pane.field.clear()
        self._pane.show()
        self._pane.take_focus()

    def show_overview(self, typed: str) -> None:
        """Show the pages that hold what was typed; all of them for nothing."""
        found = help_pages.find(typed, self._context.language)
        keys = help_pages.page(_KEYS, self._context.language)
        if keys not in found and any(typed.lower() in line.lower() for line in self._key_lines()):
            found = (*found, keys)
        self._pane.show_topics([(one.topic, one.title) for one in found])

    def show_topic(self, topic: str) -> None:
        """Show one page; the list of keys is built from the action table, so that none can be missing."""
        page = help_pages.page(topic, self._context.language)
        text = page.text
        if topic == _KEYS:
            text = "\n".join((text, "", *self._key_lines()))
        self._pane.show_page(topic, page.title, text)

    def _key_lines(self) -> Iterator[str]:
        offers = list(self._actions.offers())
        for menu in Menu:
            rows = [one for one in offers if one.key and self._actions.row(one.id).menu is menu]
            if rows:
                title = QCoreApplication.translate("actions", menu.value).replace("&", "")
                yield f"\n## {title}\n"
                yield from (f"- **{one.key}**  {one.text}" for one in rows)
