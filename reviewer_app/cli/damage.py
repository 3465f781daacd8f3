"""Opening for a command: what is read of a damaged workspace is shown, but never as if it were all."""

import argparse
import sys
from pathlib import Path
from typing import Protocol

from resources import messages
from reviewer_app.services.ports import Workspace

_DAMAGE = ("workspace_cut", "workspace_salvaged", "salvaged_without")


class OpensWorkspaces(Protocol):
    """A store that opens workspaces."""

    def open(self, path: Path, *, read_only: bool = False) -> Workspace:
        """Open a workspace; raise MendableError where that cannot be."""
        ...


def opened(chosen: argparse.Namespace, store: OpensWorkspaces, language: str, *, read_only: bool = False) -> Workspace:
    """Open the workspace of a call and say on standard error what is damaged; see `is_damaged`."""
    workspace = store.open(chosen.workspace, read_only=read_only)
    told = [one for one in workspace.notices if one.startswith(_DAMAGE)]
    for notice in told:
        print(messages.text(f"notice.{notice}", language), file=sys.stderr)
    chosen.damaged = bool(told)
    return workspace


def is_damaged(chosen: argparse.Namespace) -> bool:
    """Say whether the call has read a damaged workspace, so that it does not end as done."""
    return bool(getattr(chosen, "damaged", False))
