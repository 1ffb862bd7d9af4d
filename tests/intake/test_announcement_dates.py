"""Days and hours as people write them."""

from datetime import date, time

import pytest

from desk_app.intake.announcement_dates import is_when, read_hours, read_when

JULY = {3: date(2024, 7, 3), 4: date(2024, 7, 4), 5: date(2024, 7, 5)}


@pytest.mark.parametrize(
    "text",
    [
        "03/07/24",
        "3/7/2024",
        "03.07.2024",
        "03-07-24",
        "2024-07-03",
        "2024/07/03",
        "3 juillet 2024",
        "Mercredi 3 juil. 2024",
        "July 3, 2024",
        "Wednesday, July 3rd, 2024",
        "3rd of July 2024",
        "le 3 juillet 2024 à 9h",
    ],
)
def test_one_day(text: str) -> None:
    assert read_when(text).days == (JULY[3],)


@pytest.mark.parametrize(
    "text",
    [
        "03/07/24 au 05/07/24",
        "du 3 au 5 juillet 2024",
        "du 03/07 au 05/07/2024",
        "3, 4 et 5 juillet 2024",
        "03/07/24 – 05/07/24",
        "July 3-5, 2024",
        "from 3 July to 5 July 2024",
        "2024-07-03 to 2024-07-05",
        "05/07/24, 03/07/24, 04/07/24",
        "du mercredi 3 juillet 2024 à 9h au vendredi 5 juillet 2024 à 17h",
    ],
)
def test_three_days(text: str) -> None:
    assert read_when(text).days == (JULY[3], JULY[4], JULY[5])


@pytest.mark.parametrize(
    "text", ["3 et 5 juillet 2024", "03/07/2024, 05/07/2024", "3 & 5 July 2024"]
)
def test_two_days_apart(text: str) -> None:
    assert read_when(text).days == (JULY[3], JULY[5])


@pytest.mark.parametrize("text", ["1er août 2024", "1 aout 2024", "01/08/24", "August 1st 2024"])
def test_months_with_or_without_accents(text: str) -> None:
    assert read_when(text).days == (date(2024, 8, 1),)


def test_a_range_over_the_new_year_begins_the_year_before() -> None:
    days = read_when("du 30 décembre au 2 janvier 2025").days
    assert (days[0], days[-1], len(days)) == (date(2024, 12, 30), date(2025, 1, 2), 4)


@pytest.mark.parametrize(
    "text",
    [
        "à confirmer",
        "31/02/24",
        "07/15/24",
        "3 juillet",
        "juillet 2024",
        "du 5 au 3 juillet 2024",
        "03/07/24, reporté au 04/09/24",
        "25h30",
        "9" * 50,
        "3 juillet 2024 " + "et encore " * 100,
    ],
)
def test_what_is_in_doubt_is_not_read(text: str) -> None:
    when = read_when(text)
    assert (when.days, when.doubt) == ((), text)


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("9h30 - 17h", time(9, 30), time(17)),
        ("de 9h à 17h30", time(9), time(17, 30)),
        ("9 h 30 – 17 h 00", time(9, 30), time(17)),
        ("09:30-17:00", time(9, 30), time(17)),
        ("9-17h", time(9), time(17)),
        ("9am to 5:30 pm", time(9), time(17, 30)),
        ("2-5pm", time(14), time(17)),
        ("9.30 a.m.", time(9, 30), None),
        ("à partir de 14h", time(14), None),
        ("jusqu'à 17h", None, time(17)),
        ("9h-12h30 / 14h-17h", time(9), time(17)),
    ],
)
def test_hours(text: str, opens: time | None, closes: time | None) -> None:
    when = read_hours(text)
    assert (when.opens, when.closes, when.doubt) == (opens, closes, "")


def test_days_and_hours_in_one_value() -> None:
    when = read_when("3 juillet 2024 (9h30-17h)")
    assert (when.days, when.opens, when.closes) == ((JULY[3],), time(9, 30), time(17))


def test_words_beside_one_date_are_kept() -> None:
    when = read_when("03/07/24 sous réserve")
    assert (when.days, when.left) == ((JULY[3],), "sous reserve")
    assert not is_when("03/07/24 sous réserve")


def test_a_date_is_no_hours() -> None:
    assert read_hours("03/07/24").doubt == "03/07/24"
