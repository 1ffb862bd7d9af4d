"""What the desk should know of a badge before it hands it over."""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from math import floor

from desk_app.badges.fitting import Block
from desk_app.domain.sentence import Sentence, sentence


class Kind(StrEnum):
    """What a remark is about, the gravest first."""

    NAMELESS = "nameless"
    LETTERS = "letters"
    LEFT_OUT = "left_out"
    SMALL = "small"
    TWICE = "twice"
    CODE = "code"
    BROKEN = "broken"
    NO_ORGANISATION = "no_organisation"


def loss(text: str, lost: str, written: str) -> Sentence:
    """What the fonts at hand lack; for scripts that no desk brings along, what helps."""
    if written and any(map(_is_east_asian, lost)):
        return sentence(
            "No font of this computer has {characters} of “{words}”: the badge says “{written}”."
            " Install a font for Chinese, Japanese and Korean, such as Noto Sans CJK.",
            characters=lost,
            words=text,
            written=written,
        )
    if written:
        return sentence(
            "No font of this computer has {characters} of “{words}”: the badge says “{written}”.",
            characters=lost,
            words=text,
            written=written,
        )
    return sentence(
        "No font of this computer can write “{words}”: it is not on the badge.", words=text
    )


def _is_east_asian(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))


def omission(text: str) -> Sentence:
    return sentence("There is no room for “{words}” on this badge: it is left out.", words=text)


def cut(text: str) -> Sentence:
    return sentence("“{words}” is too long for this badge: its end is left out.", words=text)


def small(text: str, size: float) -> Sentence:
    return sentence("“{words}” is long: it is printed at {size} points to fit.", words=text,
                    size=floor(size * 10) / 10)  # fmt: skip


def broken(text: str, count: int) -> Sentence:
    return sentence("“{words}” takes {count} lines.", words=text, count=count)


def nameless() -> Sentence:
    return sentence("This badge has no name.")


def without_organisation() -> Sentence:
    return sentence("There is no organisation on this badge.")


def size_remarks(blocks: Sequence[Block]) -> list[Sentence]:
    return [
        cut(block.text) if block.cut else small(block.text, block.size)
        for block in blocks
        if block.cut or block.small
    ]


def kind_of(remark: Sentence) -> Kind:
    """Whatever is not about a text is about the code."""
    return _kinds().get(remark.text, Kind.CODE)


@cache
def _kinds() -> dict[str, Kind]:
    return {
        nameless().text: Kind.NAMELESS,
        loss("", "", "-").text: Kind.LETTERS,
        loss("", "字", "-").text: Kind.LETTERS,
        loss("", "", "").text: Kind.LETTERS,
        omission("").text: Kind.LEFT_OUT,
        cut("").text: Kind.LEFT_OUT,
        small("", 0).text: Kind.SMALL,
        broken("", 2).text: Kind.BROKEN,
        without_organisation().text: Kind.NO_ORGANISATION,
    }
