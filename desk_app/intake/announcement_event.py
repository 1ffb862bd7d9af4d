"""What the reading of an announcement gives: the event, and plainly what it does not say."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.domain.event import Event
from desk_app.domain.sentence import Sentence, sentence


@dataclass(frozen=True, slots=True)
class Announcement:
    """An event as read, and `unread`: what could not be read or was not given."""

    event: Event
    unread: tuple[Sentence, ...] = ()


def announced(event: Event, notes: Iterable[Sentence] = ()) -> Announcement:
    """Join the reader's own notes with what reception would miss on the day."""
    told = tuple(dict.fromkeys(notes))
    return Announcement(event, told + _missing(event, told))


def _missing(event: Event, told: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """A value that was given but could not be read has been told already."""
    troubled = {note.text for note in told}
    gaps = (
        (not event.title, "", sentence("No title is given.")),
        (not event.days, unread_date("").text, sentence("No date is given.")),
        (not (event.opens or event.closes), unread_hours("").text, sentence("No hours are given.")),
        (not event.city, "", sentence("No city is given.")),
        (not event.venue, "", sentence("No venue is given.")),
        (event.capacity is None, unread_capacity("").text, sentence("No capacity is given.")),
    )
    return tuple(gap for empty, trouble, gap in gaps if empty and trouble not in troubled)


def unread_date(text: str) -> Sentence:
    """The announcement gives a date that is none, or not a whole one."""
    return sentence("The date “{wording}” could not be read.", wording=text)


def unread_hours(text: str) -> Sentence:
    """The announcement gives hours that are none."""
    return sentence("The hours “{wording}” could not be read.", wording=text)


def unread_capacity(text: str) -> Sentence:
    """The announcement speaks of a capacity without a single number."""
    return sentence("The capacity “{wording}” could not be read.", wording=text)


def called_off() -> Sentence:
    """The file itself marks the event as cancelled."""
    return sentence("The announcement says that this event is cancelled.")


def moved_zone(zone: str) -> Sentence:
    """The file's times were in another zone than the one the event is shown in."""
    return sentence(
        "The times were given for another time zone and are shown in {zone}.", zone=zone
    )
