"""The words of the workbook in one language, looked up once each."""

from fractions import Fraction
from functools import cached_property

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.exports.words import LanguageWords


class Wording:
    """The words below `workbook.` in one language, `de` or `en`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._known: dict[str, str] = {}

    def say(self, key: str, /, **params: object) -> str:
        """Give the words for `workbook.<key>`."""
        if params:
            return messages.text(f"workbook.{key}", self.language, **params)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = messages.text(f"workbook.{key}", self.language)
        return found

    def reason(self, key: str) -> str:
        """Give the words for `reason.<key>`: why a figure is missing."""
        return messages.text(f"reason.{key}", self.language)

    @cached_property
    def not_assessable(self) -> str:
        """The answer n. b. as it stands in cells and formulas."""
        return self.say("not_assessable")

    @cached_property
    def prose(self) -> LanguageWords:
        """The words of the recommendation sheet, for what both documents say alike."""
        return LanguageWords(self.language)

    def plain(self, value: Fraction) -> str:
        """Give a number without decimals where it has none."""
        return self.prose.plain(value)

    def share(self, value: Fraction) -> str:
        """Give a share as percent."""
        return locale.plain(value * 100, self.language, 2) + locale.LOCALES[self.language].percent
