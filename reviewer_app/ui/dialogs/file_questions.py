"""Questions for files and folders; apart, because a test can answer neither the system's dialog nor ours."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


class FileQuestions:
    """Ask for one thing each; an empty answer means that the person went back."""

    @staticmethod
    def workspace(parent: QWidget) -> Path | None:
        """Ask for a workspace to open."""
        kind = QCoreApplication.translate("FileQuestions", "Arbeitsdateien (*.votum)")
        title = QCoreApplication.translate("FileQuestions", "Arbeitsdatei öffnen")
        name, _ = QFileDialog.getOpenFileName(parent, title, "", kind)
        return Path(name) if name else None

    @staticmethod
    def new_workspace(parent: QWidget, proposed: str) -> Path | None:
        """Ask where a new workspace shall lie; the answer always ends in `.votum`."""
        kind = QCoreApplication.translate("FileQuestions", "Arbeitsdateien (*.votum)")
        title = QCoreApplication.translate("FileQuestions", "Neue Runde speichern")
        name, _ = QFileDialog.getSaveFileName(parent, title, f"{proposed}.votum", kind)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix == ".votum" else path.with_name(path.name + ".votum")

    @staticmethod
    def packages(parent: QWidget) -> list[Path]:
        """Ask for files to take in."""
        kinds = QCoreApplication.translate(
            "FileQuestions", "Anträge und Punktetabellen (*.xlsx *.xlsm *.antrag *.zip *.csv);;Alle Dateien (*)"
        )
        title = QCoreApplication.translate("FileQuestions", "Paket importieren")
        names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
        return [Path(name) for name in names]

    @staticmethod
    def folder(parent: QWidget, title: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(parent, title)
        return Path(name) if name else None

    @staticmethod
    def copy(parent: QWidget, proposed: str) -> Path | None:
        """Ask where a copy shall lie."""
        kind = QCoreApplication.translate("FileQuestions", "Arbeitsdateien (*.votum)")
        title = QCoreApplication.translate("FileQuestions", "Kopie sichern")
        name, _ = QFileDialog.getSaveFileName(parent, title, proposed, kind)
        return Path(name) if name else None
