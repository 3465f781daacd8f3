"""Fills the consolidation page: band, matrix, topics and the open criterion from one case."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.consolidation import Consolidation
from reviewer_app.domain.discussion import Topic
from reviewer_app.domain.review import ReviewState
from reviewer_app.domain.text_finding import Wanted
from reviewer_app.services.consensus_drafting import Draft
from reviewer_app.services.consolidating import Case
from reviewer_app.ui.consolidation.case_passages import CasePassages
from reviewer_app.ui.consolidation.consensus_panel import ConsensusView
from reviewer_app.ui.consolidation.decision_words import DecisionWords
from reviewer_app.ui.consolidation.loaded_case import LoadedCase
from reviewer_app.ui.consolidation.page import ALL, DISPUTED, ConsolidationPage
from reviewer_app.ui.consolidation.result_band import ResultView
from reviewer_app.ui.consolidation.result_words import ResultWords
from reviewer_app.ui.consolidation.topic_words import TopicWords
from reviewer_app.ui.consolidation.words import ConsolidationWords
from reviewer_app.ui.kit.button import Kind
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.scoring.score_scale import Marks
from reviewer_app.ui.scoring.words import CriterionWords
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find, Group
from reviewer_app.ui.shell.presenter import Header


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: a loaded case, the open criterion with its draft, and how."""

    loaded: LoadedCase
    criterion: str
    segment: str
    draft: Draft
    may_decide: bool
    hide_names: bool
    sought: Wanted

    @property
    def case(self) -> Case:
        """The case."""
        return self.loaded.case

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The criteria to be talked about, in order."""
        return self.loaded.topics


def met_needs(loaded: LoadedCase, criterion: str) -> frozenset[Need]:
    """Return what holds for a case with `criterion` open."""
    found, released = loaded.case.consolidation, loaded.case.release is not None
    met = {Need.APPLICATION, Need.RELEASED if released else Need.UNRELEASED}
    if not found.counted:
        return frozenset(met)
    stored = found.consensus.get(criterion) is not None
    told = any(one.criterion == criterion for one in loaded.decisions)
    for holds, need in (
        (True, Need.REVIEWS),
        (bool(found.undisputed), Need.UNDISPUTED),
        (not found.unsettled, Need.SETTLED),
        (stored, Need.CONSENSUS),
        (told, Need.DECISIONS),
    ):
        if holds:
            met.add(need)
    return frozenset(met)


class ConsolidationDisplay(QObject):
    """Words a case and hands it to the page."""

    def __init__(self, context: Context, page: ConsolidationPage, parent: QObject) -> None:
        """Fill `page`."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self._criterion_words: CriterionWords | None = None
        self.passages = CasePassages(context, page, self)
        self.take_words = ""
        """The words for taking undisputed values, empty where there are none."""

    def parts(self, ask: Callable[[], Shown]) -> Iterator[None]:
        """Show everything part by part; `ask` says what is to be shown by then."""
        shown, page = ask(), self._page
        case, self.take_words = shown.case.consolidation, ""
        if not case.counted:
            self._show_closed(shown.case)
            return
        words = self._words(shown)
        page.show_open()
        page.band.show_result(self.result(shown.loaded))
        page.band.show_size(page.size_class)
        yield
        shown = ask()
        self.take_words = "" if shown.case.release is not None else self._take_words(case)
        self._show_matrix(shown, words, self.take_words)
        self._show_topics(shown, words)
        yield
        before = ask()
        view = self._criterion(before)
        yield
        if page.is_covered:  # the longest part of the panel by itself
            yield from page.criterion.cards.parts(view.reasons, view.scale)
        shown = ask()
        page.criterion.show_criterion(view if shown == before else self._criterion(shown))
        yield

    def _show_closed(self, case: Case) -> None:
        """Say why there is nothing to bring together, and what to do about it."""
        withdrawn = case.application.withdrawn
        if withdrawn is not None:
            day = display.day(withdrawn, self._context.language)
            text = self.tr("Zurückgezogen am {day}. Gutachten bleiben erhalten und zählen nicht.").format(day=day)
            self._page.show_closed(self.tr("Antrag zurückgezogen"), text)
            return
        text = self.tr("Lesen Sie die Pakete der Gutachter:innen ein.")
        buttons = {"import": (self.tr("Gutachten einlesen …"), Kind.OUTLINED)}
        self._page.show_closed(self.tr("Noch keine Gutachten"), text, buttons)

    def result(self, loaded: LoadedCase) -> ResultView:
        """Return what the band says of a case."""
        case, release = loaded.case.consolidation, loaded.case.release
        view = ResultWords(case, loaded.probes, self._context.language, self._context.messages.word).view()
        return view if release is None else replace(view, label=self.tr("Vorschlag, freigegeben"))

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
        facts = f"{number} · {reviews}" + (f", {rest}" if rest else "")
        return Header(
            case.application.name or number,
            number if self._page.size_class <= SizeClass.COMPACT else facts,
            chips=self._chips(case) if n else (),
            buttons=(("release",) if case.release is None else ("withdraw_release",)) if n else (),
            stepper=stepper,
        )

    def _chips(self, case: Case) -> tuple[Chip, ...]:
        n = len(case.consolidation.unsettled)
        open_ones = (Chip(self.tr("{n} offen").format(n=n), Glyph.DIAMOND, "warn"),) if n else ()
        if case.release is not None:
            words = DecisionWords(self._context.language).released(case.release)
            return (Chip(words, Glyph.LOCK, "ok"), *open_ones)
        if open_ones and self._page.size_class <= SizeClass.COMPACT:
            return ()  # the header says it beside the button that waits for it
        return open_ones or (Chip(self.tr("nichts offen"), Glyph.CHECK, "ok"),)

    def finds(self, case: Case) -> Iterator[Find]:
        """Give the criteria of a case for the palette."""
        for one in case.catalogue.criteria:
            place = Place(navigation.CONSOLIDATION, case.application.number, one.key)
            yield Find(Group.GO, f"{one.key} {one.title.read(self._context.language)}", icon="grid", place=place)

    def open_words(self, case: Consolidation) -> str:
        """Say what keeps a consolidation from being released; empty where nothing does."""
        n = len(case.unsettled)
        if n == 1:
            return self.tr("1 Konsenswert offen")
        return self.tr("{n} Konsenswerte offen").format(n=n) if n else ""

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
        rows = shown.loaded.rows
        if shown.segment == DISPUTED:
            of = {row.key: row for row in rows if not row.is_area}
            rows = tuple(of[key] for key in flagged)
        page.model.set_rows(words.heads(), rows, words.columns())
        page.matrix.show_current(shown.criterion)
        segments = {ALL: self.tr("Alle {n}").format(n=len(shown.case.catalogue.criteria))}
        if flagged:
            segments[DISPUTED] = self.tr("Klärungsbedarf {n}").format(n=len(flagged))
        order = self.tr("nach Wirkung") if shown.segment == DISPUTED else self.tr("nach Katalog")
        page.show_segments(segments, shown.segment, order if flagged else words.nothing_open())
        page.show_take(take)

    def _take_words(self, case: Consolidation) -> str:
        n = len(case.undisputed)
        if n and not any(one.needs_discussion for one in case.criteria):
            words = self.tr("1 Wert übernehmen") if n == 1 else self.tr("{n} Werte übernehmen")
            return words.format(n=n)
        if n == 1:
            return self.tr("1 unstrittigen Wert übernehmen")
        return self.tr("{n} unstrittige Werte übernehmen").format(n=n) if n else ""

    def _show_topics(self, shown: Shown, words: ConsolidationWords) -> None:
        case = shown.case.consolidation
        topic_words = TopicWords(case, words, self._context.language)
        first = [topic_words.line(topic, str(place)) for place, topic in enumerate(shown.topics, 1)]
        second = [topic_words.line(topic, "") for topic in shown.loaded.tight]
        heads = (
            self.tr("Klärungsbedarf · {n} offen, nach Wirkung").format(n=len(first))
            if first
            else self.tr("Klärungsbedarf"),
            self.tr("Knapp, ohne Streuung · {n}").format(n=len(second)),
            words.nothing_open(),
        )
        self._page.topics.show_topics(first, second, shown.criterion, heads)

    def show_criterion(self, shown: Shown) -> None:
        """Show the open criterion with what is chosen and what it would do."""
        self._page.criterion.show_criterion(self._criterion(shown))

    def _criteria(self, catalogue: Catalogue) -> CriterionWords:
        """Return the words of a catalogue, made once for all its criteria."""
        words = self._criterion_words
        if words is None or words.catalogue is not catalogue:
            words = self._criterion_words = CriterionWords(catalogue, self._context.language)
        return words

    def _criterion(self, shown: Shown) -> ConsensusView:
        words, key, case, draft = self._words(shown), shown.criterion, shown.case, shown.draft
        one = case.consolidation.criterion(key)
        decisions = DecisionWords(self._context.language)
        base = self._criteria(case.catalogue).base(case.catalogue.criterion(key))
        stored = one.consensus
        value = draft.value if draft.value is not None else stored.value if stored else one.suggested
        return ConsensusView(
            key=key,
            title=base.title,
            question=base.question,
            scale=case.catalogue.scale,
            strip=words.strip(key),
            name=self.tr("Konsenswert {key} {title}").format(key=key, title=base.title),
            description=base.description,
            words=base.words,
            span=words.chip(one),
            reasons=self.passages.reasons(shown.loaded, key, words.reasons(key), shown.sought),
            marks=Marks(case.catalogue.criterion(key).minimum),
            value=value,
            figures=words.figures(one),
            effect=words.effect(key, value),
            reason=draft.reason if draft.reason is not None else stored.reason if stored else "",
            duty=words.duty(one, value),
            stored=" · ".join(part for part in (words.stored(one), self._why_locked(shown.case)) if part),
            decisions=decisions.lines(shown.loaded.decisions, key),
            locked=not shown.may_decide or shown.case.release is not None,
        )

    def _why_locked(self, case: Case) -> str:
        return self.tr("freigegeben, nur lesbar") if case.release is not None else ""
