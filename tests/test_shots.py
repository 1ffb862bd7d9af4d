"""A picture of every screen, of the size and in the language and theme that were asked for."""

from itertools import count
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desk_app import shots, words
from desk_app.domain.errors import DeskError
from tests.programs import program

SCREENS = "checkin events roster badges attendance import settings kiosk".split()
MORE = (
    "checkin-welcome checkin-already-in checkin-cancelled checkin-unknown import-preview designer"
    " kiosk-welcome"
).split()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all pictures, as the command made it without a screen."""
    folder = tmp_path_factory.mktemp("shots")
    look = ("--size", "1100x700", "--theme", "dark", "--language", "fr")
    ended = program(["shots", "all", *look], folder)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert sorted(ended.stdout.split()) == sorted(f"all/{it.name}" for it in folder.glob("all/*"))
    return folder / "all"


def image(folder: Path, name: str) -> QImage:
    return QImage(str(folder / f"{name}-dark-fr-1100x700.png"))


def colours(picture: QImage) -> int:
    """How many different colours every third pixel has."""
    return len(
        {
            picture.pixel(x, y)
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        }
    )


def test_every_screen_has_its_picture(pictures: Path) -> None:
    names = {it.name.removesuffix("-dark-fr-1100x700.png") for it in pictures.iterdir()}
    assert names == {*SCREENS, *MORE}


@pytest.mark.parametrize("name", [*SCREENS, *MORE])
def test_no_picture_is_blank(pictures: Path, name: str) -> None:
    picture = image(pictures, name)
    assert (picture.width(), picture.height()) == (1100, 700)
    assert colours(picture) > 50


def test_no_two_pictures_are_the_same(pictures: Path) -> None:
    assert len({file.read_bytes() for file in pictures.iterdir()}) == len(SCREENS) + len(MORE)


@pytest.mark.parametrize("size", ["", "big", "0x700", "1280", "1280x", "-5x10", "99999x10"])
def test_an_impossible_size_is_refused_before_anything_is_drawn(tmp_path: Path, size: str) -> None:
    with pytest.raises(DeskError, match="1280x800"):
        shots.take(tmp_path / "all", size, "light", "en", None)
    assert not (tmp_path / "all").exists()


def test_the_clock_of_the_pictures_goes_forward() -> None:
    clock = shots.slow_clock()
    moments = [clock() for _ in zip(range(20), count(), strict=False)]
    assert moments == sorted(set(moments))
    assert words.current() in words.LANGUAGES
