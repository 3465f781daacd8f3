"""What the reasons of a case rest on: passages under each, the excerpt docked below, the way into the paper."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.annotation import PagePlace
from reviewer_app.domain.text_finding import Wanted, ranges
from reviewer_app.services import annexes
from reviewer_app.services.annotation_words import quoted, source
from reviewer_app.services.marking import PDF
from reviewer_app.ui.consolidation.rationale_cards import Reason
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.marks.passage_chips import PassageView
from reviewer_app.ui.marks.words import AnnotationWords
from reviewer_app.ui.pdf.page_marks import PageMark
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place

if TYPE_CHECKING:
    from reviewer_app.domain.application import Attachment
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.annotating import Listed
    from reviewer_app.ui.consolidation.loaded_case import LoadedCase
    from reviewer_app.ui.consolidation.page import ConsolidationPage
    from reviewer_app.ui.pdf.document import OpenedDocument, OpenFailure
    from reviewer_app.ui.shell.context import Context


class CasePassages(QObject):
    """`place_wanted` carries the place of a passage in the reading page."""

    place_wanted = Signal(object)

    def __init__(self, context: "Context", page: "ConsolidationPage", parent: QObject) -> None:
        """Belong to the display of a case."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self._cards = page.criterion.cards
        self._excerpt = page.criterion.excerpt
        self._words = AnnotationWords(context)
        self._loaded: LoadedCase | None = None
        self._criterion = ""
        self._docked = ""
        self._reads = self._ticket = 0
        self._outstanding: set[int] = set()
        self._cards.passage_chosen.connect(self.choose)
        self._cards.copy_wanted.connect(self._on_copy_wanted)
        self._excerpt.open_wanted.connect(self._on_open_wanted)
        self._excerpt.closed.connect(self._on_excerpt_closed)
        self._excerpt.crowded.connect(self.close)
        renderer().document_opened.connect(self._on_renderer_document_opened)
        renderer().open_failed.connect(self._on_renderer_open_failed)

    # Showing

    def reasons(
        self, loaded: "LoadedCase", criterion: str, reasons: tuple[Reason, ...], sought: Wanted
    ) -> tuple[Reason, ...]:
        """Return the reasons with what each rests on and the words sought in it; another criterion's excerpt closes."""
        same = self._loaded is not None and self._loaded.case.application.id == loaded.case.application.id
        self._loaded = loaded
        self._words.show_catalogue(loaded.case.catalogue)
        if criterion != self._criterion or not same:
            self._criterion = criterion
            self.close()
        found = []
        for reason, one in zip(reasons, loaded.case.consolidation.counted, strict=True):
            reviewer = one.review.reviewer.id
            passages = loaded.passages_of(reviewer, criterion)
            views = tuple(self._view(each) for each in passages)
            found.append(replace(reason, passages=views, found=ranges(reason.text, sought)))
        return tuple(found)

    def _view(self, listed: "Listed") -> PassageView:
        """Return a passage in short: a card is narrow, and its value says in which direction it was weighed."""
        one = listed.annotation
        view = self._words.view(listed, self._criterion, one.author)
        return replace(view, place=self._words.place(one), may_unlink=False, kind=one.kind)

    def close(self) -> None:
        """Show no excerpt."""
        self._docked, self._ticket = "", 0
        if not self._excerpt.isHidden():
            self._excerpt.hide()
            self._excerpt.view.clear()

    # What a person does

    def choose(self, annotation: str) -> None:
        """Dock the passage where there is room, else go to it; chosen again, a docked one is gone to too."""
        listed = self._find(annotation)
        if listed is None:
            return
        paper = self._paper(listed)
        wide = self._page.size_class is SizeClass.WIDE and not self._page.short
        if wide and paper is not None and annotation != self._docked:
            self._dock(listed, paper)
        else:
            self._go(annotation)

    def _go(self, annotation: str) -> None:
        if self._loaded is not None:
            number = self._loaded.case.application.number
            self.place_wanted.emit(Place(navigation.READING, number, self._criterion, annotation))

    def _find(self, annotation: str) -> "Listed | None":
        passages = self._loaded.passages if self._loaded is not None else ()
        return next((one for one in passages if one.annotation.id == annotation), None)

    def _paper(self, listed: "Listed") -> "Attachment | None":
        """Return the file a passage stands in, where its pages can be shown."""
        place = listed.annotation.target
        files = self._loaded.case.application.attachments if self._loaded is not None else ()
        sha256 = place.sha256 if isinstance(place, PagePlace) else ""
        found = next((one for one in files if one.sha256 == sha256 and one.media_type == PDF), None)
        return found if found is not None and annexes.may_open(found.states) else None

    # The excerpt

    def _dock(self, listed: "Listed", paper: "Attachment") -> None:
        self._docked, self._ticket = listed.annotation.id, 0
        annex = self._loaded.case.catalogue.annex(paper.kind) if self._loaded is not None else None
        title = annex.title.read(self._context.language) if annex is not None else paper.name
        whose = self.tr("Fundstelle von {who}").format(who=self._who(listed))
        self._excerpt.show_head(self._words.place(listed.annotation), f"{title} · {whose}")
        self._excerpt.show()
        run = self._context.operations.run(annexes.annex_bytes, paper.sha256, paper.states)
        run.done(self._on_bytes_done).failed(self._on_bytes_failed).read()
        self._reads += 1

    def _who(self, listed: "Listed") -> str:
        """Return a reviewer's label, as it stands over the reason."""
        counted = self._loaded.case.consolidation.counted if self._loaded is not None else ()
        author = listed.annotation.author
        return next((one.label for one in counted if one.review.reviewer.id == author), listed.author)

    def _on_bytes_done(self, data: bytes) -> None:
        if self._is_last_read() and self._docked:
            self._ticket = renderer().open(data)
            self._outstanding.add(self._ticket)

    def _on_bytes_failed(self, error: "VotumError") -> None:
        if self._is_last_read():
            self.close()
            self._context.messages.tell(error)

    def _is_last_read(self) -> bool:
        """Take note of an answer, and say whether it is for the passage chosen last; answers keep order."""
        self._reads -= 1
        return self._reads == 0

    def _on_renderer_document_opened(self, ticket: int, opened: "OpenedDocument") -> None:
        if ticket not in self._outstanding:
            return
        self._outstanding.discard(ticket)
        listed = self._find(self._docked)
        if ticket != self._ticket or listed is None:
            renderer().release(opened)
            return
        one, place = listed.annotation, listed.annotation.target
        self._excerpt.view.show_document(opened, one.annex)
        if isinstance(place, PagePlace):
            mark = PageMark(
                one.id, place.page, place.quads, place.area, self._criterion, self._words.spoken(one), is_open=True,
                kind=one.kind,
            )  # fmt: skip
            self._excerpt.show_mark(mark)

    def _on_renderer_open_failed(self, failure: "OpenFailure") -> None:
        """Go to the paper, which says why it cannot be shown."""
        self._outstanding.discard(failure.ticket)
        if failure.ticket == self._ticket:
            docked = self._docked
            self.close()
            self._go(docked)

    def _on_open_wanted(self) -> None:
        if self._docked:
            self._go(self._docked)

    def _on_excerpt_closed(self) -> None:
        """Close it and let the focus go back to the passage."""
        docked = self._docked
        self.close()
        self._cards.focus_passage(docked)

    def _on_copy_wanted(self, annotation: str) -> None:
        listed = self._find(annotation)
        if listed is not None:
            one, language = listed.annotation, self._context.language
            place, text = source(one, language, listed.label), one.quote.text or one.note
            QApplication.clipboard().setText(quoted(text, place, language) if text else place)
