"""The band over the consolidation: suggested result, the rules it passed through, and whether it is robust."""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.popover import open_scrolled
from reviewer_app.ui.kit.status_chip import GlyphIcon
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import SizeClass, Theme, restyle

_HEIGHT, _LOW = 72, 48
"""Px at 100 %: with the rules and the card, and in two lines."""


@dataclass(frozen=True, slots=True)
class RuleLink:
    """One rule of the chain: id, words, and whether it spoke (`matched`), was passed, or comes after.

    `short` is the answer alone ("nein"), for a chain that does not fit; `full` the rule as the catalogue words it.
    """

    id: str
    text: str
    matched: bool = False
    passed: bool = False
    full: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class ProbeLine:
    """One probe: what it changed, the result and the total it gives, whether it flips, which minima it misses."""

    text: str
    result: str
    total: str
    flips: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the band says."""

    label: str = ""
    result: str = ""
    total: str = ""
    facts: str = ""
    chain: tuple[RuleLink, ...] = ()
    robust: str = ""
    robust_detail: str = ""
    is_robust: bool = True
    probes: tuple[ProbeLine, ...] = ()


class RuleLabel(ElidedText):
    """A rule of the chain; the one that spoke stands on `selected`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", "small", "text2")
        self._theme = theme
        self._matched = False

    def show_rule(self, rule: RuleLink, *, short: bool = False) -> None:
        """Show a rule, with its answer alone where `short`."""
        self._matched = rule.matched
        self.setText(f"{rule.id} {rule.short if short and rule.short else rule.text}")
        role = "chip" if rule.matched else "small"
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)
        self.show_tone("accent" if rule.matched else "text2" if rule.passed else "text3")
        self.setToolTip(rule.full)
        said = rule.full if rule.text in {"", rule.full} else f"{rule.full}: {rule.text}"
        self.setAccessibleName(f"{rule.id} {said}")
        self.show_margins()

    def show_margins(self) -> None:
        """Keep room for the ground."""
        across, down = (self._theme.em(8), self._theme.em(2)) if self._matched else (0, 0)
        self.setContentsMargins(across, down, across, down)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._matched:
            painter = QPainter(self)
            painting.draw_ground(painter, self._theme, self.rect(), "selected", self._theme.radius("cell"))
            painter.end()
        super().paintEvent(event)


