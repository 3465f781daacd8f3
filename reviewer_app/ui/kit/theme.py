"""How the window looks: palette, fonts, lengths in em and the size class, made from the tokens.

Pages never set a colour, a font or a stylesheet; they ask here and listen to `changed`, so that theme and text size
can change while the window is open.
"""

from enum import IntEnum
from pathlib import Path
from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QFontMetricsF, QGuiApplication, QPalette, QScreen
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from reviewer_app.ui.kit import tokens
from reviewer_app.ui.kit.stylesheet import stylesheet
from reviewer_app.ui.kit.tokens import Scheme

FAMILY = "Votum Sans"

_WIDE, _NORMAL, _COMPACT = 120, 96, 80
_SHORT = 51
_POINTS_PER_INCH = 72


class SizeClass(IntEnum):
    """How much fits side by side; ordered, so that `size >= SizeClass.NORMAL` reads as it is meant."""

    NARROW = 0
    COMPACT = 1
    NORMAL = 2
    WIDE = 3


# What each token means with system high contrast, where the own palette steps aside.
_SYSTEM_ROLES = {
    "window": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "raised": QPalette.ColorRole.Base,
    "sunken": QPalette.ColorRole.Window,
    "hover": QPalette.ColorRole.Button,
    "quiet": QPalette.ColorRole.Button,
    "selected": QPalette.ColorRole.Base,
    "accent": QPalette.ColorRole.Highlight,
    "accent_hover": QPalette.ColorRole.Highlight,
    "accent_press": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "focus": QPalette.ColorRole.Highlight,
    "link": QPalette.ColorRole.Link,
    "paper": QPalette.ColorRole.Base,
    "hit": QPalette.ColorRole.Base,
    "disabled": QPalette.ColorRole.PlaceholderText,
    "warn_bg": QPalette.ColorRole.Base,
    "err_bg": QPalette.ColorRole.Base,
    "ok_bg": QPalette.ColorRole.Base,
    "info_bg": QPalette.ColorRole.Base,
}


_MEASURED = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange})


