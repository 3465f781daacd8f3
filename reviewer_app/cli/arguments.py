"""The words of the command line: what may be typed, in the person's language."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn, override

from resources import messages
from resources.languages import LANGUAGES
from reviewer_app.cli.names import COMMANDS, NOT_YET

PRODUCTS = ("workbook", "sheets", "annotated", "archive")


class WrongUse(Exception):  # noqa: N818 # not an error of the program but of the call
    """The call's words are off; says how the command is called, and which word of which argument is no value of it."""

    def __init__(self, usage: str, name: str = "", value: str = "") -> None:
        """Keep how the command is called."""
        super().__init__(usage)
        self.name = name
        self.value = value


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Shows the call without the English word in front of it."""

    @override
    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:  # argparse's own types are private
        super().add_usage(usage, actions, groups, "" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    @override
    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:  # any type that an argument has
        try:
            return super()._get_values(action, arg_strings)
        except argparse.ArgumentError as error:
            usage = " ".join(self.format_usage().split())
            name = "/".join(action.option_strings) or str(action.metavar or action.dest)
            raise WrongUse(usage, name, " ".join(arg_strings)) from error

    @override
    def error(self, message: str) -> NoReturn:
        raise WrongUse(" ".join(self.format_usage().split()))


type Argument = tuple[tuple[str, ...], dict[str, Any]]


def _argument(*names: str, **options: Any) -> Argument:  # noqa: ANN401 # argparse takes whatever it knows
    return names, options


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _from_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _rect(text: str) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(part) for part in text.split(","))
    if not all(isfinite(one) for one in (left, bottom, right, top)) or left == right or bottom == top:
        raise ValueError(text)
    return left, bottom, right, top


WORKSPACE = _argument("workspace", type=Path, metavar="WORKSPACE")
JSON = _argument("--json", action="store_true")
APPLICATION = _argument("--application", metavar="NR")
CATALOGUE = _argument("--catalogue", type=Path, metavar="FILE.toml")

ARGUMENTS: Mapping[str, tuple[Argument, ...]] = {
    "demo": (
        _argument("folder", type=Path, metavar="DIR"),
        _argument("--applications", type=int, default=12),
        _argument("--reviewers", type=int, default=5),
        _argument("--seed", type=int, default=1),
        _argument("--no-files", action="store_true"),
    ),
    "new": (
        WORKSPACE,
        CATALOGUE,
        _argument("--title", default=""),
        _argument("--reference-date", type=_day, metavar="YYYY-MM-DD"),
    ),
    "import": (
        WORKSPACE,
        _argument("files", type=Path, nargs="+", metavar="FILE"),
        JSON,
        _argument("--create-missing", action="store_true"),
    ),
    "list": (WORKSPACE, JSON),
    "search": (
        WORKSPACE,
        _argument("text", metavar="TEXT"),
        JSON,
        APPLICATION,
        _argument("--criterion", metavar="KEY"),
    ),
    "annotate": (
        WORKSPACE,
        _argument("number", metavar="NR"),
        _argument("annex", metavar="ANNEX"),
        _argument("--page", type=_from_one, required=True, metavar="N"),
        _argument("--quote", metavar="TEXT"),
        _argument("--rect", type=_rect, metavar="X0,Y0,X1,Y1"),
        _argument("--nth", type=_from_one, metavar="K"),
        _argument("--kind", choices=("beleg", "zweifel", "widerspruch", "frage", "notiz"), default="beleg"),
        _argument("--criterion", metavar="B1"),
        _argument("--direction", choices=("for", "against")),
        _argument("--note", default="", metavar="TEXT"),
    ),
    "annotations": (
        WORKSPACE,
        APPLICATION,
        JSON,
        _argument("--output", type=Path, metavar="FILE.xlsx|.md|.json"),
        _argument("--take", action="store_true"),
    ),
    "consolidate": (WORKSPACE, APPLICATION, JSON),
    "export": (
        WORKSPACE,
        _argument("folder", type=Path, metavar="DIR"),
        *(_argument(f"--{product}", action="store_true") for product in PRODUCTS),
        APPLICATION,
        _argument("--variant", choices=("internal", "applicant", "pseudonymous"), default="internal"),
    ),
    "check": (WORKSPACE, JSON),
    "template": (
        _argument("kind", choices=("application", "scoring")),
        _argument("target", type=Path, metavar="OUT.xlsx"),
        CATALOGUE,
    ),
    "catalogue": (_argument("what", choices=("check",)), _argument("file", type=Path, metavar="FILE.toml")),
} | {name: (_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS),) for name in NOT_YET}


def parser_of(language: str) -> argparse.ArgumentParser:
    """Return the parser of all commands, its help in `language`."""

    def say(key: str) -> str:
        return messages.text(f"cli.help.{key}", language)

    def fresh(make: Callable[..., argparse.ArgumentParser], description: str, **more: Any) -> argparse.ArgumentParser:  # noqa: ANN401 # passed on to argparse
        parser = make(add_help=False, description=description, formatter_class=_Formatter, **more)
        options = parser.add_argument_group(say("options"))
        options.add_argument("-h", "--help", action="help", help=say("help"))
        options.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS, help=say("language"))
        options.add_argument(
            "--passphrase-file", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=say("passphrase_file")
        )
        return parser

    parser = fresh(_Parser, say("votum"), prog="votum")
    commands = parser.add_subparsers(dest="command", required=True, title=say("commands"), metavar=say("command"))
    for name, arguments in ARGUMENTS.items():
        listed = {} if name in NOT_YET else {"help": say(name)}
        command = fresh(lambda name=name, listed=listed, **more: commands.add_parser(name, **listed, **more), say(name))
        group = command.add_argument_group(say("arguments"))
        for names, options in arguments:
            action = group.add_argument(*names, **options)
            action.help = action.help or _help(name, names[0], language)
    return parser


def _help(command: str, argument: str, language: str) -> str:
    """Say what an argument is for: as this command means it, else as all do."""
    name = argument.lstrip("-").replace("-", "_")
    own = f"cli.argument.{command}_{name}"
    return messages.text(own if own in messages.entries() else f"cli.argument.{name}", language)


def without_rest(arguments: Sequence[str]) -> list[str]:
    """Cut the words behind a command that is not built yet, so that it is named as such whatever follows."""
    for index, word in enumerate(arguments):
        if word in NOT_YET:
            return list(arguments[: index + 1])
        if word in COMMANDS:
            break
    return list(arguments)
