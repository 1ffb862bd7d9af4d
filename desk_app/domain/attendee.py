"""What the facts about one person add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from desk_app.domain.facts import (
    Accompanied,
    Admitted,
    Amended,
    Annulled,
    Answered,
    BadgePrinted,
    Departed,
    Fact,
    FactId,
    HandedOut,
    HelpGiven,
    HelpWanted,
    ImportConfirmed,
    Registered,
    WalkedIn,
)
from desk_app.domain.names import joined
from desk_app.domain.registration import Registration, Status, fingerprint

AMENDABLE = (
    "given_name",
    "family_name",
    "full_name",
    "email",
    "organisation",
    "job_title",
    "ticket_type",
    "phone",
    "note",
    "status",
)


@dataclass(frozen=True, slots=True)
class Presence:
    """One person at one checkpoint. Times are ms UTC; `desk` is where the first entry was.

    `companions` came along without a name of their own.
    """

    checkpoint: str
    first_at: int
    desk: str
    last_at: int
    inside: bool
    entries: int
    companions: int = 0


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person as of now: the export, what the desk corrected, and what happened here.

    `registration` has the desk's corrections applied, `exported` is as the latest import gave it.
    `vouched` is false once no registration or walk-in stands any more (all were undone).
    `listed` is false when they never came either: such a row stays in the ledger and leaves
    every list. `matched`: the export knows the person under a number that is not this `id`'s.
    `status_reason` is why the desk gave them the status that they have. `handed` is what they were
    given, `help` what the help desk should know as long as it has not helped. `voided` counts the
    codes of the desk's own that they had before the one they have.
    """

    id: int
    event: int
    registration: Registration
    exported: Registration
    walk_in: bool
    listed: bool
    amended: tuple[str, ...] = ()
    presences: tuple[Presence, ...] = ()
    copies: int = 0
    vouched: bool = True
    matched: bool = False
    status_reason: str = ""
    voided: int = 0
    handed: tuple[str, ...] = ()
    help: str = ""

    @property
    def arrived_at(self) -> int | None:
        """When the person first came in at any checkpoint, in ms UTC."""
        if not self.presences:
            return None
        return min(presence.first_at for presence in self.presences)


_PARTS = frozenset(("given_name", "family_name"))
_IN_ORDER = attrgetter("clock", "desk", "number")


def fold(facts: Iterable[Fact]) -> Attendee | None:
    """Add up one person's facts, given in any order and with any repeats.

    Besides the person's own facts, pass those that bear on everybody of the event: annulments that
    name no person, as they may take back a whole import, and what imports confirmed. None when no
    registration and no walk-in was ever among the facts.
    """
    facts = list(facts)
    if len(facts) == 1 and isinstance(facts[0].body, Registered | WalkedIn):
        # Nearly everybody, the day before.
        return newcomer(facts[0].attendee or 0, facts[0].event, facts[0].body)
    ordered = sorted({fact.id: fact for fact in facts}.values(), key=_IN_ORDER)
    void = annulled(ordered)
    known = [fact for fact in ordered if isinstance(fact.body, Registered | WalkedIn)]
    if not known:
        return None
    confirmed = [
        fact
        for fact in ordered
        if isinstance(fact.body, ImportConfirmed) and not void & {fact.id, fact.body.source}
    ]
    live = [fact for fact in known if _counts(fact, void, confirmed)]
    happened = [fact for fact in ordered if fact.id not in void]
    presences = _presences(happened)
    latest = (live or known)[-1]
    base = _registration(latest)
    current, amended = _amend(base, happened)
    current = _answer(current, happened)
    return Attendee(
        id=latest.attendee or 0,
        event=latest.event,
        registration=current,
        exported=base,
        walk_in=not any(isinstance(fact.body, Registered) for fact in live or known),
        listed=bool(live or presences),
        amended=amended,
        presences=presences,
        copies=sum(isinstance(fact.body, BadgePrinted) for fact in happened),
        vouched=bool(live),
        matched=isinstance(latest.body, Registered) and latest.body.matched,
        status_reason=_status_reason(happened),
        voided=sum(isinstance(it.body, BadgePrinted) and it.body.voids for it in happened),
        handed=tuple(it.body.what for it in happened if isinstance(it.body, HandedOut)),
        help=_help(happened),
    )


def confirmed_alone(facts: Iterable[Fact]) -> tuple[Registered, FactId] | None:
    """The registration that holds, and a later import, where only that one's word lets it stand.

    Given the same facts as `fold`.
    """
    ordered = sorted({fact.id: fact for fact in facts}.values(), key=_IN_ORDER)
    void = annulled(ordered)
    confirmed = [
        fact
        for fact in ordered
        if isinstance(fact.body, ImportConfirmed) and not void & {fact.id, fact.body.source}
    ]
    live = [
        fact
        for fact in ordered
        if isinstance(fact.body, Registered | WalkedIn) and _counts(fact, void, confirmed)
    ]
    if not live or not isinstance(live[-1].body, Registered) or live[-1].body.source not in void:
        return None
    last = confirmed[-1].body
    assert isinstance(last, ImportConfirmed)
    return live[-1].body, last.source


