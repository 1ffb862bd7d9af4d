"""The attendance list as a document: who stands on it, what is above it, in which files."""

import csv
import io
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from desk_app.domain.registration import Status
from desk_app.services import checkin, documents
from desk_app.services.checkin import Place
from desk_app.store.session import Session
from tests.services.days import MINUTE, NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", organisation="Ocim")
MAX = guest("Max Martin")
LUC = replace(guest("Luc Petit"), status=Status.CANCELLED)
DAY = 24 * 60 * MINUTE


def opened(session: Session) -> Place:
    """Zoé is in since ten past nine, Max is not, Luc cancelled."""
    place = open_with(session, ZOE, MAX, LUC)
    checkin.enter(session, place, who(place, ZOE), NINE + 10 * MINUTE)
    return place


def lines(session: Session, place: Place, language: str = "en", only: str = "all") -> list[str]:
    made = documents.document(session, place, "csv", language, NINE, only)
    rows = csv.reader(io.StringIO(made.decode("utf-8-sig")), delimiter=";")
    return [" ".join(filter(None, row)) for row in rows]


def test_everybody_is_listed_with_what_became_of_them(session: Session) -> None:
    rows = lines(session, opened(session))
    assert rows[1] == "LEFÈVRE Zoé Zoé Lefèvre Ocim Participant Present 09:10 3 December 2026"
    assert rows[2].endswith("Participant Absent")
    assert rows[3].endswith("Participant Registration cancelled")


def test_the_list_speaks_the_language_asked_for(session: Session) -> None:
    rows = lines(session, opened(session), "fr")
    assert rows[1].endswith("Présent 09:10 3 décembre 2026")
    assert rows[3].endswith("Inscription annulée")


@pytest.mark.parametrize(
    ("only", "names"),
    [("arrived", ["LEFÈVRE"]), ("absent", ["MARTIN"]), ("cancelled", ["PETIT"])],
)
def test_only_the_people_of_a_figure_are_listed(
    session: Session, only: str, names: list[str]
) -> None:
    rows = lines(session, opened(session), only=only)
    assert [row.split()[0] for row in rows[1:]] == names


def test_an_arrival_on_another_day_has_its_date(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.enter(session, place, who(place, ZOE), NINE + DAY)
    assert "2026-12-04 09:00" in lines(session, place)[1]


def test_the_head_says_where_when_and_who_is_left_out(session: Session) -> None:
    summary = documents.contents(session, opened(session), "en", NINE, "absent").summary
    assert summary.event_line == (
        "3 December 2026 – 4 December 2026 · La Coursive, Dijon · Checkpoint: 3 December 2026"
        " · Only the people absent"
    )
    assert summary.generated == "List of 3 December 2026, 09:00"


def test_the_totals_are_the_figures(session: Session) -> None:
    totals = dict(documents.contents(session, opened(session), "en", NINE).summary.totals)
    assert totals["People registered"] == 3
    assert (totals["People present"], totals["People absent"]) == (1, 1)
    assert totals["Places still free"] == 98


def test_a_workbook_and_a_paper_hold_the_same_list(session: Session) -> None:
    place = opened(session)
    book = documents.document(session, place, "xlsx", "en", NINE)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["Name", "LEFÈVRE Zoé", "MARTIN Max", "PETIT Luc"]
    assert documents.document(session, place, "pdf", "en", NINE).startswith(b"%PDF")


def test_another_kind_is_a_mistake_of_the_program(session: Session) -> None:
    with pytest.raises(ValueError, match="odt"):
        documents.document(session, opened(session), "odt", "en", NINE)
