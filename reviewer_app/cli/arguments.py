"""The words of the command line: what may be typed, in the person's language."""

import argparse
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn, override

from resources import messages

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


class WrongUse(Exception):  # noqa: N818 # not an error of the program but of the call
    """The call's words are off."""


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        raise WrongUse(message)


def language_of(arguments: Sequence[str]) -> str:
    """Return the language to speak: `--language`, else English where LANG starts with `en`, else German."""
    for index, word in enumerate(arguments):
        if word == "--language" and index + 1 < len(arguments):
            return "en" if arguments[index + 1] == "en" else "de"
        if word.startswith("--language="):
            return "en" if word.endswith("=en") else "de"
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if spoken.startswith("en") else "de"


def parser_of(language: str) -> argparse.ArgumentParser:
    """Return the parser of all commands, its help in `language`."""

    def say(key: str) -> str:
        return messages.text(f"cli.help.{key}", language)

    common = _Parser(add_help=False)
    common.add_argument("--language", choices=("de", "en"), default=language, help=say("language"))
    common.add_argument("--passphrase-file", type=Path, help=argparse.SUPPRESS)
    parser = _Parser(prog="votum", description=say("votum"), parents=[common])
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=say(name), description=say(name), parents=[common])

    demo = command("demo")
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--applications", type=int, default=12)
    demo.add_argument("--reviewers", type=int, default=5)
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--no-files", action="store_true")
    new = command("new")
    new.add_argument("workspace", type=Path, metavar="WORKSPACE")
    new.add_argument("--catalogue", type=Path, metavar="FILE.toml")
    new.add_argument("--title", default="")
    new.add_argument("--reference-date", type=_day, metavar="YYYY-MM-DD")
    take = command("import")
    take.add_argument("workspace", type=Path, metavar="WORKSPACE")
    take.add_argument("files", type=Path, nargs="+", metavar="FILE")
    take.add_argument("--json", action="store_true")
    take.add_argument("--create-missing", action="store_true")
    listing = command("list")
    listing.add_argument("workspace", type=Path, metavar="WORKSPACE")
    listing.add_argument("--json", action="store_true")
    together = command("consolidate")
    together.add_argument("workspace", type=Path, metavar="WORKSPACE")
    together.add_argument("--application", metavar="NR")
    together.add_argument("--json", action="store_true")
    out = command("export")
    out.add_argument("workspace", type=Path, metavar="WORKSPACE")
    out.add_argument("folder", type=Path, metavar="DIR")
    for product in ("workbook", "sheets", "annotated", "archive"):
        out.add_argument(f"--{product}", action="store_true")
    out.add_argument("--application", metavar="NR")
    out.add_argument("--variant", choices=("internal", "applicant", "pseudonymous"), default="internal")
    check = command("check")
    check.add_argument("workspace", type=Path, metavar="WORKSPACE")
    check.add_argument("--json", action="store_true")
    template = command("template")
    template.add_argument("kind", choices=("application", "scoring"))
    template.add_argument("target", type=Path, metavar="OUT.xlsx")
    template.add_argument("--catalogue", type=Path, metavar="FILE.toml")
    catalogue = command("catalogue")
    catalogue.add_argument("what", choices=("check",))
    catalogue.add_argument("file", type=Path, metavar="FILE.toml")
    for name in NOT_YET:
        command(name).add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _day(text: str) -> date:
    return date.fromisoformat(text)


def without_rest(arguments: Sequence[str]) -> list[str]:
    """Cut the words behind a command that is not built yet, so that it is named as such whatever follows."""
    for index, word in enumerate(arguments):
        if word in NOT_YET:
            return list(arguments[: index + 1])
        if word in COMMANDS:
            break
    return list(arguments)