def newcomer(identity: int, event: int, body: Registered | WalkedIn) -> Attendee:
    """Somebody of whom one fact is known: that they are registered, or walked in."""
    it = body.registration
    walk_in = isinstance(body, WalkedIn)
    matched = isinstance(body, Registered) and body.matched
    return Attendee(identity, event, it, it, walk_in, listed=True, matched=matched)


def annulled(facts: Iterable[Fact]) -> frozenset[FactId]:
    """The ids that live annulments name; an annulment may itself have been annulled.

    With them the decisions about an import that was taken back.
    """
    facts = list(facts)
    takers: _Takers = {}
    for fact in facts:
        if isinstance(fact.body, Annulled):
            takers.setdefault(fact.body.target, []).append((fact.id, fact.body.source))
    void = {target for target in takers if _is_void(target, takers, frozenset())}
    return frozenset(
        void | {it.id for it in facts if isinstance(it.body, Amended) and it.body.source in void}
    )


_Takers = dict[FactId, list[tuple[FactId, FactId | None]]]


def _is_void(target: FactId, takers: _Takers, path: frozenset[FactId]) -> bool:
    """A fact is void when one annulment of it stands. Hostile cycles count as standing."""
    beyond = path | {target}
    return any(
        taker in path
        or not (_is_void(taker, takers, beyond) or _is_taken_back(source, takers, beyond))
        for taker, source in takers.get(target, ())
    )


def _is_taken_back(source: FactId | None, takers: _Takers, path: frozenset[FactId]) -> bool:
    """Whether the import that brought an annulment was taken back itself."""
    return source is not None and source not in path and _is_void(source, takers, path)


def _counts(fact: Fact, void: frozenset[FactId], confirmed: Sequence[Fact]) -> bool:
    """Whether it stands: by its own import, or by a later one that brought the very same."""
    if fact.id in void:
        return False
    if not isinstance(fact.body, Registered) or fact.body.source not in void:
        return True
    later = [it.body for it in confirmed if _IN_ORDER(it) > _IN_ORDER(fact)]
    own = fingerprint(fact.body.registration) if later else 0
    return any(isinstance(it, ImportConfirmed) and it.holds(own) for it in later)


def _registration(fact: Fact) -> Registration:
    assert isinstance(fact.body, Registered | WalkedIn)
    return fact.body.registration


def _amend(base: Registration, happened: list[Fact]) -> tuple[Registration, tuple[str, ...]]:
    changes: dict[str, str] = {}
    for fact in happened:
        if isinstance(fact.body, Amended):
            if fact.body.field in _PARTS:
                changes.pop("full_name", None)  # a part corrected later makes the whole anew
            changes[fact.body.field] = fact.body.value
    if not changes:
        return base, ()
    if "full_name" not in changes and changes.keys() & _PARTS:
        given = changes.get("given_name", base.given_name)
        family = changes.get("family_name", base.family_name)
        # Of a name that the export gives whole, one part alone does not make another whole.
        if base.given_name or base.family_name or (given and family):
            changes["full_name"] = joined(given, family)
    typed = {
        field: Status(value) if field == "status" else value
        for field, value in changes.items()
        if field in AMENDABLE
    }
    return replace(base, **typed), tuple(sorted(typed))  # type: ignore[arg-type]  # checked by AMENDABLE


def _answer(base: Registration, happened: list[Fact]) -> Registration:
    """What was answered at the desk stands for what the export says under the same heading."""
    said = {it.body.question: it.body.answer for it in happened if isinstance(it.body, Answered)}
    if not said:
        return base
    exported = tuple((heading, it) for heading, it in base.answers if heading not in said)
    return replace(base, answers=(*exported, *said.items()))


def _help(happened: list[Fact]) -> str:
    last = [it.body for it in happened if isinstance(it.body, HelpWanted | HelpGiven)][-1:]
    return last[0].note if last and isinstance(last[0], HelpWanted) else ""


def _status_reason(happened: list[Fact]) -> str:
    for fact in reversed(happened):
        if isinstance(fact.body, Amended) and fact.body.field == "status":
            return fact.body.reason
    return ""


def _presences(happened: list[Fact]) -> tuple[Presence, ...]:
    moves = [fact for fact in happened if isinstance(fact.body, Admitted | Departed | Accompanied)]
    moves.sort(key=lambda fact: (fact.body.at, *_IN_ORDER(fact)))  # type: ignore[union-attr]
    found: dict[str, Presence] = {}
    for fact in moves:
        assert isinstance(fact.body, Admitted | Departed | Accompanied)
        before = found.get(fact.body.checkpoint)
        after = _moved(before, fact.body, fact.desk)
        if after:
            found[fact.body.checkpoint] = after
    return tuple(found[key] for key in sorted(found))


def _moved(
    before: Presence | None, move: Admitted | Departed | Accompanied, desk: str
) -> Presence | None:
    if isinstance(move, Accompanied):
        return before and replace(before, companions=move.count)
    if isinstance(move, Departed):
        return before and replace(before, last_at=move.at, inside=False)
    if before is None:
        return Presence(move.checkpoint, move.at, desk, move.at, True, 1)
    return replace(before, last_at=move.at, inside=True, entries=before.entries + 1)
