"""The command palette (Ctrl+K): one field that finds places, papers, people and actions, over the page; Esc closes."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer_app.ui.kit import icons, painting, window_snapshot
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import Panel, Text, hairline
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.window_snapshot import SnapshotCover
from reviewer_app.ui.shell.actions import key_label
from reviewer_app.ui.shell.palette_model import Find, PaletteGroup, search, with_first, with_texts

_FIND = Qt.ItemDataRole.UserRole
_LAST = 5


class _FindDelegate(QStyledItemDelegate):
    """Paints a row: icon, words, second fact, key; and the heads of groups."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.em(38 if isinstance(index.data(_FIND), Find) else 28))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = QRectF(option.rect)
        find = index.data(_FIND)
        painter.save()
        if isinstance(find, Find):
            self._draw_find(painter, box, find, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        else:
            self._draw(painter, box.adjusted(self._theme.em(14), self._theme.em(4), 0, 0), str(index.data()), "label")
        painter.restore()

    def _draw_find(self, painter: QPainter, box: QRectF, find: Find, *, chosen: bool) -> None:
        theme = self._theme
        if chosen:
            painting.draw_chosen(painter, theme, box, 9, theme.radius("control"))
        side = theme.em(16)
        spot = QRectF(box.left() + theme.em(14), round(box.center().y() - side / 2), side, side)
        icons.draw(painter, find.icon or "forward", theme.color("accent" if chosen else "text2"), spot)
        room = box.adjusted(theme.em(40), 0, -theme.em(12), 0)
        key = find.key or (key_label("Return") if chosen and not find.reason else "")
        if key:
            width = theme.metrics("small").horizontalAdvance(key)
            self._draw(painter, QRectF(room.right() - width, box.top(), width + 1, box.height()), key, "small")
            room.setRight(room.right() - width - theme.em(12))
        role = "strong" if chosen or find.place else "body"
        room.setLeft(self._draw(painter, room, find.text, role, "disabled" if find.reason else "text") + theme.em(10))
        if find.marks:
            self._draw_marked(painter, room, find)
        else:
            self._draw(painter, room, find.fact, "small")

    def _draw_marked(self, painter: QPainter, room: QRectF, find: Find) -> None:
        """Draw the fact with the words that were found in the colour of text."""
        at = 0
        for start, end in (*find.marks, (len(find.fact), len(find.fact))):
            for part, tone in ((find.fact[at:start], "text2"), (find.fact[start:end], "text")):
                if part and room.width() > 0:
                    room.setLeft(self._draw(painter, room, part, "small", tone))
            at = end

    def _draw(self, painter: QPainter, box: QRectF, text: str, role: str, tone: str = "text2") -> float:
        """Draw a text elided into its box; return where it ends."""
        shown = painting.draw_words(painter, self._theme, box, text, role, tone)
        return box.left() + self._theme.metrics(role).horizontalAdvance(shown)


def _spoken(find: Find) -> str:
    """Return a row as a screen reader says it: words, second fact or why it is disabled, key."""
    return ", ".join(part for part in (find.text, find.fact, find.key) if part)


class CommandPalette(QWidget):
    """The palette with a shade over the window; `find_chosen` carries the Find a person chose.

    `text_typed` carries what is searched for with every letter; rows found in texts follow through `show_texts`.
    """

    find_chosen = Signal(object)
    text_typed = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Lie over `window`, hidden."""
        super().__init__(window)
        self._theme = theme
        self._finds: Sequence[Find] = ()
        self._first: Sequence[Find] = ()
        self._texts: list[Find] = []
        self._texts_head = ""
        self._texts_of = ""
        self._last: tuple[str, ...] = ()
        self._before: QWidget | None = None
        self._behind: QPixmap | None = None
        self._cover = SnapshotCover(window)
        self._panel = Panel("raised", "popover", self)
        self._icon = QLabel()
        self._icon.setAccessibleName(self.tr("Suche"))
        self.field = QLineEdit()
        self.field.setProperty("plain", "true")
        self.field.setProperty("own_undo", True)
        self.field.setAccessibleName(self.tr("Suchen oder Befehl"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Treffer"))
        self.list.setItemDelegate(_FindDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Text(self.tr("Kein Treffer."), "body", "text2")
        head = RowLayout(theme, gap=10, margins=(14, 2, 12, 2))
        head.add(self._icon, self.field, Text(self.tr("Esc schließt"), "small", "text3"))
        self._rule = hairline()
        column = ColumnLayout(theme, margins=(6, 6, 6, 8), parent=self._panel)
        column.add(head, self._rule, self.list, self._nothing)
        self.field.textEdited.connect(self._on_field_text_edited)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._on_list_item_clicked)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    def open(self, finds: Sequence[Find], first: Sequence[Find] = ()) -> None:
        """Open over the window with these things to be found; closing gives the focus back.

        `first` stands there while nothing is typed, behind what was chosen here last.
        """
        window = self.parentWidget()
        if window is None:
            return
        self._finds, self._first, self._texts = finds, first, []
        self._before = self._before if self.isVisible() else window.focusWidget()
        self.field.setPlaceholderText(self.tr("Antrag, Kriterium, Unterlage, Person, Hilfe oder Befehl"))
        self.field.clear()
        self.setGeometry(window.rect())
        if not self.isVisible():
            self._lie_over(None if self._cover.isVisible() else window_snapshot.take_snapshot(window, self._shade()))
        self.show()
        self.raise_()
        self._show("")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_finds(self, finds: Sequence[Find]) -> None:
        """Find in these things from now on; what was typed stays, and the chosen row where it is still there."""
        self._finds = finds
        if self.isVisible():
            self._show(self.field.text(), keep=True)

    def show_texts(self, typed: str, finds: list[Find], head: str) -> None:
        """Show rows found in texts under `head`, where what they were searched for still stands in the field."""
        self._texts_head = head
        if self.isVisible() and typed == self.field.text():
            self._texts, self._texts_of = finds, typed
            self._show(typed, keep=True)

    def type(self, text: str) -> None:
        """Show what a text finds, as if it had been typed."""
        self.field.setText(text)
        self._on_field_text_edited(text)

    def close_palette(self) -> None:
        """Close and give the focus back."""
        if self._behind is not None and self.isVisible():
            self._cover.show_over(self._behind)
        self.hide()
        self._lie_over(None)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self._move(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self.list.currentItem())
                return True
            if key == Qt.Key.Key_Escape:
                self.close_palette()
                return True
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._lie_over(None)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._behind is None:
            painter.fillRect(event.rect(), self._shade())
        else:
            ratio = self._behind.devicePixelRatio()
            part = QRectF(event.rect())
            source = QRectF(part.topLeft() * ratio, part.size() * ratio)
            painter.drawPixmap(part, self._behind, source)

    def _shade(self) -> QColor:
        shade = QColor(self._theme.color("sunken"))
        shade.setAlphaF(0.6)
        return shade

    def _lie_over(self, behind: QPixmap | None) -> None:
        """Cover the window with its own picture, so that a letter typed here paints nothing beneath; or let it shine.

        The picture serves until the window is resized or looks different.
        """
        self._behind = behind
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, behind is not None)

    def _on_theme_changed(self) -> None:
        self._lie_over(None)
        self._arrange()

    def _show(self, typed: str, *, keep: bool = False) -> None:
        current = self.list.currentItem().data(_FIND) if keep and self.list.currentItem() is not None else None
        found = search(self._finds, typed, self._last)
        found = with_texts(found, self._texts) if typed.strip() else with_first(found, self._first)
        heads = {
            PaletteGroup.GO: self.tr("Gehe zu"),
            PaletteGroup.COMMANDS: self.tr("Befehle"),
            PaletteGroup.HELP: self.tr("Hilfe"),
            PaletteGroup.TEXT: self._texts_head,
        }
        self.list.clear()
        group: PaletteGroup | None = None
        for find in found:
            if find.group is not group:
                group = find.group
                head = QListWidgetItem(heads[group])
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            item = QListWidgetItem(find.text)
            item.setData(_FIND, find)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(find))
            item.setToolTip(find.reason)
            self.list.addItem(item)
            if current is not None and find == current:
                self.list.setCurrentItem(item)
        self._rule.setVisible(bool(found) or bool(typed.strip()))
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found and bool(typed.strip()))
        if self.list.currentItem() is None:
            self._move(1)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("search", theme.color("text2"), theme.em(18), ratio))
        self.list.doItemsLayout()
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        top = theme.em(84) if self.height() > theme.em(500) else theme.em(12)
        room = self.height() - top - theme.em(70)
        self.list.setFixedHeight(max(min(rows, room), 0))
        width = min(theme.em(680), self.width() - theme.em(24))
        self._panel.setFixedWidth(width)
        self._panel.adjustSize()
        self._panel.move((self.width() - width) // 2, top)

    def _move(self, step: int) -> None:
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count():
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentRow(row)
                announce(self.field, _spoken(self.list.item(row).data(_FIND)))
                return
            row += step

    def _choose(self, item: QListWidgetItem | None) -> None:
        find = item.data(_FIND) if item is not None else None
        if isinstance(find, Find) and not find.reason:
            if find.group is not PaletteGroup.TEXT:
                self._last = (find.token, *(token for token in self._last if token != find.token))[:_LAST]
            self.close_palette()
            self.find_chosen.emit(find)

    def _on_field_text_edited(self, typed: str) -> None:
        if not typed.startswith(self._texts_of):
            self._texts = []
        self._show(typed)
        self.text_typed.emit(typed)

    def _on_list_item_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)
