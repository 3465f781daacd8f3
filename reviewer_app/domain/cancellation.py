"""How long work learns that a person wants it to stop: it asks between its pieces, and the answer is an exception."""

from collections.abc import Callable
from functools import partial

from reviewer_app.domain.errors import MendableError

type CancelCheck = Callable[[], object]
"""Asked at least every few tenths of a second; raises MendableError("cancelled") where the work is to stop."""

type StepProgress = Callable[[int, int, str], bool]
"""Called with (done, of, name) before each step, such as a file; returns False to stop."""


def never_cancelled() -> None:
    """Never stop."""


def cancel_check(progress: StepProgress | None, done: int, of: int, name: str) -> CancelCheck:
    """Return what tells `progress` where the work stands and stops it when the answer is no."""
    if progress is None:
        return never_cancelled

    return partial(_ask, progress, done, of, name)


def _ask(progress: StepProgress, done: int, of: int, name: str) -> None:
    if not progress(done, of, name):
        raise MendableError("cancelled")
