"""What Qt and PDFium alone need for the same moves: plain widgets, plain texts, nothing of ours."""

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.exchange.annex import pdf as annex_pdf
from tests.bench import children

if TYPE_CHECKING:
    import pypdfium2

_SCORES, _TILES = 11, 20


def page_of(file: Path, page: int, scale: float) -> QPixmap:
    """Read a PDF file and render one page of it with pypdfium2; the desk beside may be rendering, so under its lock."""
    import pypdfium2

    with annex_pdf._lock:
        document = pypdfium2.PdfDocument(file.read_bytes())
        try:
            return painted(document, page, scale)
        finally:
            document.close()


def painted(document: "pypdfium2.PdfDocument", page: int, scale: float) -> QPixmap:
    """Render one page of an open document with pypdfium2."""
    with annex_pdf._lock:
        bitmap = document[page].render(scale=scale)
        layout = QImage.Format.Format_BGR888
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, layout).copy()
        return QPixmap.fromImage(image)


class Criterion(QWidget):
    """A criterion with plain widgets: tiles, question, scale, reason; `change` sets every text anew."""

    def __init__(self) -> None:
        """Show it."""
        super().__init__()
        self._turn = itertools.count()
        self._labels = [QLabel(wordWrap=True) for _ in range(6)]
        self._buttons = [QPushButton() for _ in range(_SCORES + _TILES)]
        self._text = QPlainTextEdit()
        grid, column = QGridLayout(), QVBoxLayout(self)
        for place, button in enumerate(self._buttons):
            grid.addWidget(button, place // 8, place % 8)
        column.addLayout(grid)
        for label in self._labels:
            column.addWidget(label)
        column.addWidget(self._text)
        self.resize(448, 700)
        self.show()
        children.drain()

    def change(self) -> None:
        """Show other words and paint."""
        turn = next(self._turn)
        for place, button in enumerate(self._buttons):
            button.setText(str((turn + place) % _SCORES))
        for place, label in enumerate(self._labels):
            label.setText(f"{turn} " + "Frage zur Qualität des Antrags " * (place + 1))
        self._text.setPlainText(f"{turn} " + "Begründung " * 30)
        children.drain()


class Finder(QWidget):
    """A field over a plain list that hides what does not fit."""

    def __init__(self, words: list[str]) -> None:
        """Show it."""
        super().__init__()
        self._field, self._list = QLineEdit(), QListWidget()
        self._list.addItems(words)
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self.resize(680, 500)
        self.show()
        children.drain()

    def show_for(self, text: str) -> None:
        """Show what fits and paint."""
        self._field.setText(text)
        fitting = set(map(id, self._list.findItems(text, Qt.MatchFlag.MatchContains)))
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(id(item) not in fitting)
        children.drain()


class Crowd(QWidget):
    """A text of some length beside as many plain widgets as asked for."""

    def __init__(self, count: int, words: str) -> None:
        """Show it."""
        super().__init__()
        text, grid = QTextBrowser(), QGridLayout()
        text.setPlainText(words)
        for place in range(count):
            grid.addWidget(QPushButton("7") if place % 2 else QLabel("Antrag"), place // 12, place % 12)
        row = QHBoxLayout(self)
        row.addWidget(text)
        row.addLayout(grid)
        self.resize(1366, 768)
        self.show()
        children.drain()


def main() -> None:
    """Print the memory of a plain window: the floor of the desk's."""
    app = children.application()
    window = QMainWindow()
    window.setCentralWidget(QLabel("Votum"))
    window.resize(1366, 768)
    window.show()
    children.drain()
    children.answer({"memory": children.memory()})
    del app


if __name__ == "__main__":
    main()
