"""The slim dark rail that switches screens: an icon, the whole word, and its key."""

from collections.abc import Container
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk_app.views import icons, theme
from desk_app.words import tr

_HEIGHT = 68
_SQUEEZED = 52
_WIDTH = 100
_SIDE = 8
_ICON = 24


@dataclass(frozen=True, slots=True)
class Place:
    """A screen of the desk; `word` is English, for `tr`."""

    key: str
    word: str
    icon: str
    shortcut: str


PLACES = (
    Place("events", "Events", "calendar-days", "F1"),
    Place("checkin", "Check-in", "user-check", "F2"),
    Place("roster", "Roster", "users", "F3"),
    Place("badges", "Badges", "id-card", "F4"),
    Place("attendance", "Attendance", "chart-column", "F5"),
    Place("import", "Import", "file-input", "F6"),
    Place("settings", "Settings", "settings", "Ctrl+,"),
)
WITHIN = {"designer": "badges"}  # screens that are reached from another one


class Rail(QFrame):
    """Emits `chosen` with the key of the screen a person asks for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons = {place.key: RailButton(place, self) for place in PLACES}
        self._group = QButtonGroup(self)
        self._lay_out()
        self._group.idClicked.connect(self._choose)
        self.retranslate()

    def show_choice(self, key: str) -> None:
        """Mark the screen that is on; "" marks none."""
        self._group.setExclusive(False)
        for place, button in self._buttons.items():
            button.setChecked(place == WITHIN.get(key, key))
        self._group.setExclusive(True)

    def offer(self, keys: Container[str]) -> None:
        """Show the places that there are; one that is closed to somebody is not there."""
        for place, button in self._buttons.items():
            button.setVisible(place in keys)

    def retranslate(self) -> None:
        """Name the screens in the current language, and widen for its longest word."""
        self.setAccessibleName(tr("Screens"))
        for button in self._buttons.values():
            button.retranslate()
        words = max(button.word_width() for button in self._buttons.values())
        self.setFixedWidth(max(_WIDTH, int(words) + 2 * _SIDE + 16))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 16, _SIDE, 16)
        column.setSpacing(4)
        for number, (key, button) in enumerate(self._buttons.items()):
            self._group.addButton(button, number)
            if key == PLACES[-1].key:
                column.addStretch(1)
            column.addWidget(button)

    def _choose(self, number: int) -> None:
        self.chosen.emit(PLACES[number].key)


class RailButton(QAbstractButton):
    """One place of the rail; the one that is on has a bar at its left, not a colour alone."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def retranslate(self) -> None:
        self.setText(tr(self.place.word))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self.place.shortcut)
        self.setToolTip(f"{self.text()} ({self.place.shortcut})")

    def word_width(self) -> float:
        return QFontMetricsF(theme.font("hint", bold=True)).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 2 * _SIDE, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH - 2 * _SIDE, _SQUEEZED)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = "rail_text" if self.isChecked() else "rail_muted"
        top = (self.height() - _ICON - 22) / 2
        icons.paint(painter, QRectF(0, top, self.width(), _ICON), self.place.icon, ink)
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font("hint", bold=self.isChecked()))
        word = QRectF(0, top + _ICON + 3, self.width(), 20)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())
        if len(self.place.shortcut) == 2:
            self._paint_key(painter)

    def _paint_key(self, painter: QPainter) -> None:
        small = theme.font("small")
        small.setPixelSize(11)
        painter.setFont(small)
        painter.setPen(theme.color("rail_muted"))
        corner = QRectF(self.rect()).adjusted(0, 4, -8, 0)
        painter.drawText(
            corner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, self.place.shortcut
        )

    def _paint_ground(self, painter: QPainter) -> None:
        place = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.color("rail_selected" if self.isChecked() else "rail_hover"))
            painter.drawRoundedRect(place, 10, 10)
        if self.isChecked():
            painter.setBrush(theme.color("rail_focus"))
            painter.drawRoundedRect(QRectF(0, 14, 4, self.height() - 28), 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("rail_focus"), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 10, 10)
