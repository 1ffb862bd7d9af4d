"""The two pages of self-service: the question, and the answer."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.controllers.kiosk import Greeting, Reply
from desk_app.views import theme
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.icon_label import IconLabel
from desk_app.words import tr

_PICTURE = 88
_WIDE = 720
# tone and icon of each answer; nobody sees a red screen before a whole queue
_LOOKS = {
    Reply.WELCOME: ("good", "circle-check"),
    Reply.ALREADY_IN: ("good", "user-check"),
    Reply.AGAIN: ("mind", "scan-line"),
    Reply.NOT_FOUND: ("mind", "circle-help"),
    Reply.STAFF: ("accent", "users"),
}


class AskPage(QWidget):
    """Scan, or type who you are. `named` carries (name, one thing more)."""

    named = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _centred("giant")
        self._hint = _centred("lead")
        self._or = _centred("muted")
        self.name = _field()
        self.proof = _field()
        self.go = Button("", icon="arrow-right", look="big")
        self._told = _centred("")
        self._lay_out()
        self.name.returnPressed.connect(self._go_on)
        self.proof.returnPressed.connect(self._go)
        self.go.clicked.connect(self._go)
        self.setFocusProxy(self.name)
        self.retranslate()

    def clear(self) -> None:
        """For the next visitor: nothing of the one before is left."""
        for field in (self.name, self.proof):
            field.clear()
        self._told.setText("")

    def retranslate(self) -> None:
        self._title.setText(tr("Welcome! Please scan your ticket."))
        self._hint.setText(tr("Hold its code before the reader."))
        self._or.setText(tr("No ticket with you? Tell us who you are."))
        for field, words in (
            (self.name, tr("First name and family name")),
            (self.proof, tr("E-mail, order number or organisation")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.go.setText(tr("Check me in"))
        self._told.setText("")

    def _go_on(self) -> None:
        if self.proof.text().strip():
            self._go()
        else:
            self.proof.setFocus()

    def _go(self) -> None:
        missing = [it for it in (self.name, self.proof) if not it.text().strip()]
        if missing:
            missing[0].setFocus()
            self._told.setText(tr("Please fill in both fields."))
            announce(self, self._told.text())
        else:
            self.named.emit((self.name.text(), self.proof.text()))

    def _lay_out(self) -> None:
        theme.set_look(self._told, "tone", "mind")
        form = QVBoxLayout()
        form.setSpacing(12)
        form.addWidget(self._or)
        for part in (self.name, self.proof, self.go):
            part.setFixedWidth(_WIDE)
            form.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
        form.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(3)
        picture = IconLabel("scan-line", "accent", _PICTURE)
        column.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addStretch(2)
        column.addLayout(form)
        column.addStretch(2)


@dataclass(frozen=True, slots=True)
class Shown:
    """A greeting, and whether a badge is coming out."""

    greeting: Greeting
    prints: bool


class AnswerPage(QFrame):
    """The whole screen in one colour, with the words in big letters; `done` ends it sooner."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._icon = IconLabel("check", "good", _PICTURE)
        self._title = _centred("giant")
        self._detail = _centred("title")
        self.next = Button("", icon="arrow-right")
        self._lay_out()
        self.next.clicked.connect(self.done)
        self.setFocusProxy(self.next)

    def show_greeting(self, shown: Shown) -> None:
        """Say what came of it, and have it read out."""
        self._shown = shown
        tone, icon = _LOOKS[shown.greeting.reply]
        theme.set_look(self, "ground", tone)
        for label in (self._title, self._detail):
            theme.set_look(label, "tone", tone)
        self._icon.set_icon(icon, tone)
        self.retranslate()
        urgent = shown.greeting.reply is not Reply.WELCOME
        announce(self, f"{self.title}. {self._detail.text()}", urgent=urgent)

    def show_no_badge(self) -> None:
        """The badge that was promised does not come."""
        self._detail.setText(tr("Your badge waits at the reception desk."))

    @property
    def title(self) -> str:
        return self._title.text()

    def retranslate(self) -> None:
        self.next.setText(tr("Next visitor"))
        if self._shown:
            title, detail = _words(self._shown)
            self._title.setText(title)
            self._detail.setText(detail)
            self.setAccessibleName(title)
            self.setAccessibleDescription(detail)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.next)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(20)
        column.addStretch(3)
        column.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addStretch(3)
        column.addLayout(row)


def _words(it: Shown) -> tuple[str, str]:
    """Big and small words of an answer."""
    name = it.greeting.name
    badge = tr("Please take your badge, and come in.") if it.prints else tr("Please come in.")
    said = {
        Reply.WELCOME: (tr("Welcome, {name}!", name=name), badge),
        Reply.ALREADY_IN: (
            tr("Welcome back, {name}!", name=name),
            tr("You are checked in already. Please come in."),
        ),
        Reply.AGAIN: (
            tr("Please try once more."),
            tr("Hold the code flat and a hand’s breadth away, or type your name."),
        ),
        Reply.NOT_FOUND: (
            tr("We did not find you yet."),
            tr("Please check what you typed, or come to the reception desk: we will help you."),
        ),
        Reply.STAFF: (
            tr("Please come to the reception desk."),
            tr("Our team is looking forward to welcoming you."),
        ),
    }
    return said[it.greeting.reply]


def _centred(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _field() -> QLineEdit:
    """Big letters, and no menu of the right button: it would offer what was typed before."""
    field = QLineEdit()
    field.setProperty("look", "search")
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return field
