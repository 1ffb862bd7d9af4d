"""One page of a PDF at its true proportions, as sharp as the screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.views import theme

_MARGIN = 8


class PdfPage(QWidget):
    """Shows a page of a PDF, as large as its place allows; empty bytes show nothing.

    `half` shows its lower half alone, or the upper one turned round, as a reader of a sheet that is
    folded sees them.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._drawn = QImage()
        self._turned = False
        self._half = ""
        self._page = 0
        self.setAccessibleName(name)
        self.setMinimumSize(160, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pdf(self, pdf: bytes, *, turned: bool = False, half: str = "") -> None:
        """Show a PDF; `turned` pages lie on their side, and are shown upright.

        `half` is "lower", "upper", or "" for the whole page.
        """
        self._turned, self._half = turned, half
        self._document.close()
        self._buffer.close()
        self._drawn = QImage()
        if pdf:
            self._buffer.setData(QByteArray(pdf))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)
        self.update()

    def turn_to(self, page: int) -> None:
        """Show another page, from 0; white where the PDF has none."""
        if page != self._page:
            self._page = page
            self._drawn = QImage()
            self.update()

    def has_page(self) -> bool:
        """Whether there is something to see."""
        return self._document.pageCount() > 0

    def pages(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def page_place(self) -> QRectF:
        """Where the page is drawn, centred."""
        room = QSizeF(self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)
        size = self._page_size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - size.width()) / 2
        top = (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.has_page():
            return
        painter = QPainter(self)
        place = self.page_place()
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(Qt.GlobalColor.white)  # paper, in every theme
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.drawImage(place, self._image(place.size()))

    def _page_size(self) -> QSizeF:
        size = (
            self._document.pagePointSize(min(self._page, self.pages() - 1))
            if self.has_page()
            else QSizeF(1, 1)
        )
        if self._half:
            size.setHeight(size.height() / 2)
        return size.transposed() if self._turned else size

    def proportions(self) -> float:
        """Its width by its height, as it is shown."""
        size = self._page_size()
        return size.width() / size.height()

    def _image(self, size: QSizeF) -> QImage:
        """Drawn once for each size, in a few milliseconds."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._drawn.size() != wanted:
            self._drawn = self._upright(wanted)
        return self._drawn

    def _upright(self, wanted: QSize) -> QImage:
        if not self._half:
            drawn = self._rendered(wanted.transposed() if self._turned else wanted)
            return drawn.transformed(QTransform().rotate(-90 if self._turned else 0))
        width, height = wanted.width(), wanted.height()
        whole = self._rendered(QSize(width, 2 * height))
        if self._half == "lower":
            return whole.copy(0, height, width, height)
        return whole.copy(0, 0, width, height).transformed(QTransform().rotate(180))

    def _rendered(self, size: QSize) -> QImage:
        if self._page < self._document.pageCount():
            return self._document.render(self._page, size)
        blank = QImage(size, QImage.Format.Format_RGB32)
        blank.fill(Qt.GlobalColor.white)
        return blank
