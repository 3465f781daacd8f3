"""The header of a page: back, title, facts, chips, stepper, a field of the page, and at most two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QWidget

from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton, StepButton
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.status_chip import ChipButton, StatusChip
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.actions import Actions, action_text
from reviewer_app.ui.shell.presenter import Header

_CHIPS = 3
_BUTTONS = 2
_BACK, _NARROW_BACK = 200, 112
_TITLE = 240
"""Px at 100 % that the title keeps before facts, chips and the words of back do."""
"""Width in em units that the name of the page behind may take; a longer one is elided, its whole is in the tip."""
_COUNT = 6
"""Characters of facts that are no more than a number: the count of a list stays beside its title when narrow."""


class _ActionButton(Button):
    """A header button that carries out an action of the table and follows its state."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._action = ""
        self.clicked.connect(self._on_clicked)

    def show_action(self, action: str, *, primary: bool, short: bool) -> None:
        """Stand for an action; an empty id hides the button, `short` shows the icon alone."""
        self._action = action
        self.setVisible(bool(action))
        if not action:
            return
        self.show_kind(ButtonKind.PRIMARY if primary else ButtonKind.OUTLINED)
        self.icon_name = "" if primary else self._actions.row(action).icon
        words = self._actions[action].text()
        self.setText("" if short and self.icon_name else words)
        self.setAccessibleName(words)
        self.refresh()

    def refresh(self) -> None:
        """Follow whether the action is enabled, and say why it is not; nothing while nobody carries it out yet."""
        if self._action:
            reason = self._actions.reason(self._action)
            self.setEnabled(not reason)
            if self._actions.handler(self._action) is None:
                reason = ""
            self.setToolTip(reason or ("" if self.text() else self.accessibleName()))
            self.setAccessibleDescription(reason)
            self.updateGeometry()

    def _on_clicked(self) -> None:
        self._actions.trigger(self._action)


class PageHeader(Panel):
    """The header; `step_chosen` (-1 or +1) says what a person wants, its buttons for back and menu stand open."""

    step_chosen = Signal(int)

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__("surface", "bottom")
        self._theme = theme
        self._actions = actions
        self._field: QWidget | None = None
        self.menu_button = IconButton(theme, "menu", self.tr("Menü"))
        self.back_button = Button(theme, "", ButtonKind.FLAT, "back")
        self._line = QFrame()
        self._line.setProperty("ground", "quiet")
        self.title = ElidedText("", "title")
        self._facts = ElidedText("", "small", "text2")
        self.chip_button = ChipButton(theme)
        self._chips = [StatusChip(theme) for _ in range(_CHIPS)]
        self._note = Text("", "small", "text2")
        self._before = StepButton(theme, "back", action_text("previous_application"), -1)
        self._position = Text("", "small", "text2")
        self._after = StepButton(theme, "forward", action_text("next_application"), 1)
        self._reason = ElidedText("", "small", "text2")
        self._reason.hide()
        self._buttons = [_ActionButton(theme, actions) for _ in range(_BUTTONS)]
        self._explains = True
        self._row = RowLayout(theme, gap=10, margins=(12, 0, 12, 0), parent=self)
        self._lay_out()
        self.menu_button.hide()
        for button in (self._before, self._after):
            button.stepped.connect(self.step_chosen)
        self.chip_button.action_chosen.connect(actions.trigger)
        actions.actions_changed.connect(self._on_actions_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        row = self._row
        left: list[QWidget] = [self.menu_button, self.back_button, self._line, self.title, self._facts]
        for widget in (*left, self.chip_button, *self._chips):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for other in (self._note, self._before, self._position, self._after, self._reason, *self._buttons):
            row.addWidget(other, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_header(self, header: Header, back: str, field: QWidget | None, *, as_list: bool, narrow: bool) -> None:
        """Show a page's header; `back` names where back goes (empty: nowhere), `field` is the page's own field."""
        self.show_ground("window" if as_list else "surface", "" if as_list else "bottom")
        self.title.setProperty("role", "page" if as_list and not narrow else "title")
        self.style().unpolish(self.title)
        self.style().polish(self.title)
        shown = QFontMetrics(self._theme.font("body")).elidedText(
            back, Qt.TextElideMode.ElideRight, self._theme.em(_NARROW_BACK if narrow else _BACK)
        )
        self.back_button.setText(shown.replace("&", "&&"))
        self.back_button.setToolTip(back if shown != back else "")
        self.back_button.setAccessibleName(self.tr("Zurück zu {page}").format(page=back) if back else "")
        self.back_button.setVisible(bool(back) and not as_list)
        self._line.setVisible(bool(back) and not as_list)
        self.title.setText(header.title)
        words = self.title.fontMetrics().horizontalAdvance(header.title)
        self.title.setMinimumWidth(0 if narrow else min(words, self._theme.em(_TITLE)))
        self._facts.setText(header.facts)
        room = not narrow or (as_list and len(header.facts) <= _COUNT)
        self._facts.setVisible(bool(header.facts) and room)
        plain = [chip for chip in header.chips if not chip.action]
        self.chip_button.show_chip(next((chip for chip in header.chips if chip.action and not narrow), None))
        for place, chip in enumerate(self._chips):
            chip.show_chip(plain[place] if place < len(plain) and not narrow else None)
        self._explains = not header.note and not narrow
        self._note.setText(header.note)
        self._note.setVisible(bool(header.note) and not narrow)
        self._show_stepper(header.stepper)
        for place, button in enumerate(self._buttons):
            action = header.buttons[place] if place < len(header.buttons) else ""
            button.show_action(action, primary=action == header.primary, short=narrow)
        self._show_reason()
        self._show_field(field)
        left = self._theme.em(20 if as_list and not narrow else 12)
        self._row.setContentsMargins(left, 0, self._theme.em(12), 0)

    def _show_reason(self) -> None:
        """Say beside a disabled button why it is, unless the page says so itself."""
        reasons = [button.accessibleDescription() for button in self._buttons if not button.isHidden()]
        reason = next(filter(None, reasons), "") if self._explains else ""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _show_stepper(self, stepper: tuple[int, int] | None) -> None:
        for widget in (self._before, self._position, self._after):
            widget.setVisible(stepper is not None)
        if stepper is not None:
            position, count = stepper
            self._position.setText(self.tr("{n} von {count}").format(n=position, count=count))
            self._before.setEnabled(position > 1)
            self._after.setEnabled(position < count)

    def _show_field(self, field: QWidget | None) -> None:
        if field is self._field:
            return
        if self._field is not None:
            self._row.removeWidget(self._field)
            self._field.hide()
        self._field = field
        if field is not None:
            self._row.insertWidget(self._row.indexOf(self._buttons[0]), field, 0, Qt.AlignmentFlag.AlignVCenter)
            field.show()

    def _on_actions_changed(self) -> None:
        for button in self._buttons:
            button.refresh()
        self._show_reason()

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._line.setFixedSize(1, theme.em(28))
        self.setFixedHeight(theme.height("header") + 1)
