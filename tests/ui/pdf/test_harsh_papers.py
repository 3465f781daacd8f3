"""PDF files that are made to harm, given to the window itself: each is shown or its failure told."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.viewer import PdfViewer
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer
from tests.factories.harsh_papers import HARSH
from tests.ui.pdf.test_page_view import Seen

NEVER_HERE = ("drawing commands", "a drawing", "a picture")
"""What its probe closes because it takes seconds; tests/exchange/test_hardiness.py has them."""

FAILED = {
    "a page tree that holds itself",
    "a page tree of 5,000 floors",
    "nothing but its first line",
    "no pages",
    "asks for a password",
    "cut off",
}


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> PdfViewer:
    view = PageView(theme)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return PdfViewer(theme, view)


def _is_ready(view: PageView) -> bool:
    pictures = view.pictures
    return all(pictures.is_broken(one) or pictures.is_sharp([one], view.scale) for one in view.visible_pages)


def test_each_is_shown_or_its_failure_is_told(reader: PdfViewer, qtbot: QtBot) -> None:
    seen, view = Seen(renderer()), reader.view
    failed: set[str] = set()
    for name, make in HARSH.items():
        if name.startswith(NEVER_HERE):
            continue
        seen.documents.clear()
        seen.failures.clear()
        renderer().open(make())
        qtbot.waitUntil(lambda: bool(seen.documents or seen.failures), timeout=20_000)
        if seen.failures:
            failed.add(name)
            continue
        view.show_document(seen.documents[0], "A03")

        assert view.visible_pages, name
        qtbot.waitUntil(lambda: _is_ready(view), timeout=20_000)
        qtbot.waitUntil(lambda: reader.texts.layer(0) is not None, timeout=20_000)
        assert not view.grab().isNull()
        view.go_to(view.count)
        assert view.page == view.count, name
    view.clear()
    seen.deleteLater()
    assert failed == FAILED
