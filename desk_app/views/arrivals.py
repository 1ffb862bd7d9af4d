"""The last ones in, in a strip of chips."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk_app.views.chip import Chip
from desk_app.views.legible import apart, legible
from desk_app.words import tr

MOST = 6


class Arrivals(QWidget):
    """Chips are made once and filled anew; the window's width says how many are shown."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(title)
        label.setProperty("look", "muted")
        self._chips = [Chip("", "good") for _ in range(MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        for chip in self._chips:
            row.addWidget(chip)
        row.addStretch(1)
        self.setMinimumHeight(28)
        self.setAccessibleName(title)
        self.set_people(())

    def set_people(self, people: Sequence[tuple[int, str, str]]) -> None:
        """(id, name, time) of each, the latest first."""
        self._words = [
            tr("{time} {name}", time=time, name=apart(_short(legible(name))))
            for _, name, time in people
        ]
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        """Whole chips only: one that finds no room is left out."""
        room = self.width() - 160
        for n, chip in enumerate(self._chips):
            text = self._words[n] if n < len(self._words) else ""
            chip.setText(text)
            room -= chip.sizeHint().width() + 8
            chip.setVisible(bool(text) and room > 0)


def _short(name: str) -> str:
    """Given name and the first letter of the last word: enough to recognise, not to read out."""
    words = name.split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else name
