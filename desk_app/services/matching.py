"""Who is new in an export, or back again, and may be somebody this desk knows."""

from collections.abc import Iterator, Sequence

from desk_app.domain.registration import Registration
from desk_app.services import absentees, questions
from desk_app.services.plan import Change, Missing
from desk_app.services.questions import WAYS, Kind, Namesakes, Question
from desk_app.store.session import Session

_MOST_PAIRS = 200_000  # of names compared letter by letter: a fraction of a second


def matches(
    session: Session,
    event: int,
    arriving: tuple[Sequence[Change], Sequence[Change]],
    gone: Sequence[Missing],
    replaced: Sequence[Question],
) -> Iterator[Question]:
    """Who is new, or back again, may be somebody this desk knows. Nobody is asked about twice."""
    walked = absentees.people(session, "event = ? AND listed AND walk_in", (event,))
    gone = [*gone, *_by_ids(session, [it.attendee for it in replaced])]
    people = {it.attendee: it for it in (*walked, *gone)}
    if not people:
        return
    both = [
        (kind, Namesakes((it.attendee, it.name, it.email) for it in some))
        for kind, some in ((Kind.WALK_IN, walked), (Kind.NEW_NUMBER, gone))
    ]
    new, back = arriving
    left = [*((it, both) for it in new), *((it, both[:1]) for it in back)]
    for way in WAYS:
        if way == "like" and len(left) * len(people) > _MOST_PAIRS:
            return
        unmatched = []
        for change, among in left:
            found = _first(among, change.registration, way)
            if found is None:
                unmatched.append((change, among))
            else:
                kind, identity = found
                sure = way == "both" and kind == Kind.NEW_NUMBER
                yield _same(kind, people[identity], change, take=sure)
        left = unmatched


def _first(
    both: Sequence[tuple[Kind, Namesakes]], it: Registration, way: str
) -> tuple[Kind, int] | None:
    for kind, namesakes in both:
        found = namesakes.of(it, way)
        if found is not None:
            return kind, found
    return None


def _by_ids(session: Session, ids: Sequence[int]) -> list[Missing]:
    return [it for identity in ids for it in absentees.people(session, "id = ?", (identity,))]


def _same(kind: Kind, here: Missing, there: Change, *, take: bool) -> Question:
    it = there.registration
    lines = (
        questions.Line("full_name", here.name, it.full_name),
        questions.Line("email", here.email, it.email),
    )
    return Question(
        kind, here.attendee, here.name, take, lines, here.arrived_at, other=there.attendee
    )
