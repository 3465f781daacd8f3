"""The commands that read papers: to a page, side list, links, a second paper beside the first, larger and smaller."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.ui.reading.page import DOCUMENTS, ReadingPage
from reviewer_app.ui.reading.recognising_presenter import RecognisingPresenter
from reviewer_app.ui.reading.side_list import OUTLINE, PAGES

if TYPE_CHECKING:
    from reviewer_app.ui.reading.beside import Beside
    from reviewer_app.ui.reading.documents_presenter import DocumentsPresenter
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context

OFFERS = (
    "go_to_page", "zoom_in", "zoom_out", "zoom_width", "show_pages", "show_outline", "show_links", "show_beside",
    "recognise_text", "forget_password",
)  # fmt: skip


class PaperCommands(QObject):
    """Carries them out on the paper in sight."""

    def __init__(self, context: "Context", page: ReadingPage, beside: "Beside", actions: "Actions") -> None:
        """Act on the papers of `page`."""
        super().__init__(beside)
        self._actions = actions
        self._context = context
        self._page = page
        self._beside = beside
        self._recognising = RecognisingPresenter(context, page.halves, actions, self)
        beside.opened.connect(self._on_beside_opened)
        beside.split_changed.connect(self._on_beside_split_changed)

    def handlers(self) -> Mapping[str, "Handler"]:
        """Return who carries out which actions."""
        return {
            "go_to_page": self._on_go_to_page,
            "recognise_text": self._on_recognise_text,
            "forget_password": self._on_forget_password,
            "zoom_in": self._on_zoom_in,
            "zoom_out": self._on_zoom_out,
            "zoom_width": self._on_zoom_width,
            "show_pages": self._on_show_pages,
            "show_outline": self._on_show_outline,
            "show_links": self._on_show_links,
            "show_beside": self._on_show_beside,
            "draw_area": self._on_draw_area,
            "select_sentence": self._on_select_sentence,
        }

    def _has_pages(self) -> bool:
        """Say whether the paper in sight has pages, and tell the person where it has none."""
        has = self._page.documents.shows_pages
        if not has:
            self._context.messages.hint(self.tr("Diese Unterlage hat keine Seiten."))
        return has

    def _on_go_to_page(self) -> None:
        if not self._has_pages():
            return
        from reviewer_app.ui.reading.page_dialog import PageDialog

        pages = self._page.documents.pages
        page = PageDialog.ask(self._context.theme, self._page.window(), pages.page, pages.count, pages.labels)
        if page:
            self._beside.active.place_left.emit()
            pages.go_to(page)
            pages.setFocus()

    def _on_beside_opened(self, _documents: object) -> None:
        self._recognising.watch(self._page.halves.make_beside())

    def _on_recognise_text(self) -> None:
        if self._has_pages():
            self._recognising.recognise(self._page.documents)

    def _on_forget_password(self) -> None:
        line = self._page.documents.line
        if line is None or not line.locked:
            self._context.messages.hint(self.tr("Diese Unterlage hat kein Kennwort."))
            return
        from reviewer_app.services.annex_passwords import forget

        forgotten = self._context.operations.run(forget, line.sha256)
        forgotten.done(partial(self._on_password_forgotten, self._beside.active, line.key)).write(keep=False)

    def _on_password_forgotten(self, documents: "DocumentsPresenter", key: str, _outcome: object) -> None:
        """Close the paper again, unless the person reads another one by now."""
        self._context.messages.note(self.tr("{key}: Kennwort vergessen.").format(key=key))
        if documents.current == key:
            documents.open(key)

    def _show_side(self, tab: str) -> None:
        if self._has_pages():
            self._page.show_pane(DOCUMENTS)
            self._page.documents.body.toggle(tab)

    def _on_show_pages(self) -> None:
        self._show_side(PAGES)

    def _on_show_outline(self) -> None:
        self._show_side(OUTLINE)

    def _on_show_links(self) -> None:
        if self._has_pages():
            self._page.show_pane(DOCUMENTS)
            self._beside.active.links.open_list()

    def _on_show_beside(self) -> None:
        self._page.show_pane(DOCUMENTS)
        self._beside.toggle()
        self._on_beside_split_changed()

    def _on_beside_split_changed(self) -> None:
        """Show in the menu whether there are two."""
        self._actions["show_beside"].setChecked(self._page.halves.is_wanted)

    def _on_draw_area(self) -> None:
        self._page.documents.reader.draw_area()

    def _on_select_sentence(self) -> None:
        self._page.documents.reader.caret.select_sentence()

    def _on_zoom_in(self) -> None:
        self._page.documents.zoom(1)

    def _on_zoom_out(self) -> None:
        self._page.documents.zoom(-1)

    def _on_zoom_width(self) -> None:
        self._page.documents.zoom(0)
