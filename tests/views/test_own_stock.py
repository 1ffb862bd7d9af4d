"""Describing labels, and adjusting a printer."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.badges import stocks
from desk_app.controllers.badges import Choices, Stock
from desk_app.views.own_stock import AdjustDialog, OwnStockDialog
from tests.controllers.standing import heard

SHEET = stocks.stock("avery-l4785")


def dialog(qtbot: QtBot, stock: Stock = SHEET) -> OwnStockDialog:
    made = OwnStockDialog(stock)
    qtbot.addWidget(made)
    return made


def test_what_cannot_be_is_said_at_once(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    made.sizes["x0"].setValue(90)
    assert not made.keep.isEnabled()
    assert "leave the page" in made.told.text()


def test_a_stock_is_kept_as_described(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    kept = heard(made.kept)
    made.name.setText("Mine")
    made.counts["rows"].setValue(4)
    made.keep.click()
    assert (kept[0].name, kept[0].rows, kept[0].label_w) == ("Mine", 4, SHEET.label_w)


def test_labels_may_be_folded_turned_or_mirrored(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    kept = heard(made.kept)
    for name in ("folded", "mirrored"):
        QTest.keyClick(made.ways[name], Qt.Key.Key_Space)
    made.keep.click()
    assert (kept[0].folded, kept[0].mirrored, kept[0].turned) == (True, True, False)
    QTest.keyClick(made.ways["turned"], Qt.Key.Key_Space)
    assert not made.keep.isEnabled()
    assert "cannot be folded" in made.told.text()


def test_only_own_labels_can_be_taken_off_the_list(qtbot: QtBot) -> None:
    assert dialog(qtbot).forget.isHidden()


def test_a_printer_is_moved_by_tenths(qtbot: QtBot) -> None:
    choices = Choices((), (SHEET,), "classic", SHEET, "labels", 1, (0.2, 0.0))
    made = AdjustDialog(choices)
    qtbot.addWidget(made)
    sent: list[tuple[float, float]] = []
    made.moved.connect(lambda x, y: sent.append((round(x, 1), round(y, 1))))
    made.down.stepBy(-3)
    assert sent[-1] == (0.2, -0.3)
