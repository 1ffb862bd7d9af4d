"""Saved web pages: by their linked data, else by their text."""

import json
from datetime import date, time
from typing import Any

import pytest

from desk_app.intake.announcement import read_announcement_bytes
from desk_app.intake.announcement_event import Announcement

EVENT: dict[str, Any] = {
    "@type": "EducationEvent",
    "name": "Mus&eacute;es &amp; publics",
    "startDate": "2024-07-03T09:30:00+02:00",
    "endDate": "2024-07-03T17:00:00+02:00",
    "description": "<p>Bonjour&nbsp;!</p><ul><li>un</li><li>deux</li></ul>",
    "location": {
        "@type": "Place",
        "name": "La Coursive",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "1 rue X",
            "addressLocality": "Dijon",
        },
    },
    "organizer": [{"@type": "Organization", "name": "Agence"}],
    "maximumAttendeeCapacity": "60",
    "offers": {"@type": "Offer", "price": "0.00", "priceCurrency": "EUR"},
}


def page(linked: Any, body: str = "", lang: str = "fr-FR") -> str:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    return f'<!DOCTYPE html><html lang="{lang}"><head>{script}</head><body>{body}</body></html>'


def read(markup: str) -> tuple[Announcement, ...]:
    return read_announcement_bytes(markup.encode(), "page.html")


def test_an_event_in_linked_data() -> None:
    (found,) = read(page(EVENT))
    event = found.event
    assert (event.title, event.days) == ("Musées & publics", (date(2024, 7, 3),))
    assert (event.opens, event.closes) == (time(9, 30), time(17))
    assert (event.venue, event.city, event.rest) == ("La Coursive", "Dijon", "1 rue X, Dijon")
    assert event.about == "Bonjour !\n\n• un\n• deux"
    assert (event.organiser, event.capacity, event.access) == ("Agence", 60, "Gratuit")
    assert (event.language, found.unread) == ("fr", ())


@pytest.mark.parametrize(
    "linked",
    [
        [EVENT],
        {"@graph": [{"@type": "WebPage"}, EVENT]},
        {"@type": "WebPage", "mainEntity": EVENT},
        {**EVENT, "@type": ["Thing", "https://schema.org/Event"]},
        {**EVENT, "@type": "Festival"},
    ],
)
def test_the_event_is_found_wherever_it_is(linked: Any) -> None:
    assert [found.event.city for found in read(page(linked))] == ["Dijon"]


def test_linked_data_alone_is_enough() -> None:
    assert read(json.dumps(EVENT))[0].event.city == "Dijon"


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024-07-03", "2024-07-04", 2),
        ("2024-07-03", "", 1),
        ("2024-07-03T00:00", "2024-07-04T23:59:59", 2),
        ("2024-07-03T20:00", "2024-07-04T02:00", 1),
        ("2024-07-03T09:00", "2024-07-05T00:00", 2),
        ("2024-07-03T22:30:00Z", "2024-07-04T15:00:00Z", 1),
    ],
)
def test_days_of_linked_data(start: str, end: str, days: int) -> None:
    (found,) = read(page({**EVENT, "startDate": start, "endDate": end}))
    assert len(found.event.days) == days


def test_midnight_to_midnight_is_no_hours() -> None:
    (found,) = read(page({**EVENT, "startDate": "2024-07-03T00:00", "endDate": "2024-07-03T23:59"}))
    assert (found.event.opens, found.event.closes) == (None, None)


def test_another_time_zone_is_told() -> None:
    (found,) = read(page({**EVENT, "startDate": "2024-07-03T09:00:00-04:00", "endDate": ""}))
    assert found.event.opens == time(15)
    assert str(found.unread[0]).endswith("another time zone and are shown in Europe/Paris.")


@pytest.mark.parametrize(
    ("location", "venue", "city"),
    [
        ("La Coursive, 25 rue X, 21000 Dijon", "La Coursive", "Dijon"),
        ({"@type": "Place", "name": "A", "address": "25 rue X, 21000 Dijon"}, "A", "Dijon"),
        ({"@type": "PostalAddress", "addressLocality": "Dijon"}, "", "Dijon"),
        (
            {"@type": "VirtualLocation", "url": "https://example.org/live"},
            "https://example.org/live",
            "",
        ),
        (
            [{"@type": "VirtualLocation", "name": "En ligne"}, {"@type": "Place", "name": "A"}],
            "A",
            "",
        ),
        (None, "", ""),
    ],
)
def test_places(location: Any, venue: str, city: str) -> None:
    (found,) = read(page({**EVENT, "location": location}))
    assert (found.event.venue, found.event.city) == (venue, city)


def test_other_events_of_the_page_are_only_related() -> None:
    other = {"@type": "Event", "name": "Autre", "startDate": "2025-01-01"}
    (found,) = read(page([other, EVENT], "<h1>Musées &amp; publics</h1>"))
    assert (found.event.city, found.event.related) == ("Dijon", "Autre")


def test_a_cancelled_event_is_told() -> None:
    (found,) = read(page({**EVENT, "eventStatus": "https://schema.org/EventCancelled"}))
    assert "cancelled" in str(found.unread[0])


def test_unreadable_values_are_told() -> None:
    (found,) = read(page({**EVENT, "startDate": "soon", "maximumAttendeeCapacity": "many"}))
    told = [str(note) for note in found.unread]
    assert "The date “soon” could not be read." in told
    assert "The capacity “many” could not be read." in told


BODY = """<nav><ul><li>Lieu</li></ul></nav>
<main><span>Workshop</span><h1>Musées et <em>publics</em></h1>
<div><span>Date(s)</span><span>03/07/24</span></div><dl><dt>Ville</dt><dd>Dijon</dd></dl>
<p><strong>Lieu</strong> La Coursive</p><h2>&Agrave; propos</h2><p>Un <b>texte</b>, long.</p>
<h3>Objectifs&nbsp;:</h3><ul><li>un</li><li><p>deux</p></li></ul><button>S’inscrire</button></main>
<footer>Ville Paris</footer>"""


@pytest.mark.parametrize("linked", [{"@type": "WebPage"}, "not { json"])
def test_a_page_without_linked_events_is_read_by_its_text(linked: Any) -> None:
    event = read(page(linked, BODY))[0].event
    assert (event.title, event.kind, event.days) == (
        "Musées et publics",
        "Workshop",
        (date(2024, 7, 3),),
    )
    assert (event.city, event.venue, event.language) == ("Dijon", "La Coursive", "fr")
    assert (event.about, event.objectives) == ("Un texte, long.", "• un\n• deux")


def test_broken_linked_data_does_not_hide_the_text() -> None:
    markup = f'<script type="application/ld+json">{{"@type": "Event",</script>{BODY}'
    assert read(markup)[0].event.city == "Dijon"


def test_a_web_archive_in_one_file_is_opened() -> None:
    archive = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"<html><body>{BODY}</body></html>\r\n--b--\r\n"
    )
    assert read(archive)[0].event.venue == "La Coursive"
