"""A desk in use, to be killed: run as a process by `test_kill.py`.

Reads one order per line ("check-in 17", "import export"), forks for each, and lets the child work
on the folder until somebody kills it, as somebody must. Whatever the child says has been
committed before. Forking spares each round the import of SQLAlchemy.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from desk_app.clock import system_clock
from desk_app.domain.registration import Registration
from desk_app.intake.reading import Reading
from desk_app.services import (
    checkin,
    events,
    imports,
    places,
    planning,
    print_queue,
    privacy,
    walk_ins,
)
from desk_app.services.checkin import Place
from desk_app.store import erasing
from desk_app.store.session import Store

imports.SLICE = erasing.SLICE = (
    40  # many transactions in one import, to be cut between and inside them
)


def check_in(folder: Path, seed: str) -> None:
    """Let people in, in a random order; every third time somebody walks in, in one transaction."""
    random = Random(seed)
    store = places.open_desk(folder, system_clock())
    place, guests = _guests(store)
    for step, attendee in enumerate(random.sample(guests, len(guests))):
        with store.transaction() as session:
            now = system_clock()
            if step % 3 == 2:
                answer = walk_ins.register(session, place, Registration(full_name=f"W {step}"), now)
            else:
                answer = checkin.enter(session, place, attendee, now)
        if answer.person and answer.outcome.admits:
            _say(f"in {answer.person.id}")


def bring(folder: Path, file: str) -> None:
    """Import a reading slice by slice."""
    reading: Reading = pickle.loads((folder / file).read_bytes())
    store = places.open_desk(folder, system_clock())
    with imports.only_one(folder):
        with store.transaction() as session:
            event = events.in_hand(session)
            assert event
            work = imports.Import(planning.plan(session, event, reading))
        finished = False
        while not finished:
            with store.transaction() as session:
                finished = work.advance(session, system_clock()).finished
            _say("slice")
    _say("finished")


def print_badges(folder: Path, paper: str) -> None:
    """Hand over whatever waits, to a printer that writes each job's number on its paper."""
    store = places.open_desk(folder, system_clock())
    with store.transaction() as session:
        print_queue.recover(session, system_clock())
    with (folder / paper).open("ab", buffering=0) as out:
        while True:
            with store.transaction() as session:
                taken = print_queue.take(session, system_clock())
            if taken is None:
                return
            out.write(f"{taken.job.id}\n".encode())
            with store.transaction() as session:
                print_queue.note_sent(session, taken.job, system_clock())
            _say(f"sent {taken.job.id}")


def anonymise(folder: Path, _event: str) -> None:
    """Take everybody out of the event, slice by slice, and then out of the file."""
    store = places.open_desk(folder, system_clock())
    with store.transaction() as session:
        event = events.in_hand(session)
        assert event
        privacy.anonymise(session, event, system_clock())
    _say("decided")
    more = True
    while more:
        with store.transaction() as session:
            more = erasing.advance(session, event)
        _say("slice")
    erasing.finish(store)
    _say("finished")


ORDERS: dict[str, Callable[[Path, str], None]] = {
    "check-in": check_in,
    "import": bring,
    "print": print_badges,
    "anonymise": anonymise,
}


def _guests(store: Store) -> tuple[Place, list[int]]:
    with store.transaction() as session:
        place = places.here(session, system_clock()).place
        rows = session.run("SELECT id FROM attendee WHERE NOT walk_in ORDER BY id")
        return place, [row.id for row in rows]


def _say(line: str) -> None:
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main(folder: Path) -> None:
    for order in sys.stdin:
        verb, _, argument = order.strip().partition(" ")
        child = os.fork()
        if child == 0:
            ORDERS[verb](folder, argument)
            _say("done")
            signal.pause()
        _say(f"child {child}")
        os.waitpid(child, 0)
        _say("dead")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
