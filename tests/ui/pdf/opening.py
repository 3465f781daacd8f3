"""A reader over a PDF, as the document area has it, without the rest of the desk."""

from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.viewer import PdfViewer
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer
from tests.ui.pdf.test_page_view import Seen


def shown(theme: Theme, qtbot: QtBot, data: bytes, *, pages: int = 1, size: tuple[int, int] = (700, 500)) -> PdfViewer:
    """Show a PDF with so many pages in a view of its own, and wait for their text."""
    view = PageView(theme)
    qtbot.addWidget(view)
    made = PdfViewer(theme, view)
    view.resize(*size)
    view.show()
    show(made, qtbot, data, pages=pages)
    return made


def show(reader: PdfViewer, qtbot: QtBot, data: bytes, *, pages: int = 1) -> None:
    """Show another PDF in the same view."""
    seen = Seen(renderer())
    renderer().open(data)
    qtbot.waitUntil(lambda: bool(seen.documents))
    seen.deleteLater()
    reader.view.show_document(seen.documents[0], "A07")
    for page in range(pages):
        reader.texts.want(page)
    qtbot.waitUntil(lambda: all(reader.texts.layer(page) is not None for page in range(pages)))
