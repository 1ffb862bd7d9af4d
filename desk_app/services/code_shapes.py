"""What the codes of an event look like, learnt from some of its people."""

from desk_app.domain.code_shape import CodeShapes, shapes_of
from desk_app.store.session import Session

ENOUGH = 1000  # people: with their codes they say what all look like
_IDS = 2**63


def learn(session: Session, event: int) -> CodeShapes:
    """The shapes of the codes of up to a thousand people, whoever they are.

    Ids are made by chance, so the lowest are a sample of everybody.
    """
    known = session.run(
        "SELECT count(*) FROM attendee INDEXED BY attendee_by_status"
        " WHERE event = ? AND listed = 1",
        (event,),
    ).scalar_one()
    below = _IDS * min(ENOUGH / max(known, 1), 1)
    codes = session.run(
        "SELECT code FROM ticket_code WHERE event = ? AND attendee < ?",
        (event, min(int(below), _IDS - 1)),
    )
    return shapes_of(row[0] for row in codes)
