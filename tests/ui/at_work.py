"""A second program for tests: imports files into a round over and over while somebody keys, until it is killed.

Prints `number score` of what the window was told is stored; `python -m tests.ui.at_work ROUND FILE…`.
"""

import sys
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from reviewer_app.domain.ids import ApplicationId
from reviewer_app.services.intake.files import Prepared, prepare, take_prepared
from reviewer_app.services.reviews.reviewing import set_value
from reviewer_app.ui.shell.operations import Operations
from tests.factories import rounds

APPLICATION = ApplicationId(f"{'014':0>32}")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class AtWork(QObject):
    """Keys scores and takes files, each after the one before."""

    def __init__(self, path: Path, files: list[Path]) -> None:
        super().__init__()
        self.operations = Operations()
        self._files = files
        self._number = 0
        self._keys = [one.key for one in rounds.catalogue().criteria]
        self.operations.open(rounds.open_round, path).done(self._on_open_done).read()

    def _on_open_done(self, _workspace: object) -> None:
        self._key()
        self._take()

    def _key(self) -> None:
        self._number += 1
        key, value = self._keys[self._number % len(self._keys)], Fraction(self._number % 11, 2)
        run = self.operations.run(set_value, APPLICATION, key, value, rounds.NOW)
        run.done(self._on_key_done).write(key=key)

    def _on_key_done(self, _outcome: object) -> None:
        say(f"{self._keys[self._number % len(self._keys)]} {Fraction(self._number % 11, 2)}")
        QTimer.singleShot(5, self, self._key)

    def _take(self) -> None:
        self._files.append(self._files.pop(0))
        self.operations.run(prepare, self._files[0], rounds.NOW).done(self._on_prepare_done).slowly("read").read()

    def _on_prepare_done(self, prepared: Prepared) -> None:
        run = self.operations.run(take_prepared, prepared, rounds.NOW)
        run.done(self._on_take_done).write(keep=False)

    def _on_take_done(self, _report: object) -> None:
        say("taken")
        self._take()


if __name__ == "__main__":
    app = QCoreApplication([])
    work = AtWork(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
    app.exec()
