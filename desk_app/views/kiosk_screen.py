"""Self-service: the whole screen for one visitor at a time, and nothing of anybody else."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app import words
from desk_app.controllers.kiosk import Greeting, KioskController, Reply, Standing
from desk_app.devices.wedge import Wedge
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.kiosk_pages import AnswerPage, AskPage, Shown
from desk_app.words import tr

LANGUAGES = {"fr": "Français", "en": "English"}  # each in itself, so that everybody finds theirs
STAYS_MS = 6_000  # an answer; one that asks for something more stays longer
STAYS_LONGER_MS = 12_000
ALONE_MS = 45_000  # after the last key nobody is there any more


class KioskScreen(QWidget):
    """Whoever steps up finds it empty, and in the language of the desk."""

    staff_wanted = Signal()

    def __init__(
        self, controller: KioskController, prints: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("screen")
        self._controller = controller
        self._prints = prints
        self._home = words.current()
        self._title = ElidedLabel(look="title")
        self.languages = {key: Button(word) for key, word in LANGUAGES.items()}
        self.staff = Button("", icon="lock", look="flat")
        self.ask = AskPage()
        self.answer = AnswerPage()
        self._pages = QStackedWidget()
        self.wedge = Wedge(self.ask.name, self)
        self.until_cleared = _timer(self, STAYS_MS)
        self.until_alone = _timer(self, ALONE_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.ask)
        self._speak(self._home)

    def show_standing(self, standing: Standing | None) -> None:
        """What people check in for."""
        self._title.setText(standing.event.title if standing else "")

    def show_greeting(self, greeting: Greeting) -> None:
        """The answer, which goes away by itself."""
        self.ask.clear()
        prints = self._prints and bool(greeting.answer and greeting.answer.badge_due)
        self.answer.show_greeting(Shown(greeting, prints))
        self._pages.setCurrentWidget(self.answer)
        self.answer.setFocus()
        quick = greeting.reply in (Reply.WELCOME, Reply.ALREADY_IN)
        self.until_alone.stop()
        self.until_cleared.start(STAYS_MS if quick else STAYS_LONGER_MS)

    def show_no_badge(self) -> None:
        """The printer needs somebody: the visitor does not wait before it."""
        if self.answers:
            self.answer.show_no_badge()
            self.until_cleared.start(STAYS_LONGER_MS)

    @property
    def answers(self) -> bool:
        """Whether the answer to somebody is on the screen."""
        return self._pages.currentWidget() is self.answer

    def start_over(self) -> None:
        """For the next visitor."""
        self.until_cleared.stop()
        self.until_alone.stop()
        self.ask.clear()
        self._pages.setCurrentWidget(self.ask)
        self._speak(self._home)
        self.ask.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.start_over()
        else:
            super().keyPressEvent(event)

    def take_scan(self, code: str) -> None:
        """A scanner, or the camera, read a code."""
        self.ask.clear()
        self._controller.scan(code)

    def _identify(self, said: tuple[str, str]) -> None:
        self._controller.identify(*said)

    def _speak(self, language: str) -> None:
        words.use(language)
        self.languages[words.current()].setChecked(True)
        self._retranslate()

    def _choose_language(self, button: Button) -> None:
        self._speak(next(key for key, it in self.languages.items() if it is button))
        self._somebody_is_there()
        if not self.answers:
            self.ask.name.setFocus()

    def _somebody_is_there(self, _text: str = "") -> None:
        self.until_alone.start()

    def _retranslate(self) -> None:
        self.setAccessibleName(tr("Self-service"))
        self.staff.setText(tr("Staff"))
        self.ask.retranslate()
        self.answer.retranslate()

    def _connect(self) -> None:
        it = self._controller
        it.stood.connect(self.show_standing)
        it.greeted.connect(self.show_greeting)
        self.wedge.scanned.connect(self.take_scan)
        self.ask.named.connect(self._identify)
        for field in (self.ask.name, self.ask.proof):
            field.textEdited.connect(self._somebody_is_there)
        self.answer.done.connect(self.start_over)
        self.until_cleared.timeout.connect(self.start_over)
        self.until_alone.timeout.connect(self.start_over)
        self._group.buttonClicked.connect(self._choose_language)
        self.staff.clicked.connect(self.staff_wanted)

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        for button in self.languages.values():
            button.setCheckable(True)
            self._group.addButton(button)
            top.addWidget(button)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.staff)
        for page in (self.ask, self.answer):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 12)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)


def _timer(parent: QWidget, after_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer
