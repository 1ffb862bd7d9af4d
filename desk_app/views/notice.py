"""A bar for trouble: what happened, what is safe, and what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.views import icons, theme
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.icon_label import IconLabel
from desk_app.words import tr

_ICON = {"stop": "circle-x", "mind": "triangle-alert", "good": "circle-check", "accent": "info"}


class Notice(QFrame):
    """Hidden until something is said; takes no room then, and stays until it is closed."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("circle-x", "stop", 24)
        self._happened = _line("strong")
        self._safe = _line("")
        self._to_do = _line("")
        self._act = Button("")
        self._action: Callable[[], object] | None = None
        self._close = Button("", icon="x", look="flat")
        self._lay_out()
        self._close.clicked.connect(self.close_notice)
        self._act.clicked.connect(self._answer)
        self.hide()

    def say(self, happened: str, safe: str = "", to_do: str = "", tone: str = "stop") -> None:
        """Show and announce the trouble; empty lines are left out."""
        theme.set_look(self, "ground", tone)
        self._icon.set_icon(_ICON.get(tone, icons.BY_TONE[tone]), tone)
        for label, text in ((self._happened, happened), (self._safe, safe), (self._to_do, to_do)):
            label.setText(text)
            label.setVisible(bool(text))
        self.offer("", None)
        self._close.setAccessibleName(tr("Close this notice"))
        self._close.setToolTip(tr("Close this notice"))
        self.show()
        announce(self, " ".join(filter(None, (happened, safe, to_do))), urgent=tone == "stop")

    def offer(self, text: str, action: Callable[[], object] | None, keys: str = "") -> None:
        """Beside what was said just now: a button, and its key, that does something about it."""
        self._action = action
        self._act.setText(text)
        self._act.set_keys(keys)
        self._act.setVisible(action is not None)

    def close_notice(self) -> None:
        """Take the bar away, as its button does."""
        self.hide()
        self.closed.emit()

    def _answer(self) -> None:
        action = self._action
        self.close_notice()
        if action is not None:
            action()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._happened, self._safe, self._to_do):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(14)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._act, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)


def _line(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
