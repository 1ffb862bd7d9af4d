"""Places and room sizes as announcements word them."""

import re
from functools import cache
from typing import NamedTuple

from desk_app.domain.names import plain
from desk_app.intake.announcement_labels import entries

# A French postcode with its town; what has none is not taken apart, for that would be a guess.
_POSTCODE = re.compile(r"^(?:F-?)?\d{5}\s+(?P<city>[^\d\W][^,;]*)$")


class Place(NamedTuple):
    """`address` is what stands between the venue and the town."""

    venue: str
    city: str
    address: str


def place_of(text: str) -> Place:
    """Take "La Coursive, 25 rue X, 21000 Dijon" apart; without a postcode all is the venue."""
    pieces = [piece.strip() for piece in re.split(r"\s*[,\n;]\s*|\s+[-–—]\s+", text)]
    for at, piece in enumerate(pieces):
        if found := _POSTCODE.match(piece):
            return _placed(pieces, at, found["city"].strip())
    return Place(" ".join(text.split()), "", "")


def _placed(pieces: list[str], at: int, city: str) -> Place:
    venue = pieces[0] if at else ""
    others = pieces[1 : at + 1] if at else pieces[:1]
    return Place(venue, city, ", ".join(piece for piece in others if piece))


def capacity_of(value: str) -> int | None:
    """The one number in the value of a capacity label; several different ones are none."""
    numbers = {_number(found) for found in re.findall(r"\d[\d\s]{0,9}", value)}
    return numbers.pop() if len(numbers) == 1 else None


def capacities_in(text: str) -> set[int]:
    """Every capacity that running text states in so many words ("limité à 60 places")."""
    pieces = re.split(r"[,;.!()|\n·•]|\s[-–—]\s", text)
    tidy = (plain(piece).strip(" :") for piece in pieces)
    found = (pattern.fullmatch(piece) for piece in tidy for pattern in _patterns())
    return {_number(match["count"]) for match in found if match}


def _number(text: str) -> int:
    return int("".join(text.split()))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(piece) for piece in entries()["capacity"]["pieces"])
