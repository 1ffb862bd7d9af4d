"""The left of the check-in screen: whom the typed text found, or what to do when nobody was."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desk_app import role
from desk_app.controllers.checkin import Person, Results
from desk_app.views.elided import ElidedLabel
from desk_app.views.empty import EmptyState
from desk_app.views.found_rows import row_of, whole
from desk_app.views.person_list import PersonList
from desk_app.words import tr, trn

_LIST, _REST, _NOBODY = range(3)


class FoundPane(QStackedWidget):
    """The list with its keys, the wait between two people, or nobody.

    `time` writes a moment on the event's clock. `results` is what the list shows, and the text
    that it answers.
    """

    walk_in_wanted = Signal()

    def __init__(self, time: Callable[[int | None], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time = time
        self.results = Results("", ())
        self.list = PersonList()
        self._hint = ElidedLabel(look="hint")
        self._going_out = False
        self._nobody = EmptyState(
            "user-plus",
            tr("Nobody found"),
            tr("Check the spelling, or register the person as a walk-in."),
            tr("Register a walk-in"),
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for page in (self._list_page(), self._rest_page(), self._nobody):
            self.addWidget(page)
        self._nobody.chosen.connect(self.walk_in_wanted)

    def show_results(self, results: Results) -> None:
        """Show whom a text found."""
        self.results = results
        self.list.set_rows([row_of(it, self.time) for it in results.found])
        self._show_count(len(results.found))

    def show_people(self, text: str, people: Sequence[Person]) -> None:
        """Put these people in the list, whatever was found before."""
        self.show_results(Results(text, tuple(map(whole, people))))

    def renew(self, text: str, person: Person) -> None:
        """Show a person's new state in the list, where they stand, without searching again.

        Whoever was scanned while others were listed takes the list over, so that the next Enter
        can mean nobody else.
        """
        found = tuple(
            replace(it, person=person) if it.person.id == person.id else it
            for it in self.results.found
        )
        if not self.lists(person):
            found = (whole(person),)
        self.show_results(Results(text, found))
        self.list.set_current(person.id)

    def current(self) -> Person | None:
        """The person on whom the list stands."""
        key = self.list.current_key()
        return next((it.person for it in self.results.found if it.person.id == key), None)

    def lists(self, person: Person | None) -> bool:
        """Whether this person is among those whom the text found."""
        return person is not None and any(it.person.id == person.id for it in self.results.found)

    def forget(self, text: str) -> None:
        """Nobody is listed while nothing is typed."""
        self.results = Results(text, ())
        self.list.set_rows([])

    def set_going_out(self, going_out: bool) -> None:
        """What Enter does with the chosen person."""
        self._going_out = going_out

    def _show_count(self, count: int) -> None:
        found = trn(count, "{count} match", "{count} matches")
        inwards = tr("↑↓ choose  ·  ⏎ check in  ·  Esc clear")
        outwards = tr("↑↓ choose  ·  ⏎ goes out  ·  Esc clear")
        keys = outwards if self._going_out else inwards
        self._hint.setText(f"{found}  ·  {keys}")
        self.setCurrentIndex(_LIST if count else _NOBODY)

    def show_instead(self, pane: QWidget) -> None:
        """Show something else in the list's place."""
        if self.indexOf(pane) < 0:
            self.addWidget(pane)
        self.setCurrentWidget(pane)

    def give_back(self, pane: QWidget) -> None:
        """The list has its place again, if it was this that took it."""
        if self.currentWidget() is pane:
            self.setCurrentIndex(_LIST if self.results.found else _REST)

    def show_rest(self) -> None:
        """Nothing is typed."""
        self.setCurrentIndex(_REST)

    def _list_page(self) -> QWidget:
        page = QFrame()
        page.setProperty("look", "card")
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 12)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        return page

    def _rest_page(self) -> QWidget:
        return EmptyState(
            "scan-line",
            tr("Who is next?"),
            tr("Names, organisations, e-mails and codes are found from the first letter on.")
            if role.fewest_letters() == 1
            else tr("Names, organisations, e-mails and codes are found from the second letter on."),
        )
