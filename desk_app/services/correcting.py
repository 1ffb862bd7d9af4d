"""Correcting at the desk what is known of a person; no later import overwrites it."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.domain.attendee import AMENDABLE
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Amended, FactId
from desk_app.domain.registration import Registration
from desk_app.services.answer import Place
from desk_app.services.attending import attending
from desk_app.store import ledger, people
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session

_NAMES = ("given_name", "family_name", "full_name")


@dataclass(frozen=True, slots=True)
class Corrected:
    """The person as they are now, and what was changed; `fact` is what undo takes back."""

    person: Person
    fields: tuple[str, ...]
    fact: FactId | None


def correct(
    session: Session, place: Place, attendee: int, changes: Mapping[str, str], now: int
) -> Corrected:
    """Correct several fields as one deed; what is there already is not written again."""
    fields, fact = _write(session, place.event, attendee, changes, now)
    [person] = people.by_ids(session, [attendee], place.checkpoint)
    return Corrected(person, fields, fact)


def amend(session: Session, event: int, attendee: int, field: str, value: str, now: int) -> None:
    """Correct one field."""
    _write(session, event, attendee, {field: value}, now)


def _write(
    session: Session, event: int, attendee: int, changes: Mapping[str, str], now: int
) -> tuple[tuple[str, ...], FactId | None]:
    it = attending(session, event, attendee).registration
    if wrong := set(changes) - set(AMENDABLE):
        raise ValueError(wrong)
    new = {name: text for name, text in changes.items() if getattr(it, name) != text}
    if new.keys() & set(_NAMES) and not _name_is_left(it, new):
        raise DeskError("Everybody needs a name. Type one; nothing was changed.")
    entries = [Entry(attendee, Amended(name, text)) for name, text in new.items()]
    written = ledger.record(session, event, entries, now)
    return tuple(new), written[0].id if written else None


def _name_is_left(it: Registration, new: Mapping[str, str]) -> bool:
    """The parts make the whole anew: once both are empty, what was whole before is gone."""
    given, family, whole = (new.get(name, getattr(it, name)) for name in _NAMES)
    stays = "full_name" in new or not (it.given_name or it.family_name)
    return bool(given or family or (stays and whole))
