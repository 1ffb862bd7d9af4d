"""The desk's own layouts: files of the data folder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.badges import layouts
from desk_app.badges.designs import Box, Design, written
from desk_app.domain.errors import DeskError
from desk_app.services import own_layouts
from desk_app.store.session import Session

MINE = Design("", "Été – VIP", 86, 55, (Box("given", 4, 4, 60, 20),))


@pytest.fixture(autouse=True)
def none_left() -> Iterator[None]:
    yield
    layouts.use_own([])


def titles() -> list[str]:
    return [it.title for it in layouts.layouts()]


def test_a_layout_is_a_file_of_the_data_folder_and_on_the_list(session: Session) -> None:
    identity = own_layouts.keep_layout(session, MINE)
    assert identity == "own-ete-vip"
    assert (session.folder / "layouts" / "own-ete-vip.toml").is_file()
    assert layouts.layout(identity) == replace(MINE, id=identity)


def test_a_layout_kept_again_takes_the_place_of_its_older_form(session: Session) -> None:
    identity = own_layouts.keep_layout(session, MINE)
    again = own_layouts.keep_layout(session, replace(MINE, id=identity, title="Winter"))
    assert again == identity
    assert titles()[-1] == "Winter"


def test_two_layouts_of_one_name_have_two_files(session: Session) -> None:
    first, second = (own_layouts.keep_layout(session, MINE) for _ in range(2))
    assert first != second
    assert titles().count("Été – VIP") == 2


def test_a_layout_that_cannot_be_printed_is_not_kept(session: Session) -> None:
    with pytest.raises(DeskError, match="add a box"):
        own_layouts.keep_layout(session, replace(MINE, boxes=()))
    assert not (session.folder / "layouts").exists()


def test_a_layout_is_forgotten_with_its_file(session: Session) -> None:
    identity = own_layouts.keep_layout(session, MINE)
    own_layouts.forget_layout(session, identity)
    assert MINE.title not in titles()
    assert not list((session.folder / "layouts").iterdir())


def test_what_ships_with_the_desk_cannot_be_forgotten(session: Session) -> None:
    own_layouts.forget_layout(session, "classic")
    assert layouts.layout("classic")


def test_a_layout_goes_from_desk_to_desk_as_one_file(session: Session, tmp_path: Path) -> None:
    own_layouts.hand_out(MINE, tmp_path / "from-a-friend.toml")
    identity = own_layouts.take_in(session, tmp_path / "from-a-friend.toml")
    assert layouts.layout(identity) == replace(MINE, id=identity)


def test_a_file_that_is_no_layout_is_refused_with_its_name(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "photo.toml").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(DeskError, match=r"photo\.toml"):
        own_layouts.take_in(session, tmp_path / "photo.toml")


def test_a_file_that_was_spoilt_is_told_and_the_others_are_there(session: Session) -> None:
    own_layouts.keep_layout(session, MINE)
    (session.folder / "layouts" / "own-bad.toml").write_text("title = ")
    (fault,) = own_layouts.use_own_layouts(session)
    assert "own-bad.toml" in str(fault)
    assert titles()[-1] == MINE.title


def test_a_layout_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DeskError, match="cannot be written"):
        own_layouts.hand_out(MINE, tmp_path / "file" / "mine.toml")


def test_a_title_gets_the_first_number_that_is_free() -> None:
    assert own_layouts.free_title("Classic", ["classic", "Classic 2"]) == "Classic 3"


def test_the_file_is_the_same_as_those_that_ship(session: Session) -> None:
    identity = own_layouts.keep_layout(session, MINE)
    file = session.folder / "layouts" / f"{identity}.toml"
    assert file.read_text(encoding="utf-8") == written(MINE)
