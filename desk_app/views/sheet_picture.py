"""A small picture of a sheet of labels, where a click says which label is the first unused one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.controllers.badges import Stock
from desk_app.views import theme
from desk_app.words import tr

_HEIGHT = 176


class SheetPicture(QWidget):
    """Labels already used are crossed out; arrow keys move the first label too."""

    chosen = Signal(object)  # the number of a label, from 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock: Stock | None = None
        self._first = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("First unused label of the sheet"))

    def show_sheet(self, stock: Stock, first: int) -> None:
        """Show a stock's sheet and its first unused label."""
        self._stock = stock
        self._first = first
        self.setAccessibleDescription(
            tr("Label {number} of {last}", number=first, last=stock.per_page)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._stock is None:
            return QSize(120, _HEIGHT)
        return QSize(round(_HEIGHT * self._stock.page_w / self._stock.page_h), _HEIGHT)

    def label_place(self, number: int) -> QRectF:
        """Where the label of that number is in the picture."""
        assert self._stock is not None
        scale = (self.height() - 4) / self._stock.page_h
        x, y = self._stock.corner(number - 1)
        size = self._stock.label_w * scale, self._stock.label_h * scale
        return QRectF(2 + x * scale, 2 + y * scale, *size)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._stock is None:
            return
        for number in range(1, self._stock.per_page + 1):
            if self.label_place(number).contains(event.position()):
                self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._stock.cols if self._stock else 1
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if not step or self._stock is None:
            super().keyPressEvent(event)
        elif 1 <= self._first + step <= self._stock.per_page:
            self.chosen.emit(self._first + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._stock is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme.color("focus"), 2) if self.hasFocus() else QPen(theme.color("outline"), 1)
        painter.setPen(edge)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        for number in range(1, self._stock.per_page + 1):
            self._paint_label(painter, number)

    def _paint_label(self, painter: QPainter, number: int) -> None:
        place = self.label_place(number).adjusted(1, 1, -1, -1)
        used, first = number < self._first, number == self._first
        painter.setPen(QPen(theme.color("line" if used else "accent"), 1))
        painter.setBrush(
            theme.color("accent" if first else "quiet_soft" if used else "accent_soft")
        )
        painter.drawRoundedRect(place, 2, 2)
        if used:
            painter.setPen(QPen(theme.color("outline"), 1))
            painter.drawLine(place.topLeft(), place.bottomRight())
        if first:
            painter.setPen(theme.color("on_accent"))
            painter.setFont(theme.font("small", bold=True))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
