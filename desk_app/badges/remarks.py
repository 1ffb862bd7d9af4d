"""What the desk should know of a badge before it hands it over."""

from collections.abc import Sequence
from math import floor

from desk_app.badges.fitting import Block
from desk_app.domain.sentence import Sentence, sentence


def loss(text: str, lost: str, written: str) -> Sentence:
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


def omission(text: str) -> Sentence:
    return sentence("There is no room for “{words}” on this badge: it is left out.", words=text)


def size_remarks(blocks: Sequence[Block]) -> list[Sentence]:
    remarks = []
    for block in blocks:
        if block.cut:
            remarks.append(
                sentence(
                    "“{words}” is too long for this badge: its end is left out.", words=block.text
                )
            )
        elif block.small:
            remarks.append(
                sentence(
                    "“{words}” is long: it is printed at {size} points to fit.",
                    words=block.text,
                    size=floor(block.size * 10) / 10,
                )
            )
    return remarks
