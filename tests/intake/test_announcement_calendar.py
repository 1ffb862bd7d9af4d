"""iCalendar files: days, hours, zones and places."""

from datetime import date, time

import pytest

from desk_app.domain.errors import DeskError
from desk_app.intake.announcement import read_announcement_bytes
from desk_app.intake.announcement_event import Announcement

TIMED = ("DTSTART;TZID=Europe/Paris:20240703T093000", "DTEND;TZID=Europe/Paris:20240703T170000")


def calendar(*events: tuple[str, ...], head: tuple[str, ...] = ()) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//desk//EN", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20240101T000000Z", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def read(*lines: str, head: tuple[str, ...] = ()) -> Announcement:
    (found,) = read_announcement_bytes(calendar(lines, head=head).encode(), "event.ics")
    return found


def test_an_event_is_read_whole() -> None:
    event = read(
        "SUMMARY:Musées\\, publics",
        *TIMED,
        "LOCATION:La Coursive\\, 25 rue X\\, 21000 Dijon",
        "DESCRIPTION:Un texte sur les musées.\\nJauge : 60 places",
        "CATEGORIES:Médiation,Workshop",
        'ORGANIZER;CN="Agence":mailto:contact@example.org',
        "URL:https://example.org/e",
    ).event
    assert (event.title, event.kind) == ("Musées, publics", "Workshop")
    assert (event.days, event.opens, event.closes) == ((date(2024, 7, 3),), time(9, 30), time(17))
    assert (event.venue, event.city) == ("La Coursive", "Dijon")
    assert event.rest == "25 rue X, 21000 Dijon\nMédiation"
    assert event.about == "Un texte sur les musées.\nJauge : 60 places"
    assert (event.capacity, event.organiser, event.url) == (60, "Agence", "https://example.org/e")
    assert (event.zone, event.language) == ("Europe/Paris", "fr")


def test_the_end_of_whole_days_is_the_day_before() -> None:
    event = read("SUMMARY:X", "DTSTART;VALUE=DATE:20240703", "DTEND;VALUE=DATE:20240705").event
    assert (event.days, event.opens) == ((date(2024, 7, 3), date(2024, 7, 4)), None)


def test_a_whole_day_needs_no_end() -> None:
    assert read("SUMMARY:X", "DTSTART;VALUE=DATE:20240703").event.days == (date(2024, 7, 3),)


def test_the_zone_of_the_file_is_kept() -> None:
    event = read("SUMMARY:X", "DTSTART;TZID=America/Montreal:20240703T090000").event
    assert (event.zone, event.opens, event.closes) == ("America/Montreal", time(9), None)


def test_coordinated_time_is_shown_by_the_calendars_zone() -> None:
    event = read("SUMMARY:X", "DTSTART:20240703T120000Z", "DURATION:PT2H").event
    assert (event.zone, event.opens, event.closes) == ("Europe/Paris", time(14), time(16))
    abroad = read("SUMMARY:X", "DTSTART:20240703T120000Z", head=("X-WR-TIMEZONE:Asia/Tokyo",)).event
    assert (abroad.zone, abroad.opens) == ("Asia/Tokyo", time(21))


def test_a_title_says_its_own_language() -> None:
    assert read("SUMMARY;LANGUAGE=en-GB:Le Musée", *TIMED).event.language == "en"


def test_a_place_without_a_postcode_is_not_taken_apart() -> None:
    event = read("SUMMARY:X", *TIMED, "LOCATION:La Coursive\\, Dijon").event
    assert (event.venue, event.city) == ("La Coursive, Dijon", "")


def test_every_event_is_read() -> None:
    text = calendar(("SUMMARY:A", *TIMED), ("SUMMARY:B", *TIMED))
    assert [a.event.title for a in read_announcement_bytes(text.encode(), "x")] == ["A", "B"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("RRULE:FREQ=WEEKLY", "The event repeats: only its first occurrence was read."),
        ("STATUS:CANCELLED", "The announcement says that this event is cancelled."),
    ],
)
def test_what_changes_the_event_is_told(line: str, told: str) -> None:
    assert told in [str(note) for note in read("SUMMARY:X", *TIMED, line).unread]


def test_a_broken_date_is_told() -> None:
    found = read("SUMMARY:X", "DTSTART:tomorrow")
    assert found.event.days == ()
    assert any("date" in str(note) for note in found.unread)


def test_a_zone_that_breaks_the_file_is_told() -> None:
    with pytest.raises(DeskError, match="is damaged"):
        read("SUMMARY:X", "DTSTART;TZID=Europe:20240703T093000")


def test_an_event_that_ends_before_it_begins_is_told() -> None:
    found = read("SUMMARY:X", "DTSTART;VALUE=DATE:20240703", "DTEND;VALUE=DATE:20240701")
    assert found.event.days == (date(2024, 7, 3),)
    assert any("could not be read" in str(note) for note in found.unread)


def test_an_organiser_without_a_name_gives_the_address() -> None:
    found = read("SUMMARY:X", *TIMED, "ORGANIZER:mailto:contact@example.org")
    assert found.event.organiser == "contact@example.org"


def test_an_end_beyond_the_calendar_is_told() -> None:
    found = read("SUMMARY:X", "DTSTART:00010101T000000Z", "DTEND:99991231T235959Z")
    assert found.event.days == (date(1, 1, 1),)
    assert any("could not be read" in note.text for note in found.unread)
