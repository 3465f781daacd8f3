"""Follows the links of an annex: inside it at once, out of it only after asking, and everything else never."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reviewer_app.domain.text.addresses import parse_address
from reviewer_app.domain.text.page_labels import named
from reviewer_app.exchange.annex.destinations import AnnexLink, Refusal
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.text import Text, plain_tooltip
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.links import LinkLayer, ShownLink

if TYPE_CHECKING:
    from reviewer_app.ui.reading.annexes.annex_view import AnnexView
    from reviewer_app.ui.shell.context import Context


_WIDTH, _HEAD, _ROW, _MOST = 420, 56, 28, 10


class LinkList(QWidget):
    """A line for each link; `row_chosen` carries its place in the list, from 0."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, lines: Sequence[str]) -> None:
        """List `lines`; without any, a sentence stands there."""
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Links dieser Seite"))
        self.list.setProperty("plain", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setUniformItemSizes(True)
        for line in lines:
            item = QListWidgetItem(line, self.list)
            item.setToolTip(plain_tooltip(line))
            item.setSizeHint(QSize(theme.em(100), theme.em(_ROW)))
        self.list.setCurrentRow(0)
        none = self.tr("Auf dieser Seite steht kein Link.")
        nothing = Text(none, "body", "text2", wrap=True)
        nothing.setVisible(not lines)
        self.list.setVisible(bool(lines))
        column = ColumnLayout(theme, gap=6, parent=self)
        column.add(Text(self.tr("Links dieser Seite"), "label", "text2"), (self.list, 1), nothing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if lines:
            self.setFocusProxy(self.list)
        else:
            self.setAccessibleName(none)
        self.list.itemClicked.connect(self._on_list_item_chosen)
        self.list.itemActivated.connect(self._on_list_item_chosen)

    def _on_list_item_chosen(self, item: QListWidgetItem) -> None:
        self.row_chosen.emit(self.list.row(item))


def open_address(address: str) -> bool:
    """Hand an address that was checked and agreed to over to the system; False where nobody takes it."""
    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


class LinkPresenter(QObject):
    """Follows the links of one view."""

    def __init__(self, context: "Context", view: "AnnexView", parent: QObject) -> None:
        """Follow the links of `view`."""
        super().__init__(parent)
        self._context = context
        self._view = view
        self.linking = LinkLayer(view.pages, view.reader.texts, view.reader.selection_tool, self._tip)
        self.linking.link_chosen.connect(self.follow)

    def follow(self, link: AnnexLink) -> None:
        """Go where a link leads, or ask, or say why not."""
        if link.target is not None:
            self._view.body.go_to_target(link.target)
            self._view.pages.setFocus()
        elif link.refusal is None:
            self._ask(link.address)
        else:
            self._refuse(self._reason(link.refusal), "")

    def open_list(self) -> None:
        """Open the links of the pages in sight as a list; say so where the annex has no pages."""
        if self._view.shows_pages:
            self.linking.when_known(self._show_list)
        else:
            self._context.messages.note(self.tr("Diese Unterlage hat keine Seiten."))

    def _show_list(self, shown: tuple[ShownLink, ...]) -> None:
        inside = LinkList(self._context.theme, [self._line(one) for one in shown])
        popover = Popover(self._context.theme, inside, self.tr("Links dieser Seite"), self._view.bar)
        inside.row_chosen.connect(popover.close_over)
        inside.row_chosen.connect(partial(self._on_list_row_chosen, shown))
        popover.open(width=_WIDTH, height=_HEAD + _ROW * min(max(len(shown), 1), _MOST))

    def _on_list_row_chosen(self, shown: tuple[ShownLink, ...], row: int) -> None:
        self.follow(shown[row].link)

    def _ask(self, address: str) -> None:
        from reviewer_app.ui.reading.annexes.dialogs import LinkDialog

        found = parse_address(address)
        if not found.may_open:
            self._refuse(self.tr("Geöffnet werden nur Adressen mit http, https oder mailto."), address)
            return
        title = self.tr("Adresse öffnen?")
        text = self.tr(
            "Der Link führt zu {host}. Die Adresse wird an Ihr System übergeben; dabei kann eine"
            " Verbindung ins Netz entstehen."
        ).format(host=found.host)
        parent, theme = self._view.window(), self._context.theme
        agreed = LinkDialog.ask(theme, parent, (title, text), found.shown, may_open=True)
        if agreed and not open_address(found.text):
            self._context.messages.note(self.tr("Auf diesem Gerät öffnet kein Programm diese Adresse."))

    def _refuse(self, reason: str, address: str) -> None:
        from reviewer_app.ui.reading.annexes.dialogs import LinkDialog

        words = (self.tr("Dieser Link wird nicht geöffnet"), reason)
        shown = parse_address(address).shown if address else ""
        LinkDialog.ask(self._context.theme, self._view.window(), words, shown, may_open=False)

    def _reason(self, refusal: Refusal) -> str:
        return {
            Refusal.LAUNCH: self.tr("Er würde ein Programm oder eine Datei auf Ihrem Gerät öffnen."),
            Refusal.DOCUMENT: self.tr("Er führt in eine andere Datei, die nicht zum Antrag gehört."),
            Refusal.ACTION: self.tr("Er würde etwas ausführen. Inhalte von Unterlagen werden nicht ausgeführt."),
        }[refusal]

    def _tip(self, link: AnnexLink) -> str:
        if link.target is not None:
            return self.tr("Seite {n}").format(n=named(link.target.page + 1, self._view.pages.labels))
        found, never = parse_address(link.address), self.tr("wird nicht geöffnet")
        if found.may_open:
            return found.shown
        return f"{found.shown} · {never}" if found.shown else never

    def _line(self, shown: ShownLink) -> str:
        return f"{shown.words} · {self._tip(shown.link)}" if shown.words else self._tip(shown.link)
