"""Tables: Enter opens, the place is kept, widths are remembered."""

from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.tables.row_model import Column, RowModel
from desk_app.views import theme
from desk_app.views.table import TableView, table_view

Seat = tuple[int, str]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def model() -> RowModel[Seat]:
    columns = (
        Column[Seat]("Name", lambda row: row[1], width=300),
        Column[Seat]("Seat", lambda row: str(row[0]), align="right", width=80),
        Column[Seat]("State", lambda row: "Expected", tone=lambda row: "accent", width=120),
    )
    made = RowModel(columns, key=lambda row: row[0])
    made.set_rows([(1, "Zoé"), (2, "Ada")])
    return made


def shown(qtbot: QtBot, memory: Any = None) -> TableView:
    view = table_view(model(), "roster", memory)
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    return view


def test_enter_activates_the_row(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.selectRow(1)
    with qtbot.waitSignal(view.activated) as activated:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert activated.args is not None
    assert activated.args[0].row() == 1


def test_the_place_is_kept_when_rows_come_and_go(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.selectRow(1)
    rows = view.model()
    assert isinstance(rows, RowModel)
    rows.set_rows([(3, "Bo"), (1, "Zoé"), (2, "Ada")])
    assert rows.row(view.currentIndex()) == (2, "Ada")


def test_rows_are_tall_enough_for_a_finger(qtbot: QtBot) -> None:
    assert shown(qtbot).rowHeight(0) >= 44


def test_no_column_is_cut(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert sum(view.columnWidth(n) for n in range(3)) == view.viewport().width()


def test_where_it_is_narrow_other_words_give_way_before_the_name(qtbot: QtBot) -> None:
    columns = (
        Column[Seat]("Name", lambda row: row[1], width=240),
        Column[Seat]("Organisation", lambda row: "Museum of Everything", width=220),
        Column[Seat]("State", lambda row: "Expected", tone=lambda row: "accent", width=120),
    )
    view = table_view(RowModel(columns, key=lambda row: row[0]))
    qtbot.addWidget(view)
    view.resize(520, 300)
    view.show()
    assert view.columnWidth(0) >= 240
    assert view.columnWidth(2) == 120
    assert sum(view.columnWidth(n) for n in range(3)) == view.viewport().width()
    view.resize(900, 300)
    assert view.columnWidth(1) == 220


def test_widths_are_remembered(qtbot: QtBot, tmp_path: Any) -> None:
    memory = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    shown(qtbot, memory).setColumnWidth(1, 133)
    assert shown(qtbot, memory).columnWidth(1) == 133


def test_states_are_painted_as_chips(qtbot: QtBot) -> None:
    view = shown(qtbot)
    image = view.viewport().grab().toImage()
    pixels = {image.pixel(x, 22) for x in range(image.width())}
    assert theme.color("accent_soft").rgb() in pixels
