"""The help over a dialog, where the pane beside the page is out of reach."""

from typing import TYPE_CHECKING

from reviewer_app.ui.help.help_pane import HelpPane
from reviewer_app.ui.help.presenter import HelpPresenter, topic_of
from reviewer_app.ui.shell.dialog import Dialog

if TYPE_CHECKING:
    from reviewer_app.ui.shell.main_window import MainWindow


class HelpDialog(Dialog):
    """The same pane in a dialog of its own; Esc goes back to the dialog below."""

    def __init__(self, below: Dialog, window: "MainWindow") -> None:
        """Show the page for what has the focus in `below`."""
        super().__init__(below.theme, below, self.tr("Hilfe"), 460, "", self.tr("Schließen"))
        self.pane = HelpPane(below.theme)
        self.pane.setProperty("edge", "")
        self.pane.show_room(covers=True)
        self.pane.setMinimumHeight(below.theme.em(420))
        self.body.addWidget(self.pane)
        self._presenter = HelpPresenter(window.context, self.pane, window.actions_table)
        self._presenter.open(topic_of(below.focusWidget() or below, ""))
        self.pane.closed.connect(self.reject)

    @classmethod
    def show_over(cls, below: Dialog, window: "MainWindow") -> None:
        """Show it until it is closed."""
        cls(below, window).exec()
