"""Opening a data folder, and one transaction at a time."""

import threading
from pathlib import Path

import pytest

from desk_app.domain.errors import DeskError
from desk_app.services import settings
from desk_app.store.session import Store


def write_and_fail(store: Store) -> None:
    with store.transaction() as session:
        settings.write(session, "theme", "dark")
        raise ZeroDivisionError


def test_a_folder_is_made_when_it_is_opened(tmp_path: Path) -> None:
    store = Store(tmp_path / "deep" / "désk 1")
    store.close()
    assert store.file.is_file()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("a letter")
    with pytest.raises(DeskError, match="cannot be used"):
        Store(tmp_path / "desk")


def test_a_folder_where_nothing_can_be_written_is_refused(folder: Path) -> None:
    (folder / "desk.db-journal" / "in the way").mkdir(parents=True)
    with pytest.raises(DeskError, match="cannot be opened"):
        Store(folder)


def test_a_transaction_that_fails_writes_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        write_and_fail(store)
    with store.transaction() as session:
        assert settings.read(session) == {}


def test_what_was_written_is_there_after_closing(folder: Path) -> None:
    store = Store(folder)
    with store.transaction() as session:
        settings.write(session, "theme", "dark")
    store.close()
    with Store(folder).transaction() as session:
        assert settings.read(session) == {"theme": "dark"}


def test_a_commit_waits_for_the_disk(store: Store) -> None:
    with store.transaction() as session:
        assert session.run("PRAGMA journal_mode").scalar_one() == "wal"
        assert session.run("PRAGMA synchronous").scalar_one() == 2
        assert session.run("PRAGMA foreign_keys").scalar_one() == 1


def test_two_windows_on_one_folder_take_turns(folder: Path) -> None:
    stores = [Store(folder), Store(folder)]

    def count(store: Store) -> None:
        for _ in range(20):
            with store.transaction() as session:
                before = int(settings.read(session).get("count", "0"))
                settings.write(session, "count", str(before + 1))

    threads = [threading.Thread(target=count, args=[store]) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with stores[0].transaction() as session:
        assert settings.read(session)["count"] == "40"
    for store in stores:
        store.close()
