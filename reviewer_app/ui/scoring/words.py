"""What is said of scores in words: points out of a maximum, a criterion with its levels, the standing of a review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Catalogue, Criterion
from reviewer_app.domain.form.spec import Field
from reviewer_app.domain.reviews.review import Gap
from reviewer_app.domain.scale import NB, NotAssessable, Scale, Value
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated
from reviewer_app.ui.scoring.score_scale import ScaleMarks

if TYPE_CHECKING:
    from reviewer_app.domain.form.hints import HintValue
    from reviewer_app.domain.reviews.review import Missing
    from reviewer_app.services.reviews.reviewing import Running

_ONE = "1"
"""One point as a number is written without decimals, in German and in English."""


def points_of(points: str, maximum: str) -> str:
    """Return points out of a maximum; both as they are written."""
    if maximum == _ONE:
        return QCoreApplication.translate("points", "{points} von 1 Punkt").format(points=points)
    return QCoreApplication.translate("points", "{points} von {maximum} Punkten").format(points=points, maximum=maximum)


def out_of(maximum: str) -> str:
    """Return what can be reached, where the points stand elsewhere."""
    if maximum == _ONE:
        return QCoreApplication.translate("points", "von 1 Punkt")
    return QCoreApplication.translate("points", "von {maximum} Punkten").format(maximum=maximum)


def below(points: str, bound: str) -> str:
    """Return points that are under a bound."""
    if bound == _ONE:
        return QCoreApplication.translate("points", "{points} unter 1 Punkt").format(points=points)
    return QCoreApplication.translate("points", "{points} unter {bound} Punkten").format(points=points, bound=bound)


@dataclass(frozen=True, slots=True)
class OtherView:
    """One answer of somebody else: who ("K. Tamm", or "G3" with hidden names), value, reason; `reviewer` by id."""

    who: str
    value: Value | None
    rationale: str
    scale: Scale
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class CriterionView:
    """All that the panel shows of one criterion; texts are in the window's language."""

    key: str
    title: str
    area: str
    weight: str
    question: str
    scale: Scale
    name: str
    description: str
    words: Mapping[Value, str] = field(default_factory=dict)
    marks: ScaleMarks = field(default_factory=ScaleMarks)
    hint: str = ""
    value: Value | None = None
    rationale: str = ""
    duty: str = ""
    locked: bool = False
    others: tuple[OtherView, ...] = ()
    to_read: str = ""


@dataclass(frozen=True, slots=True)
class ScoreSummary:
    """What the footer says: points and percent of what is scored, how much is done, whether that is all."""

    points: str = ""
    percent: str = ""
    done: str = ""
    complete: bool = False


def short(value: Fraction, language: str) -> str:
    """Show a number with the decimals it needs."""
    return locale.plain(value, language)


class CriterionWords(Translated):
    """Words for one catalogue in one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self._catalogue = catalogue
        self._language = language
        self._words: dict[Value, str] = {value: self._level_of(value) for value in catalogue.scale.values()}
        self._words[NB] = self.tr("nicht beurteilbar")

    @property
    def catalogue(self) -> Catalogue:
        """What is worded."""
        return self._catalogue

    @property
    def words(self) -> Mapping[Value, str]:
        """The words of each value."""
        return self._words

    def _level_of(self, value: Fraction) -> str:
        names = [one.name.read(self._language) for one in self._catalogue.scale.levels_around(value)]
        if len(names) == 1:
            return names[0]
        if not names:
            return ""
        return self.tr("zwischen {low} und {high}").format(low=names[0], high=names[1])

    def base(self, criterion: Criterion, hint: "HintValue | None" = None) -> CriterionView:
        """Return the view of a criterion without an answer."""
        language = self._language
        area = self._catalogue.area_of(criterion.key)
        title = criterion.title.read(language)
        weight = [self.tr("Gewicht {n}").format(n=short(criterion.weight, language))]
        said = []
        if criterion.minimum is not None:
            minimum = locale.score(criterion.minimum, language, self._catalogue.scale.decimals)
            weight.append(self.tr("Min {value}").format(value=minimum))
            said.append(self.tr("Mindestwert {value}.").format(value=minimum))
        if hint is not None:
            ends = dict.fromkeys(short(one, language) for one in (hint.low, hint.high))
            said.append(self.tr("Anhaltspunkt {value}.").format(value=" – ".join(ends)))
        return CriterionView(
            key=criterion.key,
            title=title,
            area=self.tr("Bereich {key} · {title}").format(key=area.key, title=area.title.read(language)),
            weight=" · ".join(weight),
            question=criterion.question.read(language),
            scale=self._catalogue.scale,
            name=self.tr("Punktwert {key} {title}").format(key=criterion.key, title=title),
            description=" ".join(said),
            words=self._words,
            marks=ScaleMarks(criterion.minimum, hint.low if hint else None, hint.high if hint else None),
            hint=hint.sentence.read(language) if hint else "",
            to_read=self.to_read(criterion),
        )

    def to_read(self, criterion: Criterion) -> str:
        """Say which sections of the form and which annexes the evidence of a criterion names; empty where none."""
        named = self._catalogue.places_to_read(criterion.key)
        sections = ", ".join(one.section for one in named if isinstance(one, Field))
        places = [self.tr("Formular {sections}").format(sections=sections)] if sections else []
        places += [one.key for one in named if not isinstance(one, Field)]
        return self.tr("Nachlesen: {places}").format(places=" · ".join(places)) if places else ""

    def duty(self, criterion: Criterion, value: Value | None, text: str) -> str:
        """Say that a reason is compulsory and still missing, and why; empty where it is not."""
        if text.strip() or not self._catalogue.needs_rationale(criterion, value):
            return ""
        if isinstance(value, NotAssessable):
            return self.tr("Pflicht bei n.\u00a0b.")
        if criterion.is_missed_by(value):
            return self.tr("Pflicht unter dem Mindestwert")
        return self.tr("Pflicht bei {value}").format(
            value=locale.score(value, self._language, self._catalogue.scale.decimals)
        )

    def standing(self, running: "Running", missing: "Sequence[Missing]" = ()) -> ScoreSummary:
        """Word the running state: points of what is scored, percent, how much is done and what else is missing."""
        language = self._language
        share = running.points / running.maximum if running.maximum else None
        points, maximum = locale.points(running.points, (), language), short(running.maximum, language)
        done = self.tr("{n} von {total} bewertet").format(n=running.answered, total=running.total)
        if running.not_assessable:
            words = self.tr(", davon {n} {unable}")
            done += words.format(n=running.not_assessable, unable=locale.score(NB, language))
        reasons = sum(one.gap is not Gap.SCORE for one in missing)
        if reasons:
            done += " · " + counted(reasons, self.tr("1 Begründung offen"), self.tr("{n} Begründungen offen"))
        return ScoreSummary(
            points_of(points, maximum) if share is not None else locale.NOTHING,
            locale.share(share, (), language) if share is not None else "",
            done,
            complete=running.answered == running.total and not missing,
        )
