"""Words that a search has found in the reasons of a criterion: marked until another is opened, and gone to once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer_app.domain.text_finding import Wanted
from reviewer_app.ui.consolidation.page import CRITERION, ConsolidationPage
from reviewer_app.ui.kit.theme import SizeClass

if TYPE_CHECKING:
    from reviewer_app.services.consolidating import Case


class FoundReasons:
    """Knows the words for one criterion of the case in sight, and whose reason they were found in."""

    def __init__(self, page: ConsolidationPage, show: Callable[[], None]) -> None:
        """Begin without words; `show` shows the case anew, where one is loaded."""
        self._page, self._show_case = page, show
        self._criterion, self._words, self._who = "", Wanted(), ""
        self._waits = False

    def want(self, criterion: str, words: Wanted, who: str) -> None:
        """Mark words as soon as the criterion is shown, and go to the reason of the person called `who`."""
        self._criterion, self._words, self._who, self._waits = criterion, words, who, True
        self._show_case()

    def forget(self) -> None:
        """Mark nothing from the next time on that a criterion is shown."""
        self._criterion, self._words, self._who, self._waits = "", Wanted(), "", False

    def words(self, criterion: str) -> Wanted:
        """Return what is to be marked in the reasons of a criterion."""
        return self._words if criterion == self._criterion else Wanted()

    def arrive(self, case: "Case", criterion: str) -> None:
        """Go to the reason, once it is shown."""
        waits, self._waits = self._waits and bool(self.words(criterion)), False
        if waits:
            counted = case.consolidation.counted
            place = next((at for at, one in enumerate(counted) if one.review.reviewer.name == self._who), 0)
            if self._page.size_class <= SizeClass.COMPACT:
                self._page.show_pane(CRITERION)
            self._page.criterion.cards.focus_card(place)
