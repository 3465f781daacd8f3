"""The commands of the reading page: what menus, keys and palette carry out while it is in sight."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain.annotation import AnchorState
from reviewer_app.domain.catalogue import NB
from reviewer_app.domain.review import ReviewOrigin
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.reading.annexes.annex_presenter import NOT_ASSESSABLE
from reviewer_app.ui.reading.annexes.annexes_presenter import PaperCommands
from reviewer_app.ui.reading.annexes.formal_checks_panel import FormalChecksPresenter
from reviewer_app.ui.reading.page import DOCUMENTS, SCORING, ReadingPage
from reviewer_app.ui.reading.score_panel import OVERALL
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Scope
from reviewer_app.ui.shell.navigation import Place

if TYPE_CHECKING:
    from reviewer_app.ui.reading.presenter import ReadingPresenter
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context
    from reviewer_app.ui.shell.settings import Settings


class ReadingCommands(QObject):
    """Carries commands out on the page and its presenter."""

    def __init__(
        self, context: "Context", page: ReadingPage, presenter: "ReadingPresenter", actions: "Actions"
    ) -> None:
        """Belong to `presenter`."""
        super().__init__(presenter)
        self._context = context
        self._page = page
        self._presenter = presenter
        self._actions = actions
        self._hints = context.settings.values.hints
        self._formal = FormalChecksPresenter(context, page, presenter.documents)
        self._papers = PaperCommands(context, page, presenter.beside, actions)
        actions.attach(Scope.DOCUMENT, page)
        for view in (page.documents.pages, page.documents.form, page.documents.sheets):
            actions.attach(Scope.PAGES, view)
        presenter.beside.opened.connect(self._on_beside_opened)
        actions.attach(Scope.CRITERION, page)
        context.settings.settings_changed.connect(self._on_settings_changed)
        page.show_widths(context.settings.values.panes.get(navigation.READING, []))
        page.pane_dragged.connect(self._on_page_pane_dragged)
        page.scoring.next_wanted.connect(self._on_next_open)
        page.documents.button_chosen.connect(self._on_documents_button_chosen)
        page.documents.help_wanted.connect(self._on_documents_help_wanted)

    def handlers(self) -> Mapping[str, "Handler"]:
        """Return who carries out which actions."""
        presenter = self._presenter
        return {
            "undo": self._on_undo,
            "redo": self._on_redo,
            "help": self._on_help,
            "formal_notes": self._on_formal_notes,
            "choose_document": self._on_choose_document,
            **self._papers.handlers(),
            "link_passage": presenter.evidence.link_here,
            "link_other": presenter.evidence.link_other_here,
            "copy_passage": presenter.evidence.copy,
            "underline_passage": presenter.evidence.underline,
            "unlink_passage": presenter.evidence.unlink_focused,
            "note_page": presenter.evidence.note_page,
            "note_application": presenter.evidence.note_application,
            "note_mine": presenter.evidence.note_mine,
            "text_cursor": self._on_text_cursor,
            "next_open": self._on_next_open,
            "next_criterion": self._on_next_criterion,
            "previous_criterion": self._on_previous_criterion,
            "to_scale": self._on_to_scale,
            "show_levels": self._page.scoring.criterion.open_levels,
            "show_hints": self._on_show_hints,
            "show_overall": self._on_show_overall,
            "submit_review": self._on_submit_review,
            "reopen_review": self._on_reopen_review,
            "enter_for": self._on_enter_for,
            "own_review": self._on_own_review,
            "show_orphans": self._on_show_orphans,
            "take_marks": presenter.evidence.annotations.take_foreign,
        }

    def _on_page_pane_dragged(self, size: int, width: int) -> None:
        panes = dict(self._context.settings.values.panes)
        widths = [*panes.get(navigation.READING, []), 0, 0, 0, 0][: len(SizeClass)]
        widths[size] = width
        self._context.settings.change(panes=panes | {navigation.READING: widths})

    def _on_documents_button_chosen(self, button: str) -> None:
        key = self._presenter.criterion
        if button == NOT_ASSESSABLE and key != OVERALL:
            self._presenter.answer(NB)
            self._presenter.load()
            words = self.tr("{key} als „n.\u00a0b.“ vermerkt").format(key=key)
            self._context.messages.note(words, can_undo=True)

    def _on_documents_help_wanted(self, topic: str) -> None:
        self._presenter.place_wanted.emit(Place(navigation.HELP, detail=topic))

    def _on_beside_opened(self, _documents: object) -> None:
        area = self._page.halves.make_beside()
        for view in (area.pages, area.form, area.sheets):
            self._actions.attach(Scope.PAGES, view)
        area.button_chosen.connect(self._on_documents_button_chosen)

    def _on_undo(self) -> None:
        self._presenter.leave()
        self._presenter.answers.forget()
        self._context.undo.undo()

    def _on_text_cursor(self) -> None:
        if self._page.documents.shows_pages:
            self._page.documents.reader.caret.toggle()

    def _on_redo(self) -> None:
        self._presenter.leave()
        self._presenter.answers.forget()
        self._context.undo.redo()

    def _on_help(self) -> None:
        focus, panel = self._page.window().focusWidget(), self._page.scoring.criterion
        if focus is not None and panel.isAncestorOf(focus):
            panel.open_levels()
        else:
            self._presenter.place_wanted.emit(Place(navigation.HELP))

    def _on_formal_notes(self) -> None:
        if self._presenter.reading is not None:
            self._formal.open(self._presenter.reading)

    def _on_choose_document(self) -> None:
        self._page.show_pane(DOCUMENTS)
        self._page.documents.open_list()

    def _on_next_criterion(self) -> None:
        self._step(1)

    def _on_previous_criterion(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        """Open the next or previous criterion; after the last one comes the general impression."""
        presenter = self._presenter
        if key := presenter.answers.neighbour(presenter.criterion, step):
            presenter.open_criterion(key)

    def _on_to_scale(self) -> None:
        self._page.show_pane(SCORING)

    def _on_show_hints(self) -> None:
        self._context.settings.change(hints=not self._context.settings.values.hints)

    def _on_settings_changed(self, values: "Settings") -> None:
        if values.hints != self._hints:
            self._hints = values.hints
            if self._page.isVisible():
                self._presenter.load()

    def _on_show_overall(self) -> None:
        self._presenter.open_criterion(OVERALL)

    def _on_next_open(self) -> None:
        if self._page.scoring.can_submit:
            self._on_submit_review()
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Open the next criterion without a value, from here round; after the last one the general impression."""
        presenter = self._presenter
        key = presenter.answers.first_open(presenter.criterion) or OVERALL
        if presenter.answers.values() and (key != presenter.criterion or key == OVERALL):
            presenter.open_criterion(key)

    def _on_submit_review(self) -> None:
        reading = self._presenter.reading
        self._presenter.leave()
        if reading is not None:
            self._presenter.acts.submit(reading.application.number, self._presenter.reviewer, self._presenter.criterion)

    def _on_reopen_review(self) -> None:
        reading = self._presenter.reading
        if reading is not None:
            self._presenter.acts.reopen(reading, self._presenter.reviewer)

    def _on_enter_for(self) -> None:
        reading = self._presenter.reading
        self._presenter.leave()
        if reading is not None:
            self._presenter.acts.enter_for(reading)

    def _on_show_orphans(self) -> None:
        reading = self._presenter.reading
        if reading is not None:
            place = Place(navigation.ANNOTATIONS, reading.application.number, AnchorState.ORPHANED)
            self._presenter.place_wanted.emit(place)

    def _on_own_review(self) -> None:
        self._presenter.show_person(None, ReviewOrigin.DESK)
