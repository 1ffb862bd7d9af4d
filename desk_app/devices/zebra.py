"""Zebra printers of the network, reached without a driver: the page as a picture in ZPL, by TCP."""

import socket
from urllib.parse import urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desk_app.devices.printer import PrinterInfo
from desk_app.domain.errors import DeskError

SCHEME = "zpl"
_PORT = 9100
PATIENCE = 1.5  # seconds to answer; a person waits for the badge
_TAKING = 10  # seconds to take a page
_BLACK_BELOW = 128


def printer_at(address: str) -> PrinterInfo:
    """The printer at an address such as 192.168.1.50 or labels.local:9100."""
    parts = urlsplit(f"{SCHEME}://{address.strip().removeprefix(f'{SCHEME}://')}")
    try:
        port = parts.port or _PORT
    except ValueError:
        port = 0
    if not parts.hostname or not port or parts.path not in ("", "/"):
        raise DeskError(
            "“{address}” is not the address of a printer. Give it as 192.168.1.50, as the "
            "printer's own menu shows it.",
            address=address,
        )
    name = f"{SCHEME}://{parts.hostname}:{port}"
    return PrinterInfo(name, _told(name), is_default=False, ready=True)


def speaks(name: str) -> bool:
    """Whether a printer of this name is reached this way."""
    return name.startswith(f"{SCHEME}://")


def check(name: str) -> None:
    """A DeskError says that the printer does not answer."""
    _connected(name).close()


def print_pdf(pdf: bytes, name: str, *, dpi: int = 203) -> None:
    """Send every page, dot for dot; returns when the printer has them all."""
    pages = [zpl(picture) for picture in _pictures(pdf, dpi)]
    with _connected(name) as line:
        line.settimeout(_TAKING)
        try:
            for page in pages:
                line.sendall(page)
        except OSError as error:
            raise DeskError(
                "The printer “{printer}” broke off in the middle. Look at its labels before "
                "printing again.",
                printer=_told(name),
            ) from error


def zpl(picture: QImage) -> bytes:
    """A picture as one label, each dot black or white."""
    dots = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, stride = dots.width(), dots.height(), dots.bytesPerLine()
    raw, row_bytes = bytes(dots.constBits()), (dots.width() + 7) // 8
    rows = (raw[y * stride : y * stride + width] for y in range(height))
    data = "".join(_packed(row, row_bytes) for row in rows)
    total = row_bytes * height
    head = f"^XA^PW{width}^LL{height}^LH0,0^FO0,0^GFA,{total},{total},{row_bytes},"
    return f"{head}{data}^FS^XZ\n".encode()


def _packed(row: bytes, row_bytes: int) -> str:
    bits = "".join("1" if dot < _BLACK_BELOW else "0" for dot in row).ljust(row_bytes * 8, "0")
    return f"{int(bits, 2):0{row_bytes * 2}X}"


def _pictures(pdf: bytes, dpi: int) -> list[QImage]:
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pictures = [_picture(document, page, dpi) for page in range(document.pageCount())]
    document.close()
    return pictures


def _picture(document: QPdfDocument, page: int, dpi: int) -> QImage:
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return paper


def _told(name: str) -> str:
    """As people call it: by its address alone."""
    return f"Zebra {urlsplit(name).hostname}"


def _connected(name: str) -> socket.socket:
    parts = urlsplit(name)
    try:
        return socket.create_connection((parts.hostname or "", parts.port or _PORT), PATIENCE)
    except OSError as error:
        raise DeskError(
            "The printer “{printer}” does not answer. Check that it is switched on and "
            "connected, or choose another one.",
            printer=_told(name),
        ) from error
