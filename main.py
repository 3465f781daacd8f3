"""Votum: arguments become paths, paths a store, and then a desk or a command runs.

The only module that knows both the store and the window; it decides nothing else.
"""

import sys


def main() -> int:
    """Run the command line or the desk and return the exit code."""
    print("votum: no command is built yet", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
