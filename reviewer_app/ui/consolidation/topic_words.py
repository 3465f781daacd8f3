"""Words the criteria to be talked about: what would flip the result, and who stands where."""

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import NotAssessable
from reviewer_app.domain.consolidation import Cause
from reviewer_app.domain.discussion import Topic
from reviewer_app.ui.consolidation.topic_list import TopicLine
from reviewer_app.ui.consolidation.words import ConsolidationWords

if TYPE_CHECKING:
    from reviewer_app.domain.consolidation import Consolidation

_MOST_NAMED = 3


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
            if self._case.criterion(topic.key).not_assessable:
                return self.tr("Ändert das Ergebnis nicht. Wert von Hand setzen.")
            return self.tr("Ändert das Ergebnis nicht.")
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
        if self._case.catalogue.scale.step == Fraction(1, 2):
            below, above = (
                self.tr("Ein halber Schritt tiefer kippt zu {result}."),
                self.tr("Ein halber Schritt höher kippt zu {result}."),
            )
        else:
            below, above = (
                self.tr("Ein Schritt tiefer kippt zu {result}."),
                self.tr("Ein Schritt höher kippt zu {result}."),
            )
        words = below if flip.below else above
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
            parts.append(self.tr("Spanne {value}").format(value=display.score(one.range, self._language)))
        if Cause.MINIMUM in one.causes and minimum is not None:
            numbers = [(who, value) for who, value in answers if isinstance(value, Fraction)]
            words = self.tr("{below} unter Min {value}, {above} darüber")
            if any(value == minimum for _, value in numbers):
                words = self.tr("{below} unter Min {value}, {above} nicht")
            parts.append(
                words.format(
                    below=self._named([who for who, value in numbers if value < minimum]),
                    above=self._named([who for who, value in numbers if value >= minimum]),
                    value=display.score(minimum, self._language),
                )
            )
        unable = [who for who, value in answers if isinstance(value, NotAssessable)]
        if unable:
            parts.append(self.tr("{who}: nicht beurteilbar").format(who=self._named(unable)))
        return " · ".join(parts)

    def _named(self, who: list[str]) -> str:
        """Return "G1", "G1 und G2", "G1, G2 und G3", or how many where there are more."""
        if len(who) > _MOST_NAMED:
            return str(len(who))
        *first, last = who
        return self.tr("{first} und {last}").format(first=", ".join(first), last=last) if first else last
