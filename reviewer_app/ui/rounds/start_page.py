"""Where one begins when no workspace is open: first start, going on, a recent file, a package, a round, the demo."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedLayout, QWidget

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.cards import StepCard
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.list_button import ListButton
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.kit.translated import translatable
from reviewer_app.ui.rounds.person_form import DutyText, PersonForm
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import row_of
from reviewer_app.ui.shell.actions import action_key, action_text
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.page import Page
from reviewer_app.ui.shell.presenter import Presenter
from reviewer_app.ui.shell.settings import Introduction, Visit
from reviewer_app.ui.shell.translation import role_name

if TYPE_CHECKING:
    from reviewer_app.services.round import Identity
    from reviewer_app.ui.rounds.person_form import IdentityEntry

_BEGIN = {
    "import": translatable("StartPage", "In eine neue Runde importieren"),
    "new_round": translatable("StartPage", "Für Vorsitz und Geschäftsstelle"),
    "open_demo": translatable("StartPage", "Zwölf erfundene Anträge zum Ausprobieren"),
}
"""The actions one can begin with, and what stands below their words."""


_FOLDERS = 2

TIPS = ("palette", "scale", "link")
"""The hints that follow the first start, once each."""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A workspace opened before: its path, and what is said of it; `missing` where it is not there.

    `second` is place and counts; `words` and `facts` tell where one goes on, `share` how much of it is answered.
    """

    path: str
    name: str
    second: str
    when: str
    role: str = ""
    missing: bool = False
    words: str = ""
    facts: str = ""
    share: float | None = None


class Share(QWidget):
    """How much of a review is answered, as a bar."""

    def __init__(self, theme: Theme, share: float) -> None:
        """Show `share` from 0 to 1."""
        super().__init__()
        self._theme, self._share = theme, share
        self.setFixedSize(theme.em(48), theme.em(5))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painting.draw_bar(QPainter(self), self._theme, QRectF(self.rect()), self._share)


class FirstRun(QWidget):
    """The first two steps of the first start: the duty of secrecy, and who one is; the start page is the third.

    `introduced` carries an IdentityEntry of who confirmed the duty; `demo_button` looks at the demo round first.
    """

    introduced = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.read_button = Button(theme, self.tr("Ich habe das gelesen"), ButtonKind.PRIMARY)
        self.demo_button = Button(theme, self.tr("Zuerst die Demo-Runde ansehen"), ButtonKind.LINK)
        self.back_button = Button(theme, self.tr("Zurück"))
        self.next_button = Button(theme, self.tr("Weiter"), ButtonKind.PRIMARY)
        self.form = PersonForm(theme)
        duty = StepCard(theme, self.tr("Bevor Sie beginnen"), self.tr("Schritt 1 von 3 · Verschwiegenheit"))
        about = self.tr("Mit Votum lesen, bewerten und beraten Sie Anträge. Alles bleibt auf diesem Gerät.")
        duty.column.addWidget(Text(about, "body", wrap=True))
        duty.column.addWidget(DutyText())
        stays = self.tr("Ihre Bestätigung wird mit dem heutigen Tag auf diesem Gerät festgehalten.")
        duty.column.addWidget(Text(stays, "small", "text2", wrap=True))
        duty.show_foot(self.demo_button, self.read_button)
        person = StepCard(theme, self.tr("Bevor Sie beginnen"), self.tr("Schritt 2 von 3 · Name und Rolle"))
        person.column.addWidget(self.form)
        stays = self.tr("Diese Angaben bleiben auf diesem Gerät.")
        person.show_foot(Text(stays, "small", "text2"), self.back_button, self.next_button)
        self._steps = QStackedLayout(self)
        for step in (duty, person):
            self._steps.addWidget(step)
        self.read_button.clicked.connect(self._on_read_button_clicked)
        self.back_button.clicked.connect(self._on_back_button_clicked)
        self.next_button.clicked.connect(self._on_form_submitted)
        self.form.submitted.connect(self._on_form_submitted)

    @property
    def first(self) -> QWidget:
        """Where the focus begins in the step that is shown."""
        return self.form.name if self._steps.currentIndex() else self.read_button

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.first.setFocus()

    def _on_read_button_clicked(self) -> None:
        self._show(1)

    def _on_back_button_clicked(self) -> None:
        self._show(0)

    def _on_form_submitted(self) -> None:
        entry = self.form.checked_entry()
        if entry is not None:
            self.introduced.emit(entry)


