"""The codes in a picture: square and striped ones, turned, mirrored, several at a time."""

from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform

LONGEST_SIDE = 1280  # larger pictures cost more time and show no code that these do not
_KINDS = "QRCode,MicroQRCode,Aztec,DataMatrix,PDF417,Code128,Code39,Code93,EAN13,EAN8,UPCA"
"""What tickets bear. Kinds without a check digit are read out of any striped shirt: left out."""


def codes_in(picture: QImage) -> tuple[str, ...]:
    """What the codes in a picture hold, each text once; runs on any thread."""
    gray = small(picture, LONGEST_SIDE).convertToFormat(QImage.Format.Format_Grayscale8)
    if gray.isNull():
        return ()
    # A mirrored Data Matrix is the only code that the reader does not know by itself.
    found = _read(gray, _KINDS) or _read(_mirrored(gray), "DataMatrix")
    return tuple(dict.fromkeys(filter(None, found)))


def small(picture: QImage, longest: int) -> QImage:
    """The picture itself, or shrunk so that no side is longer than this many pixels."""
    if max(picture.width(), picture.height()) <= longest:
        return picture
    keep, fast = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    return picture.scaled(longest, longest, keep, fast)


def _read(gray: QImage, kinds: str) -> list[str]:
    import zxingcpp

    rows = memoryview(gray.constBits()).cast("B", (gray.height(), gray.bytesPerLine()))
    return [it.text.strip() for it in zxingcpp.read_barcodes(rows, formats=_formats(kinds))]


def _mirrored(picture: QImage) -> QImage:
    return picture.transformed(QTransform().scale(-1, 1))


@cache
def _formats(names: str) -> Any:
    import zxingcpp

    return zxingcpp.barcode_formats_from_str(names)
