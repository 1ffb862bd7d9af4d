"""The ledger as a file: whole, taken in elsewhere, and refused when it is not what it was."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings

from desk_app.domain.errors import DeskError
from desk_app.services import checkin, events, roster
from desk_app.store import exchange
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import NINE, desk_in, guest, open_with, tables, who
from tests.services.random_day import Step, lived, steps

ZOE, MAX = guest("Zoé Lefèvre", "QR-ZOE"), guest("Max Martin", "QR-MAX")


def packed(session: Session) -> bytes:
    return b"".join(exchange.exported(session))


@pytest.fixture
def file(session: Session) -> bytes:
    """Zoé is here, Max is not."""
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    return packed(session)


@pytest.fixture
def other(new_file: Path, tmp_path: Path) -> Path:
    home = tmp_path / "other"
    home.mkdir()
    shutil.copy(new_file, home / "desk.db")
    return home


def test_another_desk_has_the_same_facts_and_tables(
    session: Session, file: bytes, other: Path
) -> None:
    with desk_in(other) as there:
        exchange.take_in(there, file)
        assert tables(there) == tables(session)
        assert verify(there).clean
        assert exchange.take_in(there, packed(there)).new == 0


def test_the_same_file_again_changes_nothing(file: bytes, other: Path) -> None:
    with desk_in(other) as there:
        first = exchange.take_in(there, file)
        before = tables(there)
        again = exchange.take_in(there, file)
        assert (again.facts, again.new, again.people) == (first.facts, 0, 0)
        assert tables(there) == before


def test_the_other_desk_goes_on_and_its_work_comes_back(
    session: Session, file: bytes, other: Path
) -> None:
    with desk_in(other) as there:
        exchange.take_in(there, file)
        (event,) = events.all_events(there)
        place = checkin.Place(event.id, event.event.checkpoints[0].key)
        checkin.enter(there, place, who(place, MAX), NINE)
        back = packed(there)
    assert exchange.take_in(session, back).new == 1
    assert all(person.here_at for person in roster.everybody(session, place))
    assert verify(session).clean


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda it: it[:-30], "cut short"),
        (lambda it: it.replace(b"QR-ZOE", b"QR-EVE"), "damaged"),
        (lambda it: b"Nom;Email\n", "no ledger"),
        (lambda it: b"", "no ledger"),
        (lambda it: it.replace(b'"version":1', b'"version":2', 1), "newer release"),
    ],
)
def test_a_damaged_file_brings_nothing(file: bytes, other: Path, damage: object, said: str) -> None:
    with desk_in(other) as there:
        with pytest.raises(DeskError, match=said):
            exchange.take_in(there, damage(file))  # type: ignore[operator]
        assert verify(there).facts == 0


def sealed(lines: list[bytes]) -> bytes:
    """Lines with an end that fits them."""
    import hashlib

    whole = hashlib.sha256(b"".join(lines)).hexdigest()
    return b"".join([*lines, b'{"facts":%d,"sha256":"%s"}\n' % (len(lines) - 1, whole.encode())])


def test_a_gap_is_refused(file: bytes, other: Path) -> None:
    lines = file.splitlines(keepends=True)[:-1]
    with desk_in(other) as there, pytest.raises(DeskError, match="gap"):
        exchange.take_in(there, sealed([lines[0], *lines[2:]]))


def test_a_contradiction_is_refused(session: Session, file: bytes) -> None:
    lines = file.replace(b"QR-ZOE", b"QR-EVE").splitlines(keepends=True)[:-1]
    with pytest.raises(DeskError, match="contradicts"):
        exchange.take_in(session, sealed(lines))


@pytest.mark.parametrize("line", [b"[]\n", b"{}\n", b'{"kind":"x"}\n', b"\xff\n"])
def test_a_line_that_is_no_fact_is_named(file: bytes, other: Path, line: bytes) -> None:
    lines = file.splitlines(keepends=True)[:-1]
    with desk_in(other) as there, pytest.raises(DeskError, match="Line 3"):
        exchange.take_in(there, sealed([*lines[:2], line, *lines[3:]]))


@settings(max_examples=12)
@given(morning=steps, afternoon=steps)
def test_any_day_of_two_desks_travels_whole(
    new_file: Path, morning: list[Step], afternoon: list[Step]
) -> None:
    with lived(new_file, morning, afternoon) as (session, _):
        content, wanted = packed(session), tables(session)
    _arrives(new_file, content, wanted)


def _arrives(new_file: Path, content: bytes, wanted: object) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as home:
        shutil.copy(new_file, Path(home, "desk.db"))
        with desk_in(Path(home)) as there:
            exchange.take_in(there, content)
            assert tables(there) == wanted
            assert verify(there).clean
