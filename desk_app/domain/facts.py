"""Every kind of fact the ledger can hold. A fact says what happened; it is never changed."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from desk_app.domain.event import Event
from desk_app.domain.half_days import Hours
from desk_app.domain.papers import Letterhead, LetterText
from desk_app.domain.registration import Registration


class FactId(NamedTuple):
    """Which desk wrote the fact, and its number there: 1, 2, 3 ... without gaps."""

    desk: str
    number: int


@dataclass(frozen=True, slots=True)
class EventDescribed:
    """An event was announced, or its announcement changed; the latest one holds."""

    event: Event


@dataclass(frozen=True, slots=True)
class PapersDescribed:
    """Whose documents they are, the hours of half-days, who supports it; the latest one holds."""

    letterhead: Letterhead = field(default_factory=Letterhead)
    morning: Hours | None = None
    afternoon: Hours | None = None
    partners: str = ""


@dataclass(frozen=True, slots=True)
class LetterWritten:
    """A kind of letter says this in a language; without a text, what it said at first again."""

    letter: str
    language: str
    text: LetterText | None = None


@dataclass(frozen=True, slots=True)
class ImportStarted:
    """Registrations begin to come in from a file; what follows counts unless this is annulled.

    `digest` is the SHA-256 of the file's bytes, in hex.
    """

    file: str
    digest: str
    platform: str
    newest: str = ""  # the latest moment in it at which somebody registered, ISO


@dataclass(frozen=True, slots=True)
class ImportFinished:
    """Every registration of the import is in. An import without this one was cut short.

    `kept`: whoever was missing stayed on the list, though the platform means them to be cancelled.
    """

    source: FactId
    new: int
    changed: int
    cancelled: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class ImportConfirmed:
    """An import brought these registrations just as they were known: they stand while it does.

    `prints` is what `gathered` made of their fingerprints.
    """

    source: FactId
    prints: bytes

    def holds(self, fingerprint: int) -> bool:
        """Whether a registration with this fingerprint was among them."""
        wanted = _print(fingerprint)
        places = range(len(self.prints) // _PRINT)
        place = bisect_left(places, wanted, key=self._at)
        return place < len(places) and self._at(place) == wanted

    def _at(self, place: int) -> bytes:
        return self.prints[place * _PRINT : (place + 1) * _PRINT]


_PRINT = 6  # bytes of a fingerprint: of 100,000 people, none is taken for another


def gathered(fingerprints: Iterable[int]) -> bytes:
    """Fingerprints in a form in which one is soon found, and which is the same in any order."""
    return b"".join(sorted(map(_print, fingerprints)))


def _print(fingerprint: int) -> bytes:
    return (fingerprint & (1 << 8 * _PRINT) - 1).to_bytes(_PRINT, "big")


@dataclass(frozen=True, slots=True)
class Registered:
    """A registration as the export gave it, with the import it came by.

    `matched` when somebody said at the desk that this is the person who had another number, or
    who walked in.
    """

    registration: Registration
    source: FactId
    matched: bool = False


@dataclass(frozen=True, slots=True)
class WalkedIn:
    """Somebody who was in no export was registered at the desk."""

    registration: Registration


@dataclass(frozen=True, slots=True)
class Amended:
    """One field was corrected at the desk; no later import overwrites it.

    `reason` says why, where that matters: why somebody was blocked, say. With a `source` it is what
    somebody decided about that import, and is taken back with it.
    """

    field: str
    value: str
    reason: str = ""
    source: FactId | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """A person came in at a checkpoint. `at` is in ms UTC; `reason` says why a rule was waived.

    With an `author` it was entered after the day, by this person and for this reason.
    """

    checkpoint: str
    at: int
    reason: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Departed:
    """A person went out at a checkpoint. `at` is in ms UTC."""

    checkpoint: str
    at: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A scan was turned away: the code as read, the checkpoint and the verdict's name."""

    code: str
    checkpoint: str
    outcome: str


@dataclass(frozen=True, slots=True)
class BadgePrinted:
    """A badge went to paper; `printer` is empty when it went into a PDF file.

    `reason` says why it was printed again, where the desk asks that. When it `voids`, the
    codes on earlier badges of this person no longer open the door, nor on the ticket.
    """

    layout: str
    stock: str
    printer: str
    reason: str = ""
    voids: bool = False


@dataclass(frozen=True, slots=True)
class HandedOut:
    """Something was given to the person: a bag, a voucher."""

    what: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The person answered at the desk what the event asks; the latest answer holds."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Accompanied:
    """So many people without a name came along at a checkpoint; the latest number holds."""

    checkpoint: str
    count: int
    at: int


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """The person was sent to the help desk, and why."""

    note: str


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """The help desk is done with the person; `how`, where somebody said so."""

    how: str = ""


@dataclass(frozen=True, slots=True)
class Annulled:
    """An earlier fact, of this kind too, does not count (any more).

    With a `source`, the annulment is a part of that import and is taken back with it. With an
    `author` it corrects the day afterwards: this person says so, for this reason.
    """

    target: FactId
    reason: str = ""
    source: FactId | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class Erased:
    """Identities left the facts themselves; see `domain.erasure`. It cannot be taken back.

    Of these people alone, by every id under which an export could bring them again; else of
    these answers, by their headings; with neither, of everybody at the event. `orders` are those
    that one of the people placed, so that their name leaves whomever they booked for.
    """

    people: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()


Body = (
    EventDescribed
    | PapersDescribed
    | LetterWritten
    | ImportStarted
    | ImportFinished
    | ImportConfirmed
    | Registered
    | WalkedIn
    | Amended
    | Admitted
    | Departed
    | Refused
    | BadgePrinted
    | HandedOut
    | Answered
    | Accompanied
    | HelpWanted
    | HelpGiven
    | Annulled
    | Erased
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the ledger. `clock` is in ms UTC and never goes back on a desk."""

    desk: str
    number: int
    clock: int
    event: int
    attendee: int | None
    body: Body

    @property
    def id(self) -> FactId:
        return FactId(self.desk, self.number)
