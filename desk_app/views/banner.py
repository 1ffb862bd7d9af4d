"""The answer to a scan, big enough for half a second: tone, icon, words, and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from desk_app.views import theme
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.icon_label import IconLabel
from desk_app.views.legible import legible

HEIGHT = 68
_SLIDE = 16  # the words are whole from the first picture on


class Banner(QFrame):
    """Keeps its height, full or not, so that the list below never jumps."""

    slide_ms = 120

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = VerdictCard(self)
        self._slide = QPropertyAnimation(self._card, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setFixedHeight(HEIGHT)
        self._card.hide()

    def show_verdict(
        self,
        tone: str,
        icon: str,
        title: str,
        detail: str,
        action_text: str = "",
        action: Callable[[], object] | None = None,
        shortcut: str = "Ctrl+Z",
    ) -> None:
        """Show and announce an answer; with an action, its button runs it and tells the key.

        It is painted before this returns: whoever stands there waits for nothing else.
        """
        self._card.say(tone, icon, title, detail)
        self._card.offer(action_text, action, shortcut)
        self._card.show()
        self._slide_in()
        self._card.settle()
        self.repaint()
        announce(self, f"{title}. {detail}", urgent=tone in ("stop", "mind"))

    def show_hint(self, icon: str, text: str) -> None:
        """Between two people: say quietly what to do; no sound, no movement."""
        self._card.say("quiet", icon, text, "")
        self._card.offer("", None, "")
        self._card.show()

    def clear(self) -> None:
        """Empty the banner; its place stays."""
        self._card.offer("", None, "")
        self._card.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._slide.stop()
        self._card.setGeometry(QRect(QPoint(0, 0), self.size()))

    def _slide_in(self) -> None:
        self._slide.stop()
        self._card.move(0, 0)
        if theme.still() or not self.isVisible():
            return
        self._slide.setDuration(self.slide_ms)
        self._slide.setStartValue(QPoint(0, -_SLIDE))
        self._slide.setEndValue(QPoint(0, 0))
        self._slide.start()


class VerdictCard(QFrame):
    """The part of the banner that moves: the words side by side, or stacked where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("check", "good", 34)
        self._title = ElidedLabel(look="title", mode=Qt.TextElideMode.ElideMiddle)
        self._detail = ElidedLabel()
        self._button = Button("", told_only=True)
        self._action: Callable[[], object] | None = None
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._button.clicked.connect(self._act)

    def say(self, tone: str, icon: str, title: str, detail: str) -> None:
        for widget in (self._title, self._detail):
            theme.set_look(widget, "tone", tone)
        theme.set_look(self, "ground", tone)
        self._icon.set_icon(icon, tone)
        self._title.setText(legible(title))
        self._detail.setText(legible(detail))
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self._fit()

    def offer(self, text: str, action: Callable[[], object] | None, shortcut: str) -> None:
        self._action = action
        self._button.setText(text)
        self._button.set_keys(shortcut if action else "")
        self._button.setVisible(action is not None)
        self._fit()  # the button takes its room from the words

    def settle(self) -> None:
        """Put everything in its place now, not at the next turn of the event loop."""
        row = self.layout()
        assert row
        row.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._words.addWidget(self._title, 1)
        self._words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self._icon)
        row.addLayout(self._words, 1)
        row.addWidget(self._button)

    def _fit(self) -> None:
        """Side by side while both fit whole."""
        room = self.width() - 90 - (self._button.sizeHint().width() if self._action else 0)
        wanted = self._title.sizeHint().width() + self._detail.sizeHint().width() + 24
        beside = wanted <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._words.setDirection(way)
        self._words.setSpacing(16 if beside else 0)
        margin = 0 if beside else 6
        self._words.setContentsMargins(0, margin, 0, margin)

    def _act(self) -> None:
        if self._action is not None:
            self._action()
