"""Everybody on the list: found, paged, and one person's whole card."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk_app.domain.admission import presence_at
from desk_app.domain.attendee import annulled, fold
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Fact, FactId
from desk_app.domain.names import listed, plain
from desk_app.domain.registration import MAY_ENTER, Registration, Status
from desk_app.domain.welcome import Task, tasks
from desk_app.services import events
from desk_app.services.checkin import Place
from desk_app.store import ledger, people, roll
from desk_app.store import search as index
from desk_app.store.folding import folded, marks
from desk_app.store.people import People, Person
from desk_app.store.roll import Roll
from desk_app.store.sensitivity import is_sensitive
from desk_app.store.session import Session

_NOT_A_NAME = 3  # as far as a name is from a word that is no part of it
KINDS: dict[str, Callable[[Person], bool]] = {
    "all": lambda it: True,
    "expected": lambda it: it.status in MAY_ENTER or it.here_at is not None,
    "arrived": lambda it: it.here_at is not None,
    "absent": lambda it: it.status in MAY_ENTER and it.here_at is None,
    "walk_ins": lambda it: it.walk_in,
    "pending": lambda it: it.status == Status.PENDING,
    "waiting": lambda it: it.status == Status.WAITING_LIST,
    "cancelled": lambda it: it.status == Status.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A person as search shows them; `marks` are the parts of `name` that were typed.

    `answer` is what they were asked and said, where only that was typed: it names nobody. `guess`:
    something was typed that is no part of the name, not even misspelt.
    """

    person: Person
    name: str
    marks: tuple[tuple[int, int], ...]
    answer: tuple[str, str] | None = None
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """Whom a typed text found, best first."""

    text: str
    found: tuple[Found, ...]

    @property
    def undecided(self) -> bool:
        """Whether another fits the text as well as the first, so that a person must say which."""
        fits = [
            _NOT_A_NAME if it.answer else index.fit(it.person.full_name, self.text)
            for it in self.found
        ]
        nobody = self.answers_only or self.guessed
        return nobody or (len(fits) > 1 and fits[0] >= min(fits[1:]))

    @property
    def answers_only(self) -> bool:
        """Whether the words are nobody's name, only something that somebody answered."""
        return any(it.answer for it in self.found[:1])

    @property
    def guessed(self) -> bool:
        """Whether nobody is called what was typed, nor anything near it."""
        return any(it.guess for it in self.found[:1])

    @property
    def namesakes(self) -> bool:
        """Whether the two best carry one name, so that a person must say which is meant."""
        names = [plain(it.person.full_name) for it in self.found[:2]]
        return len(names) == 2 and names[0] == names[1]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything known of one person; `history` is what happened, oldest first.

    `annulled` are the facts of the history that were taken back; `company` came by the same order.
    `tasks` is what there is to hand out and to ask, done or not; `companions` came along to this
    checkpoint without a name; `help` is what the help desk should know until it has helped.
    """

    person: Person
    registration: Registration
    history: tuple[Fact, ...]
    annulled: frozenset[FactId]
    company: tuple[Person, ...] = ()
    tasks: tuple[Task, ...] = ()
    companions: int = 0
    help: str = ""


def find(session: Session, place: Place, text: str, limit: int = 30) -> tuple[Found, ...]:
    """People as somebody types them, best first; nobody for an empty text."""
    ids = index.find(session, place.event, text, limit, misspelt=False)
    near = [] if ids else index.find_near(session, place.event, text, limit)
    ids += near
    said = _by_answers(session, place.event, text, limit, ids) if len(ids) < limit else {}
    return tuple(
        Found(
            person,
            name,
            marks(name, index.words_of(text)),
            said.get(person.id),
            guess=person.id in near and index.is_guess(person.full_name, text),
        )
        for person in people.by_ids(session, (*ids, *said), place.checkpoint)
        for name in [listed_name(person)]
    )


def _by_answers(
    session: Session, event: int, text: str, limit: int, known: Sequence[int]
) -> dict[int, tuple[str, str] | None]:
    """Who else is found by what they answered, and the answer."""
    found = index.by_answers(session, event, text, limit)
    more = [it for it in found if it not in known][: limit - len(known)]
    if not more:
        return {}
    wide = ledger.of_everybody(session, event)
    facts = ledger.facts_of(session, more)
    people_there = {it: fold([*facts[it], *wide]) for it in more}
    return {
        identity: _answer(person.registration, text)
        for identity, person in people_there.items()
        if person
    }


def _answer(it: Registration, text: str) -> tuple[str, str] | None:
    """The question and answer that hold most of what was typed."""
    told = [answer for answer in it.answers if not is_sensitive(answer[0])]
    return max(told, key=lambda told: len(marks(told[1], text)), default=None)


def warm_up(session: Session) -> None:
    """Let search be as fast at the first key as at the hundredth."""
    index.warm(session)


def warm_up_ear(session: Session, letters: str) -> str:
    """Learn how names sound, a letter at a time so that nobody waits; which letters are left."""
    index.warm_ear(session, letters[0])
    return letters[1:]


def search(session: Session, place: Place, text: str) -> Results:
    """What a screen shows while somebody types."""
    return Results(text, find(session, place, text))


def letters_of(text: str) -> str:
    """What of a search is a name or a number: neither filters nor blanks."""
    return folded(index.words_of(text)).replace(" ", "")


def everybody(session: Session, place: Place) -> People:
    """The whole list by family name."""
    return people.of_event(session, place.event, place.checkpoint)


def read_on(session: Session, place: Place) -> Roll:
    """Everybody by family name, as of now; ask again until the roll is whole."""
    return roll.read_on(session, place.event, place.checkpoint)


def card(session: Session, place: Place, attendee: int) -> Card:
    """One person's card; DeskError when the person is no longer on the list."""
    facts = ledger.facts_of(session, [attendee]).get(attendee, [])
    wide = ledger.of_everybody(session, place.event, [facts])
    found = fold([*facts, *wide])
    shown = people.by_ids(session, [attendee], place.checkpoint, listed=True)
    if found is None or not shown:
        raise DeskError("This person is no longer on the list. Search again.")
    happened = sorted(facts, key=lambda fact: (fact.clock, fact.desk, fact.number))
    void = annulled([*facts, *wide])
    company = _company(session, place, shown[0])
    here = presence_at(found, place.checkpoint)
    return Card(
        shown[0],
        found.registration,
        tuple(happened),
        void,
        company,
        tasks(found, events.described(session, place.event)),
        here.companions if here else 0,
        found.help,
    )


def _company(session: Session, place: Place, it: Person) -> tuple[Person, ...]:
    """Who else was booked by the same order."""
    others = [one for one in index.of_order(session, place.event, it.order_id) if one != it.id]
    return tuple(people.by_ids(session, others, place.checkpoint, listed=True))


def listed_name(person: Person) -> str:
    """The name as lists show it: "LEFÈVRE Zoé"."""
    return listed(person.given_name, person.family_name, person.full_name)
