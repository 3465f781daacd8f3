"""The window's own words in English, read straight from the `.ts` file.

German is the source; so no compiled file in git and no compiler at set-up are needed, and Linguist still edits it.
"""

from pathlib import Path
from typing import override

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

import resources
from resources.languages import SOURCE
from reviewer_app.ui.kit.translated import translatable

_ROLES = {
    "reviewer": translatable("roles", "Gutachter:in"),
    "chair": translatable("roles", "Vorsitz"),
    "office": translatable("roles", "Geschäftsstelle"),
}


def role_name(role: str) -> str:
    """Return the word for a role ("reviewer", "chair", "office"), empty for anything else."""
    return QCoreApplication.translate("roles", _ROLES[role]) if role in _ROLES else ""


def read_ts(file: Path) -> dict[tuple[str, str], str]:
    """Return (context, source) -> translation of every finished message in a `.ts` file."""
    from defusedxml.ElementTree import parse

    found: dict[tuple[str, str], str] = {}
    root = parse(file).getroot()
    for context in root.iter("context") if root is not None else ():
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            target = message.find("translation")
            if target is not None and target.text and target.get("type") not in {"unfinished", "vanished", "obsolete"}:
                found[name, message.findtext("source") or ""] = target.text
    return found


_KEYS = {("QShortcut", "Return"): "Eingabe", ("QShortcut", "Enter"): "Eingabe"}
"""Keys that menus name as on a German keyboard, where Qt's own German leaves them English."""


class TsTranslator(QTranslator):
    """A translator over the messages of one `.ts` file."""

    def __init__(self, messages: dict[tuple[str, str], str]) -> None:
        """Take (context, source) -> translation."""
        super().__init__()
        self._messages = messages

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return None where there is no translation: an empty text would count as one and hide the source."""
        return self._messages.get((context, sourceText))  # type: ignore[return-value] # reason: PySide makes a null QString of None

    @override
    def isEmpty(self) -> bool:
        return not self._messages


def install(language: str) -> list[QTranslator]:
    """Make the application speak `language`; return the translators, for `remove` later."""
    wanted: list[QTranslator] = []
    if language != SOURCE:
        wanted.append(TsTranslator(read_ts(resources.path("i18n", f"votum_{language}.ts"))))
    own = QTranslator()
    if own.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        wanted.append(own)
    if language == SOURCE:
        wanted.append(TsTranslator(_KEYS))
    for translator in wanted:
        QCoreApplication.installTranslator(translator)
    return wanted


def remove(translators: list[QTranslator]) -> None:
    """Take translators back before another language is installed."""
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
