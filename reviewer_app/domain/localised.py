"""A text in the languages of the product, because catalogue texts are data and come in German and English."""

from dataclasses import dataclass
from typing import Literal

type Language = Literal["de", "en"]


@dataclass(frozen=True, slots=True)
class Localised:
    """One text in German and English; English falls back to German where it is empty."""

    de: str
    en: str = ""

    def read(self, language: str) -> str:
        """Return the text in `language` ("de" or "en")."""
        return self.en if language == "en" and self.en else self.de
