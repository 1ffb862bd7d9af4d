"""What an export would change, before anything is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from desk_app.domain.attendee import fold
from desk_app.domain.errors import DeskError
from desk_app.domain.event import stable_id
from desk_app.domain.facts import (
    Annulled,
    Body,
    Erased,
    FactId,
    ImportFinished,
    ImportStarted,
    Registered,
)
from desk_app.domain.registration import (
    Registration,
    Status,
    are_homonyms,
    attendee_id,
    fingerprint,
    homonym_id,
)
from desk_app.domain.sentence import Sentence
from desk_app.services import past_imports, questions, suspicions
from desk_app.services.questions import WAYS, Asked, Kind, Known, Namesakes, Question
from desk_app.store import ledger
from desk_app.store.session import Session

if TYPE_CHECKING:
    from desk_app.intake.reading import Reading  # its word lists are not needed to open the desk

_AT_ONCE = 2000  # people whose facts are added up together
COMPARED = (
    "external_id",
    "scan_code",
    "given_name",
    "family_name",
    "full_name",
    "email",
    "organisation",
    "job_title",
    "ticket_type",
    "status",
    "phone",
    "order_id",
    "buyer_name",
    "buyer_email",
    "registered_at",
    "note",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one person: as this desk knows it from the last export, and as it is now."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One person whom the export changes. Empty `differences`: only answers to new questions.

    `known` is what a question about the person is answered by; None where there is none.
    """

    attendee: int
    registration: Registration
    differences: tuple[Difference, ...]
    known: Known | None = None

    @property
    def cancels(self) -> bool:
        """Whether the person is cancelled now and was not before."""
        return any(it.field == "status" and it.new == Status.CANCELLED for it in self.differences)

    @property
    def brings_back(self) -> bool:
        """Whether the person was cancelled, and is no longer."""
        return any(it.field == "status" and it.old == Status.CANCELLED for it in self.differences)


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody from an earlier export who is not in this one; `arrived_at` is in ms UTC.

    `decided`: the desk has said itself what their status is.
    """

    attendee: int
    name: str
    email: str = ""
    arrived_at: int | None = None
    decided: bool = False

    @property
    def arrived(self) -> bool:
        return self.arrived_at is not None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; nothing is written yet.

    `cancels_missing` is what the platform's profile says of people who are missing: cancelled, as
    long as nothing about the file is suspicious, and nobody kept them the last time. Those who have
    come are a question each. `keeps_missing`: not cancelling them is a decision to be remembered.
    `suspicions` say why nobody should accept it without looking; they are among the warnings.
    """

    event: int
    reading: "Reading"
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    cancelled: tuple[Change, ...]
    enriched: tuple[Change, ...]
    missing: tuple[Missing, ...]
    unchanged: int
    warnings: tuple[Sentence, ...]
    questions: tuple[Question, ...] = ()
    cancels_missing: bool = False
    keeps_missing: bool = False
    suspicions: tuple[Sentence, ...] = ()
    mark: FactId | None = None  # see `mark`
    confirmed: tuple[int, ...] = ()  # fingerprints of whoever is in it just as known here

    @property
    def suspicious(self) -> bool:
        return bool(self.suspicions)

    @property
    def writes(self) -> int:
        """How many people are new or changed in any way."""
        return len(self.new) + len(self.changed) + len(self.cancelled) + len(self.enriched)

    @property
    def most(self) -> int:
        """How many people an import can write, whatever the answers."""
        return self.writes + len(self.missing)

    @property
    def decided(self) -> frozenset[int]:
        """Whom the export may have cancelled though they have come: somebody was asked, or will be.

        Who was cancelled in the export before, and came, was decided on then.
        """
        asked = (Kind.CANCELLED, Kind.GONE, Kind.SOMEBODY_ELSE)
        before = (
            it.attendee
            for it in (*self.changed, *self.enriched)
            if it.known and it.known.attendee.exported.status == Status.CANCELLED
        )
        return frozenset((*before, *(it.attendee for it in self.questions if it.kind in asked)))

    @property
    def absent(self) -> int:
        """How many are missing who have not come."""
        return sum(not it.arrived for it in self.missing)

    @property
    def back(self) -> tuple[Change, ...]:
        """Whoever was cancelled and stands in the export again; they are among `changed` too."""
        return tuple(change for change in self.changed if change.brings_back)

    @property
    def defaults(self) -> "Answers":
        """The careful answers: what the desk knows is kept."""
        return Answers(
            frozenset(place for place, it in enumerate(self.questions) if it.take),
            self.cancels_missing,
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody chose: questions, by their place in the plan, in which the export is right.

    `cancel_missing`: whoever is missing and has not come is cancelled.
    """

    taken: frozenset[int] = frozenset()
    cancel_missing: bool = False


NOTHING_ASKED: Mapping[Asked, bool] = {}


class Step(NamedTuple):
    """Everything an import writes of one person; facts are made when their turn comes."""

    attendee: int
    registration: Registration
    known: Known | None = None
    answers: Mapping[Asked, bool] = NOTHING_ASKED
    matched: bool = False

    def facts(self, source: FactId) -> list[Body]:
        """What is recorded of the person; nothing when the desk's person is kept."""
        if self.known is not None:
            return questions.answered(self.known, self.registration, self.answers, source)
        return [Registered(self.registration, source, self.matched)]


def plan(session: Session, event: int, reading: "Reading") -> Plan:
    """Compare an export with what this desk knows. Reads only.

    Whoever was erased stays so. DeskError where everybody was.
    """
    forgotten = ledger.erasures(session, event)
    if forgotten.whole:
        raise DeskError(
            "This event was anonymised: an import would bring the names back. Choose another event."
        )
    ledger.finish_sweep(session, event)
    known = _known(session, event)
    owns = [attendee_id(event, it) for it in reading.registrations]
    whose = _Whose(known, _aliases(session, event), owns)
    new: list[Change] = []
    touched: list[tuple[int, Registration]] = []
    confirmed: list[int] = []
    erased = 0
    present: set[int] = set()
    for own, registration in zip(owns, reading.registrations, strict=True):
        attendee = whose.row(own)
        present.add(attendee)
        if attendee in forgotten.people or own in forgotten.people:
            erased += 1
            continue
        kept = forgotten.kept_of(registration) if forgotten else registration
        print_before = known.get(attendee)
        if print_before is None:
            new.append(Change(attendee, kept, ()))
        elif print_before == fingerprint(kept):
            confirmed.append(print_before)
        else:
            touched.append((attendee, kept))
    same = _told_apart_now(session, event, new, known.keys() - present)
    touched += [(same[it.attendee], it.registration) for it in new if it.attendee in same]
    new = [it for it in new if it.attendee not in same]
    present.update(same.values())
    changes = list(_compared(session, event, touched))
    missing = _missing(session, event, known.keys() - present - forgotten.people)
    asked = [it for change in changes if change.known for it in _asked(change.known, change)]
    replaced = [it for it in asked if it.kind == Kind.SOMEBODY_ELSE]
    seen = suspicions.of(
        session,
        event,
        reading,
        suspicions.Overlap(
            expected=_expected(session, event),
            missing=len(missing),
            present=len(known.keys() & present),
            replaced=len(replaced),
        ),
        bool(new or touched),
    )
    if seen.grave:
        asked = [replace(it, take=it.take and it.kind != Kind.SOMEBODY_ELSE) for it in asked]
    gone = [*missing, *_struck_before(session, event, known.keys() - present)]
    back = [it for it in changes if it.brings_back]
    asked += [*_gone(missing), *_matches(session, event, (new, back), gone, replaced)]
    deletes = reading.missing_means == "cancelled"
    kept_before = past_imports.kept_last(session, event)
    return Plan(
        event=event,
        reading=reading,
        new=tuple(new),
        changed=tuple(it for it in changes if it.differences and not it.cancels),
        cancelled=tuple(it for it in changes if it.differences and it.cancels),
        enriched=tuple(it for it in changes if not it.differences),
        missing=missing,
        unchanged=len(confirmed) + erased + sum(not it.differences for it in changes),
        warnings=(*seen.sentences, *reading.warnings),
        questions=tuple(asked),
        cancels_missing=deletes and not seen.grave and not kept_before,
        keeps_missing=deletes and (kept_before or not seen.grave),
        suspicions=seen.grave,
        mark=mark(session, event),
        confirmed=tuple(confirmed),
    )


def mark(session: Session, event: int) -> FactId | None:
    """The latest thing that happened to the list as a whole: a plan is good as long as it is."""
    facts = ledger.about_event(session, event, ImportStarted, ImportFinished, Annulled, Erased)
    return facts[-1].id if facts else None


def identities(session: Session, event: int, people: Iterable[Registration]) -> list[int]:
    """Whose rows these are on this desk, whether it knows them or not."""
    owns = [attendee_id(event, it) for it in people]
    whose = _Whose(_known(session, event), _aliases(session, event), owns)
    return [whose.row(own) for own in owns]


def again(identity: int) -> int:
    """The id of whoever has a number that stands for somebody else here; the same on any desk."""
    return stable_id("again", str(identity))


class _Whose:
    """Whose row is whose: no two numbers of one export ever stand for one person of this desk."""

    def __init__(
        self, known: Mapping[int, int], aliases: Mapping[int, int], owns: Sequence[int]
    ) -> None:
        self._known = known
        self._aliases = aliases
        self._taken = {aliases[own] for own in owns if own in aliases} if aliases else set()

    def row(self, own: int) -> int:
        """The person of this desk, known or not, by the id that the export's number gives."""
        if not self._aliases:
            return own
        if own in self._aliases:
            return self._aliases[own]
        other = again(own)
        return other if own in self._taken or other in self._known else own


def _expected(session: Session, event: int) -> int:
    """How many people an export should hold: known by exports, and not cancelled."""
    return int(
        session.run(
            "SELECT count(*) FROM attendee WHERE event = ? AND listed AND NOT walk_in"
            " AND status <> 'cancelled'",
            (event,),
        ).scalar_one()
    )


def steps(it: Plan, answers: Answers) -> list[Step]:
    """What is to be written of people in the export, by attendee so that the tables grow in order.

    A hundred milliseconds for 100,000 people; needs no look at the ledger.
    """
    chosen, same = _sorted_out(it, answers)
    written = [
        Step(same.get(new.attendee, new.attendee), new.registration, matched=new.attendee in same)
        for new in it.new
    ]
    for one in (*it.changed, *it.cancelled, *it.enriched):
        if one.attendee in same:
            written += _moved(one, same[one.attendee])
            continue
        asked = chosen.get(one.attendee, NOTHING_ASKED)
        if asked.get((Kind.SOMEBODY_ELSE, ""), True):
            written.append(Step(one.attendee, one.registration, one.known, asked))
        else:
            written.append(Step(again(one.attendee), one.registration, matched=True))
    return sorted(written, key=lambda step: step.attendee)


def _moved(back: Change, to: int) -> tuple[Step, Step]:
    """Somebody back again who was registered at the desk meanwhile; the ticket opens one door."""
    it = back.registration
    left = replace(it, status=Status.CANCELLED, scan_code="", codes=())
    return Step(to, it, matched=True), Step(back.attendee, left)


def vanished(session: Session, it: Plan, answers: Answers) -> list[Step]:
    """People who are missing in the export: cancelled, or kept because somebody said so.

    Reads only.
    """
    cancelled = (
        Step(
            identity,
            replace(known.attendee.exported, status=Status.CANCELLED),
            known,
            {(Kind.CANCELLED, ""): True},
        )
        for identity, known in _folded(session, it.event, struck(it, answers))
    )
    stay = (
        Step(identity, known.attendee.exported, known, {(Kind.GONE, ""): False})
        for identity, known in _folded(session, it.event, kept(it, answers))
    )
    return [*cancelled, *stay]


def kept(it: Plan, answers: Answers) -> list[int]:
    """Who came, is missing, and stays: it is remembered that somebody was asked."""
    return [
        asked.attendee
        for place, asked in enumerate(it.questions)
        if asked.kind == Kind.GONE and place not in answers.taken
    ]


def struck(it: Plan, answers: Answers) -> list[int]:
    """Who is to be cancelled because they are missing."""
    chosen, same = _sorted_out(it, answers)
    matched = set(same.values())
    return [
        one.attendee
        for one in it.missing
        if one.attendee not in matched
        and _is_struck_off(one, chosen.get(one.attendee, NOTHING_ASKED), answers)
    ]


def _sorted_out(
    it: Plan, answers: Answers
) -> tuple[Mapping[int, Mapping[Asked, bool]], Mapping[int, int]]:
    """The answers by person; and who of the export is whom of this desk."""
    chosen: dict[int, dict[Asked, bool]] = {}
    same: dict[int, int] = {}
    for place, asked in enumerate(it.questions):
        take = place in answers.taken
        if asked.other is None:
            chosen.setdefault(asked.attendee, {})[asked.asked] = take
        elif take:
            same[asked.other] = asked.attendee
    return chosen, same


def _is_struck_off(it: Missing, chosen: Mapping[Asked, bool], answers: Answers) -> bool:
    """Who has come is asked about; all the others are answered at once."""
    return chosen.get((Kind.GONE, ""), answers.cancel_missing and not it.arrived)


def _asked(known: Known, change: Change) -> Iterator[Question]:
    return questions.of_change(known, change.registration)


def _known(session: Session, event: int) -> dict[int, int]:
    """Everybody an export brought: id to the fingerprint of the registration."""
    rows = session.run(
        "SELECT id, fingerprint FROM attendee WHERE event = ? AND listed AND NOT walk_in", (event,)
    )
    return {row[0]: row[1] for row in rows}


def _aliases(session: Session, event: int) -> dict[int, int]:
    """Whose id is not the one that the export's number gives, since somebody matched them."""
    rows = session.run("SELECT id FROM attendee WHERE event = ? AND matched", (event,)).all()
    return {
        attendee_id(event, known.attendee.exported): identity
        for identity, known in _folded(session, event, [row.id for row in rows])
    }


def _told_apart_now(
    session: Session, event: int, new: Sequence[Change], absent: Set[int]
) -> dict[int, int]:
    """Newcomers who have a number only since a namesake stands beside them: who they were alone."""
    nameless = (it for it in new if absent and not it.registration.email)
    alone = {
        it.attendee: attendee_id(event, replace(it.registration, external_id=""))
        for it in nameless
        if it.registration.external_id == homonym_id(it.registration)
    }
    wanted = sorted({*alone.values()} & absent)
    known = {identity: known.attendee for identity, known in _folded(session, event, wanted)}
    found: dict[int, int] = {}
    for it in new:
        before = known.get(alone.get(it.attendee, 0))
        if before and not are_homonyms(before.exported, it.registration):
            found[it.attendee] = known.pop(before.id).id
    return found


def _folded(session: Session, event: int, ids: Sequence[int]) -> Iterator[tuple[int, Known]]:
    wide = ledger.of_everybody(session, event)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        facts = ledger.facts_of(session, some)
        for identity in some:
            folded = fold([*facts[identity], *wide])
            assert folded is not None
            yield identity, Known(folded, tuple(facts[identity]))


def _compared(
    session: Session, event: int, touched: list[tuple[int, Registration]]
) -> Iterator[Change]:
    known = _folded(session, event, [attendee for attendee, _ in touched])
    for (attendee, registration), (_, before) in zip(touched, known, strict=True):
        told = tuple(_differences(before.attendee.exported, registration))
        special = (
            before.attendee.matched
            or attendee_id(event, registration) != attendee
            or before.attendee.exported.status == Status.CANCELLED
            or any(questions.of_change(before, registration))
        )
        yield Change(attendee, registration, told, before if special else None)


def _differences(old: Registration, new: Registration) -> Iterator[Difference]:
    for name in COMPARED:
        before, after = str(getattr(old, name)), str(getattr(new, name))
        if before != after:
            yield Difference(name, before, after)
    answers = dict(new.answers)
    for heading, value in old.answers:
        if answers.get(heading, "") != value:
            yield Difference(heading, value, answers.get(heading, ""))


def _missing(session: Session, event: int, ids: Set[int]) -> tuple[Missing, ...]:
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


def _struck_before(session: Session, event: int, absent: Set[int]) -> list[Missing]:
    """Who is cancelled and not in the export: they may come back under another number."""
    if not absent:
        return []
    cancelled = "event = ? AND listed AND status = 'cancelled' AND NOT walk_in"
    return [it for it in _people(session, cancelled, (event,)) if it.attendee in absent]


def _gone(missing: Iterable[Missing]) -> Iterator[Question]:
    """Whoever has come is never cancelled unseen, and asked about once."""
    for it in missing:
        if it.arrived and not it.decided:
            yield Question(Kind.GONE, it.attendee, it.name, False, (), it.arrived_at)


def _matches(
    session: Session,
    event: int,
    arriving: tuple[Sequence[Change], Sequence[Change]],
    gone: Sequence[Missing],
    replaced: Sequence[Question],
) -> Iterator[Question]:
    """Who is new, or back again, may be somebody this desk knows. Nobody is asked about twice."""
    walked = _people(session, "event = ? AND listed AND walk_in", (event,))
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
    return [it for identity in ids for it in _people(session, "id = ?", (identity,))]


def _people(session: Session, where: str, values: tuple[int, ...]) -> list[Missing]:
    rows = session.run(
        f"SELECT id, full_name, email, arrived_at FROM attendee WHERE {where}", values
    )
    return [Missing(*row) for row in rows]


def _same(kind: Kind, here: Missing, there: Change, *, take: bool) -> Question:
    it = there.registration
    lines = (
        questions.Line("full_name", here.name, it.full_name),
        questions.Line("email", here.email, it.email),
    )
    return Question(
        kind, here.attendee, here.name, take, lines, here.arrived_at, other=there.attendee
    )
