"""Above each screen: which event, how many are in, and the state of this desk."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.chip import Chip
from desk_app.views.elided import ElidedLabel
from desk_app.words import current, tr

HEIGHT = 60


class Header(QWidget):
    """The event elides first; the numbers and the state of the desk are always whole."""

    role_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(look="title")
        self._line = ElidedLabel(look="muted")
        self._counts = Counts()
        self._state = Chip("", "quiet", "shield-check")
        self._printer = ElidedLabel(look="hint")
        self.role = Button("", shortcut="Ctrl+Shift+L", icon="lock")
        self.setFixedHeight(HEIGHT)
        self._lay_out()
        self.retranslate()
        self._state.hide()
        self._counts.hide()
        self.role.hide()
        self.role.clicked.connect(self.role_pressed)

    def set_event(self, title: str, line: str) -> None:
        """The event, and "kind · date · venue, city · checkpoint" below it."""
        self._title.setText(title)
        self._line.setText(line)

    def set_counts(self, arrived: int, expected: int, inside: int | None = None) -> None:
        """Nobody expected, no bar; how many are inside where people are counted out too."""
        self._counts.set_counts(arrived, expected, inside)
        self._counts.setVisible(expected > 0)

    def set_state(self, text: str, tone: str = "quiet", icon: str = "shield-check") -> None:
        """The chip at the right, such as "Offline – safe on this desk"."""
        self._state.set_state(text, tone, icon)
        self._state.setVisible(bool(text))

    def set_role(self, text: str, hint: str) -> None:
        """Whose desk it is, and what a press does; no button for an empty text."""
        self.role.setText(text)
        self.role.setToolTip(hint)
        self.role.setVisible(bool(text))
        self.role.setMaximumWidth(self.role.width_without_keys())
        if text:
            self.role.setAccessibleName(f"{text}: {hint}")

    def set_printer(self, text: str, tone: str = "") -> None:
        """What the printer does; a tone of "stop" or "mind" colours the words."""
        theme.set_look(self._printer, "tone", tone)
        self._printer.setText(text)
        self._printer.setVisible(bool(text))

    def retranslate(self) -> None:
        """Say the counts in the current language."""
        self._counts.retranslate()

    def _lay_out(self) -> None:
        event = QVBoxLayout()
        event.setSpacing(0)
        event.addWidget(self._title)
        event.addWidget(self._line)
        small = QHBoxLayout()
        small.setSpacing(4)
        small.addStretch(1)
        small.addWidget(self._printer)
        desk = QVBoxLayout()
        desk.setSpacing(4)
        desk.addWidget(self._state, alignment=Qt.AlignmentFlag.AlignRight)
        desk.addLayout(small)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(event, 1)
        row.addWidget(self._counts)
        row.addWidget(self.role)
        row.addLayout(desk)


class Counts(QWidget):
    """Arrived of expected, as words and as a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrived = 0
        self._expected = 0
        self._inside: int | None = None
        self._number = QLabel()
        self._number.setProperty("look", "row")
        self._words = QLabel()
        self._words.setProperty("look", "muted")
        self._bar = CountBar()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def set_counts(self, arrived: int, expected: int, inside: int | None = None) -> None:
        self._arrived, self._expected, self._inside = arrived, expected, inside
        self._bar.set_share(arrived / expected if expected else 0.0)
        self.retranslate()

    def retranslate(self) -> None:
        locale = QLocale(current())
        self._number.setText(locale.toString(self._arrived))
        expected = locale.toString(self._expected)
        said = tr("of {expected} arrived", expected=expected)
        if self._inside is not None:
            inside = locale.toString(self._inside)
            said = tr("of {expected} arrived, {inside} inside", expected=expected, inside=inside)
        self._words.setText(said)
        self.setAccessibleName(f"{self._number.text()} {self._words.text()}")

    def sizeHint(self) -> QSize:
        return QSize(max(super().sizeHint().width(), 180), 54)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._number)
        words.addWidget(self._words)
        words.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(words)
        column.addWidget(self._bar)
        column.addStretch(1)


class CountBar(QWidget):
    """The share that is in; it has no voice, the words beside it do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(10)

    def set_share(self, share: float) -> None:
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("quiet_line"))
        painter.setBrush(theme.color("quiet_soft"))
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(track, 4.5, 4.5)
        if self._share:
            filled = QRectF(track)
            filled.setWidth(max(track.width() * self._share, 9))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("good"))
            painter.drawRoundedRect(filled, 4.5, 4.5)
