"""Words the consolidation of one application: matrix rows, the criterion with its spread, what a value would do."""

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import NotAssessable
from reviewer_app.domain.consolidation import Cause, ConsensusOrigin, CriterionFigures
from reviewer_app.domain.discussion import outcome, rule_of
from reviewer_app.domain.scoring import Figures
from reviewer_app.exports.figure_marks import Marked, Status, spread_mark, status_mark
from reviewer_app.exports.figures import Strip
from reviewer_app.ui.consolidation.matrix_model import ConsensusCell, MatrixColumn, MatrixRow, ReviewerHead
from reviewer_app.ui.consolidation.rationale_cards import Reason
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.scoring.spread_axis import row_strip
from reviewer_app.ui.scoring.spread_axis import spoken as spoken_strip

if TYPE_CHECKING:
    from reviewer_app.domain.consolidation import Consolidation


class ConsolidationWords(QObject):
    """Words one consolidation in one language; with `hide_names` reviewers are G1, G2 … only."""

    def __init__(self, case: "Consolidation", language: str, *, hide_names: bool) -> None:
        """Prepare for one case."""
        super().__init__()
        self._case = case
        self._language = language
        self._hide = hide_names

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
        ends = f"{self._short(min(low, Fraction(0)))}–{self._short(high)}"
        return {
            MatrixColumn.TITLE: self.tr("Kriterium"),
            MatrixColumn.STRIP: self.tr("Streuung {ends}").format(ends=ends),
            MatrixColumn.SPAN: self.tr("Spanne"),
            MatrixColumn.CONSENSUS: self.tr("Konsens"),
        }

    def rows(self) -> tuple[MatrixRow, ...]:
        """Return all rows area by area, without names; the database thread asks, because it takes its time."""
        found = []
        for area, figures in zip(self._case.catalogue.areas, self._case.figures.areas, strict=True):
            share = display.share(figures.share, self._case.catalogue.thresholds()[0], self._language)
            title = area.title.read(self._language)
            spoken = (area.key, title, *[""] * (len(self._case.counted) + 2), share)
            found.append(MatrixRow(area.key, title, area=figures, spoken=spoken))
            found += [self._row(self._case.criterion(one.key)) for one in area.criteria]
        return tuple(found)

    def _row(self, one: CriterionFigures) -> MatrixRow:
        case = self._case
        criterion = case.catalogue.criterion(one.key)
        values = tuple(item.review.value(one.key) for item in case.counted)
        strip = self.strip(one.key)
        cell = ConsensusCell(one.agreed, is_set=one.consensus is not None, is_open=one.is_open or one.agreed is None)
        title = criterion.title.read(self._language)
        said = [self._said(one.key, item.label, value) for item, value in zip(case.counted, values, strict=True)]
        spoken = (
            one.key,
            title,
            *said,
            spoken_strip(strip, self._language, self.tr("Median"), self.tr("Mindestwert")),
            self._span_words(one),
            f"{one.key}, {self._consensus_words(one)}",
        )
        return MatrixRow(
            one.key, title, None, values, criterion.minimum, row_strip(strip), self.span(one), cell, spoken
        )

    def _said(self, key: str, label: str, value: object) -> str:
        minimum = self._case.catalogue.criterion(key).minimum
        if isinstance(value, Fraction):
            text = f"{key}, {label}: {display.score(value, self._language)}"
            return self.tr("{text}, unter Mindestwert").format(text=text) if minimum and value < minimum else text
        if isinstance(value, NotAssessable):
            return self.tr("{key}, {label}: nicht beurteilbar").format(key=key, label=label)
        return self.tr("{key}, {label}: kein Wert").format(key=key, label=label)

    def span(self, one: CriterionFigures) -> Marked:
        """Return the span mark; ▼ only where the median is under the minimum, else ◆, ◇ or the number alone."""
        criterion = self._case.catalogue.criterion(one.key)
        if one.causes and criterion.minimum is not None and one.agreed is not None and one.agreed < criterion.minimum:
            shown = display.score(one.range, self._language)
            return status_mark(Status.MISSED, shown, self._language)
        mark, shown = spread_mark(one, self._language), display.score(one.range, self._language)
        return replace(mark, text=shown) if mark.text == display.number(one.range, 1, self._language) else mark

    def _span_words(self, one: CriterionFigures) -> str:
        shown = display.score(one.range, self._language)
        text = self.tr("Spanne {value}").format(value=shown)
        return self.tr("{text}, Klärungsbedarf").format(text=text) if one.needs_discussion else text

    def _consensus_words(self, one: CriterionFigures) -> str:
        if one.consensus is not None:
            return self.tr("Konsens {value}").format(value=display.score(one.consensus.value, self._language))
        if one.agreed is None or one.is_open:
            return self.tr("Konsens offen")
        return self.tr("Vorschlag {value}").format(value=display.score(one.agreed, self._language))

    # The open criterion

    def strip(self, key: str) -> Strip:
        """Return the scores of a criterion for the large axis."""
        case, one = self._case, self._case.criterion(key)
        values = tuple((item.label, item.review.value(key)) for item in case.counted)
        minimum = case.catalogue.criterion(key).minimum
        return Strip(key, values, case.catalogue.scale, one.median, minimum, one.needs_discussion)

    def reasons(self, key: str) -> tuple[Reason, ...]:
        """Return the answers of all reviewers with their reasons."""
        minimum = self._case.catalogue.criterion(key).minimum
        return tuple(
            Reason(
                one.label,
                "" if self._hide else one.review.reviewer.name,
                place,
                one.review.value(key),
                one.review.rationale(key),
                minimum,
            )
            for place, one in enumerate(self._case.counted)
        )

    def chip(self, one: CriterionFigures) -> Chip | None:
        """Return the chip beside the title: why the criterion is to be talked about."""
        if not one.needs_discussion:
            return None
        shown = display.score(one.range, self._language)
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
            self.tr("Median {value}").format(value=display.median(one.median, self._language)),
            self.tr("Mittel {value}").format(value=display.mean(one.mean, self._language)),
        ]
        if one.suggested is not None:
            suggested = display.score(one.suggested, self._language)
            parts.append(self.tr("Vorbelegung {value}").format(value=suggested))
        return " · ".join(parts)

    def duty(self, one: CriterionFigures, value: Fraction | None) -> str:
        """Say why a reason is compulsory; empty where it is not."""
        if one.needs_discussion:
            return self.tr("Begründung (Pflicht: Klärungsbedarf offen)")
        deviation = self._case.catalogue.flags.deviation
        if value is not None and one.median is not None and abs(value - one.median) > deviation:
            words = self.tr("Begründung (Pflicht: mehr als {value} neben dem Median)")
            return words.format(value=display.score(deviation, self._language))
        return ""

    def stored(self, one: CriterionFigures) -> str:
        """Say what is on record; empty where nothing is."""
        consensus = one.consensus
        if consensus is None:
            return ""
        value = display.score(consensus.value, self._language)
        if consensus.origin is ConsensusOrigin.TAKEN:
            return self.tr("Festgehalten: {value}, vom Median übernommen").format(value=value)
        moment = display.moment(consensus.at, self._language)
        return self.tr("Festgehalten: {value}, {moment}").format(value=value, moment=moment)

    def nothing_open(self) -> str:
        """Say that nothing is to be discussed: never was, or is settled."""
        case = self._case
        settled = sum(one.needs_discussion and one.consensus is not None for one in case.criteria)
        if settled == 1:
            return self.tr("✓ Nichts mehr offen, 1 strittiger Wert festgehalten")
        if settled:
            return self.tr("✓ Nichts mehr offen, {n} strittige Werte festgehalten").format(n=settled)
        spans = [one.range for one in case.criteria if one.range is not None]
        widest = display.score(max(spans, default=Fraction(0)), self._language)
        words = self.tr("✓ Kein Klärungsbedarf. {n} Werte liegen höchstens {span} auseinander.")
        return words.format(n=len(spans), span=widest)

    def effect(self, key: str, value: Fraction | None) -> str:
        """Say what a value would do: "Mit 3,5: 65,6 Punkte, R4. Unter 3,0: R3 Zurückstellung."."""
        if value is None:
            return ""
        case, language = self._case, self._language
        reached = outcome(case, key, value)
        if reached is None or reached.figures.total is None:
            return ""
        said = [self._with(value, reached.figures)]
        step = case.catalogue.scale.step
        for flip in reached.flips:
            bound = display.score(flip.value + step if flip.below else flip.value, language)
            words = self.tr("Unter {value}: {result}.") if flip.below else self.tr("Ab {value}: {result}.")
            said.append(words.format(value=bound, result=self.result(flip.figures, with_rule=True)))
        return "  ".join(said)

    def _with(self, value: Fraction, figures: Figures) -> str:
        totals = self._case.catalogue.thresholds()[1]
        points = display.points(figures.total, totals, self._language)
        words = self.tr("Mit {value}: {points} Punkte, {rule}.")
        rule = rule_of(figures) or display.NOTHING
        return words.format(value=display.score(value, self._language), points=points, rule=rule)

    def result(self, figures: Figures, *, with_rule: bool = False) -> str:
        """Return the name of the suggested result, with its rule where wanted."""
        rule = figures.suggestion.rule
        if rule is None:
            return self.tr("kein Vorschlag")
        name = rule.name.read(self._language)
        return f"{rule.id} {name}" if with_rule else name

    def _short(self, value: Fraction) -> str:
        return display.number(value, 0 if value.denominator == 1 else 1, self._language)
