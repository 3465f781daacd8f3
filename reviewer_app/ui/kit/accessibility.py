"""What screen readers and the keyboard need beyond Qt: announcements, and the order of Tab among late widgets."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Say `text` politely; nothing happens where no screen reader listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def set_tab_order(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each widget to the next; only widgets without children that take the focus themselves.

    Those that follow each other already are left alone: taken out of Qt's ring once more, with hidden ones between
    them, they made a ring of their own that Tab did not leave again.
    """
    stops = list(widgets)
    within = _common(stops)
    for before, after in pairwise(stops):
        if within is None or not _follows(before, after, within):
            QWidget.setTabOrder(before, after)


def _common(widgets: list[QWidget]) -> QWidget | None:
    """Return the nearest widget that all of them are in."""
    found = widgets[0].parentWidget() if widgets else None
    while found is not None and not all(found.isAncestorOf(one) for one in widgets):
        found = found.parentWidget()
    return found


def _follows(before: QWidget, after: QWidget, within: QWidget) -> bool:
    """Say whether Tab comes from one widget to another with nothing in sight between them."""
    found = before.nextInFocusChain()
    while found is not None and found is not after:
        takes = bool(found.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if found is before or (takes and (not within.isAncestorOf(found) or found.isVisibleTo(within))):
            return False
        found = found.nextInFocusChain()
    return found is after
