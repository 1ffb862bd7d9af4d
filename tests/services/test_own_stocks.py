"""Labels made at this desk, and printers that print beside the label."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desk_app.badges import stocks
from desk_app.domain.errors import DeskError
from desk_app.services import own_stocks, settings
from desk_app.store.session import Session

SHEET = stocks.stock("avery-l4785")


@pytest.fixture(autouse=True)
def without_own() -> Iterator[None]:
    yield
    stocks.use_own([])


def test_a_stock_of_ones_own_is_found_by_its_id(session: Session) -> None:
    identity = own_stocks.keep_stock(session, replace(SHEET, name="Étiquettes du 3e", rows=4))
    assert identity == "own-etiquettes-du-3e"
    assert stocks.stock(identity).rows == 4
    assert stocks.stocks()[0].id == identity


def test_own_stocks_are_there_after_a_new_start(session: Session) -> None:
    identity = own_stocks.keep_stock(session, replace(SHEET, name="Mine"))
    stocks.use_own([])
    own_stocks.use_own_stocks(session)
    assert stocks.stock(identity).name == "Mine"


def test_labels_that_leave_the_page_are_not_kept(session: Session) -> None:
    with pytest.raises(DeskError, match="leave the page"):
        own_stocks.keep_stock(session, replace(SHEET, name="Mine", x0=90.0))


def test_a_stock_needs_a_name(session: Session) -> None:
    with pytest.raises(DeskError, match="a name"):
        own_stocks.keep_stock(session, replace(SHEET, name=" "))


def test_a_stock_can_be_taken_off_the_list(session: Session) -> None:
    identity = own_stocks.keep_stock(session, replace(SHEET, name="Mine"))
    own_stocks.forget_stock(session, identity)
    assert identity not in [it.id for it in stocks.stocks()]


def test_what_cannot_be_read_is_left_out(session: Session) -> None:
    settings.write(session, "own_stock:own-x", "{}")
    own_stocks.use_own_stocks(session)
    assert stocks.stock("a6").id == "a6"


def test_an_offset_belongs_to_one_printer_and_one_stock(session: Session) -> None:
    own_stocks.set_offset(session, "Brother", "a6", 0.3, -9.0)
    known = settings.read(session)
    assert own_stocks.offset(known, "Brother", "a6") == (0.3, -5.0)
    assert own_stocks.offset(known, "Zebra", "a6") == (0.0, 0.0)
