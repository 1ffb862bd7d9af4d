"""What people answered that stands on their badges: pronouns, and that they want no picture."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.domain.attendee import fold
from desk_app.domain.names import plain
from desk_app.store import ledger
from desk_app.store.session import Session

Answers = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """`no_photo` only where somebody said so: no answer is no refusal. `answers` are all."""

    pronouns: str = ""
    no_photo: bool = False
    answers: tuple[tuple[str, str], ...] = ()
    voided: int = 0


def told_by(session: Session, event: int, ids: Sequence[int]) -> dict[int, Told]:
    """What these people answered, by id; whoever answered nothing is left out."""
    about = ledger.of_everybody(session, event)
    found = {}
    for identity, facts in ledger.facts_of(session, ids).items():
        person = fold([*facts, *about])
        answers = tuple(person.registration.answers) if person else ()
        told = replace(of(answers), answers=answers, voided=person.voided if person else 0)
        if told != Told():
            found[identity] = told
    return found


def voided(session: Session, event: int) -> dict[int, int]:
    """How many codes of the desk's own each person had before theirs; most had none."""
    rows = session.run(
        "SELECT DISTINCT attendee FROM fact WHERE event = ? AND kind = 'badge_printed'"
        " AND body LIKE '%\"voids\"%'",
        (event,),
    )
    told = told_by(session, event, [row.attendee for row in rows])
    return {person: it.voided for person, it in told.items() if it.voided}


def of(answers: Answers) -> Told:
    """What one person's answers say for the badge."""
    rules, pronouns, no_photo = _rules(), "", False
    for heading, value in answers:
        asked, said = _words(heading), _words(value)
        if not said:
            continue
        if _any_begins(asked, rules["pronouns"]) and len(value) <= rules["longest_pronouns"]:
            pronouns = value.strip()
        if any(f" {it}" in f" {asked}" for it in rules["photo"]):
            no_photo = no_photo or _refuses(asked, said, rules)
    return Told(pronouns, no_photo)


def _refuses(asked: str, said: str, rules: dict[str, Any]) -> bool:
    """A question that offers a refusal is answered by yes, any other one by no."""
    starts = rules["yes"] if _any_begins(asked, rules["refusing"]) else rules["no"]
    return any(said == it or said.startswith(f"{it} ") for it in starts) or (
        starts is rules["no"] and said.startswith("refus")
    )


def _any_begins(text: str, beginnings: Sequence[str]) -> bool:
    words = text.split()
    return any(word.startswith(it) if len(it) > 4 else word == it
               for word in words for it in beginnings)  # fmt: skip


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


@cache
def _rules() -> dict[str, Any]:
    file = paths.resources() / "badges" / "answers.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
