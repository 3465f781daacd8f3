"""The help beside the page: a field to search, the list of pages, one page; Esc closes and gives the focus back."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QTextBrowser

from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton
from reviewer_app.ui.kit.fields import ClearButton
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import ElidedText, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.side_pane import SidePane

WIDTH = 25 * 13
"""25 em, in px at 100 %."""

_TOPIC = Qt.ItemDataRole.UserRole
_SCHEME = "help"


class HelpPane(SidePane):
    """The pane; `search_changed` carries what was typed, `topic_chosen` a topic."""

    search_changed = Signal(str)
    topic_chosen = Signal(str)

    field: QLineEdit
    list: QListWidget
    browser: QTextBrowser

    def __init__(self, theme: Theme) -> None:
        """Start hidden and without parts: the window must not wait for them."""
        super().__init__(theme, "left", WIDTH)
        self.topic = ""
        self._text = ""
        self._is_made = False
        self.setAccessibleName(self.tr("Hilfe"))
        self._head = RowLayout(theme, gap=8)
        self._column = ColumnLayout(theme, self._head, gap=10, margins=(16, 10, 16, 12), parent=self)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _make(self) -> None:
        """Make the parts when they are first needed."""
        if self._is_made:
            return
        self._is_made = True
        theme = self._theme
        self._title = ElidedText(self.tr("Hilfe"), "title")
        self._back = Button(theme, self.tr("Alle Seiten"), ButtonKind.LINK)
        self._close = IconButton(theme, "close", self.tr("Hilfe schließen"))
        self.field = QLineEdit()
        self.field.setProperty("own_undo", True)
        ClearButton(self.field, theme, self.tr("Suche leeren"))
        self.field.setPlaceholderText(self.tr("In der Hilfe suchen"))
        self.field.setAccessibleName(self.tr("In der Hilfe suchen"))
        self.list = QListWidget()
        self.list.setProperty("plain", "true")
        self.list.setAccessibleName(self.tr("Seiten der Hilfe"))
        self._nothing = Text(self.tr("Dazu enthält die Hilfe nichts."), "body", "text2", wrap=True)
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        for part, stretch in ((self._title, 1), (self._back, 0), (self._close, 0)):
            self._head.addWidget(part, stretch)
        for widget in (self.field, self._nothing, self.list, self.browser):
            self._column.addWidget(widget, 1 if widget in {self.list, self.browser} else 0)
        self._back.clicked.connect(self._on_back_clicked)
        self._close.clicked.connect(self.close_pane)
        self.field.textEdited.connect(self.search_changed)
        self.field.returnPressed.connect(self._on_field_return_pressed)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._on_list_item_chosen)
        self.list.itemActivated.connect(self._on_list_item_chosen)
        self.browser.anchorClicked.connect(self._on_browser_anchor_clicked)

    # Showing

    def show_topics(self, topics: Sequence[tuple[str, str]]) -> None:
        """Show the list of pages as (topic, title)."""
        self._make()
        self.topic = ""
        self.list.clear()
        for topic, title in topics:
            item = QListWidgetItem(title)
            item.setData(_TOPIC, topic)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._title.setText(self.tr("Hilfe"))
        self._show_part(page=False)

    def show_page(self, topic: str, title: str, text: str) -> None:
        """Show one page; `text` is Markdown of ours."""
        self._make()
        self.topic = topic
        self._text = text
        self._title.setText(title)
        self.browser.setAccessibleName(title)
        self._fill()
        self._show_part(page=True)

    @override
    def take_focus(self) -> None:
        (self.browser if self.topic else self.field).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            if self.list.isVisible():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.browser.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _show_part(self, *, page: bool) -> None:
        self.browser.setVisible(page)
        self._back.setVisible(page)
        self.list.setVisible(not page and self.list.count() > 0)
        self._nothing.setVisible(not page and not self.list.count())

    def _fill(self) -> None:
        document = QTextDocument(self.browser)
        document.setDefaultFont(self._theme.font("body"))
        document.setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownDialectCommonMark)
        document.setDocumentMargin(0)
        document.setIndentWidth(self._theme.em(20))
        self._dress(document)
        self.browser.setDocument(document)

    def _dress(self, document: QTextDocument) -> None:
        """Give headings and strong words our own weights: Markdown makes them bolder than any cut we have."""
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                shape = block.blockFormat()
                shape.setTopMargin(self._theme.em(12))
                shape.setBottomMargin(self._theme.em(4))
                cursor = QTextCursor(block)
                cursor.setBlockFormat(shape)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.setCharFormat(self._heading())
            else:
                self._dress_words(block)
            block = block.next()

    def _heading(self) -> QTextCharFormat:
        heading = QTextCharFormat()
        heading.setFont(self._theme.font("strong"))
        return heading

    def _dress_words(self, block: QTextBlock) -> None:
        spans = []
        place = block.begin()
        while not place.atEnd():
            spans.append(place.fragment())
            place += 1
        for span in spans:
            shape = span.charFormat()
            if shape.fontWeight() > QFont.Weight.DemiBold:
                shape.setFontWeight(QFont.Weight.DemiBold)
                cursor = QTextCursor(block)
                cursor.setPosition(span.position())
                cursor.setPosition(span.position() + span.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(shape)

    # What happens

    def _on_back_clicked(self) -> None:
        self.field.clear()
        self.search_changed.emit("")
        self.take_focus()

    def _on_field_return_pressed(self) -> None:
        item = self.list.currentItem()
        if item is not None and self.list.isVisible():
            self._on_list_item_chosen(item)

    def _on_list_item_chosen(self, item: QListWidgetItem) -> None:
        self.topic_chosen.emit(str(item.data(_TOPIC)))
        self.take_focus()

    def _on_browser_anchor_clicked(self, url: QUrl) -> None:
        if url.scheme() == _SCHEME:
            self.topic_chosen.emit(url.path())

    def _on_theme_changed(self) -> None:
        self._take_width()
        if self._text:
            self._fill()
