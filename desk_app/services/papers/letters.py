"""Attestations and certificates: one for each person who was recorded at a half-day."""

from functools import partial

from desk_app.domain.errors import DeskError
from desk_app.domain.half_days import Attended
from desk_app.services import events, letters, particulars, roster, stays
from desk_app.services.papers.request import Draw, Request, contents, in_order
from desk_app.store.people import Person
from desk_app.store.session import Session


def letters_of_kind(kind: str, session: Session, it: Request) -> Draw:
    """A page for each person, of a kind that `services.letters` has the words of."""
    from desk_app.reports.letter import letters_pdf

    found = contents(session, it)
    text = letters.text(session, it.place.event, kind, it.language)
    common = letters.common_fields(found.event, found.letterhead, it.language, it.now)
    fields = [
        letters.fields_of(person, those, common, it.language)
        for person, those in present(session, it)
    ]
    return partial(letters_pdf, text, fields, found.letterhead, it.language)


def present(session: Session, it: Request) -> list[tuple[Person, tuple[Attended, ...]]]:
    """Whoever was recorded at a half-day, of those asked for; DeskError when that is nobody."""
    people = in_order(roster.everybody(session, it.place), it.order)
    event = events.one(session, it.place.event).event
    papers = particulars.of(session, it.place.event)
    seen = stays.attended_by(session, it.place.event, event, papers)
    found = [
        (person, seen[person.id])
        for person in people
        if person.id in seen and (not it.only or person.id in it.only)
    ]
    if not found:
        raise DeskError(
            "Nobody in this choice was checked in on a day of the event, so nothing can be"
            " certified. Check people in, or enter who was there."
        )
    return found
