"""The index made anew once other questions are sensitive than when it was made."""

from desk_app.store import ledger, projection
from desk_app.store.sensitivity import edition
from desk_app.store.session import MANY, Session


def renew(session: Session) -> int:
    """Index whoever answered anything anew, if the rules are others now; how many people."""
    if session.run("PRAGMA user_version").scalar_one() == edition():
        return 0
    count = sum(_renew(session, it.id) for it in session.run("SELECT id FROM event").all())
    session.run(f"PRAGMA user_version = {edition()}")
    return count


def _renew(session: Session, event: int) -> int:
    rows = session.run(
        "SELECT DISTINCT attendee FROM fact WHERE event = ? AND attendee IS NOT NULL"
        """ AND (kind = 'answered' OR body LIKE '%"answers"%')""",
        (event,),
    )
    ids = [row.attendee for row in rows]
    wide = ledger.of_everybody(session, event)
    for start in range(0, len(ids), MANY):
        some = ids[start : start + MANY]
        projection.refresh(session, ledger.facts_of(session, some), wide, frozenset(some))
    return len(ids)
