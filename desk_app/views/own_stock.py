"""Labels that are on no list: measured with a ruler, checked while they are typed."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk_app import words
from desk_app.controllers.badges import Choices, Stock, fault
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.decimal_field import DecimalField
from desk_app.views.sheet_picture import SheetPicture
from desk_app.words import tr, trn

_OWN = "own-"
_MOST_OFFSET = 5.0


class OwnStockDialog(QDialog):
    """Begins with the stock in hand; open it with `open()`, Escape closes it."""

    kept = Signal(object)  # Stock
    forgotten = Signal(str)

    def __init__(self, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock = stock
        self.setWindowTitle(tr("Labels of your own"))
        self.setModal(True)
        self.name = QLineEdit(tr(stock.name))
        self.name.setCursorPosition(0)
        self.kind = QComboBox()
        for kind, text in (
            ("sheet", tr("Sheet of labels")),
            ("roll", tr("Roll of labels")),
            ("page", tr("One badge on each page")),
        ):
            self.kind.addItem(text, kind)
        self.kind.setCurrentIndex(self.kind.findData(stock.kind))
        self.sizes = {name: _millimetres(getattr(stock, name)) for name in _sizes()}
        self.counts = {name: _count(getattr(stock, name)) for name in ("cols", "rows")}
        self.ways = {name: QCheckBox(text) for name, text in _ways().items()}
        for name, box in self.ways.items():
            box.setChecked(getattr(stock, name))
        self.picture = SheetPicture()
        self.told = QLabel()
        self.keep = Button(tr("Keep"), look="primary")
        self.forget = Button(tr("Take off the list"), look="danger")
        self._lay_out()
        self._connect()
        self._check()

    def made(self) -> Stock:
        """The stock as it is described now."""
        measured: dict[str, Any] = {name: box.value() for name, box in self.sizes.items()}
        measured |= {name: box.value() for name, box in self.counts.items()}
        measured |= {name: box.isChecked() for name, box in self.ways.items()}
        return replace(
            self._stock, name=self.name.text().strip(), kind=self.kind.currentData(),
            **measured,
        )  # fmt: skip

    def _check(self, _changed: object = None) -> None:
        """Say what cannot be, as soon as it is typed."""
        made = self.made()
        wrong = fault(made)
        self.keep.setEnabled(wrong is None and bool(made.name))
        theme.set_look(self.told, "tone", "stop" if wrong else "good")
        fine = trn(
            made.per_page,
            "{count} label on a page, and not beyond its edge.",
            "{count} labels on a page, none beyond its edge.",
        )
        self.told.setText(words.say(wrong, words.current()) if wrong else fine)
        if wrong is None:
            self.picture.show_sheet(made, 1)

    def _keep(self) -> None:
        self.kept.emit(self.made())
        self.accept()

    def _forget(self) -> None:
        self.forgotten.emit(self._stock.id)
        self.accept()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        parts: list[tuple[str, QWidget]] = [
            (tr("Name of the labels"), self.name),
            (tr("Kind"), self.kind),
        ]
        parts += [(text, self.sizes[name]) for name, text in _sizes().items()]
        parts += [(tr("Columns"), self.counts["cols"]), (tr("Rows"), self.counts["rows"])]
        for number, (text, part) in enumerate(parts):
            label = QLabel(text)
            label.setBuddy(part)
            part.setAccessibleName(text)
            row, column = divmod(number, 2)
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(part, row, 2 * column + 1)
        for way in self.ways.values():
            grid.addWidget(way, grid.rowCount(), 0, 1, 4)
        self.told.setWordWrap(True)
        self.forget.setVisible(self._stock.id.startswith(_OWN))
        body, foot = QHBoxLayout(), QHBoxLayout()
        body.setSpacing(24)
        body.addLayout(grid, 1)
        body.addWidget(self.picture)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.forget)
        foot.addWidget(self.keep)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(24, 20, 24, 20)
        column_box.setSpacing(16)
        column_box.addLayout(body)
        column_box.addLayout(foot)

    def _connect(self) -> None:
        for size in self.sizes.values():
            size.valueChanged.connect(self._check)
        for count in self.counts.values():
            count.valueChanged.connect(self._check)
        for way in self.ways.values():
            way.toggled.connect(self._check)
        self.name.textChanged.connect(self._check)
        self.kind.activated.connect(self._check)
        self.keep.clicked.connect(self._keep)
        self.forget.clicked.connect(self._forget)


def _ways() -> dict[str, str]:
    return {
        "turned": tr("Badges lie on their side: a quarter turn on the paper"),
        "folded": tr("Folded in two: the upper half is the back, upside down"),
        "mirrored": tr("Transparent, printed on the back: mirrored"),
    }


class AdjustDialog(QDialog):
    """How far the printer prints beside the label: measured on a test page, in tenths of a mm."""

    moved = Signal(float, float)  # mm to the right, mm down
    test_wanted = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Adjust the printer"))
        self.setModal(True)
        self.setMinimumWidth(480)
        self.right = _offset(choices.offset[0])
        self.down = _offset(choices.offset[1])
        self.test = Button(tr("Print a test page"), icon="printer")
        self.close_it = Button(tr("Close"))
        self._lay_out(choices)
        for box in (self.right, self.down):
            box.valueChanged.connect(self._move)
        self.test.clicked.connect(self.test_wanted)
        self.close_it.clicked.connect(self.accept)

    def _move(self, _value: float) -> None:
        self.moved.emit(self.right.value(), self.down.value())

    def _lay_out(self, choices: Choices) -> None:
        hint = QLabel(
            tr("Print a test page, then measure from the label’s edges to the frame: it should be "
               "3 mm everywhere. Each mark in the middle of a side is 1 mm. Holds for {printer} "
               "and “{stock}”.", printer=choices.printer or "?", stock=tr(choices.stock.name))
        )  # fmt: skip
        hint.setWordWrap(True)
        grid = QGridLayout()
        for row, (text, box) in enumerate(
            ((tr("Move to the right"), self.right), (tr("Move down"), self.down))
        ):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.test)
        foot.addStretch(1)
        foot.addWidget(self.close_it)
        self.test.setEnabled(bool(choices.printer))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(hint)
        column.addLayout(grid)
        column.addLayout(foot)


def _sizes() -> dict[str, str]:
    return {
        "page_w": tr("Page width"),
        "page_h": tr("Page height"),
        "label_w": tr("Label width"),
        "label_h": tr("Label height"),
        "x0": tr("First label from the left"),
        "y0": tr("First label from the top"),
        "dx": tr("From label to label, across"),
        "dy": tr("From label to label, down"),
    }


def _millimetres(value: float) -> DecimalField:
    box = DecimalField()
    box.setRange(0, 1000)
    box.setDecimals(2)
    box.setSuffix(" mm")
    box.setValue(value)
    box.setMinimumWidth(136)
    return box


def _offset(value: float) -> DecimalField:
    box = DecimalField()
    box.setRange(-_MOST_OFFSET, _MOST_OFFSET)
    box.setDecimals(1)
    box.setSingleStep(0.1)
    box.setSuffix(" mm")
    box.setValue(value)
    return box


def _count(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, 30)
    box.setValue(value)
    return box
