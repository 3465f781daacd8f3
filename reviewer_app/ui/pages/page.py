"""What every page is: a widget that lays out, emits intent and shows values, and knows nothing of services.

The frame asks a page for its panes and a field for the page header; everything else goes through its presenter.
"""

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.theme import SizeClass, Theme


class Page(QWidget):
    """A passive page; `header_field` is shown in the page header left of the buttons (a filter, for example)."""

    header_field: QWidget | None = None

    def __init__(self, theme: Theme) -> None:
        """Keep the theme; subclasses lay out and connect `theme.changed` where they use lengths."""
        super().__init__()
        self.theme = theme
        self.size_class = SizeClass.NORMAL
        self.short = False

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 walks through, in their order; each must be able to take the focus."""
        return [self]

    def walk(self) -> bool:
        """Answer F6 and Shift+F6 itself where only one pane is in sight; False lets the frame walk."""
        return False

    def show_size(self, size: SizeClass, *, short: bool) -> None:
        """Arrange for another size class of the window; `short` is under 51 em of height. Call up to this one."""
        self.size_class = size
        self.short = short

    def take_focus(self) -> None:
        """Put the focus where work begins; called after the page is shown, unless a state was restored."""
        self.panes()[0].setFocus()
