"""The languages of the product: each is a folder of resources/i18n with a `locale.toml`, the words of figures and days.

To it belong messages (resources/i18n/messages, or of its own below its folder), `votum_<language>.ts` and its help.
"""

import tomllib
from typing import Any

from resources import path

SOURCE = "de"
"""The language everything is written in first, and the one a text without a translation is shown in."""

LANGUAGES = (SOURCE, *sorted({file.parent.name for file in path("i18n").glob("*/locale.toml")} - {SOURCE}))


def facts(language: str) -> dict[str, Any]:
    """Give what the `locale.toml` of a language says."""
    return tomllib.loads(path("i18n", language, "locale.toml").read_text(encoding="utf-8"))
