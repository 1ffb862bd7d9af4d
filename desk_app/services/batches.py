"""Whose badges to print at once: who they are, in which order, how many of each choice."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from desk_app.domain.attendee import fold
from desk_app.domain.facts import Annulled, BadgePrinted
from desk_app.domain.names import plain
from desk_app.domain.registration import MAY_ENTER
from desk_app.services.checkin import Place
from desk_app.store import ledger
from desk_app.store.session import MANY, Session

KINDS = ("all", "missing", "changed", "arrived")
_PRINTED = "given_name family_name full_name organisation job_title ticket_type scan_code".split()


@dataclass(frozen=True, slots=True)
class Wish:
    """For handing out: one category alone ("" for all), an order, a label before each initial."""

    category: str = ""
    order: str = "name"
    separators: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """`ids` in the order of handing out; `counts` by choice. `kind` may be "chosen".

    `run` has the separators too, each as the negative code of its letter.
    """

    kind: str
    ids: tuple[int, ...]
    counts: tuple[tuple[str, int], ...] = ()
    run: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()
    wish: Wish = Wish()


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    family_key: str
    organisation: str
    category: str

    def key(self, order: str) -> str:
        """What to sort by, before the name."""
        return {"name": "", "organisation": self.organisation, "category": self.category}[order]


def batch(session: Session, place: Place, kind: str, wish: Wish | None = None) -> Batch:
    """The people of one choice: all who may come in, those without a badge, who is here..."""
    wish = wish or Wish()
    rows = session.run(
        "SELECT id, status, arrived_at, copies, roster_line.family_key, organisation, ticket_type"
        " FROM roster_line CROSS JOIN attendee"
        " ON id = roster_line.attendee WHERE roster_line.event = ?"
        " ORDER BY roster_line.family_key, roster_line.attendee",
        (place.event,),
    ).cursor
    assert rows is not None
    changed = frozenset(changed_since_printed(session, place.event))
    found: dict[str, list[_Row]] = {it: [] for it in KINDS}
    while some := rows.fetchmany(1000):
        for row in some:
            _sort_in(row, found, changed)
    counts = tuple((choice, len(people)) for choice, people in found.items())
    categories = tuple(sorted({it.category for it in found[kind] if it.category}, key=plain))
    if wish.category not in categories:
        wish = replace(wish, category="")
    people = [it for it in found[kind] if wish.category in ("", it.category)]
    if wish.order != "name":
        people.sort(key=lambda it: plain(it.key(wish.order)))
    ids = tuple(it.id for it in people)
    run = tuple(_separated(people, wish)) if wish.separators else ids
    return Batch(kind, ids, counts, run, categories, wish)


def changed_since_printed(session: Session, event: int) -> list[int]:
    """Whose last badge says something else than a new one would."""
    rows = session.run(
        "SELECT attendee.id FROM attendee JOIN fact ON fact.attendee = attendee.id"
        " WHERE attendee.event = ? AND copies > 0 GROUP BY attendee.id"
        " HAVING max(CASE WHEN kind = 'badge_printed' THEN fact.clock END)"
        " < max(CASE WHEN kind IN ('registered', 'amended', 'annulled') THEN fact.clock END)",
        (event,),
    )
    maybe = [row[0] for row in rows]
    about = ledger.of_everybody(session, event) if maybe else []
    return [
        it
        for start in range(0, len(maybe), MANY)
        for it, facts in ledger.facts_of(session, maybe[start : start + MANY]).items()
        if _differs([*facts, *about])
    ]


def same_names(session: Session, event: int) -> list[int]:
    """Whoever has exactly the name of somebody else who is expected."""
    rows = session.run(
        "SELECT attendee.id FROM attendee JOIN ("
        " SELECT roster_line.family_key FROM roster_line JOIN attendee ON id = roster_line.attendee"
        " WHERE roster_line.event = ? AND status IN (SELECT value FROM json_each(?))"
        " GROUP BY roster_line.family_key HAVING count(*) > 1"
        ") AS twice ON twice.family_key = attendee.family_key"
        " WHERE attendee.event = ? AND listed AND status IN (SELECT value FROM json_each(?))"
        " ORDER BY attendee.family_key, attendee.id",
        (event, _may_enter(), event, _may_enter()),
    )
    return [row[0] for row in rows]


def _may_enter() -> str:
    return json.dumps([str(it.value) for it in MAY_ENTER])


def _differs(facts: Sequence[Any]) -> bool:
    gone = {it.body.target for it in facts if isinstance(it.body, Annulled)}
    last = max(it.clock for it in facts if isinstance(it.body, BadgePrinted) and it.id not in gone)
    then, now = fold([it for it in facts if it.clock <= last]), fold(facts)
    if then is None or now is None:
        return False
    return any(
        getattr(then.registration, name) != getattr(now.registration, name) for name in _PRINTED
    )


def _separated(people: Sequence[_Row], wish: Wish) -> Iterator[int]:
    for letter, group in groupby(people, key=lambda it: _initial(it.key(wish.order), it)):
        yield -ord(letter)
        yield from (it.id for it in group)


def _initial(text: str, row: _Row) -> str:
    """Of the family name, unless the order is another; whoever lacks it stands under a dash."""
    return (plain(text or row.family_key) or "–")[0].upper()


def _sort_in(row: Any, found: dict[str, list[_Row]], changed: frozenset[int]) -> None:
    identity, status, arrived_at, copies, *texts = row
    person = _Row(identity, *texts)
    if arrived_at is not None:
        found["arrived"].append(person)
    if status in MAY_ENTER or arrived_at is not None:
        found["all"].append(person)
        if not copies:
            found["missing"].append(person)
        elif identity in changed:
            found["changed"].append(person)
