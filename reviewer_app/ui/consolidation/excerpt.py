"""Passages that rationales rest on: one of them docked below with its page, and the way to it in its annex."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.annotations.annotation import PagePlace
from reviewer_app.services.annexes import contents
from reviewer_app.services.annotations.locating import PDF
from reviewer_app.services.annotations.words import quoted, source
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.marks.page_marks import PageMark
from reviewer_app.ui.marks.viewer import PdfViewer
from reviewer_app.ui.marks.words import AnnotationWords
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place

if TYPE_CHECKING:
    from reviewer_app.domain.application import Annex
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.domain.ids import PersonId
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.ui.consolidation.case_data import CaseData
    from reviewer_app.ui.consolidation.page import ConsolidationPage
    from reviewer_app.ui.marks.passage_chips import PassageView
    from reviewer_app.ui.pdf.document import OpenedDocument, OpenFailure
    from reviewer_app.ui.shell.context import Context


class ExcerptPanel(Panel):
    """The page of a passage at its place; `open_button` asks for the annex, Esc leaves `view`.

    Hidden while nothing is shown; `annotation` is the passage, empty then.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__("window", "top")
        self._theme = theme
        self.annotation = ""
        self._place = Text("", "label", "link")
        self._title = ElidedText("", "small", "text2")
        self.open_button = Button(theme, self.tr("In der Unterlage öffnen"), ButtonKind.LINK)
        self.close_button = Button(theme, "", ButtonKind.FLAT, "close")
        self.close_button.setAccessibleName(self.tr("Ausschnitt schließen"))
        self.close_button.setToolTip(self.tr("Ausschnitt schließen"))
        self.view = PageView(theme)
        self.reader = PdfViewer(theme, self.view)
        head = RowLayout(theme, gap=10, margins=(16, 5, 12, 5))
        head.add(self._place, (self._title, 1), self.open_button, self.close_button)
        ColumnLayout(theme, head, (self.view, 1), gap=0, parent=self)
        self.setFocusProxy(self.view)
        self.hide()

    def show_passage(self, annotation: str, place: str, title: str) -> None:
        """Show where a passage stands and whose it is; its page follows."""
        self.annotation = annotation
        self._place.setText(place)
        self._title.setText(title)
        self.setAccessibleName(f"{place}, {title}")
        self.show()

    def show_mark(self, mark: PageMark) -> None:
        """Mark the passage and bring it into sight."""
        self.reader.show_marks((mark,))
        self.reader.go_to(mark)

    def clear(self) -> None:
        """Show nothing."""
        self.annotation = ""
        if not self.isHidden():
            self.hide()
            self.view.clear()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.em(160))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(400), self._theme.em(320))


