"""Passphrases come from a file, from standard input or from a variable, never from an argument that others can see."""

import argparse
import os
import sys
from pathlib import Path

from reviewer_app.domain.errors import MendableError

VARIABLE = "VOTUM_PASSPHRASE"
_MOST_BYTES = 100_000


def offer_passphrases(chosen: argparse.Namespace) -> None:
    """Let the lines of `--passphrase-file` (`-`: standard input) and the variable be tried at locked annexes.

    Raises MendableError("passphrase_file") where the file cannot be read.
    """
    path: Path | None = getattr(chosen, "passphrase_file", None)
    given = os.environ.get(VARIABLE, "")
    lines = [*_lines(path), given] if path is not None else [given] if given else []
    if lines:
        from reviewer_app.services.annexes.passwords import offer

        offer(lines)


def _lines(path: Path) -> list[str]:
    if str(path) == "-":
        return sys.stdin.read(_MOST_BYTES).splitlines()
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.read(_MOST_BYTES).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MendableError("passphrase_file", str(path)) from error
