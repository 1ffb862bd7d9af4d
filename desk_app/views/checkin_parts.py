"""What the check-in screen is made of, and where each part stands."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.controllers.checkin import Person
from desk_app.devices.wedge import Wedge
from desk_app.views.arrivals import Arrivals
from desk_app.views.banner import Banner
from desk_app.views.button import Button
from desk_app.views.found_pane import FoundPane
from desk_app.views.help_queue import HelpQueue
from desk_app.views.person_pane import CARD, PersonPane
from desk_app.views.search_field import SearchField
from desk_app.words import tr


class CheckInParts(QWidget):
    """The box above, the verdict below it, whom it found, the person, the last arrivals.

    `time` writes a moment on the event's clock.
    """

    def __init__(self, time: Callable[[int | None], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = time
        self.field = SearchField(tr("Scan a code, or type a name"))
        self.wedge = Wedge(self.field, self)
        self.way = Button(tr("Going out"), shortcut="Ctrl+D", icon="log-out", told_only=True)
        self.way.setCheckable(True)
        self.banner = Banner()
        self.left = FoundPane(time)
        self.right = PersonPane()
        self.list = self.left.list
        self.card = self.right.card
        self.form = self.right.form
        self.arrivals = Arrivals(tr("Last arrivals"))
        self.helping = HelpQueue()
        self._lay_out()
        self.setFocusProxy(self.field)
        self.list.setFocusProxy(self.field)  # a scanner's keys must never choose in the list
        self.list.setProperty("look", "led")  # and so the focus is seen there alone

    def add_camera(self, button: QWidget, strip: QWidget) -> None:
        """Give the camera its places: the button beside the box, the picture below the list."""
        self._top.addWidget(button)
        self._below.addWidget(strip)

    def print_at_check_in(self, prints: bool) -> None:
        """Whether whoever is let in gets a badge at once."""
        self.card.print_at_check_in(prints)
        self.form.print_at_check_in(prints)

    def is_overtaken(self, asked: str | None) -> bool:
        """Whether the next person is meant already by what stands in the box."""
        return asked not in (None, self.field.text())

    def show_arrivals(self, people: Sequence[Person]) -> None:
        """The last ones in, each with the time."""
        self.arrivals.set_people(
            [(it.id, it.full_name, self._time(it.here_at)) for it in people if it.here_at]
        )

    def show_person(self, person: Person) -> None:
        """Show this person's card."""
        self.card.show_person(person, self._time(person.here_at))
        self.right.show_page(CARD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """After a click on a button, a scanner and fingers still mean the box."""
        words = event.text().isprintable() and event.text().strip()
        if words and QApplication.focusWidget() is not self.field:
            self.field.setFocus()
            self.field.selectAll()  # what stands there was left behind with the click
            QApplication.sendEvent(self.field, event)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(16)
        self._below = QVBoxLayout()
        self._below.setSpacing(12)
        self._below.addWidget(self.left, 1)
        middle.addLayout(self._below, 3)
        middle.addWidget(self.right, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._top = QHBoxLayout()
        self._top.setSpacing(12)
        self._top.addWidget(self.field, 1)
        self._top.addWidget(self.way)
        column.addLayout(self._top)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.arrivals, 1)
        foot.addWidget(self.helping)
        column.addLayout(foot)
