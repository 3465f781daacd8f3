"""Standard output and error as commands need them: no character of a name or text can stop a command.

A pipe may speak Windows-1252 or ASCII, and a name on a disk need not be text at all. What libraries tell developers
about a file (log lines, warnings, tracebacks in them) is nothing for a person.
"""

import io
import logging
import sys
import warnings


def settle(*, json: bool) -> None:
    """Write what a stream cannot hold as an escape; a JSON document is UTF-8 whatever the surroundings say."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if json and stream is sys.stdout else stream.encoding
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def hush_libraries() -> None:
    """Keep their log lines and warnings off the terminal."""
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
