"""Everything known of the person in hand, and the one big thing to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app import role
from desk_app.controllers.checkin import Card, Person, is_sensitive
from desk_app.domain.names import joined
from desk_app.views import theme
from desk_app.views.beside_person import BesidePerson
from desk_app.views.button import Button
from desk_app.views.chip import Chip
from desk_app.views.copyable import CopyableLabel
from desk_app.views.legible import legible
from desk_app.views.person_words import said
from desk_app.views.scrolling import scrolling
from desk_app.views.states import look_of, state_of, word_of
from desk_app.views.welcome_tasks import WelcomeTasks
from desk_app.words import tr, trn

_SMALL = 430  # pixels high


class PersonCard(QFrame):
    """Shows one person; its buttons carry the person's id."""

    check_in_wanted = Signal(object)
    badge_wanted = Signal(object)
    edit_wanted = Signal(object)
    company_wanted = Signal(object)  # the Card of somebody who came with others

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._prints = False
        self._going_out = False
        self._category = Chip("", "quiet", "tag")
        self._state = Chip("", "quiet")
        self._name = CopyableLabel("name")
        self._job = CopyableLabel("strong")
        self._organisation = CopyableLabel("muted")
        self._note = _Note()
        self._facts = CopyableLabel("hint")
        self.check_in = Button(tr("Check in"), shortcut="", icon="corner-down-left", look="big")
        self.badge = Button(tr("Print badge"), shortcut="Ctrl+P", icon="printer")
        self.edit = Button(tr("Correct…"), shortcut="Ctrl+E", icon="pencil", told_only=True)
        self.company = Button("", shortcut="Ctrl+G", icon="users", told_only=True)
        self._card: Card | None = None
        self.tasks = WelcomeTasks()
        self.beside = BesidePerson()
        self.beside.hide()
        self.company.hide()
        self.setProperty("look", "card")
        self._lay_out()
        self.check_in.clicked.connect(self._want_check_in)
        self.badge.clicked.connect(self._want_badge)
        self.edit.clicked.connect(self._want_edit)
        self.company.clicked.connect(self._want_company)

    def print_at_check_in(self, prints: bool) -> None:
        """Whether the big button prints the badge as well."""
        self._prints = prints
        self._name_button()

    def set_going_out(self, going_out: bool) -> None:
        """Whether the big button notes that the person leaves."""
        self._going_out = going_out
        self._name_button()

    def show_person(self, person: Person, time: str) -> None:
        """Show a person as a list knows them; `time` is when they arrived here."""
        changed = self._person is None or self._person.id != person.id
        self._person = person
        self._show_chips(person, time)
        self._name.setText(legible(_big_name(person)))
        for label, text in (
            (self._job, person.job_title),
            (self._organisation, person.organisation),
        ):
            label.setText(legible(text))
        self._note.show_text(person.note)
        if changed:
            self.company.hide()
            self.tasks.show_tasks(())
            self.beside.hide()
            self._facts.setText(_lines_of(person, ()))
        self._name_button()
        self._make_room()
        self.setAccessibleName(person.full_name)

    def person(self) -> Person | None:
        """Who is shown."""
        return self._person

    def open_company(self) -> None:
        """As a click on the button, where there is company."""
        if self.company.isVisible():
            self.company.click()

    def show_card(self, card: Card) -> None:
        """Add what only the ledger knows: the answers and who booked."""
        if self._person and card.person.id == self._person.id:
            self._card = card
            count = len(card.company)
            others = trn(count, "{count} other in this order", "{count} others in this order")
            self.company.setText(others if count else tr("Same organisation…"))
            self.company.setVisible(bool(count or card.person.organisation))
            self.tasks.show_tasks(card.tasks)
            self._make_room()
            self.beside.show_card(card)
            self.beside.show()
            buyer = card.registration.buyer_name
            more = [(tr("Booked by"), buyer)] if buyer != card.person.full_name else []
            said = [it for it in card.registration.answers if not is_sensitive(it[0])]
            self._facts.setText(_lines_of(card.person, (*more, *said)))

    def resizeEvent(self, event: object) -> None:
        """A small window gets a smaller name, so that the rest stays in view."""
        theme.set_look(self._name, "look", "name" if self.height() > _SMALL else "title")
        self._make_room()
        super().resizeEvent(event)  # type: ignore[arg-type]

    def _make_room(self) -> None:
        """Where it is small, what is to be done stands before what the list says as well."""
        busy = self.height() <= _SMALL and bool(self.tasks.count())
        for label in (self._job, self._organisation):
            label.setVisible(bool(label.text()) and not busy)
        self.check_in.setVisible(self.check_in.isEnabled() or not busy)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self._category)
        chips.addWidget(self._state)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(chips)
        column.addWidget(
            scrolling(
                self._name,
                self._job,
                self._organisation,
                self._note,
                self.tasks,
                self._facts,
                self.beside,
                spacing=4,
            ),
            1,
        )
        column.addWidget(self.company)
        column.addWidget(self.check_in)
        column.addLayout(self._small_buttons())

    def _small_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.badge, 1)
        row.addWidget(self.edit, 1)
        return row

    def _show_chips(self, person: Person, time: str) -> None:
        state = state_of(person)
        tone, icon = look_of(state)
        self._state.set_state(word_of(state, time), tone, icon)
        self._category.set_state(person.ticket_type, "quiet", "tag")
        self._category.setVisible(bool(person.ticket_type))

    def _name_button(self) -> None:
        in_already = bool(self._person and self._person.inside)
        prints = self._prints and not (self._person and self._person.copies)
        text = tr("Check in and print badge") if prints else tr("Check in")
        self.check_in.setText(tr("Already in") if in_already else text)
        self.check_in.setEnabled(not in_already)
        if self._going_out:
            self.check_in.setText(tr("Goes out") if in_already else tr("Not inside"))
            self.check_in.setEnabled(in_already)
        copies = self._person.copies if self._person else 0
        again = trn(
            copies, "Print badge again ({count} copy)", "Print badge again ({count} copies)"
        )
        self.badge.setText(again if copies else tr("Print badge"))

    def _want_check_in(self) -> None:
        self._emit(self.check_in_wanted)

    def _want_badge(self) -> None:
        self._emit(self.badge_wanted)

    def _want_company(self) -> None:
        if self._card and self._person and self._card.person.id == self._person.id:
            self.company_wanted.emit(self._card)

    def _want_edit(self) -> None:
        self._emit(self.edit_wanted)

    def _emit(self, signal: object) -> None:
        if self._person:
            signal.emit(self._person.id)  # type: ignore[attr-defined]  # a bound Signal


class _Note(QFrame):
    """The attention note, where there is one."""

    def __init__(self) -> None:
        super().__init__()
        from desk_app.views.icon_label import IconLabel

        self.setProperty("ground", "mind")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "mind")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel("triangle-alert", "mind", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_text(self, text: str) -> None:
        self._words.setText(text)
        self.setVisible(bool(text))


def _big_name(person: Person) -> str:
    if person.given_name and person.family_name:
        return f"{person.given_name} {person.family_name.upper()}"
    return person.full_name or joined(person.given_name, person.family_name)


def _lines_of(person: Person, answers: tuple[tuple[str, str], ...]) -> str:
    numbers = _said_of((tr("Order"), person.order_id), (tr("Ticket"), person.external_id))
    contacts = _said_of(
        (tr("E-mail"), role.contact(person.email)), (tr("Phone"), role.contact(person.phone))
    )
    more = _said_of(*((question, role.contact(answer)) for question, answer in answers))
    return "\n".join(line for line in (*contacts, " · ".join(numbers), *more) if line)


def _said_of(*facts: tuple[str, str]) -> list[str]:
    return [said(what, value) for what, value in facts if value]
