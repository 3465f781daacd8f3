"""Words the criteria to be talked about: what would flip the result, and who stands where."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import NotAssessable
from reviewer_app.domain.consolidation import Cause
from reviewer_app.domain.discussion import Topic
from reviewer_app.ui.panels.topic_list import TopicLine
from reviewer_app.ui.presenters.consolidation_words import ConsolidationWords

if TYPE_CHECKING:
    from reviewer_app.domain.consolidation import Consolidation


class TopicWords(QObject):
    """Words the topics of one consolidation in one language."""

    def __init__(self, case: "Consolidation", words: ConsolidationWords, language: str) -> None:
        """Prepare for one case."""
        super().__init__()
        self._case = case
        self._words = words
        self._language = language

    def line(self, topic: Topic, place: str) -> TopicLine:
        """Return the entry of a topic; `place` is its number in the order, empty for tight ones."""
        one = self._case.criterion(topic.key)
        title = self._case.catalogue.criterion(topic.key).title.read(self._language)
        effect = self._effect(topic) if place else self._tight_effect(topic)
        facts = self._facts(topic.key) if place else self._tight_facts(topic.key)
        return TopicLine(place or display.NOTHING, topic.key, title, self._words.span(one), effect, facts)

    def _effect(self, topic: Topic) -> str:
        if self._case.criterion(topic.key).agreed is None:
            return self.tr("Ohne Wert gibt es keinen Vorschlag. Wert von Hand setzen.")
        if topic.flip is None:
            return self.tr("Ändert das Ergebnis nicht. Wert von Hand setzen.")
        step = self._case.catalogue.scale.step
        result = self._words.result(topic.flip.figures)
        if topic.flip.below:
            bound = display.score(topic.flip.value + step, self._language)
            words = self.tr("Kippt zu {result}, wenn der Konsens unter {value} liegt.")
        else:
            bound = display.score(topic.flip.value, self._language)
            words = self.tr("Kippt zu {result}, wenn der Konsens mindestens {value} ist.")
        return words.format(result=result, value=bound)

    def _tight_effect(self, topic: Topic) -> str:
        flip = topic.flip
        if flip is None:
            return ""
        words = self.tr("Ein Schritt tiefer kippt zu {result}.")
        if not flip.below:
            words = self.tr("Ein Schritt höher kippt zu {result}.")
        return words.format(result=self._words.result(flip.figures))

    def _tight_facts(self, key: str) -> str:
        one, criterion = self._case.criterion(key), self._case.catalogue.criterion(key)
        value = display.score(one.agreed, self._language)
        if criterion.minimum is not None and one.agreed == criterion.minimum:
            return self.tr("Konsens {value} liegt genau auf Min {value}").format(value=value)
        return self.tr("Konsens {value}").format(value=value)

    def _facts(self, key: str) -> str:
        case = self._case
        one, minimum = case.criterion(key), case.catalogue.criterion(key).minimum
        answers = [(item.label, item.review.value(key)) for item in case.counted]
        parts = []
        if Cause.RANGE in one.causes:
            parts.append(self.tr("Spanne {value}").format(value=display.number(one.range, 1, self._language)))
        if Cause.MINIMUM in one.causes and minimum is not None:
            below = ", ".join(
                who for who, value in answers if not isinstance(value, NotAssessable | None) and value < minimum
            )
            shown = display.score(minimum, self._language)
            parts.append(self.tr("{who} unter Min {value}").format(who=below, value=shown))
        unable = ", ".join(who for who, value in answers if isinstance(value, NotAssessable))
        if unable:
            parts.append(self.tr("{who}: nicht beurteilbar").format(who=unable))
        return " · ".join(parts)
