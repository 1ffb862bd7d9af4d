"""Who is known from an earlier export and does not stand in this one."""

from collections.abc import Iterable, Iterator, Set

from desk_app.services.plan import Missing
from desk_app.services.questions import Kind, Question
from desk_app.store.session import Session


def missing(session: Session, event: int, ids: Set[int]) -> tuple[Missing, ...]:
    """Those of the ids who are not cancelled already, by family name."""
    rows = session.run(
        "SELECT id, full_name, email, arrived_at, ' ' || amended || ' ' LIKE '% status %'"
        " FROM roster_line CROSS JOIN attendee"
        " ON id = roster_line.attendee WHERE roster_line.event = ? AND status <> 'cancelled'"
        " ORDER BY roster_line.family_key",
        (event,),
    )
    return tuple(
        Missing(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows if row.id in ids
    )


def struck_before(session: Session, event: int, absent: Set[int]) -> list[Missing]:
    """Who is cancelled and not in the export: they may come back under another number."""
    if not absent:
        return []
    cancelled = "event = ? AND listed AND status = 'cancelled' AND NOT walk_in"
    return [it for it in people(session, cancelled, (event,)) if it.attendee in absent]


def asked_about(absent: Iterable[Missing]) -> Iterator[Question]:
    """Whoever has come is never cancelled unseen, and asked about once."""
    for it in absent:
        if it.arrived and not it.decided:
            yield Question(Kind.GONE, it.attendee, it.name, False, (), it.arrived_at)


def people(session: Session, where: str, values: tuple[int, ...]) -> list[Missing]:
    """Whoever a condition on `attendee` names, whether they are missing or not."""
    rows = session.run(
        f"SELECT id, full_name, email, arrived_at FROM attendee WHERE {where}", values
    )
    return [Missing(*row) for row in rows]
