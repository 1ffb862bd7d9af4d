"""Self-service: people check themselves in, and learn nothing that they did not bring along."""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.admission import Outcome
from desk_app.intake.scancode import contact
from desk_app.services import checkin, whom
from desk_app.services.checkin import CheckIn, Place
from desk_app.store import people, search
from desk_app.store.folding import folded, words_of_name
from desk_app.store.people import Person
from desk_app.store.session import Session

_MOST = 200  # people of one name who are looked at
_SHORTEST_PART = 4  # letters of an organisation that stand for all of it


class Reply(StrEnum):
    """All that a visitor is ever told. Why somebody may not come in is for the staff to say."""

    WELCOME = "welcome"
    ALREADY_IN = "already_in"
    AGAIN = "again"  # the code could not be read
    NOT_FOUND = "not_found"
    STAFF = "staff"


_REPLIES = {
    Outcome.WELCOME: Reply.WELCOME,
    Outcome.ALREADY_IN: Reply.ALREADY_IN,
    Outcome.UNREADABLE: Reply.AGAIN,
    Outcome.UNKNOWN: Reply.NOT_FOUND,
    Outcome.OUTDATED: Reply.NOT_FOUND,
}


@dataclass(frozen=True, slots=True)
class Greeting:
    """The answer to a visitor; `name` only where they are in, `answer` only if one was given."""

    reply: Reply
    name: str = ""
    answer: CheckIn | None = None


def scan(session: Session, place: Place, code: str, now: int) -> Greeting:
    """Check in whoever has this code. A visiting card is a name and an address, as if typed."""
    if card := contact(code):
        return identify(session, place, card.name, card.email, now)
    found, _keyboard = whom.holders(session, place, code, now)
    if isinstance(found, CheckIn):
        return Greeting(_REPLIES.get(found.outcome, Reply.STAFF))
    return _enter(session, place, found, now, code)


def identify(session: Session, place: Place, name: str, proof: str, now: int) -> Greeting:
    """Check in the one person of this name who knows one thing more of themselves.

    That is the e-mail address, a number of the order or the ticket, or the organisation. With an
    organisation, which others know as well, the name must be right to the letter.
    """
    found = search.find(session, place.event, folded(name), limit=_MOST)
    named = people.by_ids(session, found, place.checkpoint)
    exact = [it for it in named if _is_named(it, name)]
    sure = [it for it in named if _knows(it, proof)]
    fitting = (
        [it for it in exact if it in sure]
        or sure
        or [it for it in exact if _works_at(it.organisation, proof)]
    )
    if len(fitting) > 1:
        return Greeting(Reply.STAFF)
    if not fitting:
        return Greeting(Reply.NOT_FOUND)
    return _enter(session, place, fitting[0].id, now)


def _enter(session: Session, place: Place, attendee: int, now: int, code: str = "") -> Greeting:
    """Whoever the staff has something to do for first is not let in by a machine."""
    [person] = people.by_ids(session, [attendee], place.checkpoint)
    if person.note.strip() and not person.inside:
        return Greeting(Reply.STAFF)
    answer = checkin.enter(session, place, attendee, now, code=code)
    reply = _REPLIES.get(answer.outcome, Reply.STAFF)
    if reply not in (Reply.WELCOME, Reply.ALREADY_IN):
        return Greeting(reply)
    return Greeting(reply, person.given_name or person.full_name, answer)


def _is_named(it: Person, typed: str) -> bool:
    """Whether all typed words are words of the name: two at least, where it has two."""
    words, known = folded(typed).split(), words_of_name(it.full_name)
    return bool(words) and set(words) <= set(known) and len(words) >= min(2, len(known))


def _knows(it: Person, proof: str) -> bool:
    """Whether this is something that hardly anybody else knows."""
    said = folded(proof)
    return bool(said) and said in map(
        folded, filter(None, (it.email, it.order_id, it.external_id, it.scan_code))
    )


def _works_at(organisation: str, proof: str) -> bool:
    """Whether this is the organisation, or whole words of its name."""
    said, known = folded(proof), folded(organisation)
    part = len(said) >= _SHORTEST_PART and f" {said} " in f" {known} "
    return bool(said) and (said == known or part)
