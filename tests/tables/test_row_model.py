"""One model for all tables: text, order, alignment, and Qt's own rules."""

from dataclasses import dataclass

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desk_app.tables.row_model import Column, IconRole, RowModel, RowRole, ToneRole

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Guest:
    key: int
    name: str
    age: int | None = None


ZOE, EMILE, ADA = Guest(1, "Zoé", 30), Guest(2, "Émile", 9), Guest(3, "ada")
COLUMNS = (
    Column[Guest]("Name", lambda guest: guest.name, icon=lambda _: "users"),
    Column[Guest]("Age", lambda g: str(g.age or ""), sort=lambda g: g.age, align="right"),
    Column[Guest]("State", lambda _: "Expected", tone=lambda _: "accent"),
)


def model(*guests: Guest) -> RowModel[Guest]:
    made = RowModel(COLUMNS, key=lambda guest: guest.key)
    made.set_rows(guests)
    return made


def test_it_keeps_qt_s_rules_through_its_life() -> None:
    table = model()
    tester = QAbstractItemModelTester(table)  # says what is wrong as a fatal Qt message
    table.set_rows([ZOE, EMILE, ADA])
    table.sort(0, DOWN)
    table.set_rows([ADA])
    table.set_rows([])
    assert tester.model() is table


def test_a_cell_has_its_text_and_can_be_heard() -> None:
    table = model(ZOE)
    cell = table.index(0, 0)
    assert cell.data() == "Zoé"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Name: Zoé"


def test_tone_icon_and_row_are_there_for_the_view() -> None:
    table = model(ZOE)
    assert table.index(0, 2).data(ToneRole) == "accent"
    assert table.index(0, 0).data(IconRole) == "users"
    assert table.index(0, 1).data(RowRole) == ZOE


def test_numbers_and_their_title_stand_right() -> None:
    table = model(ZOE)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert table.index(0, 1).data(role) & int(Qt.AlignmentFlag.AlignRight)
    assert table.headerData(1, Qt.Orientation.Horizontal, role) & int(Qt.AlignmentFlag.AlignRight)


def test_text_sorts_without_accents_and_case() -> None:
    table = model(ZOE, EMILE, ADA)
    table.sort(0, UP)
    assert table.rows() == (ADA, EMILE, ZOE)


def test_a_sort_key_counts_and_the_unknown_come_last_both_ways() -> None:
    table = model(ZOE, ADA, EMILE)
    table.sort(1, UP)
    assert table.rows() == (EMILE, ZOE, ADA)
    table.sort(1, DOWN)
    assert table.rows() == (ZOE, EMILE, ADA)


def test_no_sorting_gives_back_the_order_given() -> None:
    table = model(ZOE, EMILE, ADA)
    table.sort(0, UP)
    table.sort(-1, UP)
    assert table.rows() == (ZOE, EMILE, ADA)


def test_new_rows_keep_the_order_asked_for() -> None:
    table = model(ZOE)
    table.sort(0, UP)
    table.set_rows([ZOE, ADA])
    assert table.rows() == (ADA, ZOE)


def test_a_kept_index_follows_its_row() -> None:
    table = model(ZOE, ADA)
    kept = QPersistentModelIndex(table.index(0, 0))
    table.sort(0, UP)
    assert table.row(kept) == ZOE


def test_the_same_people_changed_do_not_reset_the_view(qtbot: QtBot) -> None:
    table = model(ZOE, ADA)
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.set_rows([Guest(1, "Zoë"), ADA])
    assert table.index(0, 0).data() == "Zoë"


def test_a_row_is_found_by_its_key() -> None:
    table = model(ZOE, ADA)
    assert table.row(table.index_of(3)) == ADA
    assert not table.index_of(99).isValid()
