"""The memory of the desk with the demo: after the list, an application and a paper."""

import sys
from pathlib import Path

from tests.bench import children
from tests.bench.material import CASE, PAPER
from tests.bench.moves import Moves


def main() -> None:
    """Open all three and print."""
    app = children.application()
    moves = Moves(children.open_desk(app, Path(sys.argv[1])))
    figures = {"list": children.memory()}
    moves.open(CASE)
    moves.settled()
    figures["application"] = children.memory()
    moves.open_paper(PAPER)
    moves.settled()
    figures["memory"] = children.memory()
    children.close_desk(moves.desk)
    children.answer(figures)


if __name__ == "__main__":
    main()
