"""A logo is kept as it is, unless it is finer than any print or drawn in lines."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desk_app.controllers.logo import as_dots

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20"/></svg>'


def picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stubs want bytes
    return bytes(buffer.data().data())


def size(content: bytes) -> tuple[int, int]:
    image = QImage.fromData(content)
    return image.width(), image.height()


def test_a_usual_picture_and_what_is_none_stay_as_they_are(qapp: QApplication) -> None:
    for content in (picture(800, 400), b"\x89PNG and so on", b""):
        assert as_dots(content) == content


def test_a_huge_picture_is_as_fine_as_print(qapp: QApplication) -> None:
    assert size(as_dots(picture(4000, 1000))) == (1600, 400)


def test_a_drawing_becomes_dots(qapp: QApplication) -> None:
    assert size(as_dots(SVG)) == (1600, 800)
