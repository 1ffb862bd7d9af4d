"""People as the list of the check-in screen shows them."""

from collections.abc import Callable

from desk_app import role
from desk_app.controllers.checkin import Found, Person
from desk_app.domain.names import listed
from desk_app.views.person_model import PersonRow
from desk_app.views.person_words import said
from desk_app.views.states import look_of, state_of, word_of


def row_of(found: Found, time: Callable[[int | None], str]) -> PersonRow:
    """One line of the list; `time` writes a moment on the event's clock."""
    it = found.person
    state = state_of(it)
    tone, icon = look_of(state)
    known = (role.contact(_said(found)), it.organisation, role.contact(it.email))
    detail = " · ".join(filter(None, known))
    word = word_of(state, time(it.here_at))
    return PersonRow(it.id, found.name, found.marks, detail, it.ticket_type, word, tone, icon)


def _said(it: Found) -> str:
    """What was answered, where that is why somebody was found."""
    return said(*it.answer) if it.answer else ""


def whole(person: Person) -> Found:
    """A person as the list shows them when nothing was typed."""
    return Found(person, listed(person.given_name, person.family_name, person.full_name), ())
