"""Frames of every kind that cameras send become gray pictures that can be read."""

import pytest
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from desk_app.devices.barcodes import codes_in
from desk_app.devices.frames import gray
from tests.devices.pictures import code, quiet_multimedia, scene

pytestmark = quiet_multimedia
Pixels = QVideoFrameFormat.PixelFormat
GRAY = {
    Pixels.Format_NV12: (0, 1),
    Pixels.Format_YUV420P: (0, 1),
    Pixels.Format_YUV422P: (0, 1),
    Pixels.Format_Y8: (0, 1),
    Pixels.Format_YUYV: (0, 2),
    Pixels.Format_UYVY: (1, 2),
    Pixels.Format_P010: (1, 2),
    Pixels.Format_AYUV: (1, 4),
}


def frame_of(picture: QImage, kind: Pixels) -> QVideoFrame:
    """A frame whose gray is this picture's, as the camera's driver lays it out."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(picture.width(), picture.height()), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    row, bits = frame.bytesPerLine(0), frame.bits(0)
    assert isinstance(bits, memoryview)
    first, step = GRAY[kind]
    for line in range(picture.height()):
        start = line * picture.bytesPerLine()
        shades = bytes(picture.constBits()[start : start + picture.width()])
        bits[line * row + first : line * row + first + step * picture.width() : step] = shades
    frame.unmap()
    return frame


@pytest.mark.parametrize("kind", GRAY)
def test_gray_is_taken_out_of_what_the_driver_sends(kind: Pixels) -> None:
    picture = scene(code("QR-ZOE-1"), size=(640, 480))
    shades = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    assert codes_in(gray(frame_of(shades, kind))) == ("QR-ZOE-1",)


def test_a_frame_of_colours_becomes_gray() -> None:
    shown = gray(QVideoFrame(scene(code("QR-ZOE-1"))))
    assert shown.format() == QImage.Format.Format_Grayscale8
    assert codes_in(shown) == ("QR-ZOE-1",)


def test_a_frame_of_a_camera_that_sends_jpeg_is_read() -> None:
    packed = QBuffer()
    assert scene(code("QR-ZOE-1"), size=(640, 480)).save(packed, "JPEG")  # type: ignore[call-overload]
    data = packed.data().data()
    frame = QVideoFrame(QVideoFrameFormat(QSize(640, 480), Pixels.Format_Jpeg))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    bits = frame.bits(0)
    assert isinstance(bits, memoryview)
    bits[: len(data)] = data
    frame.unmap()
    assert codes_in(gray(frame)) == ("QR-ZOE-1",)


def test_no_frame_is_no_picture() -> None:
    assert gray(QVideoFrame()).isNull()
