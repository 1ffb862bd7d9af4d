"""The columns in which lists show people; one look on every screen."""

from collections.abc import Callable

from desk_app.controllers.roster import Person, listed_name
from desk_app.tables.row_model import Column
from desk_app.views.person_words import field_word
from desk_app.views.states import look_of, state_of, word_of
from desk_app.words import tr

BY = (
    "name",
    "organisation",
    "category",
    "state",
    "arrived",
    "copies",
    "email",
    "job_title",
    "phone",
    "note",
    "order",
    "number",
    "first_arrived",
    "desk",
)
USUAL = BY[:7]


def people_columns(
    time: Callable[[int], str], desk: Callable[[str], str] = str
) -> tuple[Column[Person], ...]:
    """In the order of `BY`, the words by which a list is put in order; `time` is local."""

    def shown(at: int | None) -> str:
        return time(at) if at is not None else ""

    return (
        Column(tr("Name"), listed_name, width=260),
        Column(tr("Organisation"), lambda it: it.organisation, width=190, field="organisation"),
        Column(tr("Category"), lambda it: it.ticket_type, width=120, field="ticket_type"),
        Column(
            tr("State"),
            lambda it: word_of(state_of(it)),
            tone=lambda it: look_of(state_of(it))[0],
            icon=lambda it: look_of(state_of(it))[1],
            width=132,
        ),
        Column(tr("Arrived"), lambda it: shown(it.here_at), align="right", width=92),
        Column(tr("Badges"), lambda it: str(it.copies or ""), align="right", width=88),
        Column(tr("E-mail"), lambda it: it.email, width=200, field="email"),
        Column(field_word("job_title"), lambda it: it.job_title, width=160, field="job_title"),
        Column(field_word("phone"), lambda it: it.phone, width=140, field="phone"),
        Column(field_word("note"), lambda it: it.note, width=200, field="note"),
        Column(tr("Order"), lambda it: it.order_id, width=110),
        Column(tr("Registration number"), lambda it: it.external_id, width=160),
        Column(tr("First arrival"), lambda it: shown(it.arrived_at), align="right", width=112),
        Column(tr("Desk"), lambda it: desk(it.here_desk), width=130),
    )
