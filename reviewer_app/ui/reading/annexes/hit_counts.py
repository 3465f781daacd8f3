"""How often words stand in each annex of the application in sight, counted in slices from what the index holds."""

import time
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.domain.text.search import SearchPattern
from reviewer_app.services.search.annex_words import annex_words

if TYPE_CHECKING:
    from reviewer_app.domain.text.page_ends import PageEnd
    from reviewer_app.domain.text.search import FoundIn
    from reviewer_app.services.search.annex_words import AnnexWords
    from reviewer_app.ui.reading.annexes.annex_list import AnnexLine
    from reviewer_app.ui.shell.context import Context


_AGAIN = 3000
"""Milliseconds after which what was not indexed is asked for once more."""
SLICE = 0.004
"""Seconds of counting before the window is let go."""


class HitCounts(QObject):
    """Counts by the key of the annex; `counted` says that there is more to tell."""

    counted = Signal()

    def __init__(self, context: "Context", parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: tuple[AnnexLine, ...] = ()
        self._words: dict[str, tuple[FoundIn | PageEnd, ...]] = {}
        self._asked: set[str] = set()
        self._unread: set[str] = set()
        self._sought = SearchPattern()
        self._counts: dict[str, int] = {}
        self._left: deque[tuple[str, FoundIn | PageEnd]] = deque()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self.look_again)
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._on_counting_timeout)

    def show_annexes(self, lines: "tuple[AnnexLine, ...]") -> None:
        """Count in these annexes from now on; what is known of the same files stays."""
        if lines == self._lines:
            return
        self._lines = lines
        hashes = {line.sha256 for line in lines}
        self._words = {sha256: words for sha256, words in self._words.items() if sha256 in hashes}
        self._asked &= hashes
        self._unread &= hashes
        self.count(self._sought)

    def count(self, sought: SearchPattern) -> None:
        """Count the places of `sought`; nothing ends counting."""
        self._sought, self._counts = sought, {}
        self._left.clear()
        self._counting.stop()
        if not sought:
            return
        for line in self._annexes():
            if line.sha256 in self._words:
                self._begin(line)
            elif line.sha256 not in self._asked:
                self._asked.add(line.sha256)
                pending = self._context.operations.run(annex_words, line.sha256)
                pending.done(self._on_words_done).failed(self._on_words_failed).read()
        self.counted.emit()

    def look_again(self) -> None:
        """Ask once more for what was not indexed when it was asked for."""
        if self._unread and self._sought:
            self._asked -= self._unread
            self._unread.clear()
            self.count(self._sought)

    @property
    def counts(self) -> Mapping[str, int]:
        """How often the words stand in each annex that holds them, in the order of the annexes."""
        keys = [line.key for line in self._annexes()]
        return {key: self._counts[key] for key in keys if self._counts.get(key)}

    @property
    def unread(self) -> int:
        """How many annexes wait to be indexed."""
        return len(self._unread)

    @property
    def is_whole(self) -> bool:
        """Whether everything that is indexed is counted."""
        return not self._left and not (self._asked - self._unread - self._words.keys())

    def _annexes(self) -> "list[AnnexLine]":
        return [line for line in self._lines if line.sha256 and not line.broken]

    def _begin(self, line: "AnnexLine") -> None:
        self._left.extend((line.key, text) for text in self._words[line.sha256])
        self._counting.start()

    def _on_words_done(self, words: "AnnexWords") -> None:
        if words.sha256 not in self._asked or words.sha256 in self._words:
            return
        if not words.is_read:
            self._unread.add(words.sha256)
            self._again.start()
        else:
            self._words[words.sha256] = (*words.texts, *words.ends)
            for line in self._annexes():
                if line.sha256 == words.sha256 and self._sought:
                    self._begin(line)
        self.counted.emit()

    def _on_words_failed(self, _error: object) -> None:
        """Count without it; what is wrong with the store is told by whatever else is done with it."""

    def _on_counting_timeout(self) -> None:
        until = time.perf_counter() + SLICE
        while self._left and time.perf_counter() < until:
            key, text = self._left.popleft()
            self._counts[key] = self._counts.get(key, 0) + len(text.shares(self._sought))
        if not self._left:
            self._counting.stop()
        self.counted.emit()