class ResultBand(Panel):
    """Shows a ResultView; all probes open in a popover."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface", "bottom")
        self._theme = theme
        self.view = ResultView()
        self._label = Text("", "small", "text2")
        self._result = ElidedText("", "page")
        self._total = Text("", "page")
        self._facts = ElidedText("", "small", "text2")
        self._chain_row = RowLayout(theme, 1, gap=12)
        self.links: list[RuleLabel] = []
        self._narrow_line = ElidedText("", "small", "text2")
        self._card = Panel("surface", "card")
        self._sign = GlyphIcon(theme, Glyph.CHECK, "ok")
        self._robust = ElidedText("", "strong")
        self._detail = ElidedText("", "small")
        self.probes_button = Button(theme, "", ButtonKind.LINK)
        self._lay_out()
        self.probes_button.clicked.connect(self.open_probes)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        first = RowLayout(self._theme, self._label, self._result, self._total, (self._facts, 20), 1, gap=10)
        self._label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._total.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._result.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        card_column = ColumnLayout(self._theme, gap=2, margins=(10, 6, 10, 6), parent=self._card)
        card_column.add(RowLayout(self._theme, self._sign, (self._robust, 1), self.probes_button), self._detail)
        self._row = RowLayout(self._theme, gap=16, margins=(16, 6, 16, 6), parent=self)
        words = ColumnLayout(self._theme, first, self._chain_row, self._narrow_line, gap=6)
        self._row.add((words, 1), (self._card, Qt.AlignmentFlag.AlignVCenter))

    def show_result(self, view: ResultView) -> None:
        """Show another result."""
        self.view = view
        self._label.setText(view.label)
        self._result.setText(view.result)
        self._result.updateGeometry()
        self._total.setText(view.total)
        self._facts.setText(view.facts)
        self._show_chain(view.chain)
        matched = next((f"{link.id}: {link.text}" for link in view.chain if link.matched), "")
        self._narrow_line.setText(" · ".join(part for part in (matched, view.robust) if part))
        self._card.setVisible(bool(view.robust) and not self._narrow_line.isVisibleTo(self))
        self._sign.show_sign(Glyph.CHECK if view.is_robust else Glyph.DIAMOND, "ok" if view.is_robust else "warn")
        self._robust.setText(view.robust)
        self._detail.setText(view.robust_detail)
        self._detail.setVisible(bool(view.robust_detail))
        n = len(view.probes)
        words = self.tr("Probe zeigen") if n == 1 else self.tr("Alle {n} Proben")
        self.probes_button.setText(words.format(n=n))
        self.probes_button.setVisible(n > 0)
        self.probes_button.updateGeometry()
        self._fit_chain()

    def _show_chain(self, chain: tuple[RuleLink, ...]) -> None:
        while len(self.links) < len(chain):
            link = RuleLabel(self._theme)
            self.links.append(link)
            self._chain_row.insertWidget(self._chain_row.count() - 1, link)
        for place, link in enumerate(self.links):
            link.setVisible(place < len(chain) and not self._narrow_line.isVisibleTo(self))

    def _fit_chain(self) -> None:
        """Shorten the rules that were passed, the first ones first, as far as the whole chain needs it."""
        chain, spacing = self.view.chain, self._chain_row.spacing()
        for link, rule in zip(self.links, chain, strict=False):
            link.show_rule(rule)
        margins = self._row.contentsMargins()
        card = self._card.width() + self._row.spacing() if self._card.isVisibleTo(self) else 0
        room = self.width() - margins.left() - margins.right() - card
        for link, rule in zip(self.links, chain, strict=False):
            if sum(one.sizeHint().width() + spacing for one in self.links[: len(chain)]) - spacing <= room:
                break
            link.show_rule(rule, short=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chain()

    def show_size(self, size: SizeClass) -> None:
        """Say it in two lines where there is little room."""
        narrow = size <= SizeClass.COMPACT
        self.setMinimumHeight(self._theme.em(_LOW if narrow else _HEIGHT))
        self._narrow_line.setVisible(narrow)
        for link, _ in zip(self.links, self.view.chain, strict=False):
            link.setVisible(not narrow)
        self._facts.setVisible(not narrow)
        self._card.setVisible(bool(self.view.robust) and not narrow)
        self._fit_chain()

    def open_probes(self) -> None:
        """List every probe with its result and total."""
        inside = Panel("raised")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, self._theme.em(8), 0)
        grid.setHorizontalSpacing(self._theme.em(16))
        for row, probe in enumerate(self.view.probes):
            sign = Glyph.DIAMOND if probe.flips else Glyph.CHECK
            grid.addWidget(GlyphIcon(self._theme, sign, "warn" if probe.flips else "ok"), row, 0)
            grid.addWidget(Text(probe.text, "body"), row, 1)
            grid.addWidget(Text(probe.result, "strong" if probe.flips else "body"), row, 2)
            total = Text(" · ".join(part for part in (probe.why, probe.total) if part), "body", "text2")
            grid.addWidget(total, row, 3, Qt.AlignmentFlag.AlignRight)
        wanted = round(100 * inside.sizeHint().height() / self._theme.em(100)) + 24
        anchor = self.probes_button if self.probes_button.isVisible() else self
        open_scrolled(self._theme, inside, self.probes_button.text(), anchor, width=600, height=min(wanted, 440))

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._card.setFixedWidth(theme.em(444))
        self._fit_chain()
        self.setMinimumHeight(theme.em(_LOW if self._narrow_line.isVisibleTo(self) else _HEIGHT))
