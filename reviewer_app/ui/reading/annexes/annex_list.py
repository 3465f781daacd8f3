"""The annexes of an application as a list: the form, every annex with what is odd about it, what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, override

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QRegularExpression,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer_app.domain import locale
from reviewer_app.domain.application import Annex, AnnexState
from reviewer_app.exchange.annex.pdf import MOST_PAGES
from reviewer_app.services.annexes.contents import may_open
from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.translated import Translated

if TYPE_CHECKING:
    from reviewer_app.services.reviews.reviewing import Reading


FORM = "form"
"""The key of the application form."""


@dataclass(frozen=True, slots=True)
class AnnexLine:
    """One annex: `key` is FORM or kind and place ("A07", "A07 2"), `count` its pages or rows in words.

    `notes` say what is odd about it, `help` names the page of the help that says more; `sha256` is empty where the file
    is missing; a `broken` one is not opened; a `scan` has pages whose text can still be recognised; a `locked`
    one opens with a password.
    """

    key: str
    kind: str
    title: str
    count: str = ""
    notes: tuple[str, ...] = ()
    help: str = ""
    sha256: str = ""
    media_type: str = ""
    missing: bool = False
    broken: bool = False
    scan: bool = False
    locked: bool = False

    @property
    def is_there(self) -> bool:
        """Whether there is anything to open."""
        return self.key == FORM or bool(self.sha256)

    @property
    def name(self) -> str:
        """Id and title."""
        return self.spoken.partition(",")[0]

    @property
    def spoken(self) -> str:
        """The line in one sentence."""
        return ", ".join(part for part in (f"{self.kind} {self.title}".strip(), self.count, *self.notes) if part)


class AnnexModel(QAbstractListModel):
    """A list of AnnexLines."""

    LINE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[AnnexLine, ...] = ()

    def set_lines(self, lines: Sequence[AnnexLine]) -> None:
        """Show other lines."""
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    @property
    def lines(self) -> tuple[AnnexLine, ...]:
        """All lines."""
        return self._lines

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.kind} {line.title}".strip()
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return line.spoken
        return line if role == self.LINE else None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


_SCANS = "finding"
"""The page of the help about annexes without a text layer."""


class AnnexLines(Translated):
    """Words the lines of a list in one language."""

    def __init__(self, language: str) -> None:
        """Word in `language`."""
        self._language = language

    def lines(self, reading: "Reading") -> tuple[AnnexLine, ...]:
        """Return the annexes of an application in the order of the catalogue."""
        application, language = reading.application, self._language
        lines = []
        if application.form is not None:
            lines.append(AnnexLine(FORM, "", self.tr("Antragsformular")))
        by_kind: dict[str, list[Annex]] = {}
        for annex in application.annexes:
            by_kind.setdefault(annex.kind, []).append(annex)
        for kind in reading.catalogue.annexes:
            title = kind.title.read(language)
            files = by_kind.pop(kind.key, [])
            lines += self._files(files, title, reading.recognised)
            members = application.members
            if files and kind.table and members is not None and members.source == kind.key:
                rows = self.tr("{n} Z.").format(n=len(members.members))
                lines[-1] = replace(lines[-1], count=rows)
            if not files and self._is_missing(reading, kind.key):
                lines.append(AnnexLine(kind.key, kind.key, title, self.tr("fehlt"), missing=True))
        for files in by_kind.values():
            lines += self._files(files, "", reading.recognised)
        return tuple(lines)

    def _files(self, files: Sequence[Annex], title: str, recognised: Mapping[str, int]) -> Iterator[AnnexLine]:
        """Yield the files of one kind, called by its title and, where they are several, by their names."""
        for number, file in enumerate(files, 1):
            shown = f"{title} ({file.name})" if title and len(files) > 1 else title or file.name
            yield self._line(file, shown, number, recognised)

    def _is_missing(self, reading: "Reading", kind: str) -> bool:
        """Say whether an annex that is required, or named in a finding, is not there."""
        annex = reading.catalogue.annex(kind)
        if annex is None:
            return False
        named = any(one.place.field == kind or one.params.get("annex") == kind for one in reading.application.findings)
        members = reading.application.members
        by_table = bool(annex.table) and members is not None and bool(members.members)
        return not by_table and (annex.required == "yes" or named)

    def _line(self, file: Annex, title: str, number: int, recognised: Mapping[str, int]) -> AnnexLine:
        key = file.kind if number == 1 else f"{file.kind} {number}"
        count = str(file.pages) if file.pages else ""
        known, is_scan = recognised.get(file.sha256, 0), AnnexState.NO_TEXT in file.states
        said = (AnnexState.READABLE, AnnexState.NO_TEXT) if known else (AnnexState.READABLE,)
        notes = [self._state(key, state) for state in file.states if state not in said]
        if known:
            notes.insert(0, self._recognised(key, known, file.pages if is_scan else known))
        if file.blank_pages:
            pages = ", ".join(str(page) for page in file.blank_pages)
            notes.append(self.tr("leere Seite: {pages}").format(pages=pages))
        if file.pages > MOST_PAGES:
            words = self.tr("{key} hat {n} Seiten. Gezeigt werden die ersten {most}.")
            numbers = {name: self._number(value) for name, value in (("n", file.pages), ("most", MOST_PAGES))}
            notes.append(words.format(key=key, **numbers))
        broken = not may_open(file.states)
        more = _SCANS if is_scan or known else ""
        line = AnnexLine(key, file.kind, title, count, tuple(notes), more, file.sha256, file.media_type)
        has_more = is_scan and known < min(file.pages, MOST_PAGES)
        return replace(line, broken=broken, scan=has_more, locked=AnnexState.ENCRYPTED in file.states)

    def _recognised(self, key: str, known: int, pages: int) -> str:
        """Say plainly that the text of a scan is read by a program, and of how many pages it is there."""
        words = self.tr("{key}: Erkannter Text. Er wurde maschinell erkannt und kann Fehler enthalten.")
        if known < min(pages, MOST_PAGES):
            words = self.tr(
                "{key}: Erkannter Text auf {n} von {m} Seiten. Er wurde maschinell erkannt und kann Fehler enthalten."
            )
        return words.format(key=key, n=self._number(known), m=self._number(pages))

    def _number(self, value: int) -> str:
        return locale.number(Fraction(value), 0, self._language)

    def _state(self, key: str, state: AnnexState) -> str:
        return {
            AnnexState.NO_TEXT: self.tr(
                "{key} hat keine Textebene. Markieren geht nur als Rechteck, Suchen gar nicht. "
                "Fundstellen bleiben möglich."
            ),
            AnnexState.ENCRYPTED: self.tr("{key} ist mit Kennwort geschützt"),
            AnnexState.ACTIVE: self.tr(
                "{key} enthält ausführbaren Inhalt. Er wird nicht ausgeführt. Der Text ist lesbar."
            ),
            AnnexState.WRONG_TYPE: self.tr("{key}: Der Inhalt passt nicht zur Dateiendung"),
            AnnexState.EMPTY: self.tr("{key} ist leer"),
            AnnexState.BROKEN: self.tr("{key} ist beschädigt"),
        }.get(state, "").format(key=key)


ROW, DOCKED_ROW = 27, 35
"""Height of a line in px at 100 %: in a popover, and where the list stands beside the annex with room to spare."""
_KIND = 36


class AnnexDelegate(QStyledItemDelegate):
    """Paints AnnexLines."""

    def __init__(self, theme: Theme, row: int, parent: QObject) -> None:
        """Paint in the colours of `theme`, lines `row` px high at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._row = row

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.em(200), self._theme.em(self._row))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(AnnexModel.LINE)
        if not isinstance(line, AnnexLine):
            return
        theme = self._theme
        box = QRectF(option.rect).adjusted(theme.em(6), 1, -theme.em(6), -1)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painting.draw_chosen(painter, theme, box, 5, theme.radius("control"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painting.draw_ground(painter, theme, box, "hover", theme.radius("control"))
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painting.draw_focus(painter, theme, box, theme.radius("control"))
        self._draw_words(painter, box, line, chosen=chosen)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRectF, line: AnnexLine, *, chosen: bool) -> None:
        theme = self._theme
        inner = box.adjusted(theme.em(8), 0, -theme.em(8), 0)
        if line.key == FORM:
            side = theme.em(14)
            place = QRectF(inner.left(), round(box.center().y() - side / 2), side, side)
            icons.draw(painter, "document", theme.color("text2"), place)
        painting.draw_words(painter, theme, inner, line.kind, ("chip", 600), "text2")
        count = line.count
        painter.setFont(theme.font("chip", weight=600) if line.missing else theme.font("cap"))
        painter.setPen(theme.color("warn" if line.missing else "text2"))
        painter.drawText(inner, painting.RIGHT, count)
        right = QFontMetricsF(painter.font()).horizontalAdvance(count) + theme.em(8)
        if line.notes and not line.missing:
            size = theme.em(9)
            right += size + theme.em(4)
            sign = QRectF(inner.right() - right + theme.em(4), box.center().y() - size / 2, size, size)
            painting.glyph(painter, Glyph.TRIANGLE, theme.color("warn"), sign)
        room, tone = inner.adjusted(theme.em(_KIND), 0, -right, 0), "text2" if line.missing else "text"
        painting.draw_words(painter, theme, room, line.title, "strong" if chosen else "body", tone)


class AnnexList(QWidget):
    """A field that filters and the list; `annex_chosen` carries the key of one."""

    annex_chosen = Signal(str)

    def __init__(self, theme: Theme, model: AnnexModel, *, filtered: bool) -> None:
        """Show the lines of `model`, which several lists may share; `filtered` offers the field."""
        super().__init__()
        self._theme = theme
        self._model = model
        self._filter = QSortFilterProxyModel(self, filterCaseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
        self._filter.setSourceModel(model)
        self._head = Text(self.tr("Unterlagen"), "label", "text2")
        self._count = Text("", "cap", "text2")
        self.field = QLineEdit()
        self.field.setProperty("own_undo", True)
        self.field.setPlaceholderText(self.tr("Filtern, zum Beispiel 07"))
        self.field.setAccessibleName(self.tr("Unterlagen filtern"))
        self.view = QListView()
        self.view.setAccessibleName(self.tr("Unterlagen"))
        self.view.setModel(self._filter)
        self.view.setItemDelegate(AnnexDelegate(theme, ROW if filtered else DOCKED_ROW, self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setProperty("plain", True)
        head = RowLayout(theme, (self._head, 1), self._count, margins=(12, 0, 14, 0))
        ColumnLayout(theme, head, self.field, (self.view, 1), gap=6, margins=(0, 8, 0, 8), parent=self)
        self.field.setVisible(filtered)
        self.setFocusProxy(self.field if filtered else self.view)
        self.field.textEdited.connect(self._on_field_text_edited)
        self.field.returnPressed.connect(self._on_field_return_pressed)
        self.view.clicked.connect(self._on_view_chosen)
        self.view.activated.connect(self._on_view_chosen)
        model.modelReset.connect(self._show_count)
        self._show_count()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_current(self, key: str) -> None:
        """Show which annex is open."""
        row = next((row for row, line in enumerate(self._model.lines) if line.key == key), -1)
        index = self._filter.mapFromSource(self._model.index(row))
        if index.isValid():
            self.view.setCurrentIndex(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self._filter.index(0, 0))
        else:
            super().keyPressEvent(event)

    def _on_field_text_edited(self, text: str) -> None:
        """Show only lines that hold every word that is typed; "07" finds A07."""
        words = (QRegularExpression.escape(word) for word in text.split())
        self._filter.setFilterRegularExpression("^" + "".join(f"(?=.*{word})" for word in words))
        if self._filter.rowCount():
            self.view.setCurrentIndex(self._filter.index(0, 0))

    def _on_field_return_pressed(self) -> None:
        index = self.view.currentIndex()
        self._on_view_chosen(index if index.isValid() else self._filter.index(0, 0))

    def _on_view_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.annex_chosen.emit(index.data(AnnexModel.LINE).key)

    def _show_count(self) -> None:
        there = sum(not line.missing for line in self._model.lines)
        self._count.setText(str(there) if there else "")

    def _on_theme_changed(self) -> None:
        self.view.doItemsLayout()