class ExcerptPresenter(QObject):
    """Words the passages of a case; `place_wanted` carries the place of one in the reading page."""

    place_wanted = Signal(object)

    def __init__(self, context: "Context", page: "ConsolidationPage", parent: QObject) -> None:
        """Show excerpts on `page`."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self._cards, self._panel = page.criterion.cards, page.criterion.excerpt
        self._words = AnnotationWords(context)
        self._data: CaseData | None = None
        self._criterion = ""
        self._read = self._ticket = 0
        self._outstanding: set[int] = set()
        self._cards.passage_chosen.connect(self._on_cards_passage_chosen)
        self._cards.copy_wanted.connect(self._on_cards_copy_wanted)
        self._panel.open_button.clicked.connect(self._on_open_button_clicked)
        self._panel.close_button.clicked.connect(self._close)
        self._panel.view.left.connect(self._close)
        renderer().document_opened.connect(self._on_renderer_document_opened)
        renderer().open_failed.connect(self._on_renderer_open_failed)

    def show_case(self, data: "CaseData", criterion: str) -> None:
        """Belong to a criterion of a case; the excerpt of another one closes."""
        before = self._data
        if before is None or before.case.application.id != data.case.application.id or criterion != self._criterion:
            self._panel.clear()
        self._data, self._criterion = data, criterion
        self._words.show_catalogue(data.case.catalogue)

    def passages_of(self, reviewer: "PersonId") -> tuple["PassageView", ...]:
        """Return what a reviewer's rationale rests on."""
        found = self._data.passages_of(reviewer, self._criterion) if self._data is not None else ()
        return tuple(self._view(one) for one in found)

    def _view(self, listed: "Listed") -> "PassageView":
        """Return a passage in short: a card is narrow, and its value says in which direction it was weighed."""
        one = listed.annotation
        view = self._words.view(listed, self._criterion, one.author)
        return replace(view, place=self._words.place(one), may_unlink=False, kind=one.kind)

    def _passage(self, annotation: str) -> "Listed | None":
        return self._data.passage(annotation) if self._data is not None else None

    def _on_cards_passage_chosen(self, annotation: str) -> None:
        """Dock the passage where there is room, else go to it; chosen again, a docked one is gone to too."""
        data, listed = self._data, self._passage(annotation)
        if data is None or listed is None:
            return
        annex = self._annex(data, listed)
        wide = self._page.size_class is SizeClass.WIDE and not self._page.short
        if wide and annex is not None and annotation != self._panel.annotation:
            self._dock(data, listed, annex)
        else:
            self._go(annotation)

    def _go(self, annotation: str) -> None:
        if self._data is not None and annotation:
            number = self._data.case.application.number
            self.place_wanted.emit(Place(navigation.READING, number, self._criterion, annotation))

    def _annex(self, data: "CaseData", listed: "Listed") -> "Annex | None":
        """Return the annex a passage stands in, where its pages can be shown."""
        place = listed.annotation.target
        sha256 = place.sha256 if isinstance(place, PagePlace) else ""
        files = data.case.application.annexes
        found = next((one for one in files if one.sha256 == sha256 and one.media_type == PDF), None)
        return found if found is not None and contents.may_open(found.states) else None

    def _dock(self, data: "CaseData", listed: "Listed", annex: "Annex") -> None:
        one = listed.annotation
        kind = data.case.catalogue.annex(annex.kind)
        title = kind.title.read(self._context.language) if kind is not None else annex.name
        counted = data.case.consolidation.counted
        who = next((each.label for each in counted if each.review.reviewer.id == one.author), listed.author)
        whose = self.tr("Fundstelle von {who}").format(who=who)
        self._panel.show_passage(one.id, self._words.place(one), f"{title} · {whose}")
        self._read, self._ticket = self._read + 1, 0
        run = self._context.operations.run(contents.annex_bytes, annex.sha256, annex.states)
        run.done(partial(self._on_bytes_done, self._read)).failed(partial(self._on_bytes_failed, self._read)).read()

    def _on_bytes_done(self, read: int, data: bytes) -> None:
        if read == self._read and self._panel.annotation:
            self._ticket = renderer().open(data)
            self._outstanding.add(self._ticket)

    def _on_bytes_failed(self, read: int, error: "VotumError") -> None:
        if read == self._read:
            self._panel.clear()
            self._context.messages.tell(error)

    def _on_renderer_document_opened(self, ticket: int, opened: "OpenedDocument") -> None:
        if ticket not in self._outstanding:
            return
        self._outstanding.discard(ticket)
        listed = self._passage(self._panel.annotation)
        if ticket != self._ticket or listed is None:
            renderer().release(opened)
            return
        one, place = listed.annotation, listed.annotation.target
        self._panel.view.show_document(opened, one.annex)
        if isinstance(place, PagePlace):
            mark = PageMark(
                one.id, place.page, place.quads, place.area, self._criterion, self._words.spoken(one), is_open=True,
                kind=one.kind,
            )  # fmt: skip
            self._panel.show_mark(mark)

    def _on_renderer_open_failed(self, failure: "OpenFailure") -> None:
        """Go to the annex, which says why it cannot be shown."""
        self._outstanding.discard(failure.ticket)
        if failure.ticket == self._ticket:
            annotation = self._panel.annotation
            self._panel.clear()
            self._go(annotation)

    def _on_open_button_clicked(self) -> None:
        self._go(self._panel.annotation)

    def _close(self) -> None:
        """Close it and let the focus go back to the passage."""
        annotation = self._panel.annotation
        self._panel.clear()
        self._cards.focus_passage(annotation)

    def _on_cards_copy_wanted(self, annotation: str) -> None:
        listed = self._passage(annotation)
        if listed is not None:
            one, language = listed.annotation, self._context.language
            place, text = source(one, language, listed.label), one.quote.text or one.note
            QApplication.clipboard().setText(quoted(text, place, language) if text else place)
