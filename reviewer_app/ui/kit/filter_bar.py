"""The bar above a list: segments, filters, order; filters and order fold into one button where there is little room."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.ui.kit.accessibility import set_tab_order
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import Panel
from reviewer_app.ui.kit.theme import Theme


class FilterButton(Button):
    """A menu of which one value or all is chosen; `value_chosen` carries the key, empty for all.

    `is_short` shows a value without its label; one whose words begin with its key is then shown by its key.
    """

    value_chosen = Signal(str)

    def __init__(self, theme: Theme, label: str, everything: str = "") -> None:
        """Filter by what `label` names; `everything` is the words for no filter (none: one value is always chosen)."""
        super().__init__(theme, label, ButtonKind.FLAT, "down")
        self.icon_right = True
        self.is_short = False
        self._label = label
        self._everything = everything
        self._values: dict[str, str] = {}
        self._chosen = ""
        self._menu = QMenu(self)
        self._menu.setWindowTitle(label)
        self._menu.setAccessibleName(label)
        self.clicked.connect(self._on_clicked)

    def show_values(self, values: Mapping[str, str], chosen: str) -> None:
        """Offer values (words by key) and show which is chosen."""
        self._values = dict(values)
        self.show_chosen(chosen)

    def show_chosen(self, chosen: str) -> None:
        """Show which value is chosen."""
        self._chosen = chosen
        words = self._values.get(chosen, "")
        if self.is_short:
            self.setText((chosen if words.startswith(f"{chosen} ") else words) or self._label)
        elif not self._everything:
            self.setText(f"{self._label} {words}")
        else:
            self.setText(f"{self._label}: {words}" if words else self._label)
        self.setAccessibleDescription(words or self._everything)
        self.updateGeometry()

    @property
    def label(self) -> str:
        """What is filtered by."""
        return self._label

    @property
    def is_filtering(self) -> bool:
        """Whether one value is chosen and not all."""
        return bool(self._everything) and bool(self._chosen)

    def fill(self, menu: QMenu) -> None:
        """Offer the values in a menu, the chosen one marked."""
        for old in menu.findChildren(QActionGroup):
            old.deleteLater()
        group = QActionGroup(menu)
        every = {"": self._everything} if self._everything else {}
        for key, words in {**every, **self._values}.items():
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == self._chosen)
            action.setData(key)
            action.triggered.connect(self._on_action_triggered)
            group.addAction(action)

    def open_menu(self, under: QWidget | None = None) -> None:
        """Open the menu under the button, or under another one that stands for it."""
        place = under or self
        self._menu.clear()
        self.fill(self._menu)
        self._menu.popup(place.mapToGlobal(QPoint(0, place.height())))
        self._menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_clicked(self) -> None:
        self.open_menu()

    def _on_action_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.value_chosen.emit(str(sender.data()))  # type: ignore[attr-defined] # reason: a QAction of our menu


class FilterBar(Panel):
    """Its parts are public; what a choice means is the page's business."""

    def __init__(self, theme: Theme, segments: tuple[str, ...]) -> None:
        """Offer `segments` by key; words come later."""
        super().__init__("window", "bottom")
        self._theme = theme
        self.filters: tuple[FilterButton, ...] = ()
        self.segments = SegmentSwitch(theme, segments, self.tr("Teil der Liste"))
        self.sort = FilterButton(theme, self.tr("Sortiert nach"))
        self.folded = Button(theme, self.tr("Filter"), ButtonKind.FLAT, "down")
        self.folded.icon_right = True
        self._menu = QMenu(self)
        self._menu.setWindowTitle(self.tr("Filter"))
        self._menu.setAccessibleName(self.tr("Filter"))
        self.row = RowLayout(theme, gap=6, margins=(20, 4, 16, 8), parent=self)
        self.row.add(self.segments, 1, self.sort, self.folded)
        self.folded.hide()
        self.folded.clicked.connect(self.open_folded)

    def add_filters(self, filters: Sequence[FilterButton]) -> None:
        """Offer filters behind the segments, in their order; values come later."""
        for one in filters:
            self.row.insertWidget(1 + len(self.filters), one)
            self.filters = (*self.filters, one)
        set_tab_order([*self.filters[-1:], self.sort, self.folded])

    def show_narrow(self, *, narrow: bool) -> None:
        """Fold filters and order into one button where there is no room for them."""
        for widget in (*self.filters, self.sort):
            widget.setVisible(not narrow)
        self.folded.setVisible(narrow)

    @property
    def fits(self) -> bool:
        """Whether segments, filters and order stand side by side in the width there is."""
        parts = (self.segments, *self.filters, self.sort)
        margins = self.row.contentsMargins()
        needed = sum(one.sizeHint().width() for one in parts) + self.row.spacing() * (len(parts) + 1)
        return needed + margins.left() + margins.right() <= self.width()

    def show_chosen(self, *chosen: str) -> None:
        """Show what is filtered by, in the order of the filters, and on the folded button by how much."""
        for one, key in zip(self.filters, chosen, strict=True):
            one.show_chosen(key)
        count = sum(one.is_filtering for one in self.filters)
        words = self.tr("Filter")
        self.folded.setText(f"{words} {count}" if count else words)
        self.folded.updateGeometry()

    def open_sort(self) -> None:
        """Open the menu of orders, wherever its button is."""
        self.sort.open_menu(self.folded if self.folded.isVisible() else None)

    def open_folded(self) -> None:
        """Open one menu with all filters and the order in it."""
        self._menu.clear()
        for old in self._menu.findChildren(QMenu):
            old.deleteLater()
        for one in (*self.filters, self.sort):
            inner = self._menu.addMenu(one.label)
            inner.setWindowTitle(one.label)
            one.fill(inner)
        self._menu.popup(self.folded.mapToGlobal(QPoint(0, self.folded.height())))
        self._menu.setFocus(Qt.FocusReason.PopupFocusReason)
