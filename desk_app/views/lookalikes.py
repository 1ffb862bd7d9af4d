"""Who on the list may be the person who is just being registered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desk_app import role
from desk_app.controllers.checkin import Person
from desk_app.views.choices import Choices
from desk_app.views.states import state_of, word_of
from desk_app.words import tr


class Lookalikes(QFrame):
    """`taken` carries the id of whoever it is, `proposed` whether there is anybody."""

    taken = Signal(object)
    proposed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.people: tuple[Person, ...] = ()
        self.same = False
        self._title = QLabel(tr("Already registered?"))
        self._title.setProperty("look", "title")
        self._hint = QLabel()
        self._hint.setProperty("look", "hint")
        self._hint.setWordWrap(True)
        self.choices = Choices("user-check")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (self._title, self.choices, self._hint):
            column.addWidget(widget)
        column.addStretch(1)
        self.choices.chosen.connect(self._take)

    def show_people(self, people: tuple[Person, ...], *, same: bool) -> None:
        """Propose them; `same` when the first is so like that Enter alone takes them."""
        self.people, self.same = people, same
        self.choices.set_words([_line(it) for it in people])
        self._hint.setText(
            tr("Enter takes them; Ctrl+Enter registers somebody new.")
            if same
            else tr("↓ and Enter takes one; Ctrl+Enter registers somebody new.")
        )
        self.proposed.emit(bool(people))

    def take_first(self) -> None:
        self._take(0)

    def _take(self, place: int) -> None:
        self.taken.emit(self.people[place].id)


def _line(person: Person) -> str:
    state = word_of(state_of(person))
    known = person.organisation or role.contact(person.email)
    return " · ".join(filter(None, (person.full_name, known, state)))