class _StyleChangeFilter(QObject):
    """Keeps from the widgets that style or font changed; what has other colours is painted again all the same."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _MEASURED


class Theme(QObject):
    """The tokens at one text size and in one scheme of colours; emits `changed` after either has changed."""

    changed = Signal()

    def __init__(
        self, app: QApplication, *, fonts: tuple[Path, ...] = (), scheme: Scheme = Scheme.SYSTEM, text_size: int = 100
    ) -> None:
        """Take over `app`: style, fonts, palette and stylesheet.

        `fonts` are the files of the family "Votum Sans", `text_size` is in percent.
        """
        super().__init__(app)
        self._app = app
        self._hints = app.styleHints()  # held, because what it gives is gone for Python when it is
        self._tokens = tokens.load()
        self._scheme = scheme
        self._text_size = text_size
        self._dim_paper = True
        self._less_motion = False
        self._measured_for: tuple[QFont, bool] | None = None
        # Made once, because painting asks for them with every text; forgotten when text size, family or screen changes.
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._drawing_fonts: dict[tuple[float, QFont.Weight], tuple[QFont, QFontMetricsF]] = {}
        fusion = QStyleFactory.create("Fusion")
        if fusion is not None:
            app.setStyle(fusion)
        self._system_family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        ids = [QFontDatabase.addApplicationFont(str(file)) for file in fonts]
        self._family = FAMILY if any(number >= 0 for number in ids) else self._system_family
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_hints_scheme_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._on_hints_contrast_changed)
        app.primaryScreenChanged.connect(self._on_app_primary_screen_changed)

    # What is chosen

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._shown.is_dark

    @property
    def text_size(self) -> int:
        """Text size in percent, one of `TEXT_SIZES`."""
        return self._text_size

    @property
    def high_contrast(self) -> bool:
        """Whether the system asks for high contrast: own colours step aside and `color` answers with palette roles."""
        return self._high_contrast

    @property
    def dims_paper(self) -> bool:
        """Whether pages of documents are darkened: with the dark colours, unless the person or the system objects."""
        return self.dark and self._dim_paper and not self._high_contrast

    @property
    def less_motion(self) -> bool:
        """Whether nothing shall move that need not: the person or the system asks for it."""
        asked = self._hints.accessibility().motionPreference()
        return self._less_motion or asked == Qt.MotionPreference.ReducedMotion

    def choose_paper(self, *, dim: bool, less_motion: bool) -> None:
        """Say whether the dark theme darkens pages of documents, and whether motion is left out."""
        self._less_motion = less_motion
        if dim != self._dim_paper:
            self._dim_paper = dim
            self.changed.emit()

    def choose(self, *, scheme: Scheme | None = None, text_size: int | None = None) -> None:
        """Switch theme or text size at once; emits `changed` when anything differs."""
        before = (self._scheme, self._text_size)
        self._scheme = self._scheme if scheme is None else scheme
        self._text_size = self._text_size if text_size is None else text_size
        if before != (self._scheme, self._text_size):
            self._apply()
            self.changed.emit()

    # Colours

    def color(self, token: str) -> QColor:
        """Return the colour of a token, for example "text2"; an unknown token raises KeyError."""
        is_bright_paper = token == "paper" and not self.dims_paper  # noqa: S105 # reason: a colour token
        value = self._tokens.window[Scheme.LIGHT if is_bright_paper else self._shown][token]
        if self._high_contrast:
            return self._app.palette().color(_SYSTEM_ROLES.get(token, QPalette.ColorRole.WindowText))
        return QColor(value)

    def score_fill(self, band: int) -> QColor:
        """Return the ground of a score cell of band 0 to 5."""
        return self.color("surface") if self._high_contrast else QColor(self._tokens.score[self._shown].fill[band])

    def score_bar(self, band: int) -> QColor:
        """Return the bar of a score cell or meter of band 0 to 5."""
        return self.color("accent") if self._high_contrast else QColor(self._tokens.score[self._shown].bar[band])

    def score_ink(self) -> QColor:
        """Return the colour of digits on any score fill."""
        return self.color("text") if self._high_contrast else QColor(self._tokens.score[self._shown].ink)

    # Lengths

    def em(self, length: float) -> int:
        """Turn px at 100 % (the numbers of the design) into px at the present text size, at least 1 unless 0."""
        return max(round(length * self._text_size / 100), 1 if length > 0 else 0)

    def space(self, name: str) -> int:
        """Return a space in px: hair, tiny, small, medium, large, huge, vast; in controls control_small, control."""
        return self.em(self._tokens.space[name])

    def radius(self, name: str) -> int:
        """Return a corner radius in px: cell, control, segment, card, dialog."""
        return self.em(self._tokens.radius[name])

    def height(self, name: str) -> int:
        """Return a height in px, for example "list_row"."""
        return self.em(self._tokens.height[name])

    def ems(self, length: float) -> float:
        """Turn px on the screen into em, the unit of the size classes."""
        return length * 100 / (self._tokens.em * self._text_size)

    def size_class(self, width: int) -> SizeClass:
        """Return the size class of a window of `width` px."""
        ems = self.ems(width)
        if ems >= _WIDE:
            return SizeClass.WIDE
        if ems >= _NORMAL:
            return SizeClass.NORMAL
        return SizeClass.COMPACT if ems >= _COMPACT else SizeClass.NARROW

    def is_short(self, height: int) -> bool:
        """Whether a window of `height` px is under 51 em: the map shows one area at a time."""
        return self.ems(height) < _SHORT

    # Type

    def points(self, role: str) -> float:
        """Return the size of a type role in points; Qt keeps fractions of points, not of px."""
        size = self._tokens.type[role].size * self._text_size / 100
        screen = QGuiApplication.primaryScreen()
        return size * _POINTS_PER_INCH / (screen.logicalDotsPerInchY() if screen else 96)

    def font(self, role: str = "body", *, weight: int | None = None) -> QFont:
        """Return the font of a type role: mark, cap, label, small, body, strong, chip, digits, title, page, display."""
        made = self._fonts.get((role, weight))
        if made is None:
            made = self._fonts[role, weight] = QFont(self._family)
            made.setPointSizeF(self.points(role))
            made.setWeight(QFont.Weight(weight if weight is not None else self._tokens.type[role].weight))
        return QFont(made)

    def metrics(self, role: str = "body") -> QFontMetrics:
        """Return the metrics of a type role, for one who paints many texts; they are not to be changed."""
        made = self._metrics.get(role)
        if made is None:
            made = self._metrics[role] = QFontMetrics(self.font(role))
        return made

    def drawing_font(self, points: float, weight: QFont.Weight) -> tuple[QFont, QFontMetricsF]:
        """Return the text font at the size of a drawing with its metrics; neither is to be changed."""
        made = self._drawing_fonts.get((points, weight))
        if made is None:
            font = self.font("body")
            font.setPointSizeF(points)
            font.setWeight(weight)
            made = self._drawing_fonts[points, weight] = font, QFontMetricsF(font)
        return made

    def _forget_fonts(self) -> None:
        self._fonts.clear()
        self._metrics.clear()
        self._drawing_fonts.clear()

    @property
    def line_height(self) -> float:
        """Line height of running text as a multiple of its size."""
        return self._tokens.line_height

    # Application

    def _apply(self) -> None:
        hints = self._app.styleHints()
        wanted = Qt.ColorScheme.Dark if self._scheme.is_dark else Qt.ColorScheme.Light
        if self._scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        elif hints.colorScheme() != wanted:
            hints.setColorScheme(wanted)
        self._shown = self._find_shown()
        self._high_contrast = self._finds_high_contrast()
        self._forget_fonts()
        body = self.font("body")
        colours_only = self._measured_for == (body, self._high_contrast)
        self._measured_for = (body, self._high_contrast)
        self._app.setFont(body)
        self._app.setPalette(QPalette() if self._high_contrast else self._palette())
        self._show_stylesheet(stylesheet(self), colours_only=colours_only)

    def _show_stylesheet(self, sheet: str, *, colours_only: bool) -> None:
        """Give the application its stylesheet; `colours_only` promises that no length and no font differs.

        Qt tells every widget twice that its style has changed, and texts, frames and layouts of all pages answer by
        measuring: of 180 ms a switch between light and dark took, that was 80 (measured, Qt 6.12), half of it the form
        being laid out four times. With the same lengths and fonts they come to the same measures.
        """
        app = self._app
        filtering = _StyleChangeFilter(app) if colours_only else None
        if filtering is not None:
            app.installEventFilter(filtering)
        try:
            app.setStyleSheet("")  # changing it, Qt polishes each widget once per ancestor; taking and giving, once
            app.setStyleSheet(sheet)
        finally:
            if filtering is not None:
                app.removeEventFilter(filtering)
                filtering.deleteLater()

    def _finds_high_contrast(self) -> bool:
        wanted = self._hints.accessibility().contrastPreference()
        return wanted == Qt.ContrastPreference.HighContrast

    def _find_shown(self) -> Scheme:
        return self._scheme.shown(system_is_dark=self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark)

    def _palette(self) -> QPalette:
        color, role, group = self.color, QPalette.ColorRole, QPalette.ColorGroup
        palette = QPalette()
        for target, token in (
            (role.Window, "window"),
            (role.WindowText, "text"),
            (role.Base, "surface"),
            (role.AlternateBase, "surface"),
            (role.Text, "text"),
            (role.PlaceholderText, "text3"),
            (role.Button, "surface"),
            (role.ButtonText, "text"),
            (role.BrightText, "on_accent"),
            (role.ToolTipBase, "raised"),
            (role.ToolTipText, "text"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on_accent"),
            (role.Accent, "accent"),
            (role.Link, "link"),
            (role.LinkVisited, "link"),
            (role.Light, "surface"),
            (role.Midlight, "line"),
            (role.Mid, "control"),
            (role.Dark, "control"),
            (role.Shadow, "control"),
        ):
            palette.setColor(target, color(token))
        for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(group.Disabled, target, color("disabled"))
        palette.setColor(group.Disabled, role.Highlight, color("quiet"))
        return palette

    def _on_app_primary_screen_changed(self, _screen: QScreen) -> None:
        self._forget_fonts()

    def _on_hints_contrast_changed(self, _wanted: Qt.ContrastPreference) -> None:
        self._apply()
        self.changed.emit()

    def _on_hints_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._scheme is Scheme.SYSTEM and self._find_shown() is not self._shown:
            self._apply()
            self.changed.emit()


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose dynamic property (role, tone, kind, ground) has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
