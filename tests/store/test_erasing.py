"""Nothing of a name is left in any file of a desk, and every figure is as it was."""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration
from desk_app.intake.reading import read
from desk_app.services import (
    afterwards,
    attendance,
    badges,
    checkin,
    events,
    planning,
    print_jobs,
    print_queue,
    privacy,
    roster,
    undoing,
    walk_ins,
)
from desk_app.services.attendance import Figures
from desk_app.services.checkin import Place
from desk_app.store import erasing, exchange
from desk_app.store.copying import copies_of, save_copy
from desk_app.store.folding import folded
from desk_app.store.session import Session, Store
from desk_app.store.verify import verify
from tests.services.days import (
    FRIDAY,
    MINUTE,
    NINE,
    bring,
    desk_in,
    guest,
    museums,
    open_with,
    reading,
    who,
)
from tests.services.random_day import Step, lived, steps

SAMPLES = sorted(
    file
    for file in (Path(__file__).parents[1] / "samples").iterdir()
    if file.suffix in (".csv", ".xlsx") or file.name == "pretix_orderdata.json"
)
ZOE = guest(
    "Zoé Lefèvre", "QR-ZOE", email="zoe@example.org", order_id="C42", phone="+33612345678",
    buyer_name="Zoé Lefèvre", answers=(("Régime alimentaire", "végane"), ("T-shirt", "M")),
)  # fmt: skip
MAX = guest("Max Martin", "QR-MAX", order_id="C42", buyer_name="Zoé Lefèvre", ticket_type="VIP")


def eventful(session: Session, people: tuple[Registration, ...]) -> Place:
    """A day on which every kind of fact speaks of somebody."""
    place = museums(session)
    bring(session, place, reading(*people, file="Zoé Lefèvre.csv"))
    for number, person in enumerate(people[:40]):
        known = who(place, person)
        if number % 3:
            checkin.enter(session, place, known, NINE + number * MINUTE, "the organiser said so")
        if person.scan_code:
            checkin.scan(session, place, f"{person.scan_code}x", NINE)
    first, last = who(place, people[0]), who(place, people[-1])
    name = people[0].full_name
    afterwards.enter_late(session, place, first, NINE, name, f"{name} forgot", NINE + MINUTE)
    checkin.amend(session, place.event, first, "family_name", f"{name}-Bis", NINE)
    checkin.amend(session, place.event, first, "ticket_type", "VIP", NINE)
    checkin.block(session, place.event, last, f"{name} asked for it", NINE)
    walk_ins.register(session, place, Registration(full_name=f"{name}-Ter"), NINE, certain=True)
    undoing.undo(session, place.event, NINE)
    badges.printed(session, place.event, [first], "classic", "a6", "QL-820", NINE)
    order = print_jobs.Order(place.event, (first, last), "classic", "a6", "QL-820")
    print_queue.order(session, order, NINE)
    return place


def counted(session: Session, place: Place) -> tuple[Figures, ...]:
    friday = Place(place.event, FRIDAY)
    return attendance.figures(session, place, NINE), attendance.figures(session, friday, NINE)


def anonymised(store: Store, event: int) -> None:
    with store.transaction() as session:
        privacy.anonymise(session, event, NINE)
    assert erasing.finish(store)


def bytes_of(folder: Path) -> bytes:
    """Every file of a data folder, in small letters."""
    return b"\n".join(it.read_bytes() for it in folder.rglob("*") if it.is_file()).lower()


def traces(content: bytes, people: Iterable[Registration], allowed: bytes) -> Iterator[str]:
    """Names, addresses and numbers that can be read there, as written or as search holds them."""
    for it in people:
        said = (it.full_name, it.family_name, it.given_name, it.email, it.phone, it.scan_code,
                it.buyer_name, it.buyer_email, it.organisation, it.note)  # fmt: skip
        words = {word for text in said for word in (text.lower(), *folded(text).split())}
        words |= {text.lower() for _, text in it.answers}
        for word in words:
            raw = word.encode()
            if len(word) > 4 and raw in content and raw not in allowed:
                yield word


def of_sample(file: Path) -> tuple[Registration, ...]:
    return read(file).registrations


@pytest.mark.parametrize("file", SAMPLES, ids=lambda it: it.name)
def test_no_byte_of_any_file_names_anybody(file: Path, store: Store) -> None:
    people = of_sample(file)
    with store.transaction() as session:
        museums(session)
    allowed = bytes_of(store.folder) + "\n".join({it.ticket_type for it in people}).lower().encode()
    with store.transaction() as session:
        place = eventful(session, people)
        before = counted(session, place)
    save_copy(store.file, store.folder / "desk-before-0002.db")
    save_copy(store.file, store.folder / "old.db")
    assert list(traces(bytes_of(store.folder), people, allowed)), "the test must be able to fail"
    anonymised(store, place.event)
    assert sorted(set(traces(bytes_of(store.folder), people, allowed))) == []
    with store.transaction() as session:
        assert counted(session, place) == before
        assert verify(session).flaws == ()
        assert session.run("SELECT count(*) FROM print_job").scalar_one() == 0
    assert len(copies_of(store.file)) == 1


def test_nothing_is_left_in_the_log_beside_the_file(store: Store) -> None:
    with store.transaction() as session:
        place = open_with(session, ZOE, MAX)
    log = store.file.with_name("desk.db-wal")
    assert b"Lef" in log.read_bytes()
    anonymised(store, place.event)
    assert b"Lef" not in log.read_bytes()


