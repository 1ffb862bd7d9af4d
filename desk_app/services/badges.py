"""Which badges are due, what stands on them, and that they were printed."""

from collections.abc import Sequence
from dataclasses import replace

from desk_app.badges.badge import Badge
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.facts import BadgePrinted
from desk_app.domain.own_code import badge_code
from desk_app.intake.scancode import candidates
from desk_app.services import badge_answers, category_layouts, events, particulars
from desk_app.services.badge_answers import Told
from desk_app.services.batches import batch
from desk_app.services.checkin import Place
from desk_app.services.event_line import event_line
from desk_app.store import ledger, people
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session

_NOTHING = Told()


def due(session: Session, place: Place, only: str = "all") -> list[Person]:
    """Whose badges to print, by family name: all who may come in, those without, who is here."""
    return people.by_ids(session, batch(session, place, only).ids, place.checkpoint)


def with_codes(session: Session, place: Place, codes: Sequence[str]) -> list[Person]:
    """The people with these codes; a DeskError names the first code that nobody has."""
    ids: list[int] = []
    for code in codes:
        holders = people.by_code(session, place.event, candidates(code))
        if not holders:
            raise DeskError("Nobody has the code {code}, so nothing was done.", code=code)
        ids += holders
    return people.by_ids(session, ids, place.checkpoint)


def badges_of(
    session: Session, place: Place, persons: Sequence[Person], *, renewed: bool = False
) -> list[Badge]:
    """What stands on these people's badges."""
    event = events.one(session, place.event).event
    told = badge_answers.told_by(session, place.event, [it.id for it in persons])
    named = category_layouts.of_categories(session, place.event)
    papers = particulars.of(session, place.event)
    logo, partners = papers.letterhead.logo, papers.partners
    said = ((person, told.get(person.id, _NOTHING)) for person in persons)
    made = (badge_of(person, event, replace(it, voided=it.voided + renewed)) for person, it in said)
    return [
        replace(it, layout=named.get(it.category, ""), logo=logo, partners=partners) for it in made
    ]


def badge_of(person: Person, event: Event, told: Told = _NOTHING) -> Badge:
    """What stands on a person's badge; its QR holds the ticket's code or our own, never a name."""
    return Badge(
        attendee=person.id,
        given_name=person.given_name,
        family_name=person.family_name,
        full_name=person.full_name,
        organisation=person.organisation,
        job_title=person.job_title,
        category=person.ticket_type,
        code=badge_code(person.id, person.scan_code, told.voided),
        event_title=event.title,
        event_line=event_line(event, event.language),
        language=event.language,
        pronouns=told.pronouns,
        no_photo=told.no_photo,
        answers=told.answers,
    )


def of_people(
    session: Session, place: Place, ids: Sequence[int], *, renewed: bool = False
) -> list[Badge]:
    """What stands on the badges of these people, in this order; a negative id is a separator.

    `renewed` badges bear the code that replaces the one that is to become void.
    """
    event = events.one(session, place.event).event
    persons = people.by_ids(session, [it for it in ids if it > 0], place.checkpoint)
    known = {it.attendee: it for it in badges_of(session, place, persons, renewed=renewed)}
    return [
        known[it] if it > 0 else separator(chr(-it), event) for it in ids if it < 0 or it in known
    ]


def separator(letter: str, event: Event) -> Badge:
    """A label that goes between two piles of badges."""
    return Badge(0, given_name=letter, event_title=event.title, language=event.language)


def printed(
    session: Session,
    event: int,
    ids: Sequence[int],
    layout: str,
    stock: str,
    printer: str,
    now: int,
    *,
    reason: str = "",
    voids: bool = False,
) -> None:
    """Note that these badges went to paper, or into a file when `printer` is empty.

    `reason` and `voids` as in `BadgePrinted`.

    Separators, of negative ids, are nobody's copies.
    """
    body = BadgePrinted(layout, stock, printer, reason, voids)
    ledger.record(session, event, [Entry(it, body) for it in ids if it > 0], now)
