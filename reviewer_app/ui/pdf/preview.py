"""The pages of a document that exists as bytes only, opened apart from the window; the last one asked for wins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.document import OpenedDocument, OpenFailure
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer


class PdfPreview(QWidget):
    """Shows PDF bytes; `pages_shown` says that they are there, `failed` that they cannot be shown."""

    pages_shown = Signal()
    failed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.view = PageView(theme)
        self._outstanding: dict[int, str] = {}
        self._wanted = 0
        ColumnLayout(theme, self.view, parent=self)
        self.setFocusProxy(self.view)
        renderer().document_opened.connect(self._on_renderer_document_opened)
        renderer().open_failed.connect(self._on_renderer_open_failed)

    def show_bytes(self, data: bytes, name: str) -> None:
        """Show a document; `name` is what a screen reader calls it."""
        self._wanted = renderer().open(data)
        self._outstanding[self._wanted] = name

    def clear(self) -> None:
        """Show nothing."""
        self._wanted = 0
        self.view.clear()

    def _on_renderer_document_opened(self, ticket: int, opened: OpenedDocument) -> None:
        name = self._outstanding.pop(ticket, None)
        if name is None:
            return
        if ticket != self._wanted:
            renderer().release(opened)
            return
        self.view.show_document(opened, name)
        self.pages_shown.emit()

    def _on_renderer_open_failed(self, failure: OpenFailure) -> None:
        if self._outstanding.pop(failure.ticket, None) is not None and failure.ticket == self._wanted:
            self.failed.emit()
