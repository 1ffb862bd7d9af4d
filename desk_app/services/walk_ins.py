"""Registering those who were in no export: nobody twice by haste, and no more than have a place."""

import secrets
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import WalkedIn
from desk_app.domain.names import joined, plain
from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, counting, events
from desk_app.services.answer import CheckIn, Place
from desk_app.store import ledger, people, search
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session

_MOST = 3  # people proposed: more is a list to read, not a question
_CANDIDATES = 8
_NEAR = 0.82  # of two names in letters of one case: "Lefevre Zoe" and "Lefebvre Zoe" are 0.96


@dataclass(frozen=True, slots=True)
class Alike:
    """Who may be meant by a walk-in's form; `same` when the first has this very name or e-mail."""

    asked: Registration
    people: tuple[Person, ...]
    same: bool


def alike(session: Session, place: Place, asked: Registration) -> Alike:
    """Who is on the list already and may be this person: by e-mail, by name, or by a near name."""
    ids = dict.fromkeys((*_by_email(session, place, asked.email), *_by_name(session, place, asked)))
    known = people.by_ids(session, list(ids), place.checkpoint, listed=True)
    ranked = sorted(known, key=lambda it: -_nearness(it, asked))
    near = tuple(it for it in ranked if _nearness(it, asked) >= _NEAR)[:_MOST]
    return Alike(asked, near, bool(near) and _nearness(near[0], asked) >= 1)


def register(
    session: Session, place: Place, asked: Registration, now: int, *, certain: bool = False
) -> CheckIn:
    """Register a walk-in and let them in at once, in one deed that is undone as one.

    Unless somebody is `certain`, whoever may be on the list already is asked about instead. When
    every place of the event is taken by people who came, the walk-in waits on the waiting list.
    """
    name = (asked.full_name or joined(asked.given_name, asked.family_name)).strip()
    if not name:
        raise DeskError("A walk-in needs a name. Type at least a given name.")
    asked = replace(asked, full_name=name)
    if not certain and (doubles := alike(session, place, asked).people):
        return CheckIn(Outcome.AMBIGUOUS, name, now, several=doubles)
    if _is_full(session, place):
        asked = replace(asked, status=Status.WAITING_LIST)
    attendee = secrets.randbits(62) + 1
    ledger.record(session, place.event, [Entry(attendee, WalkedIn(asked))], now)
    return checkin.enter(session, place, attendee, now, joins=True)


def _is_full(session: Session, place: Place) -> bool:
    capacity = events.described(session, place.event).capacity
    return capacity is not None and counting.came(session, place.event) >= capacity


def _by_email(session: Session, place: Place, email: str) -> list[int]:
    return search.find(session, place.event, email, _CANDIDATES, misspelt=False) if email else []


def _by_name(session: Session, place: Place, asked: Registration) -> list[int]:
    """Nobody for one word alone: half of a name is typed, and means too many."""
    name = asked.full_name or joined(asked.given_name, asked.family_name)
    if not (asked.given_name and asked.family_name) and " " not in name.strip():
        return []
    return search.find(session, place.event, name, _CANDIDATES)


def _nearness(known: Person, asked: Registration) -> float:
    """1 and more: the same name, or the same e-mail where both are given."""
    if asked.email and plain(known.email) == plain(asked.email):
        return 2
    here, there = _words(known.full_name), _words(asked.full_name or _whole(asked))
    if here == there:
        apart = asked.email and known.email and "@" in asked.email
        return _NEAR if apart else 1  # two people of one name have two addresses
    return min(SequenceMatcher(None, here, there).ratio(), 0.99)


def _whole(asked: Registration) -> str:
    return joined(asked.given_name, asked.family_name)


def _words(name: str) -> str:
    """Whichever name is written first."""
    return " ".join(sorted(plain(name).replace("-", " ").split()))
