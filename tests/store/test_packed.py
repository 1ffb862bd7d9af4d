"""A packed desk is read like any other, and nothing in it changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Erased
from desk_app.services import (
    checkin,
    events,
    particulars,
    pin,
    places,
    print_queue,
    reviews,
    roster,
    settings,
    walk_ins,
)
from desk_app.services.checkin import Place
from desk_app.services.print_jobs import Order
from desk_app.store import erasing, exchange, search
from desk_app.store.packed import PackedDesk
from desk_app.store.session import Session, Store
from desk_app.store.verify import verify
from tests.services.days import FRIDAY, NINE, guest, open_with, who

ZOE, MAX = guest("Zoé Lefèvre", "QR-ZOE"), guest("Max Martin", "QR-MAX")


@pytest.fixture
def file(store: Store, tmp_path: Path) -> Path:
    """What a desk packed at which Zoé is in."""
    with store.transaction() as session:
        place = open_with(session, ZOE, MAX)
        checkin.enter(session, place, who(place, ZOE), NINE)
        packed = tmp_path / "day.jsonl"
        packed.write_bytes(b"".join(exchange.exported(session)))
    return packed


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    return tmp_path / "reader"


@pytest.fixture
def review(file: Path, reader: Path) -> Iterator[PackedDesk]:
    opened = reviews.open_packed(file, reader)
    yield opened
    opened.close()


def place_at(session: Session) -> Place:
    event = events.in_hand(session)
    assert event is not None
    return Place(event, events.one(session, event).event.checkpoints[0].key)


def test_everything_can_be_looked_at(review: PackedDesk) -> None:
    with review.transaction() as session:
        place = place_at(session)
        assert [it.full_name for it in roster.everybody(session, place)] == [
            "Zoé Lefèvre",
            "Max Martin",
        ]
        assert search.find(session, place.event, "lefevre") == [who(place, ZOE)]
        assert roster.card(session, place, who(place, ZOE)).history
        assert verify(session).clean


ACTS: dict[str, Callable[[Session, Place], object]] = {
    "check in": lambda it, place: checkin.scan(it, place, "QR-MAX", NINE),
    "refuse": lambda it, place: checkin.scan(it, place, "nobody", NINE),
    "register": lambda it, place: walk_ins.register(it, place, guest("A B"), NINE, certain=True),
    "correct": lambda it, place: checkin.amend(
        it, place.event, who(place, MAX), "organisation", "Ocim", NINE
    ),
    "print": lambda it, place: print_queue.order(
        it, Order(place.event, (who(place, MAX),), "classic", "a6", "laser"), NINE
    ),
    "letterhead": lambda it, place: particulars.keep(
        it, place.event, particulars.Said({"institution": "Ocim"}), NINE
    ),
    "erase": lambda it, place: erasing.begin(it, place.event, Erased(), NINE),
    "rename": lambda it, _: settings.rename_desk(it, "Mine"),
    "hand over": lambda it, _: pin.choose(it, "1234", "", NINE),
    "change a setting": lambda it, _: settings.write(it, "print_at_check_in", "yes"),
}


@pytest.mark.parametrize("act", ACTS)
def test_no_act_changes_anything_and_each_says_so(review: PackedDesk, act: str) -> None:
    with review.transaction() as session:
        before = b"".join(exchange.exported(session))
        place = place_at(session)
    with pytest.raises(DeskError, match="open to be read"), review.transaction() as session:
        ACTS[act](session, place)
    with review.transaction() as session:
        assert b"".join(exchange.exported(session)) == before


def test_the_reader_looks_where_they_like(review: PackedDesk) -> None:
    with review.transaction() as session:
        settings.write(session, "language", "fr")
        places.stand_at(session, replace(place_at(session), checkpoint=FRIDAY))
    with review.transaction() as session:
        assert settings.read(session)["language"] == "fr"
        assert places.here(session, 0).place.checkpoint == FRIDAY


def test_nothing_is_left_behind(file: Path, reader: Path) -> None:
    reviews.open_packed(file, reader).close()
    assert [it.name for it in reader.rglob("*") if it.is_dir() or it.suffix != ".lock"] == []


def test_what_a_crash_left_goes_with_the_next_one(file: Path, reader: Path) -> None:
    (reader / "review").mkdir(parents=True)
    (reader / "review" / "desk.db").write_bytes(b"left over")
    reviews.open_packed(file, reader).close()
    assert not (reader / "review").exists()


def test_one_window_reads_at_a_time(review: PackedDesk, file: Path, reader: Path) -> None:
    with pytest.raises(DeskError, match="Close it first"):
        PackedDesk(file, reader)
    with review.transaction() as session:
        assert events.in_hand(session)


def test_another_file_is_refused(reader: Path, tmp_path: Path) -> None:
    (tmp_path / "list.jsonl").write_text("name\n", encoding="utf-8")
    with pytest.raises(DeskError, match="no ledger"):
        PackedDesk(tmp_path / "list.jsonl", reader)


def test_it_is_read_in_the_readers_language(file: Path, folder: Path, store: Store) -> None:
    with store.transaction() as session:
        settings.write(session, "language", "fr")
    opened = reviews.open_packed(file, folder)
    with opened.transaction() as session:
        assert settings.read(session)["language"] == "fr"
    opened.close()
