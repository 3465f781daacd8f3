"""What the store offers the desk, handed in by main, because the window must not know the store."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from reviewer_app.domain.cancellation import StepProgress
    from reviewer_app.services.ports import Workspace


@dataclass(frozen=True, slots=True)
class Stores:
    """What the store offers, handed in because the window must not know it.

    `open` opens a workspace file, `read` opens it for reading only; `create` makes one (path, title, reference date)
    and opens it; `demo` writes the demo round, says how far it is, and returns its path; `copy` writes a copy of the
    open workspace; `report` writes an incident report; `cached_list` returns the list a workspace shows before it is
    open, empty where it holds none. All but the last two run beside the window. What is None is not offered.
    """

    open: "Callable[[Path], Workspace]"
    create: "Callable[[Path, str, date | None], Workspace] | None" = None
    demo: "Callable[[StepProgress], Path] | None" = None
    copy: "Callable[[Workspace, Path], object] | None" = None
    report: Callable[[BaseException], Path | None] | None = None
    read: "Callable[[Path], Workspace] | None" = None
    cached_list: Callable[[Path], str] | None = None
