"""Reading an announcement from a file: its kind and encoding found by what it holds."""

from datetime import date
from pathlib import Path

import pytest

from desk_app import paths, words
from desk_app.domain.errors import DeskError
from desk_app.intake.announcement import read_announcement, read_announcement_bytes

PAGE = "Atelier\nMusées d’été\n\nDate : 03/07/24\nVille : Besançon\nÀ propos\nDéjà vu."


def test_the_sample_event_is_read_whole() -> None:
    (found,) = read_announcement(paths.resources() / "sample" / "event.txt")
    event = found.event
    assert event.title.startswith("Tiers-lieux et institutions culturelles : coopérer et faire")
    assert (event.kind, event.days) == ("Workshop", (date(2024, 7, 3),))
    assert (event.city, event.venue) == ("Dijon", "La Coursive")
    assert event.access == "Gratuit - inscription obligatoire"
    assert event.about.startswith("Dans le cadre")
    assert event.about.endswith("ou à venir.")
    assert event.objectives.count("•") == 3
    assert event.audience.startswith("Professionnels des institutions")
    assert event.practical == (
        "Participation gratuite sous réserve d’inscription et de place disponible."
    )
    assert (event.partners, event.related, event.rest) == ("", "", "")
    assert [str(note) for note in found.unread] == ["No hours are given.", "No capacity is given."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    (found,) = read_announcement_bytes(PAGE.encode(encoding), "page.txt")
    assert (found.event.title, found.event.city) == ("Musées d’été", "Besançon")
    assert found.event.about == "Déjà vu."


def test_old_line_ends_are_understood() -> None:
    (found,) = read_announcement_bytes(PAGE.replace("\n", "\r").encode(), "page.txt")
    assert found.event.city == "Besançon"


def test_what_a_file_is_called_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "event.ics"
    file.write_text(PAGE, encoding="utf-8")
    assert read_announcement(file)[0].event.title == "Musées d’été"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF file"),
        (b"\x89PNG\r\n\x1a\n\x00", "is a PNG file"),
        (b"PK\x03\x04\x14\x00", "is a ZIP/Office file"),
        (b"{\\rtf1 Date : 03/07/24}", "is a RTF file"),
        (bytes(range(1, 256)) * 8, "is not a text"),
        (b"Nom;Date;Ville\r\nEk;03/07/24;Dijon", "is a table"),
        (b"Order code,Name,Email,Date,City\r\n1,2,3,4,5", "is a table"),
        (b"Hello world", "No event could be recognised"),
        (b'{"name": "x"}', "No event could be recognised"),
        (b"<html><body> </body></html>", "has no text"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "holds no event"),
    ],
)
def test_other_files_are_refused_in_one_sentence(content: bytes, reason: str) -> None:
    with pytest.raises(DeskError, match=reason):
        read_announcement_bytes(content, "file")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"“gone\.txt” could not be opened"):
        read_announcement(tmp_path / "gone.txt")


def test_what_is_missing_is_said_in_french_too() -> None:
    (found,) = read_announcement_bytes(PAGE.encode(), "page.txt")
    assert "Aucune jauge n’est indiquée." in [words.say(note, "fr") for note in found.unread]
