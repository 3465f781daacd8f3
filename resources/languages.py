"""The languages of the product: each is a folder of resources/i18n with a `locale.toml`, the words of figures and days.

To it belong messages (resources/i18n/messages, or of its own below its folder), `votum_<language>.ts` and its help.
"""

from typing import Any

from resources import path

SOURCE = "de"
"""The language everything is written in first, and the one a text without a translation is shown in."""

LANGUAGES = (SOURCE, *sorted({file.parent.name for file in path("i18n").glob("*/locale.toml")} - {SOURCE}))


def language_of(name: str) -> str:
    """Give the language that a system or a person calls `name`, say `en_GB.UTF-8`; the source where we lack it."""
    return next((one for one in LANGUAGES if name.startswith(one)), SOURCE)


def facts(language: str) -> dict[str, Any]:
    """Give what the `locale.toml` of a language says."""
    import tomllib  # here, because a start asks only which languages there are

    return tomllib.loads(path("i18n", language, "locale.toml").read_text(encoding="utf-8"))
