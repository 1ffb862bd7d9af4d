"""A logo made fit for print: one drawn in lines becomes one of dots, a huge one a fine one."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_DOTS = 1600  # of the longer side: 300 dpi on 135 mm
_WHOLE = QSize(_DOTS, _DOTS)
_KEPT = Qt.AspectRatioMode.KeepAspectRatio


def as_dots(content: bytes) -> bytes:
    """A PNG of an SVG file or of a picture finer than print; any other file as it is.

    Whoever keeps it judges it. It travels with the event, so it is not larger than it must be.
    """
    if b"<svg" in content[:4096].lower():
        drawing = QSvgRenderer(QByteArray(content))
        return _png(_drawn(drawing)) if drawing.isValid() else content
    image = QImage.fromData(QByteArray(content))
    if max(image.width(), image.height()) <= _DOTS:
        return content
    return _png(image.scaled(_WHOLE, _KEPT, Qt.TransformationMode.SmoothTransformation))


def _drawn(drawing: QSvgRenderer) -> QImage:
    image = QImage(drawing.defaultSize().scaled(_WHOLE, _KEPT), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stubs want bytes
    return bytes(buffer.data().data())
