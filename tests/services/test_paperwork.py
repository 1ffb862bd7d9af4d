"""Documents: what each says, of whom, in both languages."""

from dataclasses import replace

import pytest

from desk_app import words
from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Status
from desk_app.services import afterwards, checkin, paperwork, particulars, undoing
from desk_app.services.checkin import Place
from desk_app.services.paperwork import PAPERS, Request
from desk_app.services.particulars import Said
from desk_app.store.session import Session
from tests.badges.people import NAMES, document
from tests.services.days import MINUTE, NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE", organisation="Ocim")
MAX = guest("Max Martin", "QR-MAX")
EVA = guest("Eva Oratrice", "QR-EVA", ticket_type="Intervenant·e")
LUC = replace(guest("Luc Petit", "QR-LUC"), status=Status.CANCELLED)
EVENING = NINE + 10 * 60 * MINUTE


def opened(session: Session) -> Place:
    """Zoé came at two past nine and left at four, Max is absent, Eva speaks, Luc cancelled."""
    place = open_with(session, ZOE, MAX, EVA, LUC)
    checkin.enter(session, place, who(place, ZOE), NINE + 2 * MINUTE)
    checkin.leave(session, place, who(place, ZOE), NINE + 7 * 60 * MINUTE)
    return place


def drawn(session: Session, place: Place, kind: str, language: str = "en", **more: object) -> bytes:
    return paperwork.gather(session, kind, Request(place, language, EVENING, **more))()  # type: ignore[arg-type]


def say(session: Session, place: Place, **texts: str) -> None:
    particulars.keep(session, place.event, Said(texts), NINE)


def pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range().replace("\r\n", " ") for page in document(pdf)]


def text(session: Session, place: Place, kind: str, language: str = "en") -> str:
    return " ".join(pages(drawn(session, place, kind, language)))


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_page_is_a4_and_has_its_number(session: Session, kind: str, language: str) -> None:
    pdf = document(drawn(session, opened(session), kind, language))
    for page in pdf:
        assert [round(it, 1) for it in page.get_size()] == [595.3, 841.9]
        assert " / " in page.get_textpage().get_text_range()


def test_a_sheet_to_sign_has_pages_of_its_own_for_each_day(session: Session) -> None:
    first, second = pages(drawn(session, opened(session), "sign-in"))
    assert "3 December 2026" in first
    assert "4 December 2026" in second
    assert "Page 2 / 2" in second


def test_a_check_in_stands_beside_the_box(session: Session) -> None:
    first, second = pages(drawn(session, opened(session), "sign-in", "fr"))
    assert "pointage à l’accueil 09:02" in first
    assert "pointage à l’accueil 09" not in second


def test_who_speaks_signs_apart_and_who_cancelled_does_not(session: Session) -> None:
    first = pages(drawn(session, opened(session), "sign-in"))[0]
    assert first.index("MARTIN Max") < first.index("Speakers and trainers") < first.index("Eva")
    assert "PETIT" not in first


@pytest.mark.parametrize("count", [1, 3, 5])
def test_blank_lines_alone_begin_no_page(session: Session, count: int) -> None:
    place = open_with(session, *(guest(f"Anne{number} Martin") for number in range(count)))
    days = pages(drawn(session, place, "sign-in"))
    assert len(days) == 2
    assert all("Not on the list" in day and "the signature alone attests" in day for day in days)


def test_a_sheet_to_sign_says_how_long_the_day_is(session: Session) -> None:
    place = opened(session)
    say(session, place, morning="09:00-12:30", afternoon="14:00-17:30")
    assert "Duration 7 hours" in pages(drawn(session, place, "sign-in"))[0]


def test_absent_people_are_those_expected_and_not_here(session: Session) -> None:
    told = text(session, opened(session), "absent")
    assert "MARTIN Max" in told
    assert "LEFÈVRE" not in told
    assert "PETIT" not in told


def test_organisations_say_how_many_came(session: Session) -> None:
    told = text(session, opened(session), "by-organisation").replace("\u00a0", " ")
    assert "Ocim · 1 of 1" in told
    assert told.index("Ocim") < told.index("Without an organisation · 0 of 2")


def test_a_ticked_line_is_scanned_back_in(session: Session) -> None:
    import zxingcpp

    place = opened(session)
    bitmap = document(drawn(session, place, "paper-list"))[0].render(scale=4).to_pil()
    codes = {it.text for it in zxingcpp.read_barcodes(bitmap)}
    assert codes == {"QR-ZOE", "QR-MAX", "QR-EVA"}
    assert checkin.scan(session, place, "QR-MAX", EVENING).outcome.admits


def test_letters_are_for_people_who_were_recorded(session: Session) -> None:
    (only,) = pages(drawn(session, opened(session), "attestation"))
    assert "Zoé Lefèvre" in only
    assert "check-in at 09:02" in only


def test_hours_are_counted_only_where_they_were_said(session: Session) -> None:
    place = opened(session)
    assert "duration" not in text(session, place, "attestation")
    say(session, place, morning="09:00-12:30", afternoon="14:00-17:00")
    assert "A duration of 6 hours 30" in text(session, place, "attestation")


def test_nobody_recorded_means_no_letter(session: Session) -> None:
    with pytest.raises(DeskError, match="nothing can be"):
        drawn(session, open_with(session, MAX), "certificate")


def test_the_institution_signs(session: Session) -> None:
    place = opened(session)
    say(session, place, institution="Ocim", representative="A. Roy", nature="vae")
    told = text(session, place, "certificate", "fr")
    assert "Je soussigné(e) A. Roy" in told
    assert "×" in told


def test_a_correction_is_entered_as_such_and_counted(session: Session) -> None:
    place = opened(session)
    at = NINE + 5 * MINUTE
    assert afterwards.enter_late(
        session, place, who(place, MAX), at, "A. Roy", "not scanned", EVENING
    )
    assert "One check-in was entered after the fact" in text(session, place, "attendance")
    assert "entered after the fact" in pages(drawn(session, place, "sign-in"))[0]
    assert afterwards.count(session, place.event) == 1


def test_who_was_in_already_is_not_entered_again(session: Session) -> None:
    place = opened(session)
    at = NINE + 30 * MINUTE
    assert not afterwards.enter_late(session, place, who(place, ZOE), at, "A.", "b", EVENING)


@pytest.mark.parametrize(
    ("author", "reason", "at"), [("", "why", NINE), ("A.", " ", NINE), ("A.", "b", EVENING + 1)]
)
def test_a_correction_says_who_why_and_when(
    session: Session, author: str, reason: str, at: int
) -> None:
    place = opened(session)
    with pytest.raises(DeskError):
        afterwards.enter_late(session, place, who(place, MAX), at, author, reason, EVENING)


def test_a_correction_that_is_undone_counts_no_more(session: Session) -> None:
    place = opened(session)
    afterwards.enter_late(session, place, who(place, MAX), NINE, "A.", "b", EVENING)
    undoing.undo(session, place.event, EVENING)
    assert afterwards.count(session, place.event) == 0


@pytest.mark.parametrize("kind", ["sign-in", "paper-list", "by-organisation", "attestation"])
def test_names_of_every_script_are_written(session: Session, kind: str) -> None:
    people = [guest(f"{given} {family}".strip()) for given, family in NAMES]
    place = open_with(session, *people)
    for person in people:
        checkin.enter(session, place, who(place, person), NINE)
    told = text(session, place, kind)
    for name in ("Phượng", "Достоевская", "क्षत्रिय"):
        assert name.lower() in told.lower()
