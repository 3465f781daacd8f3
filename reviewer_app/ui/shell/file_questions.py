"""Questions for files and folders; apart, because a test can answer neither the system's dialog nor ours."""

from pathlib import Path
from typing import ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer_app.ui.shell.settings import Settings


class _Store(Protocol):
    @property
    def values(self) -> Settings: ...


class _Context(Protocol):
    @property
    def settings(self) -> _Store: ...


@runtime_checkable
class _Window(Protocol):
    """A window that knows which files were open last."""

    context: _Context


class FileQuestions:
    """Ask for one thing each; an empty answer means that the person went back.

    Every question begins in the folder last used, at first in that of the newest workspace.
    """

    last_folder: ClassVar[Path | None] = None

    @classmethod
    def workspace(cls, parent: QWidget) -> Path | None:
        """Ask for a workspace to open."""
        title = QCoreApplication.translate("FileQuestions", "Arbeitsdatei öffnen")
        name, _ = QFileDialog.getOpenFileName(parent, title, cls._start(parent), cls._kind())
        return cls._one(name)

    @classmethod
    def new_workspace(cls, parent: QWidget, proposed: str) -> Path | None:
        """Ask where a new workspace shall lie; the answer always ends in `.votum`."""
        title = QCoreApplication.translate("FileQuestions", "Neue Runde speichern")
        name, _ = QFileDialog.getSaveFileName(parent, title, cls._start(parent, f"{proposed}.votum"), cls._kind())
        path = cls._one(name)
        return path if path is None or path.suffix == ".votum" else path.with_name(path.name + ".votum")

    @classmethod
    def packages(cls, parent: QWidget) -> list[Path]:
        """Ask for files to take in."""
        kinds = QCoreApplication.translate(
            "FileQuestions", "Anträge und Punktetabellen (*.xlsx *.xlsm *.antrag *.zip *.csv);;Alle Dateien (*)"
        )
        title = QCoreApplication.translate("FileQuestions", "Paket importieren")
        names, _ = QFileDialog.getOpenFileNames(parent, title, cls._start(parent), kinds)
        return [path for name in names if (path := cls._one(name)) is not None]

    @classmethod
    def folder(cls, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(parent, title, cls._start(parent))
        if name:
            cls.last_folder = Path(name)
        return Path(name) if name else None

    @classmethod
    def workbook(cls, parent: QWidget, proposed: str) -> Path | None:
        """Ask where a workbook shall lie; the answer always ends in `.xlsx`."""
        title = QCoreApplication.translate("FileQuestions", "Als Excel speichern")
        kind = QCoreApplication.translate("FileQuestions", "Excel-Mappe (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(parent, title, cls._start(parent, proposed), kind)
        path = cls._one(name)
        return path if path is None or path.suffix == ".xlsx" else path.with_name(path.name + ".xlsx")

    @classmethod
    def evidence(cls, parent: QWidget, proposed: str) -> Path | None:
        """Ask where annotations shall lie, and by the ending in which form; without one it is a workbook."""
        title = QCoreApplication.translate("FileQuestions", "Anmerkungen speichern")
        kinds = QCoreApplication.translate(
            "FileQuestions", "Excel-Mappe (*.xlsx);;Text, Markdown (*.md);;W3C Web Annotation (*.json)"
        )
        name, chosen = QFileDialog.getSaveFileName(parent, title, cls._start(parent, f"{proposed}.xlsx"), kinds)
        path = cls._one(name)
        endings = (".xlsx", ".md", ".json")
        if path is None or path.suffix.lower() in endings:
            return path
        ending = next((one for one in endings if f"*{one}" in chosen), endings[0])
        return path.with_name(path.name + ending)

    @classmethod
    def copy(cls, parent: QWidget, proposed: str) -> Path | None:
        """Ask where a copy shall lie."""
        title = QCoreApplication.translate("FileQuestions", "Kopie sichern")
        name, _ = QFileDialog.getSaveFileName(parent, title, cls._start(parent, proposed), cls._kind())
        return cls._one(name)

    @staticmethod
    def _kind() -> str:
        return QCoreApplication.translate("FileQuestions", "Arbeitsdateien (*.votum)")

    @classmethod
    def _one(cls, name: str) -> Path | None:
        """Turn an answer into a path and keep its folder for the next question."""
        if not name:
            return None
        cls.last_folder = Path(name).parent
        return Path(name)

    @classmethod
    def _start(cls, parent: QWidget, proposed: str = "") -> str:
        """Return where a question begins; a folder that is gone (a stick) is not offered."""
        folder, window = cls.last_folder, parent.window()
        if folder is None and isinstance(window, _Window):
            recent = window.context.settings.values.recent
            folder = Path(recent[0]).parent if recent else None
        if folder is None or not folder.is_dir():
            return proposed
        return str(folder / proposed) if proposed else str(folder)
