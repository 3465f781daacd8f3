"""Words in the language of the window for what is no widget: plain classes, and tables that exist before it speaks."""

from PySide6.QtCore import QCoreApplication


def translatable(context: str, text: str) -> str:  # noqa: ARG001 # reason: read from the source, see tools/translations.py
    """Return `text`, a German source text of a table; it is translated in `context` where it is shown."""
    return text


class Translated:
    """Gives `tr` to what needs no QObject otherwise; the context is the name of the class, as `lupdate` expects."""

    @classmethod
    def tr(cls, text: str) -> str:
        """Return a German source text in the language of the window."""
        return QCoreApplication.translate(cls.__name__, text)
