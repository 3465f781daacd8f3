"""What can go wrong, told apart by who can mend it, so that one place can talk to people about it."""

from functools import partial
from typing import Any, override


class VotumError(Exception):
    """Base of all our own errors: a message key, its parameters and the place it concerns.

    `code` is a key below `error.` in resources/i18n/messages; `place` names file, sheet, row or field for a person.
    """

    def __init__(self, code: str, place: str = "", **params: object) -> None:
        """Keep code, place and parameters; the words are looked up where the error is shown."""
        super().__init__(code, place, params)
        self.code = code
        self.place = place
        self.params = params

    @override
    def __reduce__(self) -> tuple[Any, ...]:
        """Let it travel from one process to another."""
        return partial(type(self), self.code, self.place, **self.params), ()


class MendableError(VotumError):
    """Something in the input or the surroundings that a person can mend (exit code 1)."""


class WorkspaceError(MendableError):
    """A workspace cannot be opened or written: locked, damaged, from the future, read-only, disk full."""


class BrokenError(VotumError):
    """Something we broke (exit code 3)."""
