"""The names of the commands, known without loading any of them: opening the desk must not pay for the command line."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from resources.languages import LANGUAGES
from resources.languages import language_of as language_named

COMMANDS = (
    "demo",
    "new",
    "import",
    "list",
    "search",
    "annotate",
    "annotations",
    "consolidate",
    "export",
    "verify",
    "check",
    "template",
    "catalogue",
)
NOT_YET = ("verify",)


def is_command(arguments: Sequence[str]) -> bool:
    """Say whether a call is a command (or asks for help), not the desk with a workspace."""
    if any(word in ("-h", "--help") for word in arguments):
        return True
    before = ["", *arguments]
    words = [
        word
        for option, word in zip(before, arguments, strict=False)
        if option not in ("--language", "--passphrase-file") and not word.startswith("-") and word not in LANGUAGES
    ]
    return bool(words) and words[0] in COMMANDS


def language_of(arguments: Sequence[str]) -> str:
    """Return the language to speak: `--language`, else that of LANG where we have it, else German."""
    for index, word in enumerate(arguments):
        if word == "--language" and index + 1 < len(arguments):
            return language_named(arguments[index + 1])
        if word.startswith("--language="):
            return language_named(word.partition("=")[2])
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return language_named(system)


def refuse_desk(paths: Sequence[Path]) -> int | None:
    """Say on standard error why the desk cannot open with these words, and return the exit code; None where it can."""
    wrong = len(paths) > 1 or any(str(path).startswith("-") or not (path.suffix or path.exists()) for path in paths)
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if not wrong and (not sys.platform.startswith("linux") or any(os.environ.get(name) for name in displays)):
        return None
    from resources import messages

    language = language_of(())
    if wrong:
        call = f"votum [WORKSPACE] | votum {'|'.join(COMMANDS)} …"
        sys.stderr.write(messages.text("cli.wrong_use", language, detail=call) + "\n")
        return 2
    sys.stderr.write(messages.text("cli.no_display", language) + "\n")
    return 1
