"""A camera's frame as a gray picture: codes need no colour, and most cameras send gray apart."""

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

_Pixels = QVideoFrameFormat.PixelFormat
_GRAY = {
    **dict.fromkeys(
        (
            _Pixels.Format_NV12,
            _Pixels.Format_NV21,
            _Pixels.Format_YUV420P,
            _Pixels.Format_YUV422P,
            _Pixels.Format_YV12,
            _Pixels.Format_IMC1,
            _Pixels.Format_IMC2,
            _Pixels.Format_IMC3,
            _Pixels.Format_IMC4,
            _Pixels.Format_Y8,
        ),
        (0, 1),
    ),
    _Pixels.Format_YUYV: (0, 2),
    _Pixels.Format_UYVY: (1, 2),
    _Pixels.Format_P010: (1, 2),
    _Pixels.Format_P016: (1, 2),
    _Pixels.Format_Y16: (1, 2),
    _Pixels.Format_AYUV: (1, 4),
}
"""Where the shades of gray stand in the first plane: from which byte on, every how many bytes."""


def gray(frame: QVideoFrame) -> QImage:
    """The frame without its colours; a null picture where it cannot be looked into.

    Runs on any thread, which `QVideoFrame.toImage` does not where it uses the graphics card.
    """
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return QImage()
    try:
        return _mapped(frame).convertToFormat(QImage.Format.Format_Grayscale8)
    finally:
        frame.unmap()


def _mapped(frame: QVideoFrame) -> QImage:
    row, bits, kind = frame.bytesPerLine(0), bytes(frame.bits(0)), frame.pixelFormat()
    if kind is _Pixels.Format_Jpeg:
        return QImage.fromData(bits)
    if kind in _GRAY:
        begins, step = _GRAY[kind]
        bits, row, shades = bits[begins::step], row // step, QImage.Format.Format_Grayscale8
    else:
        shades = QVideoFrameFormat.imageFormatFromPixelFormat(kind)
    if shades is QImage.Format.Format_Invalid:
        return QImage()
    shown = QImage(bits, frame.width(), frame.height(), row, shades)
    return shown.copy()  # QImage does not keep the bytes alive
