"""Moments as platforms write them."""

import pytest

from desk_app.intake.dates import iso, reader, with_time


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-01-12", "2026-01-12"),
        ("2026-01-12 08:03:11", "2026-01-12T08:03:11"),
        ("12/01/2026 08:03", "2026-01-12T08:03"),
        ("12/01/2026 - 08:03", "2026-01-12T08:03"),
        ("12.01.2026 08:41", "2026-01-12T08:41"),
        ("2026/01/12 8:03:11 AM UTC+1", "2026-01-12T08:03:11+01:00"),
        ("2026/01/12 12:27:59 AM UTC+1", "2026-01-12T00:27:59+01:00"),
        ("2026-01-12T08:03:11.000+01:00[Europe/Paris]", "2026-01-12T08:03:11+01:00"),
        ("2026-01-05T10:15:00.000Z", "2026-01-05T10:15:00+00:00"),
        ("January 5, 2026 10:15 +0000", "2026-01-05T10:15+00:00"),
        ("5 février 2026 à 10:15", "2026-02-05T10:15"),
        ("lundi 5 octobre 2026 à 14h05", "2026-10-05T14:05"),
        ("Mon, 05 Oct 2026 14:05:00 +0200", "2026-10-05T14:05:00+02:00"),
        ("Monday, October 5, 2026", "2026-10-05"),
        ("05-Oct-2026 2:05 PM", "2026-10-05T14:05"),
        ("5 октября 2026 г.", "2026-10-05"),
        ("5 de octubre de 2026", "2026-10-05"),
        ("1º ottobre 2026", "2026-10-01"),
        ("le printemps", "le printemps"),
        ("2026-13-45", "2026-13-45"),
    ],
)
def test_moments_become_iso(written: str, meant: str) -> None:
    assert iso(written, day_first=True) == meant


def test_a_day_above_twelve_tells_the_order_for_all() -> None:
    moments = reader(["01/02/26 17:18", "01/16/26 17:18"], "fr")
    assert moments(["01/02/26 17:18"]) == ["2026-01-02T17:18"]


def test_english_half_days_put_the_month_first() -> None:
    assert reader(["01/02/2026 04:20:40 PM"], "en")(["01/02/2026 04:20:40 PM"]) == [
        "2026-01-02T16:20:40"
    ]


def test_day_and_time_from_two_columns_are_one_moment() -> None:
    assert with_time("2026-01-12", "08:03:11") == "2026-01-12T08:03:11"
    assert with_time("2026-01-12", "soon") == "2026-01-12"


@pytest.mark.parametrize(
    ("counted", "meant"),
    [
        ("46300", "2026-10-05"),
        ("46300,5", "2026-10-05T12:00:00"),
        ("1791209100", "2026-10-05T14:05:00+00:00"),
        ("1791209100000", "2026-10-05T14:05:00+00:00"),
        ("75011", "75011"),
        ("0000-00-00 00:00:00", ""),
    ],
)
def test_days_and_seconds_that_machines_count_are_moments(counted: str, meant: str) -> None:
    assert reader([], "fr")([counted]) == [meant]
