"""The hints after the first start: at the palette, at the scale, at the papers; each until dismissed or followed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.kit.tip import Tip
from reviewer_app.ui.reading.page import ReadingPage
from reviewer_app.ui.shell.action_table import row_of
from reviewer_app.ui.shell.actions import action_key

if TYPE_CHECKING:
    from reviewer_app.ui.shell.main_window import MainWindow


class Tips(QObject):
    """Shows at most one hint at a time, on the page it belongs to."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.context.settings
        self._shown: tuple[str, Tip] | None = None
        window.router.place_shown.connect(self._on_router_place_shown)
        window.router.header_changed.connect(self._on_router_place_shown)
        window.actions_table.action_triggered.connect(self._on_actions_table_action_triggered)

    @property
    def shown(self) -> Tip | None:
        """The hint in sight."""
        return self._shown[1] if self._shown else None

    def _on_router_place_shown(self) -> None:
        found = self._wanted()
        if self._shown is not None and (found is None or found[0] != self._shown[0]):
            self._take_down()
        if found is not None and self._shown is None:
            key, words, anchor = found
            tip = Tip(self._window.context.theme, words, anchor)
            tip.dismissed.connect(self._on_tip_dismissed)
            page = self._window.router.page
            if key == "scale" and isinstance(page, ReadingPage):
                page.scoring.criterion.entry.value_chosen.connect(
                    self._on_value_chosen, Qt.ConnectionType.UniqueConnection
                )
            self._shown = (key, tip)

    def _wanted(self) -> tuple[str, str, QWidget] | None:
        page, due = self._window.router.page, self._settings.values.tips
        field = self._window.menu_row.search_field
        if isinstance(page, ApplicationsPage) and "palette" in due and field.isVisible():
            words = self.tr("{keys} findet Anträge, Kriterien und jeden Befehl.").format(keys=action_key("palette"))
            return "palette", words, field
        can_answer = not self._window.actions_table.reason("submit_review")
        if isinstance(page, ReadingPage) and "scale" in due and can_answer:
            words = self.tr("Ziffern setzen den Wert, auch mit Komma; {keys} führt zum nächsten offenen Kriterium.")
            return "scale", words.format(keys=action_key("next_open")), page.scoring.criterion.entry
        if isinstance(page, ReadingPage) and "link" in due and can_answer and page.annex.bar.isVisible():
            words = self.tr("Text markieren, dann {keys}: Die Stelle wird zum Beleg für das offene Kriterium.")
            return "link", words.format(keys=action_key("link_passage")), page.annex.bar
        return None

    def _take_down(self) -> None:
        if self._shown is not None:
            tip = self._shown[1]
            self._shown = None
            tip.leave()

    def _put_away(self, key: str) -> None:
        """Never show a hint again; nothing where it is not due."""
        due = self._settings.values.tips
        if key in due:
            self._settings.change(tips=tuple(one for one in due if one != key))
        if self._shown is not None and self._shown[0] == key:
            self._take_down()

    def _on_actions_table_action_triggered(self, action: str) -> None:
        self._put_away(row_of(action).tip)

    def _on_value_chosen(self) -> None:
        self._put_away("scale")

    def _on_tip_dismissed(self) -> None:
        if self._shown is not None:
            key, tip = self._shown
            had_focus = tip.button.hasFocus()
            self._put_away(key)
            page = self._window.router.page
            if had_focus and page is not None:
                page.take_focus()
