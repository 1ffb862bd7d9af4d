"""The same person twice in one file: the last row counts."""

from dataclasses import replace

from desk_app.domain.names import plain
from desk_app.domain.registration import Registration, Status, are_homonyms, homonym_id
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake.rows import REPEATED

Refusal = tuple[int, Sentence, str]


class Repeats:
    """Registrations in the order of the file, each person once."""

    def __init__(self) -> None:
        self._kept: list[Registration | None] = []
        self._numbers: list[int] = []
        self._by_id: dict[str, int] = {}
        self._by_person: dict[tuple[str, str], int] = {}
        self._by_name: dict[str, list[int]] = {}

    def add(self, number: int, registration: Registration) -> Refusal | None:
        """Keep a registration; where it repeats another, tell which row gives way and why."""
        if registration.external_id:
            return self._add_known(number, registration)
        return self._add_unknown(number, registration)

    def finished(self) -> tuple[tuple[Registration, ...], tuple[int, ...], int]:
        """The registrations, their rows, and how many are homonyms told apart here."""
        homonyms = [places for places in self._by_name.values() if len(places) > 1]
        for place in (place for places in homonyms for place in places):
            self._kept[place] = _told_apart(self._kept[place])
        pairs = zip(self._kept, self._numbers, strict=True)
        kept = [(one, number) for one, number in pairs if one is not None]
        registrations = tuple([one for one, _ in kept])
        return registrations, tuple([n for _, n in kept]), sum(map(len, homonyms))

    def _add_known(self, number: int, registration: Registration) -> Refusal | None:
        earlier = self._by_id.get(registration.external_id)
        self._by_id[registration.external_id] = self._append(number, registration)
        return None if earlier is None else self._give_way(earlier, number)

    def _add_unknown(self, number: int, registration: Registration) -> Refusal | None:
        name, address = plain(registration.full_name), plain(registration.email)
        if not address:
            return self._add_without_address(number, registration, name)
        earlier = self._by_person.get((name, address))
        if earlier is not None and self._cancels_only(registration, earlier):
            return (number, _reason(self._numbers[earlier]), REPEATED)
        self._by_person[name, address] = self._append(number, registration)
        return None if earlier is None else self._give_way(earlier, number)

    def _add_without_address(
        self, number: int, registration: Registration, name: str
    ) -> Refusal | None:
        """Equal names without an address are one person unless the organisations differ."""
        places = self._by_name.setdefault(name, [])
        for index, place in enumerate(places):
            earlier = self._kept[place]
            if earlier is not None and not are_homonyms(earlier, registration):
                places[index] = self._append(number, registration)
                return self._give_way(place, number)
        places.append(self._append(number, registration))
        return None

    def _append(self, number: int, registration: Registration) -> int:
        self._kept.append(registration)
        self._numbers.append(number)
        return len(self._kept) - 1

    def _give_way(self, earlier: int, number: int) -> Refusal:
        self._kept[earlier] = None
        return self._numbers[earlier], _reason(number), REPEATED

    def _cancels_only(self, registration: Registration, earlier: int) -> bool:
        """Without an id, one of two bookings withdrawn does not take the other away."""
        before = self._kept[earlier]
        return (
            registration.status is Status.CANCELLED
            and before is not None
            and before.status is not Status.CANCELLED
        )


def _reason(row: int) -> Sentence:
    return sentence("The same person as in row {row}, which is kept.", row=row)


def _told_apart(registration: Registration | None) -> Registration | None:
    """An id from what differs: name alone would make one person of several."""
    return registration and replace(registration, external_id=homonym_id(registration))
