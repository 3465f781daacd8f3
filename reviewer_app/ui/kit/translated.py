"""Lets a plain class word things in the language of the window, as widgets do."""

from PySide6.QtCore import QCoreApplication


class Translated:
    """Gives `tr` to what needs no QObject otherwise; the context is the name of the class, as `lupdate` expects."""

    @classmethod
    def tr(cls, text: str) -> str:
        """Return a German source text in the language of the window."""
        return QCoreApplication.translate(cls.__name__, text)
