"""A newer export is told once, when it is whole; what was there before is not."""

import os
from pathlib import Path

from desk_app.devices.watch import Watch


def save(file: Path, text: str, second: int) -> Path:
    """A file as it was saved at some second."""
    file.write_text(text, encoding="utf-8")
    os.utime(file, (1_720_000_000 + second, 1_720_000_000 + second))
    return file


def looked_twice(watch: Watch) -> list[Path]:
    return [path for path in (watch.look(), watch.look()) if path]


def test_what_is_there_already_is_not_told(tmp_path: Path) -> None:
    save(tmp_path / "export.csv", "Nom", 1)
    assert looked_twice(Watch(tmp_path)) == []


def test_a_newer_export_in_the_folder_is_told_once(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    newer = save(tmp_path / "export (1).csv", "Nom", 2)
    assert looked_twice(watch) == [newer]
    assert looked_twice(watch) == []


def test_a_file_that_still_grows_is_left_alone(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    file = save(tmp_path / "export.csv", "Nom", 1)
    assert watch.look() is None
    save(file, "Nom;Prénom", 2)
    assert watch.look() is None
    assert watch.look() == file


def test_a_replaced_file_is_told(tmp_path: Path) -> None:
    file = save(tmp_path / "export.csv", "Nom", 1)
    watch = Watch(file)
    save(tmp_path / "new", "Nom;Prénom", 2).replace(file)
    assert looked_twice(watch) == [file]


def test_downloads_under_way_and_other_files_are_not_told(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    for name in ("export.csv.part", "~$export.xlsx", ".export.csv", "photo.png", "empty.csv"):
        save(tmp_path / name, "" if name == "empty.csv" else "Nom", 3)
    assert looked_twice(watch) == []


def test_a_folder_that_is_away_is_no_trouble(tmp_path: Path) -> None:
    watch = Watch(tmp_path / "gone")
    assert looked_twice(watch) == []
    (tmp_path / "gone").mkdir()
    newer = save(tmp_path / "gone" / "export.csv", "Nom", 4)
    assert looked_twice(watch) == [newer]


def test_an_older_export_is_not_told_when_the_newest_is_deleted(tmp_path: Path) -> None:
    save(tmp_path / "monday.csv", "Nom", 1)
    newest = save(tmp_path / "tuesday.csv", "Nom", 2)
    watch = Watch(tmp_path)
    newest.unlink()
    assert looked_twice(watch) == []


def test_a_link_that_leads_nowhere_blinds_nobody(tmp_path: Path) -> None:
    (tmp_path / "lost.csv").symlink_to(tmp_path / "nowhere.csv")
    watch = Watch(tmp_path)
    newer = save(tmp_path / "export.csv", "Nom", 1)
    assert looked_twice(watch) == [newer]


def test_an_export_that_kept_its_older_date_is_told(tmp_path: Path) -> None:
    save(tmp_path / "export.csv", "Nom", 5)
    watch = Watch(tmp_path)
    copied = save(tmp_path / "copied.csv", "Nom", 1)
    assert looked_twice(watch) == [copied]


def test_of_several_exports_the_newest_alone_is_told(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    newest = save(tmp_path / "a.csv", "Nom", 2)
    save(tmp_path / "b.csv", "Nom", 1)
    assert looked_twice(watch) == [newest]
    assert looked_twice(watch) == []


def test_a_folder_with_the_name_of_an_export_is_not_told(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    (tmp_path / "e.csv").mkdir()
    assert looked_twice(watch) == []
