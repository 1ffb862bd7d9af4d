"""Text to glyphs."""

import pytest

from desk_app.badges.fonts import legible
from desk_app.badges.shaping import shape, tidy


def test_kerning_makes_avatar_narrower_than_its_letters() -> None:
    assert shape("AVATAR").width < sum(shape(letter).width for letter in "AVATAR")


def test_arabic_letters_join() -> None:
    alone = [shape(letter).runs[0].numbers[0] for letter in "محمد"]
    assert [*shape("محمد").runs[0].numbers] != alone[::-1]


def test_numbers_stand_left_of_the_hebrew_they_follow() -> None:
    assert [run.text.strip() for run in shape("אב 12").runs] == ["12", "אב"]


def test_latin_within_arabic_keeps_its_own_direction() -> None:
    assert "Orange" in [run.text.strip() for run in shape("محمد Orange علي").runs]


def test_each_script_gets_a_font_that_has_it() -> None:
    faces = [run.face.key for run in shape("Ab محمد สม").runs]
    assert {"NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansThai-Regular"} == set(faces)


@pytest.mark.parametrize("text", ["Nguyễn", "श्रीनिवास", "สุวรรณ", "שָׁלוֹם", "م\u200cح"])
def test_no_glyph_is_the_empty_box(text: str) -> None:
    assert all(0 not in run.numbers for run in shape(text, True).runs)


def test_the_box_of_the_ink_holds_accents_and_tails() -> None:
    assert shape("Éj").top > shape("Ej").top
    assert shape("j").bottom < shape("i").bottom


def test_tidy_composes_letters_and_drops_controls() -> None:
    assert tidy(" E\u0301ric\t\u202e\x00  X ") == "Éric X"


def test_what_no_font_has_is_spelt_or_left_out_and_told() -> None:
    assert legible("Zoé \U0001cd00\ufe0f", True) == ("Zoé", "\U0001cd00")


def test_known_text_is_not_touched() -> None:
    assert legible("क्षत्रिय\u200d", False) == ("क्षत्रिय\u200d", "")


@pytest.mark.parametrize(
    "name",
    [
        "🎉",
        "👩🏽\u200d💻",
        "🇫🇷",
        "Արամ",
        "ნინო",
        "চট্টোপাধ্যায়",
        "முருகன்",
        "ಕೃಷ್ಣ",
        "മോഹൻ",
        "ዘውዴ",
        "សុភា",
    ],
)
def test_every_script_has_letters_of_its_own(name: str) -> None:
    line = shape(name, bold=True)
    assert legible(name, bold=True) == (name, "")
    assert all(number for run in line.runs for number in run.numbers)


def test_a_family_of_signs_is_one_picture() -> None:
    assert sum(len(run.numbers) for run in shape("👩🏽\u200d💻").runs) == 1


def test_bold_letters_of_one_file_are_broader() -> None:
    assert shape("Խաչատրյան", bold=True).width > shape("Խաչատրյան").width
