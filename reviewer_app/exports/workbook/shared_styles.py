"""The looks that several sheets share, and the number formats that carry a sign as well as a colour."""

from fractions import Fraction

from reviewer_app.domain.scale import Scale
from reviewer_app.exports.workbook.styles import CellStyle

TITLE = CellStyle(size=14, bold=True)
STAND = CellStyle(colour="ink_2")
SENTENCE = CellStyle(bold=True, down="center")
HEAD = CellStyle(bold=True, colour="ink_2", fill="tint", top="thin:ink", bottom="thin:ink", wrap=True)
SECTION = CellStyle(size=11, bold=True)
SMALL_HEAD = CellStyle(bold=True, colour="ink_2", bottom="thin:ink")
BODY = CellStyle(bottom="thin:line", down="center")
PLAIN = CellStyle()
NOTE = CellStyle(colour="ink_2")
LINK = CellStyle(colour="accent", underline=True, bottom="thin:line", down="center", people=True)

RESULT_TONES = {
    "admit": "ok",
    "conditions": "warn",
    "defer": "info",
    "refuse": "err",
    "verbleib": "ok",
    "ausschluss": "err",
    "not_ready": "",
}
"""Tone of a result or vote by its key in the catalogue; others stay neutral."""

COUNT_BAD = '[=0]"–";"▼ "0'
COUNT_OPEN = '[=0]"–";"◆ "0'
TOTAL = "0.0"
MEAN = "0.00"
DAY = "DD.MM.YYYY"


def score_form(scale: Scale) -> str:
    """Give the format of scores and their spans: the decimals of the scale."""
    return f"0.{'0' * scale.decimals}"


def middle_form(score: str) -> str:
    """Give the format of means and medians to that of scores: one decimal more, as medians lie between two steps."""
    return f"{score}0"


def share_form(threshold: Fraction | None, prefix: str = "", digits: int = 0) -> str:
    """Give the format of a share: ▼ below the threshold, ✓ from it on; `prefix` stands before both."""
    places = f".{'0' * digits}" if digits else ""
    if threshold is None:
        return f'"{prefix}"0{places} %' if prefix else f"0{places} %"
    return f'[<{float(threshold):g}]"{prefix}▼ "0{places} %;"{prefix}✓ "0{places} %'


def safe(word: str) -> str:
    """Give a word that may stand in quotes inside a number format."""
    return word.replace('"', "'")
