"""The meter of an area: bar, ticks at thresholds, percent and sign at its right; read aloud as it is shown."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from resources.languages import SOURCE
from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring import score_figures
from reviewer_app.ui.scoring.figure_painter import FigurePainter
from reviewer_app.ui.scoring.words import points_of

_WORDS, _SIGN, _GAP = 46, 12, 4
_GROUND = "window"


def draw_area(
    painter: QPainter, theme: Theme, box: QRectF, area: AreaFigures, catalogue: Catalogue, language: str, ground: str
) -> None:
    """Draw bar, percent and sign of an area into `box`; widget and matrix row share it."""
    scale = theme.em(100) / 100
    shares, _ = catalogue.thresholds()
    right = theme.em(_WORDS + _SIGN + _GAP)
    bar = QRectF(box.left(), box.top(), max(box.width() - right, 0), box.height())
    figure = score_figures.meter(area, catalogue, bar.width() / scale)
    FigurePainter(painter, theme, ground).paint_in(figure, bar, scale)
    painter.setFont(theme.font("chip", weight=600))
    painter.setPen(theme.color("text" if area.share is not None else "text2"))
    sign = score_figures.area_sign(area, catalogue)
    shown = locale.share(area.share, shares, language)
    words = QRectF(bar.right(), box.top(), theme.em(_WORDS), box.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    if sign is not Glyph.NONE:
        size = theme.em(9)
        place = QRectF(words.right() + theme.em(_GAP), box.center().y() - size / 2, size, size)
        painting.glyph(painter, sign, theme.color("ok" if sign is Glyph.CHECK else "err"), place)


class AreaMeter(QLabel):
    """The running or agreed share of one area.

    To a screen reader it is a text: a progress bar gives whole percent, 59 where 59,6 % is shown.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._area: AreaFigures | None = None
        self._catalogue: Catalogue | None = None
        self._language = SOURCE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_area(self, area: AreaFigures, catalogue: Catalogue, language: str) -> None:
        """Show the figures of an area; a share that is not known shows an empty bar and a dash."""
        if (area, language) == (self._area, self._language) and catalogue is self._catalogue:
            return
        self._area, self._catalogue, self._language = area, catalogue, language
        words = self.tr("Bereich {key}: {share}")
        self.setAccessibleName(words.format(key=area.key, share=self._words(area, catalogue, language)))
        if area.points is None:
            self.setToolTip(self.tr("Noch kein Wert in Bereich {key}").format(key=area.key))
        else:
            points, maximum = locale.points(area.points, (), language), locale.points(area.maximum, (), language)
            self.setToolTip(points_of(points, maximum))
        self.update()

    def _words(self, area: AreaFigures, catalogue: Catalogue, language: str) -> str:
        own = score_figures.threshold(catalogue, area.key)
        if area.share is None:
            return self.tr("noch kein Wert")
        shares, _ = catalogue.thresholds()
        share = locale.share(area.share, shares, language)
        if own is None:
            return share
        bound = locale.share(own, (), language)
        text = self.tr("{share}, unter {bound}") if area.share < own else self.tr("{share}, {bound} erreicht")
        return text.format(share=share, bound=bound)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(160), self._theme.em(25))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(_WORDS + _SIGN + _GAP), self._theme.em(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._area is not None and self._catalogue is not None:
            box = QRectF(self.contentsRect())
            draw_area(QPainter(self), self._theme, box, self._area, self._catalogue, self._language, _GROUND)
