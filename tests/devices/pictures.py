"""Pictures with codes in them, as a camera takes them, and a camera that is fed with such."""

from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from desk_app.devices.camera import Camera

# QtMultimedia tells which libraries for faster videos this machine lacks; none is needed.
quiet_multimedia = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "propagateSizeHints")
SMOOTH = Qt.TransformationMode.SmoothTransformation


def code(text: str, kind: str = "QRCode", side: int = 220) -> QImage:
    """A printed code, dark on light, with the margin it needs."""
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    bits: Any = zxingcpp.write_barcode_to_image(made, scale=6, add_quiet_zones=True)
    view = memoryview(bits)
    assert view.shape
    tall, wide = view.shape[:2]
    printed = QImage(bytes(view), wide, tall, wide, QImage.Format.Format_Grayscale8)
    return printed.copy().scaledToWidth(side)


def scene(*codes: QImage, size: tuple[int, int] = (1280, 720)) -> QImage:
    """The codes side by side before a gray wall."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(QColor(150, 150, 140))
    painter = QPainter(picture)
    left = 60
    for it in codes:
        painter.drawImage(left, 120, it)
        left += it.width() + 60
    painter.end()
    return picture


def turned(picture: QImage, degrees: float) -> QImage:
    return picture.transformed(QTransform().rotate(degrees), SMOOTH)


def mirrored(picture: QImage) -> QImage:
    return picture.transformed(QTransform().scale(-1, 1))


def blurred(picture: QImage, by: int) -> QImage:
    """As out of focus: small, and large again."""
    small = picture.scaledToWidth(picture.width() // by, SMOOTH)
    return small.scaledToWidth(picture.width(), SMOOTH)


class FedCamera(Camera):
    """This computer's camera, plugged in nowhere: its sink gets what a test holds before it."""

    def __init__(self, parent: QObject | None = None, names: tuple[str, ...] = ("Lid",)) -> None:
        super().__init__(parent)
        self.plugged = names
        self.opened = ""
        self.sink = QVideoSink(self)
        self.take_from(self.sink)

    def names(self) -> tuple[str, ...]:
        return self.plugged

    def open(self, name: str) -> None:
        self.opened = name

    def close(self) -> None:
        self.opened = ""

    def show(self, picture: QImage) -> None:
        """One frame of this picture."""
        self.sink.setVideoFrame(QVideoFrame(picture))
