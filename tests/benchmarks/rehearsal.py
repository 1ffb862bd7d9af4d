"""A morning at the door: a scripted queue through the real window, and who is in afterwards.

Four in five show a ticket, which is scanned; some of them twice at once, some again later, some
cancelled or unpaid, some on the wrong day. Fifteen in a hundred give a name, a third of them
misspelt on its way. Five in a hundred are on no list. Everything is drawn with one seed.

Found is whoever is among the first three by the name alone. Three in a hundred share theirs with
somebody: where more than three do, the volunteer asks from where they come and types on.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.clock import system_clock
from desk_app.domain.names import plain
from desk_app.services import events, places, roster
from desk_app.store.people import Person
from desk_app.store.session import Store
from tests.benchmarks import figures
from tests.benchmarks import people as invented
from tests.benchmarks.window import STEPS_ASIDE_MS, Window

SEED, QUEUE = 20_261_123, 500
SCANNED, NAMED, MISSPELT = 0.80, 0.15, 1 / 3
READ_TWICE, BACK_AGAIN = 0.05, 0.04  # of those who are scanned
SOON = 20  # people: who was scanned after them is not back yet, or it would be one scan read twice
ASKED = 1000  # names looked up besides, so that a share of one in a hundred can be seen
OTHER_DAY = "Étudiant·e"  # whose tickets are for the second day
MAY_COME = ("confirmed", "checked_in")
FIRST = 3


class Visit(NamedTuple):
    """One person of the queue: a `scan`, `again`, `name`, `misspelt` or `walk_in`."""

    kind: str
    person: Person | None
    text: str


class Door(Window):
    """A volunteer's hands: times are in ms of the machine, without the pauses of the hands."""

    def __init__(self, data: Path) -> None:
        super().__init__(data)
        self.answers: list[Any] = []
        self.repeats: list[Any] = []
        self.desk.checkin.resolved.connect(self.answers.append)
        self.desk.checkin.repeated.connect(self.repeats.append)

    def read_again(self, code: str) -> None:
        """The scanner reads the ticket once more before it is taken away.

        On a machine so busy that two seconds have passed meanwhile, that is a scan of its own.
        """
        self.repeats.clear()
        before = len(self.answers)
        for character in code:
            self._press(character)
            QTest.qWait(1)
        QTest.keyClick(self.desk.screen.field, Qt.Key.Key_Return)
        self._wait(lambda: self.repeats or len(self.answers) > before)

    def let_in_by_name(self, person: Person, text: str) -> tuple[float, int | None]:
        """Type the name, choose the person, Enter: the time, and where they stood in the list."""
        QTest.qWait(STEPS_ASIDE_MS)
        spent = sum(self.type(text))
        self._settle()
        keys = [it.person.id for it in self.desk.screen.left.results.found]
        if person.id not in keys:
            return spent, None
        self._go_to(keys.index(person.id))
        return spent + self._until_answered(), keys.index(person.id)

    def register(self, name: str) -> float:
        """Ctrl+N, the first category, Ctrl+Enter: whoever is alike, it is somebody new."""
        QTest.qWait(STEPS_ASIDE_MS)
        spent = sum(self.type(name))
        began = perf_counter()
        QTest.keyClick(self.desk.screen.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        self._settle()
        category = self.desk.screen.form.fields["ticket_type"]
        QTest.keyClick(category, Qt.Key.Key_Down)
        spent += (perf_counter() - began) * 1000
        return spent + self._until_answered(Qt.KeyboardModifier.ControlModifier)

    def _go_to(self, place: int) -> None:
        """With the arrows, so that it is said which of several is meant."""
        field, down, up = self.desk.screen.field, Qt.Key.Key_Down, Qt.Key.Key_Up
        for key in [down] * place or [down, up]:
            QTest.keyClick(field, key)

    def _until_answered(self, held: Any = Qt.KeyboardModifier.NoModifier) -> float:
        """Enter, until its verdict is painted."""
        self._verdict.seen = False
        self._answered.clear()
        began = perf_counter()
        QTest.keyClick(self.desk.screen.field, Qt.Key.Key_Return, held)
        self._wait(lambda: self._answered)
        return (self._answered[0] - began) * 1000


def main(people: int, folder: Path, length: int = QUEUE) -> None:
    figures.tell("rehearsal: seed", people, SEED, "")
    door = Door(_desk(folder, people))
    chance = Random(SEED)
    everybody = door.everybody()
    queue = list(_queue(everybody, length, chance))
    times: dict[str, list[float]] = {}
    expected, lost = _walk_through(door, queue, times)
    found = _shares(door, everybody, chance)
    floor = figures.quantile([door.bare_paint() for _ in range(50)], 0.99)
    arrived = _arrived(door)
    door.close()
    _tell(people, times, found, floor)
    figures.tell("rehearsal: people not found by name", people, lost, "people")
    figures.tell("rehearsal: in, and not to be", people, len(arrived - expected), "people", 0)
    figures.tell("rehearsal: to be in, and not", people, len(expected - arrived), "people", 0)


def _desk(folder: Path, people: int) -> Path:
    """A desk of two days, of its own: others benchmark the one that it is a copy of."""
    data = folder / f"rehearsal-{people}"
    shutil.copytree(figures.desk(folder, people), data)
    store = places.open_desk(data, system_clock())
    with store.transaction() as session:
        _close_first_day_to_others(store, session)
    store.close()
    return data


def _close_first_day_to_others(_store: Store, session: Any) -> None:
    standing = places.here(session, system_clock())
    kinds = session.run("SELECT DISTINCT ticket_type FROM attendee")
    mine = tuple(row.ticket_type for row in kinds if row.ticket_type != OTHER_DAY)
    points = standing.event.checkpoints
    first = replace(standing.checkpoint, ticket_types=mine)
    second = replace(standing.checkpoint, key="second", name="2", ticket_types=(OTHER_DAY,))
    changed = replace(standing.event, checkpoints=(first, *points[1:], second))
    events.describe(session, changed, system_clock(), standing.place.event)


def _queue(everybody: Any, length: int, chance: Random) -> Iterator[Visit]:
    """Who comes, in order. Nobody gives a name who is not let in by it: the desk would ask on."""
    strangers = iter(_strangers(everybody, chance))
    guests = iter(chance.sample(range(len(everybody)), min(3 * length, len(everybody))))
    seen: list[Person] = []
    for _ in range(length):
        drawn = chance.random()
        if drawn >= SCANNED + NAMED:
            yield Visit("walk_in", None, next(strangers))
        elif drawn >= SCANNED:
            person = next(it for it in map(everybody.__getitem__, guests) if _may_enter(it))
            slips = chance.random() < MISSPELT
            name = person.full_name
            text = invented.misspelt(name, chance) if slips else name
            yield Visit("misspelt" if slips else "name", person, text)
        elif len(seen) > SOON and chance.random() < BACK_AGAIN:
            back = chance.choice(seen[:-SOON])
            yield Visit("scan", back, back.scan_code)
        else:
            person = everybody[next(guests)]
            seen.append(person)
            kind = "again" if chance.random() < READ_TWICE else "scan"
            yield Visit(kind, person, person.scan_code)


def _strangers(everybody: Any, chance: Random) -> Iterator[str]:
    """Names that nobody on the list bears."""
    known = {plain(it) for it in everybody.column("full_name")}
    for row in invented.people(QUEUE, seed=chance.randrange(1 << 30)):
        name = row["Nom du participant"]
        if plain(name) not in known:
            yield name


def _may_enter(person: Person) -> bool:
    return person.status in MAY_COME and person.ticket_type != OTHER_DAY


def _walk_through(
    door: Door, queue: list[Visit], times: dict[str, list[float]]
) -> tuple[set[int], int]:
    """Let the queue pass; who must be in afterwards, and how many were not found by their name."""
    expected: set[int] = set()
    lost = 0
    for it in queue:
        if it.kind == "walk_in":
            spent = door.register(it.text)
            expected.add(door.answers[-1].person.id)
        elif it.kind in ("name", "misspelt"):
            assert it.person
            spent, place = door.let_in_by_name(it.person, it.text)
            lost += place is None
            expected |= set() if place is None else {it.person.id}
        else:
            assert it.person
            spent = door.scan(it.text)
            if it.kind == "again":
                door.read_again(it.text)
            expected |= {it.person.id} if _may_enter(it.person) else set()
        times.setdefault(it.kind.replace("again", "scan"), []).append(spent)
    return expected, lost


def _shares(door: Door, everybody: Any, chance: Random) -> dict[str, float]:
    """How many of a hundred are not among the first three, names as they are and misspelt.

    And how many of a hundred are not either once their organisation's first letters are added.
    """
    missed = {"correct names": 0, "misspelt names": 0, "names and towns": 0}
    asked = [everybody[at] for at in chance.sample(range(len(everybody)), ASKED)]
    with door.store.transaction() as session:
        for person in asked:
            name = person.full_name
            slipped = invented.misspelt(name, chance)
            missed["correct names"] += not _is_first(door, session, person, name)
            missed["misspelt names"] += not _is_first(door, session, person, slipped)
            missed["names and towns"] += not any(
                _is_first(door, session, person, text) for text in (name, _from_where(person))
            )
    return {kind: 100 * count / ASKED for kind, count in missed.items()}


def _is_first(door: Door, session: Any, person: Person, text: str) -> bool:
    found = roster.find(session, door.place, text, FIRST)
    return person.id in [it.person.id for it in found]


def _from_where(person: Person) -> str:
    """The name, and the first letters of the last word of the organisation, such as a town."""
    return f"{person.full_name} {person.organisation.split()[-1][:4]}"


def _arrived(door: Door) -> set[int]:
    """Whom the ledger's tables say to be in, walk-ins as well."""
    with door.store.transaction() as session:
        return {row.attendee for row in session.run("SELECT attendee FROM presence")}


def _tell(
    people: int, times: dict[str, list[float]], found: dict[str, float], floor: float
) -> None:
    every = [ms for its in times.values() for ms in its]
    for what, its in (("person", every), *sorted(times.items())):
        for share in (0.5, 0.99):
            name = f"rehearsal: {what}, machine time, p{share * 100:g}"
            figures.tell(name, people, figures.quantile(its, share), "ms", None, floor)
    goals = {"correct names": 1, "misspelt names": 5, "names and towns": 1}
    for kind, missed in found.items():
        name = f"rehearsal: {kind} not in the first three"
        figures.tell(name, people, missed, "%", goals[kind])


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
