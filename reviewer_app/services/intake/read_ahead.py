"""What was read of files before a transaction begins, so that nobody who writes meanwhile waits for it.

Each thing is kept under what it was made of. So whatever changed in between is read anew, and nothing can be stale.
"""

from collections.abc import Callable, Hashable
from typing import Any


class ReadBefore:
    """Things that were worked out, by all they depend on; for one file on its way in, used by one thread at a time."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}

    def once[T](self, key: Hashable, work: Callable[[], T]) -> T:
        """Return what is kept under `key`, else what `work` gives; what raises is kept nowhere."""
        if key not in self._kept:
            self._kept[key] = work()
        found: T = self._kept[key]
        return found
