"""Shows in the panel what is answered: the map, the open criterion or the general impression, and how it all stands."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer_app.ui.reading.score_panel import OVERALL
from reviewer_app.ui.reading.words import ReadingWords

if TYPE_CHECKING:
    from reviewer_app.domain.review import ReviewOrigin
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.reading.answers import Answers
    from reviewer_app.ui.reading.score_panel import ScorePanel
    from reviewer_app.ui.scoring.criterion_words import CriterionWords
    from reviewer_app.ui.shell.context import Context


class ScoringDisplay:
    """Fills a panel with answers as they stand before they are stored."""

    def __init__(self, context: "Context", panel: "ScorePanel", answers: "Answers") -> None:
        """Show in `panel` what `answers` holds."""
        self._context = context
        self._panel = panel
        self._answers = answers

    def show_map(self, reading: "Reading", key: str) -> None:
        """Show an answer in the map before it is stored; everything else follows from the store."""
        self._panel.show_map(reading.catalogue, self._answers.values(), key, self._context.language)

    def parts(self, reading: "Reading", words: "CriterionWords", key: str, origin: "ReviewOrigin") -> Iterator[None]:
        """Show part by part how the review stands and what is open: a criterion or OVERALL."""
        said = ReadingWords(self._context.language, self._context.today)
        self._panel.show_standing(words.standing(reading.running), whose=said.whose(reading, origin))
        yield
        if key == OVERALL:
            self._panel.show_overall(self._answers.text(OVERALL), locked=bool(reading.locked))
            yield
            return
        criterion, value, text = reading.catalogue.criterion(key), self._answers.value(key), self._answers.text(key)
        view = words.base(criterion, reading.hints.get(key) if self._context.settings.values.hints else None)
        self._panel.show_criterion(
            replace(
                view,
                value=value,
                rationale=text,
                duty=words.duty(criterion, value, text),
                locked=bool(reading.locked),
                others=said.others(reading, key),
            )
        )
        yield
