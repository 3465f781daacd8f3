"""Words the consolidation of one application: matrix, open criterion, what is to be talked about, what was agreed.

The suggested result has words of its own in `result_words`.
"""

from collections.abc import Sequence
from fractions import Fraction

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.reviews.consolidation import (
    Cause,
    ConsensusOrigin,
    Consolidation,
    CriterionFigures,
    Lapse,
    Lapsed,
    Release,
)
from reviewer_app.domain.reviews.discussion import Topic, outcome
from reviewer_app.domain.reviews.scoring import Figures
from reviewer_app.domain.scale import NotAssessable, Value, written_number
from reviewer_app.exports.figure_marks import Marked, Status, spread_mark, status_mark
from reviewer_app.exports.figures import criterion_strip
from reviewer_app.services.ports import HistoryEntry
from reviewer_app.ui.consolidation.consensus_panel import HistoryLine
from reviewer_app.ui.consolidation.discussion_list import DiscussionLine
from reviewer_app.ui.consolidation.matrix_model import ConsensusCell, MatrixColumn, MatrixRow, ReviewerHead
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated
from reviewer_app.ui.scoring.spread_axis import row_strip
from reviewer_app.ui.scoring.spread_axis import spoken as spoken_strip
from reviewer_app.ui.scoring.words import short

_MOST_NAMED = 3


