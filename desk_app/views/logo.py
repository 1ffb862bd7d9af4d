"""A logo drawn in lines becomes one of dots, fine enough for print: documents hold no SVG."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_DOTS = 1600  # of the longer side: 300 dpi on 135 mm


def as_dots(content: bytes) -> bytes:
    """A PNG of an SVG file; any other file as it is, for whoever keeps it to judge."""
    if b"<svg" not in content[:4096].lower():
        return content
    drawing = QSvgRenderer(QByteArray(content))
    if not drawing.isValid():
        return content
    size = drawing.defaultSize().scaled(QSize(_DOTS, _DOTS), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stubs want bytes
    return bytes(buffer.data().data())
