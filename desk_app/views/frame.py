"""The frame of the desk: the rail, the header, and one screen at a time."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.views.header import Header
from desk_app.views.leaving import LeavingScreen
from desk_app.views.notice import Notice
from desk_app.views.palette import Command, CommandPalette
from desk_app.views.rail import PLACES, Rail
from desk_app.words import tr

MINIMUM = (1024, 640)
_PALETTE_TOP = 96


class Frame(QWidget):
    """Screens are added under the keys of `rail.PLACES`; `screen_shown` carries the key."""

    screen_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setMinimumSize(*MINIMUM)
        self.rail = Rail()
        self.header = Header()
        self.notice = Notice()
        self._screens: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._commands: Callable[[], Sequence[Command]] = tuple
        self._lay_out()
        self.rail.chosen.connect(self.go_to)
        self._listen_to_keys()

    def add_screen(self, key: str, widget: QWidget) -> None:
        """The first screen added is shown at once."""
        self._screens[key] = widget
        self._stack.addWidget(widget)
        self.rail.offer(self._screens)
        if len(self._screens) == 1:
            self.rail.show_choice(key)

    def show_screen(self, key: str) -> None:
        """Bring a screen forward; a key without a screen changes nothing."""
        if key in self._screens:
            self._stack.setCurrentWidget(self._screens[key])
            self._focus_screen()
            self.screen_shown.emit(key)
        self.rail.show_choice(self.current_key())

    def go_to(self, key: str) -> None:
        """As `show_screen`, because somebody chose to: what is not saved is asked about first."""
        if key == self.current_key():
            self.show_screen(key)
        else:
            self.ask_to_leave(partial(self.show_screen, key))
            self.rail.show_choice(self.current_key())

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """Go at once, unless the screen that is on has something to ask first."""
        shown = self._stack.currentWidget()
        if isinstance(shown, LeavingScreen):
            shown.ask_to_leave(go)
        else:
            go()

    def current_key(self) -> str:
        """The key of the screen that is on; "" before the first is added."""
        shown = self._stack.currentWidget()
        return next((key for key, screen in self._screens.items() if screen is shown), "")

    def offer_commands(self, commands: Callable[[], Sequence[Command]]) -> None:
        """Ask this each time the palette opens, so that it fits the moment and the language."""
        self._commands = commands

    def open_palette(self) -> CommandPalette:
        """Show the commands, those of the moment first, then the screens."""
        palette = CommandPalette([*self._commands(), *self._screen_commands()], self)
        palette.finished.connect(palette.deleteLater)
        left = (self.width() - palette.width()) // 2
        palette.move(self.mapToGlobal(QPoint(left, min(_PALETTE_TOP, self.height() // 8))))
        palette.open()
        return palette

    def retranslate(self) -> None:
        """Take the words of the current language."""
        self.rail.retranslate()
        self.header.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_screen()

    def _focus_screen(self) -> None:
        """Put the cursor where the screen wants it: at its focus proxy."""
        screen = self._stack.currentWidget()
        if screen is not None and screen.focusProxy() is not None:
            screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _listen_to_keys(self) -> None:
        for place in PLACES:
            shortcut = QShortcut(QKeySequence(place.shortcut), self)
            shortcut.activated.connect(partial(self.go_to, place.key))
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.open_palette)

    def _screen_commands(self) -> list[Command]:
        return [
            Command(
                tr("Go to {screen}", screen=tr(place.word)),
                place.shortcut,
                partial(self.go_to, place.key),
            )
            for place in PLACES
            if place.key in self._screens
        ]
