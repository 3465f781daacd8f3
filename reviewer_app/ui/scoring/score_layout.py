"""Shares the width of the score scale out among its steps; a chosen one grows over its neighbours as its words need."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF

from reviewer_app.ui.scoring.score_step import ScoreStep


def share_out(steps: Sequence[ScoreStep], bar: QRectF, wider: float) -> None:
    """Give each step its place in `bar` by its units; a chosen or suggested one gets `wider` px more at each side."""
    unit = bar.width() / sum(step.units for step in steps)
    left = bar.left()
    for step in steps:
        width = unit * step.units
        grow = max(wider, (step.words_width - width) / 2) if step.isChecked() or step.suggested else 0
        start = min(max(left - grow, bar.left()), max(bar.right() - width - 2 * grow, bar.left()))
        end = min(max(left + width + grow, start + width + grow), bar.right())
        step.setGeometry(round(start), round(bar.top()), round(end) - round(start), round(bar.height()))
        left += width
    for step in steps:
        step.overlaid = (0, 0)
    for before, after in pairwise(steps):
        common = max(before.geometry().right() + 1 - after.x(), 0)
        if before.isChecked() or before.suggested:
            after.overlaid = (common, 0)
        else:
            before.overlaid = (before.overlaid[0], common)