@settings(max_examples=25)
@given(morning=steps, afternoon=steps)
def test_all_figures_agree_before_and_after(
    new_file: Path, morning: list[Step], afternoon: list[Step]
) -> None:
    with lived(new_file, morning, afternoon) as (session, place):
        before = counted(session, place)
        corrections = afterwards.count(session, place.event)
        privacy.anonymise(session, place.event, NINE * 2)
        while erasing.advance(session, place.event):
            pass
        assert counted(session, place) == before
        assert afterwards.count(session, place.event) == corrections
        assert {it.full_name for it in roster.everybody(session, place)} <= {"–"}
        assert verify(session).flaws == ()


def test_an_erasure_not_carried_out_is_a_flaw(session: Session) -> None:
    place = open_with(session, ZOE)
    privacy.anonymise(session, place.event, NINE)
    assert {kind for kind, _ in verify(session).flaws} == {"erased"}


def test_nobody_comes_back_after_it(session: Session) -> None:
    place = open_with(session, ZOE)
    privacy.anonymise(session, place.event, NINE)
    with pytest.raises(DeskError, match="anonymised"):
        planning.plan(session, place.event, reading(ZOE))
    with pytest.raises(DeskError, match="anonymised"):
        walk_ins.register(session, place, MAX, NINE, certain=True)


# One person


def erased(store: Store, place: Place, person: Registration) -> None:
    with store.transaction() as session:
        privacy.erase(session, place.event, who(place, person), NINE)
    assert erasing.finish(store)


def test_one_person_leaves_also_whom_they_booked_for_and_the_others_stay(store: Store) -> None:
    with store.transaction() as session:
        place = open_with(session, ZOE, MAX)
        checkin.scan(session, place, "QR-ZOE", NINE)
        before = counted(session, place)
    erased(store, place, ZOE)
    content = bytes_of(store.folder).decode(errors="replace")
    assert not re.search("lefèvre|lefevre|zoé|qr-zoe|612345678|végane", content)
    with store.transaction() as session:
        assert counted(session, place) == before
        assert [it.name for it in roster.find(session, place, "max")] == ["MARTIN Max"]
        assert checkin.scan(session, place, "QR-MAX", NINE).outcome == "welcome"
        assert verify(session).clean


def test_the_next_export_does_not_bring_them_back(store: Store) -> None:
    with store.transaction() as session:
        place = open_with(session, ZOE, MAX)
    erased(store, place, ZOE)
    with store.transaction() as session:
        plan = planning.plan(session, place.event, reading(ZOE, MAX))
        assert (plan.new, plan.changed, plan.enriched, plan.missing) == ((), (), (), ())
        bring(session, place, reading(ZOE, MAX, guest("New One")))
        assert roster.find(session, place, "lefevre") == ()
    assert b"lefevre" not in bytes_of(store.folder)


def test_sensitive_answers_go_first_and_alone(store: Store) -> None:
    with store.transaction() as session:
        place = open_with(session, ZOE, MAX)
        (asked,) = privacy.state(session, place.event, NINE).sensitive
        assert (asked.heading, asked.answers) == ("Régime alimentaire", (("végane", 1),))
        assert privacy.forget_sensitive(session, place.event, NINE) == ("Régime alimentaire",)
    assert erasing.finish(store)
    assert "végane".encode() not in bytes_of(store.folder)
    with store.transaction() as session:
        card = roster.card(session, place, who(place, ZOE))
        assert card.registration.answers == (("T-shirt", "M"),)
        bring(session, place, reading(ZOE, MAX))
        assert privacy.state(session, place.event, NINE).sensitive == ()
        assert verify(session).clean


# Several desks


@pytest.fixture
def other(new_file: Path, tmp_path: Path) -> Path:
    home = tmp_path / "other"
    home.mkdir()
    shutil.copy(new_file, home / "desk.db")
    return home


def packed(session: Session) -> bytes:
    return b"".join(exchange.exported(session))


def test_a_redaction_travels_and_an_old_file_brings_nobody_back(store: Store, other: Path) -> None:
    with store.transaction() as session:
        place = open_with(session, ZOE, MAX)
        old = packed(session)
    with desk_in(other) as there:
        exchange.take_in(there, old)
        checkin.scan(there, place, "QR-MAX", NINE)
        newer = packed(there)
    anonymised(store, place.event)
    with store.transaction() as session:
        assert exchange.take_in(session, newer).new == 1
        assert {it.full_name for it in roster.everybody(session, place)} == {"–"}
        assert verify(session).clean
        last = packed(session)
    assert b"Martin" not in last
    elsewhere = Store(other)
    with elsewhere.transaction() as there:
        assert exchange.take_in(there, last).erased
    assert erasing.finish(elsewhere)
    assert b"martin" not in bytes_of(other)
    with elsewhere.transaction() as there:
        assert verify(there).clean
        assert exchange.take_in(there, old).new == 0
        assert attendance.figures(there, place).arrived == 1
    elsewhere.close()


def test_a_desk_that_imported_by_itself_forgets_too(store: Store, other: Path) -> None:
    with store.transaction() as session:
        place = open_with(session, ZOE, MAX)
    anonymised(store, place.event)
    with store.transaction() as session:
        file = packed(session)
    with desk_in(other) as there:
        open_with(there, ZOE, MAX)
        exchange.take_in(there, file)
        assert {it.full_name for it in roster.everybody(there, place)} == {"–"}
        assert events.one(there, place.event).registered == 2
        assert verify(there).clean
