"""Votum: arguments become paths, paths a store, and then a desk or a command runs.

The only module that knows both the store and the window; it decides nothing else.
"""

import sys

OLDEST = (3, 12)


def main() -> int:
    """Run the command line or the desk and return the exit code."""
    if sys.version_info < OLDEST:
        print("Votum braucht Python 3.12 oder neuer; bitte mit python3.12 oder python3.13 starten.", file=sys.stderr)
        return 1
    arguments = sys.argv[1:]
    from reviewer_app.cli.names import is_command

    if is_command(arguments):
        from db.store import Store, clock
        from reviewer_app.cli.commands import run
        from reviewer_app.cli.streams import hush_libraries

        hush_libraries()
        return run(arguments, Store(), clock)
    return open_desk(arguments)


def open_desk(arguments: list[str]) -> int:
    """Open the desk on the workspace that is named, or on its start page."""
    from pathlib import Path

    from reviewer_app.cli.names import refuse_desk

    paths = [Path(word) for word in arguments]
    refused = refuse_desk(paths)
    if refused is not None:
        return refused
    from db.store import Store, clock
    from reviewer_app.ui.shell.stores import Stores
    from reviewer_app.ui.start import run_desk

    store = Store()
    stores = Stores(
        store.open,
        store.create_default,
        store.demo_round,
        store.copy,
        store.report_incident,
        read=lambda path: store.open(path, read_only=True),
        cached_list=store.cached_list,
    )
    return run_desk(stores, paths[0] if paths else None, clock=clock)


if __name__ == "__main__":
    sys.exit(main())
