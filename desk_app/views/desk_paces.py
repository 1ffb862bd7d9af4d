"""How fast it goes at each desk, each a button that opens whom it let in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk_app.controllers.attendance import Pace
from desk_app.views.line_button import LineButton
from desk_app.words import tr, trn


class DeskPaces(QWidget):
    """`chosen` carries a desk's id; away while nobody comes."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(tr("By desk, last 15 min"))
        heading.setProperty("look", "row")
        heading.setContentsMargins(8, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(heading)
        self._paces: tuple[Pace, ...] = ()
        self.buttons: list[LineButton] = []
        self.hide()

    def show_paces(self, paces: tuple[Pace, ...]) -> None:
        if paces == self._paces:
            return
        self._paces = paces
        while len(self.buttons) < len(paces):
            self._add()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(paces))
        for button, pace in zip(self.buttons, paces, strict=False):
            button.show_lines(pace.desk or tr("Another desk"), pace_words(pace))
        self.setVisible(bool(paces))

    def _add(self) -> None:
        number = len(self.buttons)
        button = LineButton("clock")
        button.clicked.connect(lambda: self.chosen.emit(self._paces[number].key))
        self.buttons.append(button)
        self._column.addWidget(button)


def pace_words(it: Pace) -> str:
    """Such as "24 people · 96/h · 18 s each"."""
    parts = [trn(it.recent, "{count} person", "{count} people")]
    if it.per_hour is not None:
        parts.append(tr("{count}/h", count=it.per_hour))
    if it.seconds is not None:
        parts.append(tr("{seconds} s each", seconds=it.seconds))
    return " · ".join(parts)
