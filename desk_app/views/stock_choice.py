"""Choosing a label stock by typing any part of its name, and where on its sheet to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.badges import Choices
from desk_app.views.sheet_picture import SheetPicture
from desk_app.words import tr

# A line edit inside a combo box would have a frame of its own.
_INSIDE = "border: none; background: transparent; padding: 0; min-height: 0;"


class StockChoice(QComboBox):
    """`picked` carries a stock's id; words that are no stock give way to the last choice."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setAccessibleName(tr("Labels or paper"))
        self._edit = self.lineEdit()
        assert self._edit is not None
        self._edit.setStyleSheet(_INSIDE)
        self._set_up_completer()
        self.activated.connect(self._tell)
        self._edit.editingFinished.connect(self._settle)

    def show_choices(self, choices: Choices) -> None:
        """List the stocks, and select the one that is chosen."""
        ids = tuple(it.id for it in choices.stocks)
        if ids != self._ids:
            self._ids = ids
            self.clear()
            self.addItems([tr(it.name) for it in choices.stocks])
        self.setCurrentIndex(ids.index(choices.stock.id))
        self._show_beginning()

    def _set_up_completer(self) -> None:
        completer = self.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def _tell(self, place: int) -> None:
        self._show_beginning()
        self.picked.emit(self._ids[place])

    def _settle(self) -> None:
        """Text that was typed and not chosen goes back to what is chosen."""
        self.setEditText(self.itemText(self.currentIndex()))
        self._show_beginning()

    def _show_beginning(self) -> None:
        assert self._edit is not None
        self._edit.setCursorPosition(0)


class FirstLabel(QWidget):
    """A number and a picture of the sheet for the same choice; hidden for rolls and pages."""

    picked = Signal(object)  # the number of a label, from 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QSpinBox()
        self.picture = SheetPicture()
        self._label = QLabel(tr("Begin with label"))
        self._hint = QLabel(tr("Labels used already stay free: click the first unused one."))
        self._hint.setProperty("look", "hint")
        self._hint.setWordWrap(True)
        self._label.setBuddy(self.number)
        self.number.setAccessibleName(tr("Begin with label"))
        self._lay_out()
        self.number.valueChanged.connect(self._pick)
        self.picture.chosen.connect(self.picked)

    def show_choices(self, choices: Choices) -> None:
        self.setVisible(choices.stock.per_page > 1)
        self.number.blockSignals(True)  # showing is not choosing
        self.number.setRange(1, choices.stock.per_page)
        self.number.setValue(choices.first_label)
        self.number.blockSignals(False)
        self.picture.show_sheet(choices.stock, choices.first_label)

    def _pick(self, number: int) -> None:
        self.picked.emit(number)

    def _lay_out(self) -> None:
        self.number.setFixedWidth(96)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._label)
        words.addWidget(self.number)
        words.addWidget(self._hint)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
