"""Points out of what can be reached, in words: one point is no „Punkten“."""

from PySide6.QtCore import QCoreApplication

_ONE = "1"
"""One point as a number is written without decimals, in German and in English."""


def points_of(points: str, maximum: str) -> str:
    """Return points out of a maximum; both as they are written."""
    if maximum == _ONE:
        return QCoreApplication.translate("points", "{points} von 1 Punkt").format(points=points)
    return QCoreApplication.translate("points", "{points} von {maximum} Punkten").format(points=points, maximum=maximum)


def out_of(maximum: str) -> str:
    """Return what can be reached, where the points stand elsewhere."""
    if maximum == _ONE:
        return QCoreApplication.translate("points", "von 1 Punkt")
    return QCoreApplication.translate("points", "von {maximum} Punkten").format(maximum=maximum)


def below(points: str, bound: str) -> str:
    """Return points that are under a bound."""
    if bound == _ONE:
        return QCoreApplication.translate("points", "{points} unter 1 Punkt").format(points=points)
    return QCoreApplication.translate("points", "{points} unter {bound} Punkten").format(points=points, bound=bound)
