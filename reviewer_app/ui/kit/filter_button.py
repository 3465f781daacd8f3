"""A filter as a button with a menu: one value or all; shows what is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.theme import Theme


class FilterButton(Button):
    """`value_chosen` carries the key a person chose, empty for all; `is_short` shows a value without its label.

    A value whose words begin with its key is then shown by its key.
    """

    value_chosen = Signal(str)

    def __init__(self, theme: Theme, label: str, everything: str = "") -> None:
        """Filter by what `label` names; `everything` is the words for no filter (none: one value is always chosen)."""
        super().__init__(theme, label, Kind.FLAT, "down")
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
