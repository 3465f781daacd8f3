"""What is read of a document: whatever a file does, each question has an answer, and the paper stays open."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reviewer_app.ui.pdf.document import OpenedDocument
from reviewer_app.ui.pdf.renderer import Renderer


class Odd:
    """A document in which nothing can be read, for no reason that anybody foresaw."""


def test_what_cannot_be_read_is_empty_and_no_reason_to_close_the_paper(qtbot: QtBot) -> None:
    parent = QObject()
    renderer, answers, failures = Renderer(parent), list[object](), list[object]()
    for signal in (renderer.text_read, renderer.links_read, renderer.outline_read, renderer.words_read):
        signal.connect(answers.append)
    renderer.open_failed.connect(failures.append)
    opened = OpenedDocument(1, ((595.0, 842.0),), Odd())  # type: ignore[arg-type] # reason: it is odd
    renderer.want_text(opened, 0)
    renderer.want_links(opened, 0)
    renderer.want_outline(opened)
    renderer.want_words(opened, 0)
    qtbot.waitUntil(lambda: len(answers) + len(failures) == 4)
    assert failures == []
