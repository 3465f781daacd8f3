"""The pane beside the page that searches the whole round: words, filters, results that stay while one walks on."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton
from reviewer_app.ui.kit.fields import ClearButton
from reviewer_app.ui.kit.filter_bar import FilterButton
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import ElidedText, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.search.hits import HitRow
from reviewer_app.ui.shell.side_pane import SidePane

WIDTH = 26 * 13
"""26 em, in px at 100 %."""

ROW = Qt.ItemDataRole.UserRole
_HEIGHT, _HEAD = 66, 34
_LINES = 2


class HitDelegate(QStyledItemDelegate):
    """The delegate of the list of results; heads name the application."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Paint in `theme`."""
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW)
        return QSize(0, self._theme.em(_HEIGHT if isinstance(row, HitRow) and not row.is_head else _HEAD))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, theme = index.data(ROW), self._theme
        if not isinstance(row, HitRow):
            return
        box = QRectF(option.rect)
        painter.save()
        if row.is_head:
            inner = box.adjusted(theme.em(16), theme.em(10), -theme.em(16), 0)
            painting.draw_words(painter, theme, inner, row.place, "label", "text2")
        else:
            state, flags = option.state, QStyle.StateFlag
            chosen, focused = bool(state & flags.State_Selected), bool(state & flags.State_HasFocus)
            self._draw_row(painter, box, row, chosen=chosen, focused=focused)
        painter.restore()

    def _draw_row(self, painter: QPainter, box: QRectF, row: HitRow, *, chosen: bool, focused: bool) -> None:
        theme = self._theme
        if chosen:
            painting.draw_chosen(painter, theme, box, 6, 0, "accent" if focused else "control")
        side = theme.em(14)
        spot = QRectF(box.left() + theme.em(16), box.top() + theme.em(8), side, side)
        icons.draw(painter, row.icon, theme.color("text2"), spot)
        room = box.adjusted(theme.em(38), theme.em(6), -theme.em(14), -theme.em(4))
        line = QRectF(room.left(), room.top(), room.width(), theme.em(18))
        painting.draw_words(painter, theme, line, row.place, "strong")
        self._draw_snippet(painter, room.adjusted(0, theme.em(20), 0, 0), row)
        if focused:
            painting.draw_focus(painter, theme, box, 0)

    def _draw_snippet(self, painter: QPainter, room: QRectF, row: HitRow) -> None:
        """Draw at most two lines of the text; what was found is heavier and in the colour of text."""
        layout = QTextLayout(row.snippet, self._theme.font("small"))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.DemiBold)
        found.setForeground(self._theme.color("text"))
        spans = []
        for start, end in row.marks:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, end - start, found
            spans.append(span)
        layout.setFormats(spans)
        layout.beginLayout()
        top = 0.0
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        painter.setPen(self._theme.color("text2"))
        layout.draw(painter, room.topLeft())


class SearchPane(SidePane):
    """The pane.

    `words_typed` carries what was typed, `hit_chosen` the number of a hit; its filters and `more` stand open.
    """

    words_typed = Signal(str)
    hit_chosen = Signal(int)

    field: QLineEdit
    list: QListWidget
    status: Text
    application: FilterButton
    criterion: FilterButton
    kind: FilterButton
    more: Button

    def __init__(self, theme: Theme) -> None:
        """Start hidden and without parts: the window must not wait for them."""
        super().__init__(theme, "right", WIDTH)
        self._is_made = False
        self.setAccessibleName(self.tr("Suche über alles"))
        self._column = ColumnLayout(theme, gap=0, margins=None, parent=self)
        self._column.setContentsMargins(0, 0, 1, 0)

    def make(self) -> None:
        """Make the parts when they are first needed."""
        if self._is_made:
            return
        self._is_made = True
        theme = self._theme
        self.field = QLineEdit()
        self.field.setProperty("own_undo", True)
        ClearButton(self.field, theme, self.tr("Suche leeren"))
        self.field.setPlaceholderText(self.tr("Wort oder „genaue Wortfolge“"))
        self.field.setAccessibleName(self.tr("In allen Unterlagen suchen"))
        self.application = FilterButton(theme, self.tr("Antrag"), self.tr("Alle Anträge"))
        self.criterion = FilterButton(theme, self.tr("Kriterium"), self.tr("Alle Kriterien"))
        self.kind = FilterButton(theme, self.tr("Art"), self.tr("Alles"))
        self.status = Text("", "small", "text2", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("plain", "true")
        self.list.setAccessibleName(self.tr("Treffer"))
        self.list.setItemDelegate(HitDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.more = Button(theme, self.tr("Mehr Treffer zeigen"), ButtonKind.LINK)
        self._lay_out()
        self._connect()
        self._on_theme_changed()

    def _lay_out(self) -> None:
        self._title = ElidedText(self.tr("Suche über alles"), "title")
        self._close = IconButton(self._theme, "close", self.tr("Suche schließen"))
        for button in (self.application, self.criterion, self.kind):
            button.is_short = True
        row = RowLayout(self._theme, (self._title, 1), self._close)
        filters = RowLayout(self._theme, self.application, self.criterion, self.kind, 1, gap=2)
        head = ColumnLayout(self._theme, row, self.field, filters, self.status, gap=8, margins=(16, 10, 12, 8))
        self._column.add(head, (self.list, 1), RowLayout(self._theme, self.more, 1, margins=(16, 6, 16, 8)))

    def _connect(self) -> None:
        self.field.textEdited.connect(self.words_typed)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._on_list_item_chosen)
        self._close.clicked.connect(self.close_pane)
        self._theme.changed.connect(self._on_theme_changed)

    # Showing

    def show_rows(self, rows: Sequence[HitRow], *, more: bool) -> None:
        """Show what was found; `more` offers further hits."""
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.place)
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            item.setToolTip(row.snippet)
            if row.is_head:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setVisible(bool(rows))
        self.more.setVisible(more)
        self._column.setStretch(2, 0 if rows else 1)

    def show_status(self, words: str) -> None:
        """Say how many hits there are and what is not searched yet."""
        self.status.setText(words)

    def show_words(self, words: str) -> None:
        """Show what is searched for, without telling anybody."""
        if self.field.text() != words:
            self.field.setText(words)

    def show_current(self, hit: int) -> None:
        """Show which hit one has gone to; -1 for none."""
        if hit < 0:
            self.list.setCurrentRow(-1)
            return
        for place in range(self.list.count()):
            row = self.list.item(place).data(ROW)
            if isinstance(row, HitRow) and row.hit == hit:
                self.list.setCurrentRow(place)
                return

    @override
    def take_focus(self) -> None:
        """Put the focus into the field with all of it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # What happens

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down and watched is self.field and self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(1)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            item = self.list.currentItem() or (self.list.item(1) if self.list.count() > 1 else None)
            if item is not None:
                self._on_list_item_chosen(item)
            return True
        return False

    def _on_field_text_changed(self, text: str) -> None:
        """Notice the clear button of the field, which is no edit for Qt."""
        if not text:
            self.words_typed.emit(text)

    def _on_list_item_chosen(self, item: QListWidgetItem) -> None:
        row = item.data(ROW)
        if isinstance(row, HitRow) and not row.is_head:
            self.list.setCurrentItem(item)
            self.hit_chosen.emit(row.hit)

    def _on_theme_changed(self) -> None:
        self.list.doItemsLayout()
        self._take_width()
