"""Whole days at the desk as hypothesis invents them, lived through the services alone."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration, Status
from desk_app.services import (
    afterwards,
    badges,
    checkin,
    imports,
    planning,
    privacy,
    roster,
    undoing,
    walk_ins,
    welcoming,
)
from desk_app.services.checkin import Place
from desk_app.store import erasing
from desk_app.store.session import Session
from tests.services.days import (
    FRIDAY,
    MINUTE,
    NINE,
    bring,
    desk_in,
    guest,
    museums,
    reading,
    who,
)

GUESTS = (
    guest("Zoé Lefèvre", "QR-0", email="zoe@example.org", organisation="Musée d'Orsay"),
    guest("Jean-Luc d'Aubrac", "QR-1", codes=("ORDER-1", "SHARED")),
    guest("Łukasz Nowak", "QR-2", codes=("SHARED",), ticket_type="Speaker"),
    guest("Pelé", "QR-3", status=Status.PENDING),
    guest("小野 太郎", "QR-4", status=Status.CANCELLED),
    guest("Zoé Lefèvre", "QR-5", status=Status.WAITING_LIST, organisation="Ocim"),
)


@dataclass(frozen=True)
class Step:
    """One thing somebody does. `choice` is whatever else the deed leaves open."""

    deed: str
    guest: int
    choice: int
    minutes: int
    friday: bool


def _import(session: Session, place: Place, step: Step, now: int) -> None:
    bring(session, place, reading(*_export(step)), now)


def _cut_short(session: Session, place: Place, step: Step, now: int) -> None:
    plan = planning.plan(session, place.event, reading(*_export(step)))
    imports.Import(plan).advance(session, now)
    if step.choice % 2:
        imports.recover(session, now)


def _take_import_back(session: Session, place: Place, step: Step, now: int) -> None:
    if past := imports.history(session, place.event):
        imports.undo(session, past[step.choice % len(past)].source, now)


def _scan(session: Session, place: Place, step: Step, now: int) -> None:
    codes = (GUESTS[step.guest].scan_code, "SHARED", "ORDER-1", "nobody's", "a\ufffdb")
    checkin.scan(session, place, codes[step.choice % len(codes)], now)


def _enter(session: Session, place: Place, step: Step, now: int) -> None:
    reason = "the organiser said so" if step.choice % 2 else ""
    checkin.enter(session, place, who(place, GUESTS[step.guest]), now, reason)


def _enter_late(session: Session, place: Place, step: Step, now: int) -> None:
    at = now - step.choice * MINUTE
    person = who(place, GUESTS[step.guest])
    afterwards.enter_late(session, place, person, at, "A. Roy", "not scanned", now)


def _not_there(session: Session, place: Place, step: Step, now: int) -> None:
    person = who(place, GUESTS[step.guest])
    afterwards.was_not_there(session, place, person, "A. Roy", "somebody else's badge", now)


def _leave(session: Session, place: Place, step: Step, now: int) -> None:
    checkin.leave(session, place, who(place, GUESTS[step.guest]), now)


def _scan_out(session: Session, place: Place, step: Step, now: int) -> None:
    codes = (GUESTS[step.guest].scan_code, "SHARED", "nobody's")
    checkin.scan_out(session, place, codes[step.choice % len(codes)], now)


def _block(session: Session, place: Place, step: Step, now: int) -> None:
    person = who(place, GUESTS[step.guest])
    if step.choice % 3:
        checkin.block(session, place.event, person, "asked to leave", now)
    else:
        checkin.unblock(session, place.event, person, now)


def _amend(session: Session, place: Place, step: Step, now: int) -> None:
    corrections = (
        ("family_name", "Martin"),
        ("full_name", "X. Y."),
        ("organisation", ""),
        ("ticket_type", "VIP"),
        ("status", "confirmed"),
        ("status", "cancelled"),
    )
    field, value = corrections[step.choice % len(corrections)]
    checkin.amend(session, place.event, who(place, GUESTS[step.guest]), field, value, now)


def _erase(session: Session, place: Place, step: Step, now: int) -> None:
    if step.choice % 3 == 0:
        privacy.erase(session, place.event, who(place, GUESTS[step.guest]), now)
    elif step.choice % 3 == 1:
        privacy.forget_sensitive(session, place.event, now)
    while erasing.advance(session, place.event):
        pass


def _walk_in(session: Session, place: Place, step: Step, now: int) -> None:
    asked = replace(GUESTS[step.guest], status=Status.CONFIRMED)
    walk_ins.register(session, place, asked, now, certain=step.choice % 2 == 0)


def _print(session: Session, place: Place, step: Step, now: int) -> None:
    ids = [person.id for person in badges.due(session, place, "missing")][: step.choice]
    badges.printed(session, place.event, ids, "classic", "a6", "", now)


def _undo(session: Session, place: Place, step: Step, now: int) -> None:
    for _ in range(step.choice % 3 + 1):
        undoing.undo(session, place.event, now)


def _promote(session: Session, place: Place, step: Step, now: int) -> None:
    checkin.promote(session, place, who(place, GUESTS[step.guest]), now)


def _enter_all(session: Session, place: Place, step: Step, now: int) -> None:
    checkin.enter_all(session, place, [who(place, it) for it in GUESTS[step.guest :]], now)


def _take_back(session: Session, place: Place, step: Step, now: int) -> None:
    history = roster.card(session, place, who(place, GUESTS[step.guest])).history
    if history:
        which = history[step.choice % len(history)].id
        undoing.take_back(session, place.event, which, "a mistake", now)


def _welcome(session: Session, place: Place, step: Step, now: int) -> None:
    person = who(place, GUESTS[step.guest])
    match step.choice % 5:
        case 0:
            welcoming.hand_out(session, place, person, "Bag", now)
        case 1:
            welcoming.answer(session, place, person, "Photos?", "no", now)
        case 2:
            welcoming.accompany(session, place, person, step.choice % 3, now)
        case 3:
            welcoming.send_to_help(session, place, person, "no ticket", now)
        case _:
            welcoming.solve(session, place, person, "", now)


def _export(step: Step) -> Iterator[Registration]:
    """Some of the guests, a few of them with other fields than before."""
    for number, person in enumerate(GUESTS):
        if (step.choice >> number) & 1:
            continue
        if number == step.guest:
            yield replace(person, organisation=f"Atelier {step.choice}", family_name="Nouveau")
        elif number == step.guest - 1:
            yield replace(person, status=Status.CANCELLED, answers=(("Diet", "vegan"),))
        else:
            yield person


DEEDS: dict[str, Callable[[Session, Place, Step, int], None]] = {
    "import": _import,
    "cut short": _cut_short,
    "take import back": _take_import_back,
    "scan": _scan,
    "enter": _enter,
    "leave": _leave,
    "scan out": _scan_out,
    "block": _block,
    "enter late": _enter_late,
    "not there": _not_there,
    "amend": _amend,
    "walk in": _walk_in,
    "print": _print,
    "undo": _undo,
    "promote": _promote,
    "enter all": _enter_all,
    "take back": _take_back,
    "welcome": _welcome,
    "erase": _erase,
}
_OFTEN = ("import", "scan", "scan", "enter", "enter", "amend", "undo")
steps = st.lists(
    st.builds(
        Step,
        deed=st.sampled_from((*DEEDS, *_OFTEN)),
        guest=st.integers(0, len(GUESTS) - 1),
        choice=st.integers(0, 40),
        minutes=st.integers(-3, 90),
        friday=st.booleans(),
    ),
    max_size=16,
)


def live(session: Session, day: list[Step]) -> Place:
    """Do it all; what the desk refuses in plain words is refused, and the day goes on."""
    place = museums(session)
    for step in day:
        door = replace(place, checkpoint=FRIDAY) if step.friday else place
        with suppress(DeskError):
            DEEDS[step.deed](session, door, step, NINE + step.minutes * MINUTE)
    return place


@contextmanager
def lived_in(
    new_file: Path, morning: list[Step], afternoon: list[Step]
) -> Iterator[tuple[Path, Place]]:
    """A day of two desks: the second goes on in the afternoon with a copy of the first's folder."""
    with TemporaryDirectory() as home:
        first, second = Path(home, "first"), Path(home, "second")
        first.mkdir()
        shutil.copy(new_file, first / "desk.db")
        with desk_in(first) as session:
            bring(session, museums(session), reading(*GUESTS))
            live(session, morning)
        shutil.copytree(first, second)
        with desk_in(second) as session:
            place = live(session, afternoon)
        yield second, place


@contextmanager
def lived(
    new_file: Path, morning: list[Step], afternoon: list[Step]
) -> Iterator[tuple[Session, Place]]:
    """The second desk after such a day."""
    with (
        lived_in(new_file, morning, afternoon) as (folder, place),
        desk_in(folder) as session,
    ):
        yield session, place
