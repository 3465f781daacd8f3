"""The store as main.py hands it to desk and commands: folders, catalogue reader and clock put together once.

Nothing heavy is imported before it is used: the desk paints before the store exists.
"""

import shutil
import sys
import traceback
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer_app.domain.cancellation import StepProgress
    from reviewer_app.domain.catalogue import Catalogue
    from reviewer_app.services.ports import Clock, Problem, Workspace


def clock() -> datetime:
    """Return the time of day as this machine's clock shows it, without a zone: what people see is what is stored."""
    return datetime.now().astimezone().replace(tzinfo=None, microsecond=0)


def data_folder() -> Path:
    """Return the user's data folder for safety copies, logs and incident reports; never beside the workspace."""
    import platformdirs

    folder = Path(platformdirs.user_data_dir("votum", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _reader() -> "Callable[[str], Catalogue]":
    from reviewer_app.exchange.catalogue.file import read_stored_catalogue

    return read_stored_catalogue


class Store:
    """Creates, opens and checks workspaces."""

    def __init__(self, now: "Clock" = clock, data: Callable[[], Path] = data_folder) -> None:
        """Take the clock and the data folder, which tests give themselves."""
        self._now = now
        self._data = data

    def create(self, path: Path, catalogue: Path | None, title: str, reference_date: date | None) -> "Workspace":
        """Make an empty round with the catalogue in `catalogue`, or with the Musterkatalog."""
        from reviewer_app.exchange.catalogue.file import default_catalogue, read_catalogue_file

        chosen = read_catalogue_file(catalogue) if catalogue else default_catalogue()
        return self.begin(path, chosen, title or path.stem, reference_date)

    def begin(self, path: Path, catalogue: "Catalogue", title: str, reference_date: date | None) -> "Workspace":
        """Make an empty round with a catalogue that was read already."""
        from db.workspace import create_workspace

        return create_workspace(path, catalogue, title, reference_date, self._now, _reader())

    def open(self, path: Path, *, read_only: bool = False) -> "Workspace":
        """Open a workspace."""
        from db.workspace import open_workspace

        return open_workspace(
            path, read_only=read_only, clock=self._now, data_folder=self._data(), read_catalogue=_reader()
        )

    def cached_list(self, path: Path) -> str:
        """Return the list a workspace shows before it is open, empty where it holds none."""
        from db.cached_list import read

        return read(path)

    def create_default(self, path: Path, title: str, reference_date: date | None) -> "Workspace":
        """Make an empty round with the Musterkatalog."""
        return self.create(path, None, title, reference_date)

    def demo_round(self, progress: "StepProgress | None" = None) -> Path:
        """Write the demo round into the user's data folder, where it is not there already, and return its workspace.

        It is written beside its place and moved there when it is whole, so that cancelling leaves nothing behind.
        """
        folder = self._data() / "demo"
        made = folder / "demo.votum"
        if made.is_file():
            return made
        from db.workspace import create_workspace
        from reviewer_app.demo.building import write_demo

        draft = folder.with_name("demo.new")
        shutil.rmtree(draft, ignore_errors=True)
        try:
            write_demo(draft, create_workspace, applications=12, reviewers=5, seed=1, files=True, progress=progress)
            shutil.rmtree(folder, ignore_errors=True)
            draft.rename(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return made

    def copy(self, workspace: "Workspace", target: Path) -> None:
        """Write a copy of an open workspace to `target`, whole or not at all."""
        from db.copying import copy_workspace

        copy_workspace(workspace, target)

    def check(self, path: Path) -> "tuple[Problem, ...]":
        """Check a workspace's integrity."""
        from db.integrity import check

        return check(path, data_folder=self._data())

    def demo(self, folder: Path, *, applications: int, reviewers: int, seed: int, files: bool) -> Path:
        """Write the demo round and return its workspace."""
        from db.workspace import create_workspace
        from reviewer_app.demo.building import write_demo

        return write_demo(
            folder, create_workspace, applications=applications, reviewers=reviewers, seed=seed, files=files
        )

    def report_incident(self, error: BaseException) -> Path:
        """Write what happened without any content of applications: places in our code and kinds of error only."""
        import platform

        folder = self._data() / "incidents"
        folder.mkdir(exist_ok=True)
        path = folder / f"incident-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.txt"
        lines = [f"Votum, Python {platform.python_version()}, {platform.system()}", type(error).__name__]
        lines += [
            f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        lines.append(" ".join(sys.argv[1:2]))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path
