"""Identities leave the ledger, the tables, the index, the file itself, and its copies.

An erasure is a fact first. What it says is then done in slices, and what is still to be done stands
with the settings, so that a crash in the middle leaves it to the next start.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desk_app.domain.attendee import confirmed_alone
from desk_app.domain.facts import Erased, Fact, ImportConfirmed
from desk_app.store import ledger, projection
from desk_app.store.codec import encode
from desk_app.store.ledger import Entry
from desk_app.store.session import Session, Store

SLICE = 500  # people per transaction
_PENDING = "erasing:"  # and the event: after whom to go on
_SCRUB = "scrubbing"  # the file still holds, in pages it uses no more, what left the tables
_BEFORE_ALL = -1


def begin(session: Session, event: int, erased: Erased, now: int) -> None:
    """Record what is erased, for good; `advance` does it then, and `scrub` cleans the file."""
    ledger.record(session, event, [*_settled(session, event), Entry(None, erased)], now)
    resume(session, event)


def _settled(session: Session, event: int) -> list[Entry]:
    """Whoever stands only by the word of an import that confirmed them: written out once more.

    What it confirmed it knows by fingerprints, and those of redacted registrations are others.
    """
    wide = ledger.of_everybody(session, event)
    if not any(isinstance(fact.body, ImportConfirmed) for fact in wide):
        return []
    return [
        Entry(person, replace(alone[0], source=alone[1]))
        for person, facts in ledger.facts_by_attendee(session, event)
        if (alone := confirmed_alone([*facts, *wide]))
    ]


def resume(session: Session, event: int) -> None:
    """Let `advance` go through everybody of an event, as its erasures say."""
    _keep(session, f"{_PENDING}{event}", str(_BEFORE_ALL))
    _keep(session, _SCRUB, "yes")


def advance(session: Session, event: int) -> bool:
    """Redact the facts of the next people, and write their rows anew; whether more are left."""
    row = session.run("SELECT value FROM setting WHERE key = ?", (f"{_PENDING}{event}",)).first()
    if row is None:
        return False
    ids = _next_people(session, event, int(row.value))
    redact(session, event, ids)
    if len(ids) == SLICE:
        _keep(session, f"{_PENDING}{event}", str(ids[-1]))
        return True
    _redact(session, event, ledger.about_nobody(session, event))
    if ledger.erasures(session, event).whole:
        _forget_the_rest(session, event)
    session.run("DELETE FROM setting WHERE key = ?", (f"{_PENDING}{event}",))
    return False


def redact(session: Session, event: int, people: Sequence[int]) -> None:
    """Take out of these people's facts and rows whatever the event's erasures name."""
    before = ledger.facts_of(session, people)
    if not _redact(session, event, [it for facts in before.values() for it in facts]):
        return
    projection.forget_codes(session, before)
    session.memory.clear()  # which may remember names
    wide = ledger.of_everybody(session, event)
    projection.refresh(session, ledger.facts_of(session, people), wide, before.keys())


def progress(session: Session, event: int) -> tuple[int, int]:
    """How many people of an event are done, of how many."""
    row = session.run("SELECT value FROM setting WHERE key = ?", (f"{_PENDING}{event}",)).first()
    total = session.run("SELECT count(*) FROM attendee WHERE event = ?", (event,)).scalar_one()
    if row is None:
        return total, total
    done = "SELECT count(*) FROM attendee WHERE event = ? AND id <= ?"
    return session.run(done, (event, int(row.value))).scalar_one(), total


def unfinished(session: Session) -> list[int]:
    """Events whose erasure was cut short."""
    rows = session.run("SELECT key FROM setting WHERE key LIKE ?", (f"{_PENDING}%",))
    return [int(row.key.removeprefix(_PENDING)) for row in rows]


def unscrubbed(session: Session) -> bool:
    """Whether the file itself still waits for `finish`."""
    return bool(session.run("SELECT 1 FROM setting WHERE key = ?", (_SCRUB,)).first())


def finish(store: Store) -> bool:
    """Do whatever is left of every erasure, the file and its copies included.

    False when another program is reading the file: its last traces then go at the next start.
    """
    with store.transaction() as session:
        events, dirty = unfinished(session), unscrubbed(session)
    for event in events:
        while _advanced(store, event):
            pass
    if not (events or dirty):
        return True
    if not store.scrub():
        return False
    with store.transaction() as session:
        session.run("DELETE FROM setting WHERE key = ?", (_SCRUB,))
    return True


def _advanced(store: Store, event: int) -> bool:
    with store.transaction() as session:
        return advance(session, event)


def _next_people(session: Session, event: int, after: int) -> list[int]:
    rows = session.run(
        "SELECT id FROM attendee WHERE event = ? AND id > ? ORDER BY id LIMIT ?",
        (event, after, SLICE),
    )
    return [row.id for row in rows]


def _redact(session: Session, event: int, facts: Iterable[Fact]) -> bool:
    """Write over the bodies that say too much; number, clock, person and kind stay."""
    gone = ledger.erasures(session, event)
    over = [
        (encode(left)[1], *fact.id)
        for fact in facts
        if (left := gone.left_of(fact.attendee, fact.body)) != fact.body
    ]
    if over:
        session.run("UPDATE fact SET body = ? WHERE desk = ? AND number = ?", over)
    return bool(over)


def _forget_the_rest(session: Session, event: int) -> None:
    """Nothing of an anonymised event is printed, watched for, or let in any more."""
    session.run("DELETE FROM print_job WHERE event = ?", (event,))
    for key in (f"watch:{event}", f"watch-applies:{event}"):
        session.run("DELETE FROM setting WHERE key = ?", (key,))


def _keep(session: Session, key: str, value: str) -> None:
    session.run(
        "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
