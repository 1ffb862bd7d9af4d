"""The desk's own typeface: taken over, refused with a sentence, mixed with the usual one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app import paths
from desk_app.badges import typefaces
from desk_app.badges.shaping import shape
from desk_app.domain.errors import DeskError
from desk_app.services import own_fonts, settings
from desk_app.store.session import Session

FONTS = paths.resources() / "fonts"


@pytest.fixture(autouse=True)
def usual_again() -> Iterator[None]:
    yield
    typefaces.use_own({})


def own(tmp_path: Path, name: str = "NotoSansHebrew-Bold.ttf") -> Path:
    """A font with Latin letters, which is not the main one of the desk."""
    file = tmp_path / f"My {name}"
    file.write_bytes((FONTS / name).read_bytes())
    return file


def keys(text: str, *, bold: bool) -> list[str]:
    return [run.face.key for run in shape(text, bold).runs]


def test_a_font_serves_for_its_weight_and_for_the_other_until_there_is_one(
    session: Session, tmp_path: Path
) -> None:
    assert own_fonts.keep_font(session, own(tmp_path, "NotoSans-Bold.ttf")) == "Noto Sans"
    assert (keys("Anne", bold=True), keys("Anne", bold=False)) == (["Own1"], ["Own0"])


def test_what_the_font_lacks_is_written_in_the_usual_ones(session: Session, tmp_path: Path) -> None:
    own_fonts.keep_font(session, own(tmp_path, "NotoSans-Bold.ttf"))
    assert keys("Anne محمد", bold=True) == ["Own1", "NotoSansArabic-Bold"]


def test_the_font_is_there_after_the_next_start_and_gone_when_unwanted(
    session: Session, tmp_path: Path
) -> None:
    own_fonts.keep_font(session, own(tmp_path, "NotoSans-Bold.ttf"))
    typefaces.use_own({})
    own_fonts.use_own_fonts(session)
    assert keys("Anne", bold=True) == ["Own1"]
    own_fonts.usual_font(session)
    assert keys("Anne", bold=True) == ["NotoSans-Bold"]
    assert own_fonts.name_of(settings.read(session)) == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ttf", b"no font", "holds no letters"),
        ("a.otf", b"", "holds no letters"),
        ("a.png", b"picture", "is no font file"),
        ("a.ttf", (FONTS / "NotoSansThai-Bold.ttf").read_bytes(), "lacks letters"),
    ],
)
def test_a_file_that_cannot_serve_is_refused(
    session: Session, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DeskError, match=said):
        own_fonts.keep_font(session, tmp_path / name)
    assert own_fonts.name_of(settings.read(session)) == ""


def test_a_file_that_is_gone_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="cannot be read"):
        own_fonts.keep_font(session, tmp_path / "gone.ttf")


def test_a_font_taken_out_of_the_data_folder_is_as_if_none_was_chosen(
    session: Session, tmp_path: Path
) -> None:
    own_fonts.keep_font(session, own(tmp_path, "NotoSans-Bold.ttf"))
    for file in (session.folder / own_fonts.FOLDER).iterdir():
        file.unlink()
    own_fonts.use_own_fonts(session)
    assert keys("Anne", bold=True) == ["NotoSans-Bold"]
