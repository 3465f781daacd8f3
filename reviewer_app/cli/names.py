"""The names of the commands, known without loading any of them: opening the desk must not pay for the command line."""

from collections.abc import Sequence

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
NOT_YET = ("search", "annotate", "annotations", "verify")


def is_command(arguments: Sequence[str]) -> bool:
    """Say whether a call is a command (or asks for help), not the desk with a workspace."""
    if any(word in ("-h", "--help") for word in arguments):
        return True
    words = [word for word in arguments if not word.startswith("-") and word not in ("de", "en")]
    return bool(words) and words[0] in COMMANDS
