"""What differs between two registrations of one person, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk_app.domain.registration import SINGLE, Registration


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one person: as this desk knows it from the last export, and as it is now."""

    field: str
    old: str
    new: str


def differences(old: Registration, new: Registration) -> Iterator[Difference]:
    for name in SINGLE:
        before, after = str(getattr(old, name)), str(getattr(new, name))
        if before != after:
            yield Difference(name, before, after)
    answers = dict(new.answers)
    for heading, value in old.answers:
        if answers.get(heading, "") != value:
            yield Difference(heading, value, answers.get(heading, ""))
