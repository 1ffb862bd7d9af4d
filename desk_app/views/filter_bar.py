"""A row of filters, one of them chosen: each a word and how many it would show."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desk_app.views import theme
from desk_app.words import current

_HEIGHT = 44
_SIDE = 11
_GAP = 6


class FilterBar(QWidget):
    """`chosen` carries the key of a filter; those that would show nobody stay out of the way."""

    chosen = Signal(str)

    def __init__(
        self, filters: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons = {key: FilterButton(word) for key, word in filters}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in self._buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._tell)

    def set_counts(self, counts: Sequence[tuple[str, int]], choice: str) -> None:
        """Show how many each would show, and mark the chosen one."""
        for key, count in counts:
            if key in self._buttons:
                self._buttons[key].set_count(count)
                self._buttons[key].setVisible(bool(count) or key == "all" or key == choice)
        self._buttons[choice].setChecked(True)

    def choose(self, key: str) -> None:
        """As a click on this filter."""
        self._buttons[key].click()

    def _tell(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, it in self._buttons.items() if it is button))


class FilterButton(QAbstractButton):
    """The chosen one has a thick edge; the focus is a second edge inside it."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}: {self._figure()}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self._advance(self.text(), bold=True) + self._advance(self._figure(), bold=True)
        return QSize(int(words) + 2 * _SIDE + _GAP + 2, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inside = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.setPen(theme.color("text"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(theme.tabular())
        painter.setPen(theme.color("accent" if self.isChecked() else "muted"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside, right, self._figure())

    def _paint_ground(self, painter: QPainter) -> None:
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        edge = QPen(theme.color("accent"), 2) if self.isChecked() else QPen(theme.color("line"), 1)
        painter.setPen(edge)
        painter.setBrush(theme.color(ground))
        place = QRectF(self.rect()).adjusted(1, 3, -1, -3)
        painter.drawRoundedRect(place, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), 8, 8)

    def _figure(self) -> str:
        return QLocale(current()).toString(self._count)

    def _advance(self, text: str, *, bold: bool) -> float:
        return QFontMetricsF(theme.font(bold=bold)).horizontalAdvance(text)
