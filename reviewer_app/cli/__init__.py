"""The command line, in three parts: what may be typed, what is done, what is printed."""

from reviewer_app.cli.arguments import COMMANDS
from reviewer_app.cli.commands import Store, complain, run

__all__ = ["COMMANDS", "Store", "complain", "run"]