class ConsolidationWords(Translated):
    """Words one consolidation in one language; with `hide_names` reviewers are G1, G2 … only."""

    def __init__(self, case: Consolidation, language: str, *, hide_names: bool = False) -> None:
        self._case = case
        self._language = language
        self._hide = hide_names

    def _score(self, value: Value | None) -> str:
        return locale.score(value, self._language, self._case.catalogue.scale.decimals)

    # The matrix

    def heads(self) -> tuple[ReviewerHead, ...]:
        """Return the reviewers that count, in the order of G1 … Gn."""
        return tuple(
            ReviewerHead(one.label, "" if self._hide else one.review.reviewer.name, place)
            for place, one in enumerate(self._case.counted)
        )

    def columns(self) -> dict[MatrixColumn, str]:
        """Return the titles of the columns that are no reviewers."""
        low, high = self._case.catalogue.scale.minimum, self._case.catalogue.scale.maximum
        ends = f"{short(min(low, Fraction(0)), self._language)}–{short(high, self._language)}"
        return {
            MatrixColumn.TITLE: self.tr("Kriterium"),
            MatrixColumn.STRIP: self.tr("Streuung {ends}").format(ends=ends),
            MatrixColumn.SPREAD: self.tr("Spanne"),
            MatrixColumn.CONSENSUS: self.tr("Konsens"),
        }

    def rows(self) -> tuple[MatrixRow, ...]:
        """Return all rows area by area, without names; the database thread asks, because it takes its time."""
        found = []
        for area, figures in zip(self._case.catalogue.areas, self._case.figures.areas, strict=True):
            share = locale.share(figures.share, self._case.catalogue.thresholds()[0], self._language)
            title = area.title.read(self._language)
            spoken = (area.key, title, *[""] * (len(self._case.counted) + 2), share)
            found.append(MatrixRow(area.key, title, area=figures, spoken=spoken))
            found += [self._row(self._case.criterion(one.key)) for one in area.criteria]
        return tuple(found)

    def _row(self, one: CriterionFigures) -> MatrixRow:
        case = self._case
        criterion = case.catalogue.criterion(one.key)
        values = tuple(item.review.value(one.key) for item in case.counted)
        strip = criterion_strip(case, one.key)
        cell = ConsensusCell(one.agreed, is_set=one.consensus is not None, is_open=one in self._case.unsettled)
        title = criterion.title.read(self._language)
        said = [self._said(one.key, item.label, value) for item, value in zip(case.counted, values, strict=True)]
        spoken = (
            one.key,
            title,
            *said,
            spoken_strip(strip, self._language, self.tr("Median"), self.tr("Mindestwert")),
            self._spread_words(one),
            f"{one.key}, {self._consensus_words(one)}",
        )
        return MatrixRow(
            one.key, title, None, values, criterion.minimum, row_strip(strip), self.spread(one), cell, spoken
        )

    def _said(self, key: str, label: str, value: object) -> str:
        if isinstance(value, Fraction):
            missed = self._case.catalogue.criterion(key).is_missed_by(value)
            text = f"{key}, {label}: {self._score(value)}"
            return self.tr("{text}, unter Mindestwert").format(text=text) if missed else text
        if isinstance(value, NotAssessable):
            return self.tr("{key}, {label}: nicht beurteilbar").format(key=key, label=label)
        return self.tr("{key}, {label}: kein Wert").format(key=key, label=label)

    def spread(self, one: CriterionFigures) -> Marked:
        """Return the spread mark; ▼ only where the median is under the minimum, else ◆, ◇ or the number alone."""
        shown = self._score(one.range)
        if one.causes and one.below_minimum:
            return status_mark(Status.MISSED, shown, self._language)
        return spread_mark(one, self._case.catalogue.scale, self._language)

    def _spread_words(self, one: CriterionFigures) -> str:
        shown = self._score(one.range)
        text = self.tr("Spanne {value}").format(value=shown)
        return self.tr("{text}, Klärungsbedarf").format(text=text) if one.needs_discussion else text

    def _consensus_words(self, one: CriterionFigures) -> str:
        if one.consensus is not None:
            return self.tr("Konsens {value}").format(value=self._score(one.consensus.value))
        if one.lapsed is not None:
            return self.tr("Konsens wieder offen")
        if one.agreed is None or one.is_open:
            return self.tr("Konsens offen")
        return self.tr("Vorschlag {value}").format(value=self._score(one.agreed))

    # The open criterion

    def chip(self, one: CriterionFigures) -> Chip | None:
        """Return the chip beside the title: why the criterion is to be talked about."""
        if not one.needs_discussion:
            return None
        shown = self._score(one.range)
        if Cause.RANGE in one.causes:
            words = self.tr("Spanne {value}").format(value=shown)
        elif Cause.MINIMUM in one.causes:
            words = self.tr("Mindestwert umstritten")
        else:
            words = self.tr("n.\u00a0b. vorhanden")
        return Chip(words, Glyph.DIAMOND, "warn")

    def figures(self, one: CriterionFigures) -> str:
        """Return median, mean and what the scale is prefilled with."""
        parts = [
            self.tr("Median {value}").format(value=self._score(one.median)),
            self.tr("Mittel {value}").format(value=locale.mean(one.mean, self._language)),
        ]
        if one.suggested is not None:
            suggested = self._score(one.suggested)
            parts.append(self.tr("Vorbelegung {value}").format(value=suggested))
        return " · ".join(parts)

    def duty(self, one: CriterionFigures, value: Fraction | None) -> str:
        """Say why a reason is compulsory; empty where it is not."""
        if one.needs_discussion:
            return self.tr("Begründung (Pflicht bei Klärungsbedarf)")
        deviation = self._case.catalogue.flags.deviation
        if value is not None and one.median is not None and abs(value - one.median) > deviation:
            words = self.tr("Begründung (Pflicht: mehr als {value} neben dem Median)")
            return words.format(value=self._score(deviation))
        return ""

    def stored(self, one: CriterionFigures) -> str:
        """Say what is on record, or why that is open again; empty where nothing is."""
        if one.lapsed is not None:
            return self._lapsed(one, one.lapsed)
        consensus = one.consensus
        if consensus is None:
            return ""
        value = self._score(consensus.value)
        if consensus.origin is ConsensusOrigin.TAKEN:
            return self.tr("Festgehalten: {value}, vom Median übernommen").format(value=value)
        moment = locale.moment(consensus.at, self._language)
        return self.tr("Festgehalten: {value}, {moment}").format(value=value, moment=moment)

    def _lapsed(self, one: CriterionFigures, lapsed: Lapsed) -> str:
        """Say why a value that was taken over from the median is open again."""
        before = lapsed.consensus
        if lapsed.because is Lapse.DISCUSSION:
            words = self.tr("Wieder offen: {value} wurde vom Median übernommen; seither besteht Klärungsbedarf.")
        elif before.median is None:
            words = self.tr("Wieder offen: {value} wurde vom Median übernommen; der Median ist jetzt {now}.")
        else:
            words = self.tr("Wieder offen: {value} wurde vom Median {median} übernommen; der Median ist jetzt {now}.")
        return words.format(
            value=self._score(before.value),
            median=self._score(before.median),
            now=self._score(one.median),
        )

    def nothing_open(self) -> str:
        """Say that nothing is to be discussed: never was, or is settled."""
        case = self._case
        settled = sum(one.needs_discussion and one.consensus is not None for one in case.criteria)
        if settled:
            one = self.tr("✓ Nichts mehr offen, 1 strittiger Wert festgehalten")
            return counted(settled, one, self.tr("✓ Nichts mehr offen, {n} strittige Werte festgehalten"))
        spans = [one.range for one in case.criteria if one.range is not None]
        widest = self._score(max(spans, default=Fraction(0)))
        words = self.tr("✓ Kein Klärungsbedarf. {n} Werte liegen höchstens {span} auseinander.")
        return words.format(n=len(spans), span=widest)

    def effect(self, key: str, value: Fraction | None) -> str:
        """Say what a value would do: "Mit 3,5: 65,6 Punkte, R4. Unter 3,0: R3 Zurückstellung."."""
        if value is None:
            return ""
        case = self._case
        reached = outcome(case, key, value)
        if reached is None or reached.figures.total is None:
            return ""
        said = [self._with(value, reached.figures)]
        step = case.catalogue.scale.step
        for flip in reached.flips:
            bound = self._score(flip.value + step if flip.below else flip.value)
            words = self.tr("Unter {value}: {result}.") if flip.below else self.tr("Ab {value}: {result}.")
            said.append(words.format(value=bound, result=self.result(flip.figures, with_rule=True)))
        return "  ".join(said)

    def _with(self, value: Fraction, figures: Figures) -> str:
        totals = self._case.catalogue.thresholds()[1]
        points = locale.points(figures.total, totals, self._language)
        words = self.tr("Mit {value}: {points} Punkte, {rule}.")
        rule = figures.rule_id or locale.NOTHING
        return words.format(value=self._score(value), points=points, rule=rule)

    def result(self, figures: Figures, *, with_rule: bool = False) -> str:
        """Return the name of the suggested result, with its rule where wanted."""
        rule = figures.suggestion.rule
        if rule is None:
            return self.tr("kein Vorschlag")
        name = rule.name.read(self._language)
        return f"{rule.id} {name}" if with_rule else name

    # What is to be talked about

    def topic(self, topic: Topic, place: str) -> DiscussionLine:
        """Return the entry of a topic; `place` is its number in the order, empty for tight ones."""
        one = self._case.criterion(topic.key)
        title = self._case.catalogue.criterion(topic.key).title.read(self._language)
        effect = self._topic_effect(topic) if place else self._tight_effect(topic)
        facts = self._topic_facts(topic.key) if place else self._tight_facts(topic.key)
        return DiscussionLine(place or locale.NOTHING, topic.key, title, self.spread(one), effect, facts)

    def _topic_effect(self, topic: Topic) -> str:
        if self._case.criterion(topic.key).agreed is None:
            return self.tr("Ohne Wert gibt es keinen Vorschlag. Bitte setzen Sie den Wert.")
        if topic.flip is None:
            if self._case.criterion(topic.key).not_assessable:
                return self.tr("Ändert das Ergebnis nicht. Bitte setzen Sie den Wert.")
            return self.tr("Ändert das Ergebnis nicht.")
        step = self._case.catalogue.scale.step
        result = self.result(topic.flip.figures)
        if topic.flip.below:
            bound = self._score(topic.flip.value + step)
            words = self.tr("Das Ergebnis wäre {result}, wenn der Konsens unter {value} liegt.")
        else:
            bound = self._score(topic.flip.value)
            words = self.tr("Das Ergebnis wäre {result}, wenn der Konsens mindestens {value} beträgt.")
        return words.format(result=result, value=bound)

    def _tight_effect(self, topic: Topic) -> str:
        flip = topic.flip
        if flip is None:
            return ""
        below = self.tr("Sinkt der Wert um {step}, wäre das Ergebnis {result}.")
        above = self.tr("Steigt der Wert um {step}, wäre das Ergebnis {result}.")
        step = locale.one_step(self._case.catalogue.scale, self._language, messages.text)
        return (below if flip.below else above).format(step=step, result=self.result(flip.figures))

    def _tight_facts(self, key: str) -> str:
        one, criterion = self._case.criterion(key), self._case.catalogue.criterion(key)
        value = self._score(one.agreed)
        if criterion.minimum is not None and one.agreed == criterion.minimum:
            return self.tr("Konsens {value} liegt genau auf Min {value}").format(value=value)
        return self.tr("Konsens {value}").format(value=value)

    def _topic_facts(self, key: str) -> str:
        case = self._case
        one, minimum = case.criterion(key), case.catalogue.criterion(key).minimum
        answers = [(item.label, item.review.value(key)) for item in case.counted]
        parts = []
        if Cause.RANGE in one.causes:
            parts.append(self.tr("Spanne {value}").format(value=self._score(one.range)))
        if Cause.MINIMUM in one.causes and minimum is not None:
            numbers = [(who, value) for who, value in answers if isinstance(value, Fraction)]
            words = self.tr("{below} unter Min {value}, {above} darüber")
            if any(value == minimum for _, value in numbers):
                words = self.tr("{below} unter Min {value}, {above} nicht")
            parts.append(
                words.format(
                    below=self._named([who for who, value in numbers if value < minimum]),
                    above=self._named([who for who, value in numbers if value >= minimum]),
                    value=self._score(minimum),
                )
            )
        unable = [who for who, value in answers if isinstance(value, NotAssessable)]
        if unable:
            parts.append(self.tr("{who}: nicht beurteilbar").format(who=self._named(unable)))
        if one.lapsed is not None:
            before = self._score(one.lapsed.consensus.value)
            parts.append(self.tr("übernommene {value} gelten nicht mehr").format(value=before))
        return " · ".join(parts)

    def _named(self, who: list[str]) -> str:
        """Return "G1", "G1 und G2", "G1, G2 und G3", or how many where there are more."""
        if len(who) > _MOST_NAMED:
            return str(len(who))
        *first, last = who
        return self.tr("{first} und {last}").format(first=", ".join(first), last=last) if first else last

    # What was agreed before

    def history(self, told: Sequence[HistoryEntry], key: str) -> tuple[HistoryLine, ...]:
        """Return the steps of criterion `key`, the newest first, among them releases once it was agreed on."""
        if not any(one.criterion == key for one in told):
            return ()
        return tuple(self._step(one) for one in reversed(told) if one.criterion == key or one.what == "release")

    def _step(self, one: HistoryEntry) -> HistoryLine:
        change = self._release(one) if one.what == "release" else self._change(one)
        who = " · ".join(part for part in (locale.moment(one.at, self._language), one.by) if part)
        return HistoryLine(change, who, "" if _is_taken(one) else one.note)

    def _release(self, one: HistoryEntry) -> str:
        return self.tr("Freigegeben") if one.after else self.tr("Freigabe zurückgenommen")

    def _change(self, one: HistoryEntry) -> str:
        before, after = self._value(one.before), self._value(one.after)
        if not one.after:
            return self.tr("{value} zurückgenommen").format(value=before)
        if _is_taken(one):
            words = self.tr("{value} vom Median übernommen")
            if one.note:
                words = self.tr("{value} vom Median {median} übernommen")
            after = words.format(value=after, median=self._value(one.note))
        return f"{before} → {after}" if one.before else after

    def _value(self, text: str) -> str:
        """Return a value as the history spells it; what is none as it stands there."""
        value = written_number(text)
        return self._score(value) if value is not None else text or locale.NOTHING

    def released(self, release: Release) -> str:
        """Say who released it and when."""
        day = locale.day(release.at.date(), self._language)
        if not release.by:
            return self.tr("Freigegeben am {day}").format(day=day)
        return self.tr("Freigegeben am {day}, {who}").format(day=day, who=release.by)

    # The case as a whole

    def reviews_counted(self) -> str:
        """Return how many reviews count and whether all are handed in: "3 Gutachten, alle eingereicht"."""
        n = len(self._case.counted)
        said = counted(n, self.tr("1 Gutachten"), self.tr("{n} Gutachten"))
        drafts = sum(not one.review.is_submitted for one in self._case.reviews)
        if drafts:
            return f"{said}, {counted(drafts, self.tr('1 Entwurf'), self.tr('{n} Entwürfe'))}"
        return f"{said}, {self.tr('alle eingereicht')}" if n else said

    def unsettled(self) -> str:
        """Say what keeps the consolidation from being released; empty where nothing does."""
        n = len(self._case.unsettled)
        return counted(n, self.tr("1 Konsenswert offen"), self.tr("{n} Konsenswerte offen")) if n else ""

    def take_undisputed(self) -> str:
        """Return the words for taking undisputed values; empty where there are none."""
        n = len(self._case.undisputed)
        if not n:
            return ""
        if not any(one.needs_discussion for one in self._case.criteria):
            return counted(n, self.tr("1 Wert übernehmen"), self.tr("{n} Werte übernehmen"))
        return counted(n, self.tr("1 unstrittigen Wert übernehmen"), self.tr("{n} unstrittige Werte übernehmen"))


def _is_taken(one: HistoryEntry) -> bool:
    """Say whether a step took a value over from the median; its note is that median then, or nothing."""
    return one.what == "consensus" and one.origin == ConsensusOrigin.TAKEN.value
