"""Platforms that a user describes beside ours."""

from pathlib import Path

import pytest

from desk_app.domain.errors import DeskError
from desk_app.intake.platforms import platforms
from desk_app.intake.reading import Reading, read_bytes
from tests.intake.exports import table

OURS = """
[reasons]
guest = "A guest of the house, not a participant."

[[platform]]
id = "village"
name = "Village Tickets"
signature = [["Nr"], ["Who"], ["Pass word"]]
needs = 3
external_id = [["response_id"]]
missing_means = "cancelled"
scan_from = "scan_code"
set_aside = [{ field = "note", when = "filled", reason = "guest" }]
[platform.columns]
"Nr" = "response_id"
"Who" = "full_name"
"Pass word" = "scan_code"
"Remark" = "note"
[platform.status]
gone = "cancelled"
"""
EXPORT = table(
    ("Nr", "Who", "Pass word", "Status", "Remark"),
    ("7", "Ann Lee", "sesame", "gone", ""),
    ("8", "Bob Roe", "open", "ok", "mayor"),
)


def reading(folder: Path, text: str = OURS) -> Reading:
    (folder / "village.toml").write_text(text, encoding="utf-8")
    return read_bytes(EXPORT, "x", profiles=folder)


def test_a_platform_of_the_user_is_recognised_and_its_rules_hold(tmp_path: Path) -> None:
    found = reading(tmp_path)
    (one,) = found.registrations
    assert (found.platform, found.missing_means) == ("Village Tickets", "cancelled")
    assert (one.external_id, one.full_name, one.scan_code) == ("7", "Ann Lee", "sesame")
    assert one.status == "cancelled"


def test_rows_are_set_aside_for_the_users_own_reason(tmp_path: Path) -> None:
    (aside,) = reading(tmp_path).refused
    assert (aside.row, str(aside.reason)) == (3, "A guest of the house, not a participant.")


def test_a_profile_changed_meanwhile_is_read_anew(tmp_path: Path) -> None:
    reading(tmp_path)
    assert reading(tmp_path, OURS.replace("Village Tickets", "Town")).platform == "Town"


def test_a_profile_of_the_user_replaces_ours_with_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(OURS.replace('"village"', '"luma"'), encoding="utf-8")
    assert [one.name for one in platforms(tmp_path) if one.id == "luma"] == ["Village Tickets"]


def test_without_a_folder_ours_are_known(tmp_path: Path) -> None:
    assert platforms(tmp_path / "none") == platforms()
    assert read_bytes(EXPORT.replace(b"Who", b"Name"), "x").platform == ""


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (OURS + "x = [", r"village\.toml are not well-formed TOML \(line \d+\)"),
        (OURS.replace('name = "Village Tickets"', ""), "“village” says nothing of “name”"),
        (OURS.replace("needs = 3", "needs = 4"), "“needs” that cannot be: 4. Allowed: 1–3"),
        (OURS.replace("needs = 3", 'needs = "3"'), "“needs”"),
        (OURS.replace('"cancelled"\nscan', '"maybe"\nscan'), "“missing_means”.*ask, cancelled"),
        (OURS.replace('"Who" = "full_name"', '"Who" = "whole"'), "“columns”.*full_name"),
        (OURS.replace('[["response_id"]]', '[["nix"]]'), "“external_id”.*response_id"),
        (OURS.replace('gone = "cancelled"', 'gone = "lost"'), "“status”.*waiting_list"),
        (OURS.replace('"guest" }', '"ghost" }'), "“set_aside”"),
        (OURS.replace("the house", "{house}"), "“reasons”"),
        (OURS.replace("scan_from", "scan_form"), "a key “scan_form” that nobody knows"),
        (OURS.replace("[[platform]]", "[[platforms]]"), "a key “platforms” that nobody knows"),
        (OURS + OURS[OURS.index("[[") :], "“village” is there for the second time"),
    ],
)
def test_a_fault_is_named_by_file_entry_and_key(wrong: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=words):
        reading(tmp_path, wrong)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "old.toml").write_bytes(b'name = "\xe9"')
    with pytest.raises(DeskError, match=r"old\.toml cannot be read"):
        platforms(tmp_path)
