"""The papers of an application as lines of a list: the form, its annexes, what is missing; filtered while typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

FORM = "form"
"""The key of the application form."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One paper: `key` is FORM or kind and place ("A07", "A07 2"), `count` its pages or rows in words.

    `notes` say what is odd about it, `help` names the page of the help that says more; `sha256` is empty where the file
    is missing; a `broken` one is not opened; a `scan` has pages whose text can still be recognised; a `locked`
    one opens with a password.
    """

    key: str
    kind: str
    title: str
    count: str = ""
    notes: tuple[str, ...] = ()
    help: str = ""
    sha256: str = ""
    media_type: str = ""
    missing: bool = False
    broken: bool = False
    scan: bool = False
    locked: bool = False

    @property
    def spoken(self) -> str:
        """The line in one sentence."""
        return ", ".join(part for part in (f"{self.kind} {self.title}".strip(), self.count, *self.notes) if part)


class DocumentModel(QAbstractListModel):
    """A list of DocumentLines."""

    LINE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._all: tuple[DocumentLine, ...] = ()
        self._shown: tuple[DocumentLine, ...] = ()
        self._filter = ""

    def set_lines(self, lines: Sequence[DocumentLine]) -> None:
        """Show other lines."""
        if tuple(lines) != self._all:
            self._all = tuple(lines)
            self._apply()

    def set_filter(self, text: str) -> None:
        """Show only lines that hold every word of `text`; "07" finds A07."""
        self._filter = text
        self._apply()

    def _apply(self) -> None:
        words = self._filter.lower().split()
        self.beginResetModel()
        self._shown = tuple(
            line for line in self._all if all(word in f"{line.kind} {line.title}".lower() for word in words)
        )
        self.endResetModel()

    @property
    def lines(self) -> tuple[DocumentLine, ...]:
        """All lines, filtered or not."""
        return self._all

    def line(self, row: int) -> DocumentLine | None:
        """Return the line shown in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: str) -> int:
        """Return the row in which a paper is shown, -1 where it is not."""
        return next((row for row, line in enumerate(self._shown) if line.key == key), -1)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.kind} {line.title}".strip()
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return line.spoken
        return line if role == self.LINE else None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
