"""Looking after the store: what `votum check` reports, one value a problem."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of the store: `code` is a key below `problem.` in the messages, `message` the parameters in words."""

    code: str
    message: str = ""
