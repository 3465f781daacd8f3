"""Words the suggested result: the chain of rules with the numbers that decided, and how robust it is."""

from typing import TYPE_CHECKING

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Condition, ConditionKind
from reviewer_app.domain.reviews.robustness import ProbeResult, Robustness, dependences, probe_text
from reviewer_app.domain.reviews.scoring import Figures, Reason, holding, rule_answers
from reviewer_app.ui.consolidation.release_dialog import ReleaseView
from reviewer_app.ui.consolidation.result_band import ProbeLine, ResultView, RuleLink
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated
from reviewer_app.ui.scoring.words import below, out_of, short

if TYPE_CHECKING:
    from reviewer_app.domain.reviews.consolidation import Consolidation
    from reviewer_app.services.reviews.consolidating import Case


class ResultWords(Translated):
    """Words one consolidation's result."""

    def __init__(self, case: "Consolidation", robustness: Robustness, language: str) -> None:
        self._case = case
        self._robustness = robustness
        self._language = language
        self._shares, self._totals = case.catalogue.thresholds()

    def view(self, *, released: bool = False) -> ResultView:
        """Return what the band says."""
        case, figures = self._case, self._case.figures
        rule = figures.suggestion.rule
        open_count = len(case.open_criteria)
        maximum = locale.number(case.catalogue.maximum, 0, self._language)
        facts = out_of(maximum)
        if open_count:
            one = self.tr(", 1 Konsenswert noch offen (Median eingesetzt)")
            facts += counted(open_count, one, self.tr(", {n} Konsenswerte noch offen (Median eingesetzt)"))
        label = self.tr("Vorschlag, vorläufig") if open_count else self.tr("Vorschlag")
        if released:
            label = self.tr("Vorschlag, freigegeben")
        reason = figures.suggestion.reason
        told = dependences(case, self._robustness, self._language, messages.text)
        return ResultView(
            label=label,
            result=rule.name.read(self._language) if rule else self._why(reason.value if reason else ""),
            total=locale.points(figures.total, self._totals, self._language) if figures.total is not None else "",
            facts=facts if figures.total is not None else "",
            chain=self._chain(),
            robust=told[0].head if told else "",
            robust_detail=told[0].detail if told else "",
            is_robust=all(one.holds for one in told),
            probes=tuple(self._line(one) for one in self._robustness.probes) if told else (),
        )

    def _why(self, reason: str) -> str:
        words = messages.text(f"reason.{reason}", self._language) if reason else ""
        if reason == Reason.NO_RULES.value:
            return words[:1].upper() + words[1:]  # says itself that there is no suggestion
        return self.tr("Kein Vorschlag: {reason}").format(reason=words) if words else self.tr("Kein Vorschlag")

    # Rules

    def _chain(self) -> tuple[RuleLink, ...]:
        case, figures = self._case, self._case.figures
        matched = figures.suggestion.rule
        links = []
        after = False
        answers = rule_answers(case.catalogue, case.application.procedure, figures, case.formal_open)
        for rule, answer in answers:
            full = rule.text.read(self._language)
            if matched is not None and rule.id == matched.id:
                links.append(RuleLink(rule.id, self._because(rule.when, figures) or full, matched=True, full=full))
                after = True
            elif after:
                links.append(RuleLink(rule.id, locale.NOTHING, full=full))
            else:
                name = rule.name.read(self._language)
                said = self.tr("{name}? nein") if answer is False else self.tr("{name}? offen")
                short = self.tr("nein") if answer is False else self.tr("offen")
                links.append(RuleLink(rule.id, said.format(name=name), passed=True, full=full, short=short))
        return tuple(links)

    def _because(self, condition: Condition | None, figures: Figures) -> str:
        """Return the numbers for which a condition holds."""
        held = holding(condition, figures, self._case.formal_open)
        return " · ".join(part for part in (self._fact(one, figures) for one in held) if part)

    def _fact(self, held: Condition, figures: Figures) -> str:
        kind, bound = held.kind, held.bound
        if kind is ConditionKind.FORMAL_OPEN and held.expected:
            return counted(self._case.formal_open, self.tr("1 Prüfpunkt offen"), self.tr("{n} Prüfpunkte offen"))
        if kind is ConditionKind.MINIMUM_MISSED and held.expected:
            return self.tr("{keys} unter Mindestwert").format(keys=", ".join(figures.minimum_missed))
        if kind is ConditionKind.TOTAL_BELOW:
            return below(locale.points(figures.total, self._totals, self._language), short(bound, self._language))
        if kind in {ConditionKind.AREA_BELOW, ConditionKind.AREAS_BELOW}:
            return self._areas(held, figures)
        return ""

    def _areas(self, held: Condition, figures: Figures) -> str:
        below = [area for area in figures.areas if area.share is not None and area.share < held.bound]
        limit = locale.share(held.bound, (), self._language)
        said = [f"{area.key} {locale.share(area.share, self._shares, self._language)}" for area in below]
        one, several = self.tr("Bereich {areas} unter {bound}"), self.tr("Bereiche {areas} unter {bound}")
        return counted(len(below), one, several, areas=", ".join(said), bound=limit)

    # Probes

    def _line(self, one: ProbeResult) -> ProbeLine:
        rule = one.figures.suggestion.rule
        result = f"{rule.id} {rule.name.read(self._language)}" if rule else self.tr("kein Vorschlag")
        total = locale.points(one.figures.total, self._totals, self._language)
        missed = ", ".join(one.figures.minimum_missed)
        why = self.tr("{keys} unter Min").format(keys=missed) if missed else ""
        changed = probe_text(self._case, one, self._language, messages.text)
        return ProbeLine(changed, result, total, one.flips, why)

    # Release

    def release(self, case: "Case") -> ReleaseView:
        """Return what the dialog says before the case is released."""
        result, found, application = self.view(), self._case, case.application
        suggestion = f"{result.result}, {result.total} {result.facts}" if result.total else result.result
        facts = [self._agreed(len(found.consensus), len(found.undisputed)), self._reviews(len(case.expected))]
        return ReleaseView(
            f"{application.name or application.number} · {application.number}",
            self.tr("Vorschlag: {result}").format(result=suggestion),
            tuple(fact for fact in (*facts, self._first(result)) if fact),
            incomplete=bool(case.missing),
        )

    def _first(self, result: ResultView) -> str:
        return f"{result.robust}: {result.robust_detail}." if result.robust else ""

    def _agreed(self, set_ones: int, taken: int) -> str:
        one, several = self.tr("1 Konsenswert ist festgehalten."), self.tr("{n} Konsenswerte sind festgehalten.")
        said = counted(set_ones, one, several)
        if not taken:
            return said
        one = self.tr("1 unstrittiger Wert wird vom Median übernommen.")
        more = counted(taken, one, self.tr("{n} unstrittige Werte werden vom Median übernommen."))
        return f"{said} {more}"

    def _reviews(self, expected: int) -> str:
        drafts = any(not one.review.is_submitted for one in self._case.reviews)
        n = len(self._case.counted)
        words = self.tr("{n} von {expected} Gutachten liegen vor.") if expected > n or drafts else ""
        return words.format(n=n, expected=max(expected, n))
