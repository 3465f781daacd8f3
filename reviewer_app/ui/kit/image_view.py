"""A picture that came as an annex, fitted into the width, never enlarged."""

from typing import override

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from reviewer_app.ui.kit.theme import Theme

_MOST_MB = 128


def read_image(data: bytes) -> QImage:
    """Return the picture in a file, upright; a null one where there is none. It may take long, in any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(_MOST_MB)
    return reader.read()


class ImageView(QScrollArea):
    """Shows one picture."""

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._label)
        self.setAccessibleName(self.tr("Bild"))

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self._image = image
        self._label.setAccessibleName(
            self.tr("Bild, {width} × {height} Bildpunkte").format(width=image.width(), height=image.height())
        )
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        room = max(self.viewport().width() - 2 * self._theme.em(16), 16)
        ratio = self.devicePixelRatioF()
        size = self._image.size()
        width = min(room * ratio, size.width())
        wanted = QSize(round(width), max(round(size.height() * width / max(size.width(), 1)), 1))
        mode = Qt.TransformationMode.SmoothTransformation
        picture = QPixmap.fromImage(self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
        picture.setDevicePixelRatio(ratio)
        self._label.setPixmap(picture)
