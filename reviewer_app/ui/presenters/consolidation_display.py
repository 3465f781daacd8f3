"""Fills the consolidation page: band, matrix, topics and the open criterion from one case."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from reviewer_app.domain.consolidation import Consolidation
from reviewer_app.domain.discussion import Topic
from reviewer_app.domain.review import ReviewState
from reviewer_app.services.consolidating import Case
from reviewer_app.ui.context import Context
from reviewer_app.ui.pages.consolidation_page import ALL, DISPUTED, ConsolidationPage
from reviewer_app.ui.painting import Chip, Glyph
from reviewer_app.ui.panels.consensus_panel import ConsensusView
from reviewer_app.ui.presenters.consensus_drafts import Draft
from reviewer_app.ui.presenters.consolidation_words import ConsolidationWords
from reviewer_app.ui.presenters.criterion_words import CriterionWords
from reviewer_app.ui.presenters.loaded_case import LoadedCase
from reviewer_app.ui.presenters.presenter import Header
from reviewer_app.ui.presenters.result_words import ResultWords
from reviewer_app.ui.presenters.topic_words import TopicWords
from reviewer_app.ui.theme import SizeClass
from reviewer_app.ui.widgets.score_scale import Marks


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: a loaded case, the open criterion with its draft, and how."""

    loaded: LoadedCase
    criterion: str
    segment: str
    draft: Draft
    may_decide: bool
    hide_names: bool

    @property
    def case(self) -> Case:
        """The case."""
        return self.loaded.case

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The criteria to be talked about, in order."""
        return self.loaded.topics


def undisputed(case: Consolidation) -> int:
    """Count the criteria that need no discussion and have no consensus yet."""
    return sum(
        one.suggested is not None and not one.needs_discussion and one.consensus is None for one in case.criteria
    )


class ConsolidationDisplay(QObject):
    """Words a case and hands it to the page."""

    def __init__(self, context: Context, page: ConsolidationPage, parent: QObject) -> None:
        """Fill `page`."""
        super().__init__(parent)
        self._context = context
        self._page = page

    def show(self, shown: Shown) -> str:
        """Show everything; return the words for taking undisputed values, empty where there are none."""
        page, case, language = self._page, shown.case.consolidation, self._context.language
        words = self._words(shown)
        page.show_open()
        page.band.show_result(ResultWords(case, shown.loaded.probes, language, self._context.messages.word).view())
        page.band.show_size(page.size_class)
        take = self._take_words(undisputed(case))
        self._show_matrix(shown, words, take)
        self._show_topics(shown, words)
        self.show_criterion(shown)
        return take

    def header(self, case: Case, stepper: tuple[int, int] | None) -> Header:
        """Return the page header of a case."""
        consolidation = case.consolidation
        n = len(consolidation.counted)
        reviews = self.tr("1 Gutachten") if n == 1 else self.tr("{n} Gutachten").format(n=n)
        drafts = sum(one.review.state is ReviewState.DRAFT for one in consolidation.reviews)
        rest = self.tr("alle eingereicht") if n else ""
        if drafts:
            rest = self.tr("1 Entwurf") if drafts == 1 else self.tr("{n} Entwürfe").format(n=drafts)
        number = case.application.number
        return Header(
            case.application.name or number,
            f"{number} · {reviews}" + (f", {rest}" if rest else ""),
            chips=(self._open_chip(consolidation),) if n else (),
            buttons=("take_undisputed",) if self._in_header(consolidation) else (),
            stepper=stepper,
        )

    def _in_header(self, case: Consolidation) -> bool:
        """Say whether undisputed values are offered in the header: wide, because the matrix has no bar there."""
        return self._page.size_class is SizeClass.WIDE and bool(undisputed(case))

    def _open_chip(self, case: Consolidation) -> Chip:
        n = len(case.open_criteria)
        if n:
            return Chip(self.tr("{n} offen").format(n=n), Glyph.DIAMOND, "warn")
        return Chip(self.tr("nichts offen"), Glyph.CHECK, "ok")

    def show_open(self, shown: Shown) -> None:
        """Show another criterion; band and values stay."""
        self._page.matrix.show_current(shown.criterion)
        self._page.topics.show_current(shown.criterion)
        self.show_criterion(shown)

    def _words(self, shown: Shown) -> ConsolidationWords:
        return ConsolidationWords(shown.case.consolidation, self._context.language, hide_names=shown.hide_names)

    def _show_matrix(self, shown: Shown, words: ConsolidationWords, take: str) -> None:
        page, flagged = self._page, [topic.key for topic in shown.topics]
        page.matrix.delegate.catalogue = shown.case.catalogue
        page.matrix.delegate.open_word = self.tr("offen")
        rows = words.rows(flagged if shown.segment == DISPUTED else None)
        page.model.set_rows(words.heads(), rows, words.columns())
        page.matrix.show_current(shown.criterion)
        segments = {ALL: self.tr("Alle {n}").format(n=len(shown.case.catalogue.criteria))}
        if flagged:
            segments[DISPUTED] = self.tr("Klärungsbedarf {n}").format(n=len(flagged))
        order = self.tr("nach Wirkung") if shown.segment == DISPUTED else self.tr("nach Katalog")
        page.show_segments(segments, shown.segment, order)
        page.show_take(take)

    def _take_words(self, n: int) -> str:
        if n == 1:
            return self.tr("1 unstrittigen Wert übernehmen")
        return self.tr("{n} unstrittige Werte übernehmen").format(n=n) if n else ""

    def _show_topics(self, shown: Shown, words: ConsolidationWords) -> None:
        case = shown.case.consolidation
        topic_words = TopicWords(case, words, self._context.language)
        first = [topic_words.line(topic, str(place)) for place, topic in enumerate(shown.topics, 1)]
        second = [topic_words.line(topic, "") for topic in shown.loaded.tight]
        heads = (
            self.tr("Klärungsbedarf · {n} offen, nach Wirkung").format(n=len(first)),
            self.tr("Knapp, ohne Streuung · {n}").format(n=len(second)),
            self.tr("✓ Kein Klärungsbedarf"),
        )
        self._page.topics.show_topics(first, second, shown.criterion, heads)

    def show_criterion(self, shown: Shown) -> None:
        """Show the open criterion with what is chosen and what it would do."""
        words, key, case, draft = self._words(shown), shown.criterion, shown.case, shown.draft
        one = case.consolidation.criterion(key)
        base = CriterionWords(case.catalogue, self._context.language).base(case.catalogue.criterion(key))
        stored = one.consensus
        value = draft.value if draft.value is not None else stored.value if stored else None
        considered = value if value is not None else one.suggested
        self._page.criterion.show_criterion(
            ConsensusView(
                key=key,
                title=base.title,
                question=base.question,
                scale=case.catalogue.scale,
                strip=words.strip(key),
                name=self.tr("Konsenswert {key} {title}").format(key=key, title=base.title),
                description=base.description,
                words=base.words,
                span=words.chip(one),
                reasons=words.reasons(key),
                marks=Marks(case.catalogue.criterion(key).minimum),
                value=value,
                suggestion=one.suggested,
                figures=words.figures(one),
                effect=words.effect(key, considered),
                reason=draft.reason if draft.reason is not None else stored.reason if stored else "",
                duty=words.duty(one, considered),
                stored=words.stored(one),
                locked=not shown.may_decide,
            )
        )
