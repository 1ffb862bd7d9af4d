"""People of this desk as their facts add up, a few thousand at a time."""

from collections.abc import Iterator, Sequence

from desk_app.domain.attendee import fold
from desk_app.services.questions import Known
from desk_app.store import ledger
from desk_app.store.session import Session

_AT_ONCE = 2000  # people whose facts are added up together


def folded(session: Session, event: int, ids: Sequence[int]) -> Iterator[tuple[int, Known]]:
    """Each of the people with their id, in the order asked for."""
    wide = ledger.of_everybody(session, event)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        facts = ledger.facts_of(session, some)
        for identity in some:
            folded = fold([*facts[identity], *wide])
            assert folded is not None
            yield identity, Known(folded, tuple(facts[identity]))
