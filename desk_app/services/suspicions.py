"""Why an export may not be the one that somebody means to import."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.domain.facts import ImportStarted
from desk_app.domain.sentence import Sentence, sentence
from desk_app.services import past_imports
from desk_app.store.session import Session

if TYPE_CHECKING:
    from desk_app.intake.reading import Reading

_STRANGERS = 3  # people: of fewer, a ticket may simply have been passed on
_FEW = 5  # people: of fewer, none or half of them says nothing


@dataclass(frozen=True, slots=True)
class Suspicions:
    """What to read before accepting; `grave` is why nobody should accept without looking."""

    sentences: tuple[Sentence, ...]
    grave: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How a file and this desk's list meet, in people.

    `expected` to be in the file, as far as the desk knows; `missing` of them are not. `present`
    are in both, cancelled or not; `replaced` of them are somebody else under the same number.
    """

    expected: int
    missing: int
    present: int
    replaced: int


def of(
    session: Session, event: int, reading: "Reading", overlap: Overlap, writes: bool
) -> Suspicions:
    """Judge a file by the imports before it and by how many people this desk would lose."""
    earlier = [it.started for it in past_imports.so_far(session, event) if it.counts]
    told = _told_of_same_file(earlier, reading, writes)
    grave = _grave(earlier, reading, overlap)
    sentences = (*grave, *told, *_told_of_doubles(reading))
    if reading.broken_off:  # the reading itself tells which row it was
        grave.append(sentence("The file ends in the middle of a row."))
    return Suspicions(sentences, tuple(grave))


def newest(reading: "Reading") -> str:
    """The latest moment at which somebody in the file registered, ISO; "" when it does not say."""
    moments = (it.registered_at for it in reading.registrations)
    return max((it for it in moments if it[:4].isdigit() and it[4:5] == "-"), default="")


def _told_of_same_file(
    earlier: list[ImportStarted], reading: "Reading", writes: bool
) -> list[Sentence]:
    if all(it.digest != reading.digest for it in earlier):
        return []
    if writes:
        return [
            sentence(
                "This very file was imported before, and the list has changed since. "
                "Importing it again brings back what it says."
            )
        ]
    return [sentence("This very file was imported before; nothing in it is new.")]


def _grave(earlier: list[ImportStarted], reading: "Reading", overlap: Overlap) -> list[Sentence]:
    known, missing = overlap.expected, overlap.missing
    if known < _FEW:
        return _older(earlier, reading)
    strangers = overlap.replaced >= _STRANGERS and 5 * overlap.replaced >= overlap.present
    if strangers or not overlap.present:
        return [
            sentence(
                "Hardly anybody on this desk’s list is in this file. "
                "It may be the export of another event."
            )
        ]
    found = _older(earlier, reading)
    if 2 * missing >= known:
        found.append(
            sentence(
                "{missing} of the {known} people on this desk’s list are not in this file. "
                "It may be cut short, filtered, or the export of another event.",
                missing=missing,
                known=known,
            )
        )
    return found


def _older(earlier: list[ImportStarted], reading: "Reading") -> list[Sentence]:
    here, before = newest(reading), max((it.newest for it in earlier), default="")
    if not here or here >= before:
        return []
    return [
        sentence(
            "This file looks older than one imported before: its latest registration is of {here}, "
            "the other’s of {before}.",
            here=here[:16].replace("T", " "),
            before=before[:16].replace("T", " "),
        )
    ]


def _told_of_doubles(reading: "Reading") -> list[Sentence]:
    """The same name and e-mail under several numbers: two tickets, or a double registration."""
    pairs = Counter(
        (it.full_name.casefold(), it.email.casefold())
        for it in reading.registrations
        if it.email and it.full_name
    )
    count = sum(count > 1 for count in pairs.values())
    if not count:
        return []
    if count == 1:
        return [sentence("One person stands in this file more than once, under different numbers.")]
    return [
        sentence(
            "{count} people stand in this file more than once, under different numbers.",
            count=count,
        )
    ]
