"""Attestations and certificates: one for each person who was recorded at a half-day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from desk_app.domain.errors import DeskError
from desk_app.domain.half_days import Attended
from desk_app.domain.papers import Letterhead, LetterText
from desk_app.services import events, letters, particulars, roster, stays
from desk_app.services.papers.request import Draw, Request, in_order
from desk_app.store.people import Person
from desk_app.store.session import Session

_LONGEST = 60  # letters of a name in a file's name


@dataclass(frozen=True, slots=True)
class _Letters:
    """What is drawn: the same text for everybody, and the fields of each person."""

    text: LetterText
    people: tuple[Mapping[str, str], ...]
    letterhead: Letterhead
    language: str

    def drawn(self, *which: int) -> bytes:
        """All of them, or those at these places."""
        from desk_app.reports.letter import letters_pdf

        people = [self.people[place] for place in which] if which else self.people
        return letters_pdf(self.text, people, self.letterhead, self.language)


def in_one(kind: str, session: Session, it: Request) -> Draw:
    """A page for each person, of a kind that `services.letters` has the words of."""
    return _gathered(session, kind, it).drawn


def one_each(session: Session, kind: str, it: Request) -> list[tuple[str, Draw]]:
    """A file for each person: its name, in order, and what draws it."""
    made = _gathered(session, kind, it)
    return [
        (_file_name(place, fields["name"]), partial(made.drawn, place))
        for place, fields in enumerate(made.people)
    ]


def _file_name(place: int, name: str) -> str:
    plain = re.sub(r"[^\w-]+", "-", name).strip("-")[:_LONGEST]
    return f"{place + 1:04}-{plain}.pdf"


def _gathered(session: Session, kind: str, it: Request) -> _Letters:
    event = it.place.event
    announced, papers = events.described(session, event), particulars.of(session, event)
    common = letters.common_fields(announced, papers.letterhead, it.language, it.now)
    people = tuple(
        letters.fields_of(person, those, common, it.language)
        for person, those in _present(session, it)
    )
    text = letters.text(session, event, kind, it.language)
    return _Letters(text, people, papers.letterhead, it.language)


def _present(session: Session, it: Request) -> list[tuple[Person, tuple[Attended, ...]]]:
    """Whoever was recorded at a half-day, of those asked for; DeskError when that is nobody."""
    event = it.place.event
    announced, papers = events.described(session, event), particulars.of(session, event)
    seen = stays.attended_by(session, event, announced, papers)
    found = [
        (person, seen[person.id])
        for person in in_order(roster.everybody(session, it.place), it.order)
        if person.id in seen and (not it.only or person.id in it.only)
    ]
    if not found:
        raise DeskError(
            "Nobody in this choice was checked in on a day of the event, so nothing can be"
            " certified. Check people in, or enter who was there."
        )
    return found
