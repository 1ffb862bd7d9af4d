"""A newer export is told once, when it is whole; what was there before is not."""

import os
from pathlib import Path

from desk_app.devices.watch import Watch


def heard(watch: Watch) -> list[Path]:
    told: list[Path] = []
    watch.appeared.connect(told.append)
    return told


def save(file: Path, text: str, second: int) -> Path:
    """A file as it was saved at some second."""
    file.write_text(text, encoding="utf-8")
    os.utime(file, (1_720_000_000 + second, 1_720_000_000 + second))
    return file


def looked_twice(watch: Watch) -> None:
    watch.look()
    watch.look()


def test_what_is_there_already_is_not_told(qapp: object, tmp_path: Path) -> None:
    save(tmp_path / "export.csv", "Nom", 1)
    watch = Watch()
    told = heard(watch)
    watch.watch(tmp_path)
    looked_twice(watch)
    assert told == []


def test_a_newer_export_in_the_folder_is_told_once(qapp: object, tmp_path: Path) -> None:
    watch = Watch()
    told = heard(watch)
    watch.watch(tmp_path)
    newer = save(tmp_path / "export (1).csv", "Nom", 2)
    looked_twice(watch)
    looked_twice(watch)
    assert told == [newer]


def test_a_file_that_still_grows_is_left_alone(qapp: object, tmp_path: Path) -> None:
    watch = Watch()
    told = heard(watch)
    watch.watch(tmp_path)
    file = save(tmp_path / "export.csv", "Nom", 1)
    watch.look()
    save(file, "Nom;Prénom", 2)
    watch.look()
    assert told == []
    watch.look()
    assert told == [file]


def test_a_replaced_file_is_told(qapp: object, tmp_path: Path) -> None:
    file = save(tmp_path / "export.csv", "Nom", 1)
    watch = Watch()
    told = heard(watch)
    watch.watch(file)
    save(tmp_path / "new", "Nom;Prénom", 2).replace(file)
    looked_twice(watch)
    assert told == [file]


def test_downloads_under_way_and_other_files_are_not_told(qapp: object, tmp_path: Path) -> None:
    watch = Watch()
    told = heard(watch)
    watch.watch(tmp_path)
    for name in ("export.csv.part", "~$export.xlsx", ".export.csv", "photo.png", "empty.csv"):
        save(tmp_path / name, "" if name == "empty.csv" else "Nom", 3)
    looked_twice(watch)
    assert told == []


def test_a_folder_that_is_away_is_no_trouble(qapp: object, tmp_path: Path) -> None:
    watch = Watch()
    told = heard(watch)
    watch.watch(tmp_path / "gone")
    looked_twice(watch)
    (tmp_path / "gone").mkdir()
    newer = save(tmp_path / "gone" / "export.csv", "Nom", 4)
    looked_twice(watch)
    assert told == [newer]


def test_nothing_is_told_once_nobody_watches(qapp: object, tmp_path: Path) -> None:
    watch = Watch()
    told = heard(watch)
    watch.watch(tmp_path)
    watch.watch(None)
    save(tmp_path / "export.csv", "Nom", 1)
    looked_twice(watch)
    assert told == []
