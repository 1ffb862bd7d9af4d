"""Whatever is opened instead of an export: a sentence says what is wrong, and where."""

import re
from pathlib import Path

import pytest

from desk_app.domain.errors import DeskError
from desk_app.intake.reading import read, read_bytes
from tests.intake import bad_files
from tests.intake.bad_files import NAUGHTY
from tests.intake.exports import warnings

REFUSED, TOLD = bad_files.refused(), bad_files.told()


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_export_is_refused_in_one_sentence(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    REFUSED[kind].write(file)
    with pytest.raises(DeskError, match=REFUSED[kind].words):
        read(file)


@pytest.mark.parametrize("kind", TOLD)
def test_what_is_odd_in_an_export_is_told_with_its_rows(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    TOLD[kind].write(file)
    assert re.search(TOLD[kind].words, warnings(read(file)))


def test_naughty_answers_come_through_letter_for_letter_but_for_blanks() -> None:
    found = read_bytes(bad_files.naughty(), "x").registrations
    plain = [text for text in NAUGHTY if text.isascii() and text.isprintable() and text[:1] != "'"]
    answers = {dict(one.answers).get("Question", "") for one in found}
    assert [text for text in plain if " ".join(text.split()) not in answers] == []


def test_everything_read_of_naughty_strings_can_be_stored() -> None:
    for one in read_bytes(bad_files.naughty(), "x").registrations:
        for text in (one.full_name, *(value for _, value in one.answers)):
            assert "\0" not in text
            assert text.encode("utf-8").decode("utf-8") == text


def test_no_part_of_a_file_is_lost_after_a_naughty_string() -> None:
    found = read_bytes(bad_files.naughty(), "x")
    assert len(found.registrations) + len(found.refused) == len(NAUGHTY)
