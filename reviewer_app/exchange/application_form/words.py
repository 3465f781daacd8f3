"""The words on the form in one language, from the message files and the catalogue."""

import re

from resources.messages import text
from reviewer_app.domain.localised import Language, Localised

_NO_NAME = re.compile(r"[^A-Za-z0-9_]")


class Words:
    """Says what stands on the form in one language."""

    def __init__(self, language: Language) -> None:
        """Speak `language`."""
        self.language = language

    def say(self, key: str, **params: object) -> str:
        """Return the words of `form.<key>`."""
        return text(f"form.{key}", self.language, **params)

    def name(self, name: Localised) -> str:
        """Return a catalogue text in the language."""
        return name.read(self.language)

    @staticmethod
    def list_name(key: str) -> str:
        """Return the name under which the workbook knows a value list."""
        return f"Liste_{_NO_NAME.sub('_', key)}"
