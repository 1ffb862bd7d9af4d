"""A desk killed at any moment loses no check-in that was confirmed, and no import by halves."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random, SystemRandom

import pytest

from desk_app.clock import system_clock
from desk_app.domain.registration import Registration
from desk_app.services import events, places, print_queue, privacy, roster
from desk_app.services.checkin import Place
from desk_app.services.print_jobs import Order
from desk_app.store.copying import save_copy
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import NINE, bring, desk_in, guest, museums, reading

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by POSIX signal, after a fork"),
]
ROUNDS, PEOPLE = 50, 1500
IMPORTS, EXPORTED = 20, 300
JOBS = 200
ERASURES = 4
MOMENT = 0.012  # seconds; longer than a check-in takes, shorter than two
STARTING = 0.06
ROOT = Path(__file__).parents[2]


class Desk:
    """A desk in use in another process, that is killed and goes on."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.flows.desk_in_use", str(folder)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe)

    def killed(self, order: str, lines: int, moment: float) -> list[str]:
        """What was confirmed of an order whose process is killed.

        The blow falls a moment (in seconds) after so many lines: in the middle of what follows.
        """
        assert self._process.stdin
        self._process.stdin.write(f"{order}\n".encode())
        self._process.stdin.flush()
        child = int(self._line().removeprefix("child "))
        said: list[str] = []
        while len(said) < lines and "done" not in said:
            said.append(self._line())
        _let_pass(moment)
        os.kill(child, signal.SIGKILL)
        while (line := self._line()) != "dead":
            said.append(line)
        return said

    def close(self) -> None:
        self._process.communicate()

    def _line(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline().decode()
        assert line, "the desk ended by itself"
        return line.strip()


def _let_pass(seconds: float) -> None:
    """Exactly as long, which no sleep would be."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


@contextmanager
def in_use(folder: Path) -> Iterator[Desk]:
    desk = Desk(folder)
    try:
        yield desk
    finally:
        desk.close()


def by_chance() -> Random:
    """Another course of events in every run; the seed is shown when a test fails."""
    seed = SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    return Random(seed)


def prepared(folder: Path, people: Sequence[Registration]) -> None:
    with desk_in(folder) as session:
        bring(session, museums(session), reading(*people))


@contextmanager
def reopened(folder: Path) -> Iterator[Session]:
    """The desk as it opens after a crash."""
    store = places.open_desk(folder, NINE)
    with store.transaction() as session:
        yield session
    store.close()


def test_no_confirmed_check_in_is_ever_lost(folder: Path) -> None:
    chance = by_chance()
    prepared(folder, [guest(f"Guest {number}", f"QR-{number}") for number in range(PEOPLE)])
    confirmed: set[int] = set()
    with in_use(folder) as desk:
        for turn in range(ROUNDS):
            lines = chance.randrange(25)
            moment = chance.uniform(0, MOMENT if lines else STARTING)
            said = desk.killed(f"check-in {chance.random()}", lines, moment)
            confirmed |= {int(line.removeprefix("in ")) for line in said}
            with reopened(folder) as session:
                there = arrived(session)
            assert confirmed <= there, f"round {turn}"
            assert len(there - confirmed) <= turn + 1  # at most the one that was under way
    assert len(confirmed) > ROUNDS
    assert_sound(folder)


def test_an_import_that_is_killed_counts_whole_or_not_at_all(folder: Path) -> None:
    chance = by_chance()
    prepared(folder, export("first"))
    outcomes = set()
    with in_use(folder) as desk:
        for turn in range(IMPORTS):
            people = [*export(f"round {turn}"), guest(f"New {turn}")]
            (folder / "export").write_bytes(pickle.dumps(reading(*people)))
            before = organisations(folder)
            after = before | {person.full_name: person.organisation for person in people}
            lines = 99 if turn == 0 else chance.randrange(12)
            said = desk.killed("import export", lines, chance.uniform(0, STARTING))
            now = organisations(folder)
            assert now in ((after,) if "finished" in said else (before, after)), f"round {turn}"
            outcomes.add(now == after)
    assert outcomes == {True, False}
    assert_sound(folder)


def test_no_badge_is_lost_or_printed_twice_unasked(folder: Path) -> None:
    chance = by_chance()
    prepared(folder, [guest(f"Guest {number}", f"QR-{number}") for number in range(JOBS)])
    jobs = ordered(folder)
    (folder / "paper").touch()  # the first kill may come before anything is printed
    with in_use(folder) as desk:
        sent: set[int] = set()
        rounds = 0
        while len(sent) + rounds < JOBS:
            lines = chance.randrange(8)
            said = desk.killed("print paper", lines, chance.uniform(0, MOMENT))
            sent |= {int(it.removeprefix("sent ")) for it in said if it.startswith("sent ")}
            rounds += 1
            states = job_states(folder)
            assert states.keys() == jobs
            paper = [int(line) for line in (folder / "paper").read_text().split()]
            assert len(paper) == len(set(paper)), "printed twice unasked"
            assert all(states[it] in ("sent", "sending", "unknown") for it in paper)
            assert sent <= {it for it, state in states.items() if state == "sent"}
            if not set(states.values()) & {"queued"}:
                break
    assert rounds > 5
    assert_sound(folder)


def test_an_erasure_that_is_killed_is_finished_at_the_next_start(
    folder: Path, tmp_path: Path
) -> None:
    chance = by_chance()
    prepared(folder, [guest(f"Guest{number} Aubrac") for number in range(EXPORTED)])
    save_copy(folder / "desk.db", folder / "copy.db")
    decided = 0
    for turn in range(ERASURES):
        home = Path(shutil.copytree(folder, tmp_path / f"round {turn}"))
        with in_use(home) as desk:
            said = desk.killed("anonymise it", chance.randrange(11), chance.uniform(0, STARTING))
        with reopened(home) as session:
            event = events.in_hand(session) or 0
            gone = privacy.is_anonymised(session, event)
            names = {it.full_name for it in roster.everybody(session, Place(event, ""))}
        assert gone or "decided" not in said
        assert len(names) == (1 if gone else EXPORTED)
        assert_sound(home)
        files = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())
        assert (b"ubrac" in files) != gone, f"round {turn}"
        decided += gone
    assert decided


def ordered(folder: Path) -> set[int]:
    """The numbers of as many jobs as there are people."""
    with reopened(folder) as session:
        place = places.here(session, NINE).place
        people = [it.id for it in roster.everybody(session, place)]
        wanted = [Order(place.event, (it,), "classic", "62x100", "labels") for it in people]
        now = system_clock()
        return {job.id for it in wanted for job in print_queue.order(session, it, now)}


def job_states(folder: Path) -> dict[int, str]:
    with reopened(folder) as session:
        return {row.id: row.state for row in session.run("SELECT id, state FROM print_job")}


def export(organisation: str) -> list[Registration]:
    return [guest(f"Guest {number}", organisation=organisation) for number in range(EXPORTED)]


def arrived(session: Session) -> set[int]:
    return {row.attendee for row in session.run("SELECT attendee FROM presence")}


def organisations(folder: Path) -> dict[str, str]:
    with reopened(folder) as session:
        place = places.here(session, NINE).place
        return {it.full_name: it.organisation for it in roster.everybody(session, place)}


def assert_sound(folder: Path) -> None:
    """No gap, no row that is not what the ledger adds up to, nobody registered but not let in."""
    with reopened(folder) as session:
        assert verify(session).flaws == ()
        # Once every place is taken, a walk-in waits on the waiting list.
        asked = "SELECT id FROM attendee WHERE walk_in AND status = 'confirmed'"
        walk_ins = session.run(asked).all()
        assert {row.id for row in walk_ins} <= arrived(session)
