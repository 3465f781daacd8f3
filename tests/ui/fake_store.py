"""A store that only notes what was done with it and in which thread, for tests of the window's machinery."""

import threading
from typing import Self


class FakeUnit:
    """A unit of work that only notes what happened."""

    def __init__(self, log: list[str]) -> None:
        self.log = log

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.log.append("left")


class FakeWorkspace:
    """A workspace that lives in the database thread."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.closed_in = ""

    def unit_of_work(self) -> FakeUnit:
        return FakeUnit(self.log)

    def reading(self) -> FakeUnit:
        return FakeUnit(self.log)

    def rehearsal(self) -> FakeUnit:
        return FakeUnit(self.log)

    def close(self) -> None:
        self.closed_in = threading.current_thread().name


def say(unit: FakeUnit, word: str) -> str:
    unit.log.append(word)
    return f"{word} in {threading.current_thread().name}"
