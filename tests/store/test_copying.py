"""A copy of the data is whole, and never takes the place of the data itself."""

from pathlib import Path

import pytest

from desk_app.domain.errors import DeskError
from desk_app.services import settings
from desk_app.store.copying import save_copy
from desk_app.store.session import Store


def test_a_copy_opens_as_a_desk_of_its_own(store: Store, tmp_path: Path) -> None:
    with store.transaction() as session:
        settings.write(session, "theme", "dark")
    (tmp_path / "copy").mkdir()
    save_copy(store.file, tmp_path / "copy" / "desk.db")
    copy = Store(tmp_path / "copy")
    with copy.transaction() as session:
        assert settings.read(session)["theme"] == "dark"
    copy.close()


def test_the_data_itself_is_never_written_over(store: Store) -> None:
    with pytest.raises(DeskError, match="itself"):
        save_copy(store.file, store.file)


def test_a_folder_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="Choose another folder"):
        save_copy(store.file, tmp_path / "gone" / "desk.db")