class StartPage(Page):
    """Emits what a person wants: `recent_chosen` and `search_chosen` a path, `action_chosen` an action id.

    `import_chosen` reads a package into a new round; `introduced` carries what was said at the first start.
    """

    recent_chosen = Signal(str)
    search_chosen = Signal(str)
    action_chosen = Signal(str)
    import_chosen = Signal()
    introduced = Signal(object)

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__(theme)
        self._recent: tuple[RecentFile, ...] = ()
        self._title = Text("Votum", "display")
        self._sub = Text(self.tr("Anträge lesen, bewerten, beraten – alles bleibt auf diesem Gerät."), "body", "text2")
        self._left, self._right = QWidget(), QWidget()
        self._go_on = ColumnLayout(theme, gap=8, parent=self._left)
        self._begin = ColumnLayout(theme, gap=8, parent=self._right)
        self._foot = Text(
            self.tr("Votum {version} · Keine Verbindung ins Netz").format(version=version), "small", "text2"
        )
        footer = RowLayout(theme, self._foot, 1, gap=12)
        for action, words, key in (
            ("help", self.tr("Hilfe"), action_key("help")),
            ("settings", self.tr("Einstellungen"), ""),
        ):
            footer.addWidget(self._link(action, words, key))
        self._rest = QWidget()
        self._columns = RowLayout(theme, (self._left, 2), (self._right, 1), (self._rest, 1), gap=28)
        self._sheet = QWidget()
        self._column = ColumnLayout(theme, self._title, self._sub, self._columns, 1, footer, parent=self._sheet)
        self._ground = QWidget()
        RowLayout(theme, 1, (self._sheet, 100), 1, margins=None, parent=self._ground)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._ground)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.first_run: FirstRun | None = None
        self._outside = QStackedLayout(self)
        self._outside.addWidget(scroll)
        self._first: QWidget | None = None
        theme.changed.connect(self._build)
        self._build()

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        """Show workspaces opened before, newest first; the newest is the one to go on with."""
        if tuple(files) != self._recent:
            self._recent = tuple(files)
            self._build()

    def show_first_run(self) -> None:
        """Ask for duty and person before anything else."""
        if self.first_run is None:
            self.first_run = FirstRun(self.theme)
            self.first_run.demo_button.clicked.connect(self._on_demo_button_clicked)
            self.first_run.introduced.connect(self.introduced)
            self._outside.addWidget(self.first_run)
        self._outside.setCurrentWidget(self.first_run)

    def show_start(self, *, as_step: bool) -> None:
        """Show the start itself; `as_step` is the third step of the first start."""
        self._sub.setText(
            self.tr("Schritt 3 von 3 · Wählen Sie eine Datei, oder sehen Sie sich die Demo-Runde an.")
            if as_step
            else self.tr("Anträge lesen, bewerten, beraten – alles bleibt auf diesem Gerät.")
        )
        if self._outside.currentIndex():
            self._outside.setCurrentIndex(0)
            self.take_focus()

    @override
    def panes(self) -> list[QWidget]:
        if self.first_run is not None and self._outside.currentIndex():
            return [self.first_run.first]
        return [self._first or self]

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if size is SizeClass.NARROW else across)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key of the import here: the command itself needs a workspace."""
        if (
            QKeySequence(event.keyCombination()) == QKeySequence(row_of("import").keys[0])
            and not self._outside.currentIndex()
        ):
            self.import_chosen.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        inside = self._sheet.isAncestorOf(self.window().focusWidget() or self)
        for layout in (self._go_on, self._begin):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self._first = None
        newest = next((one for one in self._recent if not one.missing), None)
        if newest is not None:
            self._go_on.addWidget(Text(self.tr("Fortsetzen"), "label", "text2"))
            self._go_on.addWidget(self._go_on_card(newest))
            self._go_on.addSpacing(self.theme.em(14))
        if self._recent:
            self._go_on.addWidget(Text(self.tr("Zuletzt geöffnet"), "label", "text2"))
            self._go_on.addWidget(self._recent_card())
        self._begin.addWidget(Text(self.tr("Beginnen"), "label", "text2"))
        self._begin.addWidget(self._begin_card())
        other = self._link("open", self.tr("Andere Arbeitsdatei öffnen …"), action_key("open"))
        (self._go_on if self._recent else self._begin).addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        self._go_on.addStretch(1)
        self._begin.addStretch(1)
        self._left.setVisible(bool(self._recent))
        self._rest.setVisible(not self._recent)
        self._measure()
        if inside:
            self.take_focus()

    def _link(self, action: str, words: str, key: str) -> Button:
        button = Button(self.theme, words, ButtonKind.LINK, key=key)
        button.setObjectName(action)
        button.clicked.connect(self._on_begin_clicked)
        return button

    def _go_on_card(self, newest: RecentFile) -> QWidget:
        card = Panel("surface", "card")
        row = RowLayout(self.theme, gap=14, margins=(16, 14, 14, 14), parent=card)
        if newest.share is not None:
            row.addWidget(Share(self.theme, newest.share))
        words = ColumnLayout(self.theme, gap=1)
        words.add(ElidedText(newest.words or newest.name, "strong"))
        words.add(ElidedText(newest.facts or f"{newest.second} · {newest.when}", "small", "text2"))
        row.addLayout(words, 1)
        button = Button(self.theme, self.tr("Fortsetzen"), ButtonKind.PRIMARY)
        button.setAccessibleDescription(f"{newest.words or newest.name}, {newest.facts or newest.second}")
        button.setObjectName(newest.path)
        button.clicked.connect(self._on_recent_clicked)
        row.addWidget(button)
        self._first = button
        return card

    def _recent_card(self) -> QWidget:
        card, column = self._card()
        for one in self._recent:
            gone = self.tr("nicht gefunden")
            row = ListButton(self.theme, one.name, one.second, gone if one.missing else one.when, "", one.role)
            row.setObjectName(one.path)
            row.separated = column.count() > 0
            row.tone = "warn" if one.missing else "text2"
            row.clicked.connect(self._on_search_clicked if one.missing else self._on_recent_clicked)
            line = RowLayout(self.theme, (row, 1), gap=0)
            if one.missing:
                search = Button(self.theme, self.tr("Suchen …"), ButtonKind.LINK)
                search.setObjectName(one.path)
                search.setAccessibleDescription(one.name)
                search.clicked.connect(self._on_search_clicked)
                line.addWidget(search)
                line.addSpacing(self.theme.em(8))
            column.addLayout(line)
        return card

    def _begin_card(self) -> QWidget:
        card, column = self._card()
        for action, second in _BEGIN.items():
            known, below = row_of(action), QCoreApplication.translate("StartPage", second)
            key = action_key(action) if known.keys else ""
            row = ListButton(self.theme, action_text(action), below, key, known.icon)
            row.setObjectName(action)
            row.separated = column.count() > 0
            row.clicked.connect(self._on_begin_clicked)
            column.addWidget(row)
            self._first = self._first or row
        return card

    def _card(self) -> tuple[Panel, ColumnLayout]:
        card = Panel("surface", "card")
        column = ColumnLayout(self.theme, gap=0, margins=None, parent=card)
        column.setContentsMargins(1, 1, 1, 1)
        return card, column

    def _on_recent_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.recent_chosen.emit(sender.objectName())

    def _on_search_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.search_chosen.emit(sender.objectName())

    def _on_begin_clicked(self) -> None:
        action = sender.objectName() if (sender := self.sender()) is not None else ""
        if action == "import":
            self.import_chosen.emit()
        elif action:
            self.action_chosen.emit(action)

    def _on_demo_button_clicked(self) -> None:
        self.action_chosen.emit("open_demo")

    def _measure(self) -> None:
        narrow = self.size_class is SizeClass.NARROW
        self._sheet.setMaximumWidth(self.theme.em(1072))
        self._column.show_measures(margins=(16, 16 if narrow else 40, 16, 16))
        self._columns.show_measures(margins=(0, 12 if narrow else 28, 0, 12))


class StartPresenter(Presenter):
    """Shows what one worked on lately, leads through the first start, and passes on how a person wants to begin.

    `open_wanted` carries a path, `packages_wanted` paths to take in.
    """

    open_wanted = Signal(object)
    packages_wanted = Signal(list)

    page_id = navigation.START

    def __init__(self, context: Context, page: StartPage) -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page = page
        self._waiting: list[str] = []
        page.recent_chosen.connect(self._on_page_recent_chosen)
        page.search_chosen.connect(self._on_page_search_chosen)
        page.import_chosen.connect(self._on_page_import_chosen)
        page.introduced.connect(self._on_page_introduced)
        context.identity_changed.connect(self._on_context_identity_changed)

    @override
    def show_place(self, place: Place) -> None:
        """Show the recent files as they are now; at the first start what comes before."""
        self._waiting = []
        self._show_recent()
        values = self.context.settings.values
        if values.introduction is None and not values.recent:
            self._page.show_first_run()
        else:
            self._page.show_start(as_step=not values.recent)

    def _show_recent(self) -> None:
        self._page.show_recent([self._recent(Path(one)) for one in self.context.settings.values.recent])

    def _recent(self, path: Path) -> RecentFile:
        visit = self.context.settings.values.visits.get(str(path), Visit())
        place = " › ".join((*[part for part in path.parent.parts[-_FOLDERS:] if part != path.anchor], path.name))
        name, second = visit.title or path.stem, " · ".join(part for part in (place, self._counts(visit)) if part)
        role = role_name(visit.role)
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 # reason: shown as local time
        except OSError:
            return RecentFile(str(path), name, second, "", role, missing=True)
        share = visit.done / visit.total if visit.total else None
        return RecentFile(
            str(path), name, second, self._when(changed), role, words=visit.words, facts=visit.facts, share=share
        )

    def _counts(self, visit: Visit) -> str:
        if not visit.applications:
            return ""
        one = visit.applications == 1
        count = self.tr("1 Antrag") if one else self.tr("{n} Anträge").format(n=visit.applications)
        return f"{count} · {self.tr('{n} zu tun').format(n=visit.todo)}" if visit.todo else count

    def _when(self, moment: datetime) -> str:
        days = (self.context.now().date() - moment.date()).days
        if days == 0:
            return self.tr("heute, {time}").format(time=f"{moment:%H:%M}")
        if days == 1:
            return self.tr("gestern, {time}").format(time=f"{moment:%H:%M}")
        return f"{moment:%d.%m.%Y}"

    # What a person does

    def _on_page_recent_chosen(self, path: str) -> None:
        self.open_wanted.emit(Path(path))

    def _on_page_search_chosen(self, path: str) -> None:
        from reviewer_app.ui.shell.file_questions import FileQuestions

        found = FileQuestions.workspace(self._page.window())
        if found is not None:
            self.context.settings.replace_recent(Path(path), found)
            self._show_recent()
            self.open_wanted.emit(found)

    def _on_page_import_chosen(self) -> None:
        """Ask for the package first, then for the round it goes into; taken in when somebody works there."""
        from reviewer_app.ui.shell.file_questions import FileQuestions

        self._waiting = [str(one) for one in FileQuestions.packages(self._page.window())]
        if self._waiting:
            self._page.action_chosen.emit("new_round")
            if self.context.operations.idle:  # the person went back
                self._waiting = []

    def _on_page_introduced(self, entry: "IdentityEntry") -> None:
        said = Introduction(
            self.context.now().date().isoformat(), entry.name, entry.role, entry.employers, entry.mandates
        )
        self.context.settings.change(introduction=said, tips=TIPS)
        self._page.show_start(as_step=True)

    def _on_context_identity_changed(self, identity: "Identity | None") -> None:
        if identity is not None and identity.me is not None and self._waiting:
            QTimer.singleShot(0, self, self._send_waiting)

    def _send_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        self.packages_wanted.emit(waiting)
