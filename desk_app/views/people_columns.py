"""The columns in which lists show people; one look on every screen."""

from collections.abc import Callable

from desk_app.controllers.roster import Person, listed_name
from desk_app.tables.row_model import Column
from desk_app.views.states import look_of, state_of, word_of
from desk_app.words import tr

BY = ("name", "organisation", "category", "state", "arrived", "copies", "email")


def people_columns(time: Callable[[int], str]) -> tuple[Column[Person], ...]:
    """In the order of `BY`, the words by which a list is put in order; `time` is local."""
    return (
        Column(tr("Name"), listed_name, width=260),
        Column(tr("Organisation"), lambda it: it.organisation, width=190),
        Column(tr("Category"), lambda it: it.ticket_type, width=120),
        Column(
            tr("State"),
            lambda it: word_of(state_of(it)),
            tone=lambda it: look_of(state_of(it))[0],
            icon=lambda it: look_of(state_of(it))[1],
            width=132,
        ),
        Column(
            tr("Arrived"),
            lambda it: time(it.here_at) if it.here_at is not None else "",
            align="right",
            width=92,
        ),
        Column(tr("Badges"), lambda it: str(it.copies or ""), align="right", width=88),
        Column(tr("E-mail"), lambda it: it.email, width=200),
    )
