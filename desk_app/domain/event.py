"""An event as the organiser announces it, and the checkpoints where people are counted in."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from desk_app.domain.names import plain


class Entries(StrEnum):
    """How often one person may come in at a checkpoint."""

    AFTER_EXIT = "after_exit"
    ONCE = "once"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A door that counts: a day, a room, a session. `key` is its lasting name in the ledger.

    The rules say nothing unless somebody made them: `ticket_types` may enter (none named: all),
    from `opens` to `closes` in local time (on `day`, else on every day), while fewer than
    `capacity` are inside. `exits`: people are counted when they go out as well.
    """

    key: str
    name: str = ""
    day: date | None = None
    ticket_types: tuple[str, ...] = ()
    opens: time | None = None
    closes: time | None = None
    capacity: int | None = None
    entries: Entries = Entries.AFTER_EXIT
    exits: bool = False

    @property
    def counts_inside(self) -> bool:
        """Whether it matters how many are inside just now."""
        return self.exits or self.capacity is not None


@dataclass(frozen=True, slots=True)
class Handout:
    """Something given to everybody who comes in, or to those with certain tickets."""

    name: str
    ticket_types: tuple[str, ...] = ()


WALK_IN_FIELDS = ("organisation", "email", "job_title", "ticket_type", "phone")
"""What a walk-in can be asked for besides the name."""


@dataclass(frozen=True, slots=True)
class Event:
    """What is announced. Empty text means that nothing is known; nothing here is guessed.

    `opens` and `closes` are local times in `zone` (an IANA name). `rest` keeps whatever of the
    announcement fitted no field. An event without checkpoints of its own has one per day.

    A walk-in is asked for some of WALK_IN_FIELDS, and is not registered without those that the
    event needs. Whoever comes in is given `handouts`, and is asked for `consents` (yes or no) and
    to answer `questions`.
    From `keep_until` on, identities are no longer to be kept. `layouts` are pairs of a category and
    the id of the layout that its badges have, where that is not the one of all others.
    """

    title: str
    kind: str = ""
    days: tuple[date, ...] = ()
    opens: time | None = None
    closes: time | None = None
    city: str = ""
    venue: str = ""
    access: str = ""
    about: str = ""
    objectives: str = ""
    audience: str = ""
    practical: str = ""
    partners: str = ""
    related: str = ""
    rest: str = ""
    organiser: str = ""
    url: str = ""
    capacity: int | None = None
    zone: str = "Europe/Paris"
    language: str = "fr"
    keep_until: date | None = None
    checkpoints: tuple[Checkpoint, ...] = ()
    walk_in_asks: tuple[str, ...] = ("organisation", "email")
    walk_in_needs: tuple[str, ...] = ()
    handouts: tuple[Handout, ...] = ()
    consents: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    layouts: tuple[tuple[str, str], ...] = ()

    def checkpoint(self, key: str) -> Checkpoint:
        """The checkpoint with its rules; one that the event no longer names has none."""
        return next((it for it in self.checkpoints if it.key == key), Checkpoint(key))

    @property
    def id(self) -> int:
        """The same on every desk that reads the same announcement: title, first day and city."""
        first = self.days[0].isoformat() if self.days else ""
        return stable_id("event", plain(self.title), first, plain(self.city))


def with_checkpoints(event: Event) -> Event:
    """Give an event without checkpoints one per day, or a single one when it has no date."""
    if event.checkpoints:
        return event
    daily = tuple(Checkpoint(day.isoformat(), "", day) for day in event.days)
    return replace(event, checkpoints=daily or (Checkpoint("entrance"),))


def follow_days(
    days: tuple[date, ...], points: tuple[Checkpoint, ...], used: frozenset[str]
) -> tuple[Checkpoint, ...]:
    """The checkpoints that fit the days: each day has one, in order, then those by hand.

    A day's own checkpoint goes when its day does, unless it bears a name or people came there
    (`used` has such keys): its key must last as long as the ledger speaks of it.
    """
    kept = [it for it in points if it.day in days or it.name or it.key in used]
    covered = {it.day for it in kept}
    kept += [Checkpoint(day.isoformat(), "", day) for day in days if day not in covered]
    return tuple(sorted(kept, key=lambda it: it.day or date.max))


def stable_id(*parts: str) -> int:
    """A positive 63-bit number made of the parts alone: equal parts, equal number, on any desk."""
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big") >> 1
