"""While a file is read, compared, written or taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QVBoxLayout, QWidget

from desk_app.controllers.importing import Step, Underway
from desk_app.views import theme
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.import_words import REASSURANCES, STEPS, number
from desk_app.words import tr

_WIDTH = 560
_FINE = 1000


class ProgressPage(QWidget):
    """Emits `cancelled`; what is being taken back cannot be stopped."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._title = QLabel()
        self._title.setProperty("look", "title")
        self._file = ElidedLabel(look="muted", mode=Qt.TextElideMode.ElideMiddle)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        theme.set_look(self._bar, "tone", "accent")
        self._words = QLabel()
        self._words.setProperty("look", "muted")
        self._words.setWordWrap(True)
        self._cancel = Button(tr("Cancel"), shortcut="Esc", icon="x")
        self._lay_out()
        self._cancel.clicked.connect(self.cancelled)
        self.setFocusProxy(self._cancel)

    def show_progress(self, underway: Underway) -> None:
        """A bar without an end stands for a step of unknown length."""
        if underway.step != self._step:
            self._begin(underway.step)
        self._file.setText(_file_line(underway))
        self._bar.setRange(0, _FINE if underway.total else 0)
        if underway.total:
            self._bar.setValue(_FINE * underway.done // underway.total)

    def _begin(self, step: Step) -> None:
        self._step = step
        self._title.setText(tr(STEPS[step]))
        self._words.setText(tr(REASSURANCES[step]))
        self._bar.setAccessibleName(self._title.text())
        self._cancel.setHidden(step is Step.TAKING_BACK)
        announce(self, self._title.text())

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(12)
        for part in (self._title, self._file, self._bar, self._words):
            inside.addWidget(part)
        inside.addSpacing(4)
        inside.addWidget(self._cancel, alignment=Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _file_line(underway: Underway) -> str:
    if underway.step is Step.APPLYING and underway.total:
        counted = tr(
            "{done} of {total} people",
            done=number(underway.done),
            total=number(underway.total),
        )
        return " · ".join(filter(None, (underway.file, counted)))
    return underway.file
