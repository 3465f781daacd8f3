"""Where annexes were left: page, height, size of each annex of each application, which were open, and the sidebar.

Kept in the user's own settings beside the last visit, so that two people who share a file read each at their place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

MOST_KEPT = 500
"""Annexes whose position is kept, those read last."""

_MOST = 1e9


@dataclass(frozen=True, slots=True)
class AnnexPosition:
    """Page from 1, how far down as a share of its height, size (1 as on paper, 0 in the width), px from the left.

    `scroll` is how far down in px a form stands.
    """

    page: int = 1
    offset: float = 0.0
    zoom: float = 0.0
    left: int = 0
    scroll: int = 0


@dataclass(frozen=True, slots=True)
class ReadingPositions:
    """The positions of one workspace: `papers`, as the settings file calls annexes, by application and annex.

    `last` are the annexes that were open, by application.

    `side` is the part of the sidebar that is open, empty where it is closed.
    """

    side: str = ""
    papers: Mapping[str, AnnexPosition] = field(default_factory=dict)
    last: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def position(self, application: str, annex: str) -> AnnexPosition | None:
        """Return where an annex was left, None where it was not read."""
        return self.papers.get(_key(application, annex))

    def with_position(self, application: str, annex: str, position: AnnexPosition) -> "ReadingPositions":
        """Return these with an annex at another place; the one read longest ago goes where there are too many."""
        key = _key(application, annex)
        kept = {name: one for name, one in self.papers.items() if name != key}
        kept[key] = position
        return replace(self, papers=dict(list(kept.items())[-MOST_KEPT:]))

    def with_last(self, application: str, annexes: tuple[str, ...]) -> "ReadingPositions":
        """Return these with other annexes open in an application."""
        kept = {name: one for name, one in self.last.items() if name != application}
        kept[application] = annexes
        return replace(self, last=dict(list(kept.items())[-MOST_KEPT:]))


def _key(application: str, annex: str) -> str:
    return f"{application}/{annex}"


def read(raw: Any) -> ReadingPositions:  # noqa: ANN401 # reason: whatever the file holds
    """Read places from what the settings file holds; what does not fit is left out."""
    if not isinstance(raw, dict):
        return ReadingPositions()
    papers, last = raw.get("papers"), raw.get("last")
    return ReadingPositions(
        str(raw.get("side", "")),
        {str(key): _position(one) for key, one in papers.items() if isinstance(one, dict)}
        if isinstance(papers, dict)
        else {},
        {str(key): tuple(map(str, one)) for key, one in last.items() if isinstance(one, list)}
        if isinstance(last, dict)
        else {},
    )


def _position(raw: dict[str, Any]) -> AnnexPosition:
    page, left, scroll = (round(_number(raw, name)) for name in ("page", "left", "scroll"))
    return AnnexPosition(max(page, 1), _number(raw, "offset"), max(_number(raw, "zoom"), 0.0), left, scroll)


def _number(raw: dict[str, Any], name: str) -> float:
    """Return a number that a scroll bar can bear; 0 for everything else."""
    value = raw.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _MOST:
        return 0.0
    return float(value)
