"""What can be set about one box of a layout, from the table of its properties."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.designer import ANSWER, PROPERTIES, Box, Property, counts
from desk_app.views.colour_choice import ColourChoice
from desk_app.views.decimal_field import DecimalField
from desk_app.views.design_words import property_word, word_of

_NARROW = ("mm", "points", "count", "yes")  # two of them stand side by side


@dataclass(frozen=True, slots=True)
class Editor:
    """A field for one property: how it shows a value."""

    field: QWidget
    show: Callable[[Any], None]


class BoxInspector(QWidget):
    """`changed` carries the box as it should be, and the name of what was changed."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box: Box | None = None
        self.setObjectName("inspector")
        self._questions = QCompleter(self)
        self.editors = {it.name: self._editor(it) for it in PROPERTIES}
        self._cells = {it.name: _cell(it, self.editors[it.name].field, self) for it in PROPERTIES}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._arranged: tuple[str, ...] = ()

    def offer_questions(self, questions: Sequence[str]) -> None:
        """What people of the event were asked, for boxes that show an answer."""
        self._questions = QCompleter(list(questions), self)
        self._questions.setFilterMode(Qt.MatchFlag.MatchContains)
        self._questions.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._questions.activated.connect(partial(self._set, "words"))

    def show_box(self, box: Box | None) -> None:
        """Show a box's properties, those that mean something for it."""
        self._box = box
        if box is None:
            return
        self._arrange(tuple(it.name for it in PROPERTIES if counts(it, box)))
        line = self.editors["words"].field
        assert isinstance(line, QLineEdit)
        line.setCompleter(self._questions if box.shows == ANSWER else None)  # type: ignore[arg-type]  # None takes it away
        for it in PROPERTIES:
            editor = self.editors[it.name]
            editor.field.blockSignals(True)  # showing is not choosing
            editor.show(getattr(box, it.name))
            editor.field.blockSignals(False)

    def _arrange(self, names: tuple[str, ...]) -> None:
        """Wide ones over both columns, narrow ones side by side."""
        if names == self._arranged:
            return
        self._arranged = names
        row, column = 0, 0
        for it in PROPERTIES:
            cell = self._cells[it.name]
            self._grid.removeWidget(cell)
            cell.setVisible(it.name in names)
            if it.name not in names:
                continue
            wide = it.kind not in _NARROW
            if column and (wide or column == 2):
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, 2 if wide else 1)
            column += 2 if wide else 1

    def _editor(self, it: Property) -> Editor:
        return _EDITORS[it.kind](it, partial(self._set, it.name))

    def _set(self, name: str, value: Any) -> None:
        if self._box is not None and getattr(self._box, name) != value:
            self.changed.emit(_with(self._box, name, value), name)


def _with(box: Box, name: str, value: Any) -> Box:
    """The box with one thing changed; the sizes keep their order."""
    made = replace(box, **{name: value})
    if name == "largest":
        return replace(made, least=min(made.least, made.largest))
    if name == "least":
        return replace(made, largest=max(made.least, made.largest))
    return made


def _cell(it: Property, field: QWidget, parent: QWidget) -> QWidget:
    """A field under its name; a tick box says its name itself."""
    cell = QWidget(parent)
    cell.hide()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    field.setAccessibleName(property_word(it.name))
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    label = QLabel(property_word(it.name) if it.kind != "yes" else "")
    label.setProperty("look", "hint")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return cell


def _choice(it: Property, tell: Callable[[Any], None]) -> Editor:
    field = QComboBox()
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(8)
    for value in it.choices:
        field.addItem(word_of(value), value)
    field.activated.connect(lambda place: tell(field.itemData(place)))
    return Editor(field, lambda value: field.setCurrentIndex(field.findData(value)))


def _number(it: Property, tell: Callable[[Any], None]) -> Editor:
    field = DecimalField()
    points = it.kind == "points"
    field.setDecimals(1 if points else 2)
    field.setRange(4 if points else 0, 300 if points else 1000)
    field.setSingleStep(0.5)
    field.setSuffix(" pt" if points else " mm")
    field.valueChanged.connect(tell)
    return Editor(field, field.setValue)


def _count(_it: Property, tell: Callable[[Any], None]) -> Editor:
    field = QSpinBox()
    field.setRange(1, 9)
    field.valueChanged.connect(tell)
    return Editor(field, field.setValue)


def _yes(it: Property, tell: Callable[[Any], None]) -> Editor:
    field = QCheckBox(property_word(it.name))
    field.toggled.connect(tell)
    return Editor(field, field.setChecked)


def _line(_it: Property, tell: Callable[[Any], None]) -> Editor:
    field = QLineEdit()
    field.textEdited.connect(tell)
    return Editor(field, lambda text: None if field.text() == text else field.setText(text))


def _colour(it: Property, tell: Callable[[Any], None]) -> Editor:
    field = ColourChoice(ground=it.kind == "ground")
    field.chosen.connect(tell)
    return Editor(field, field.show_colour)


_EDITORS: dict[str, Callable[[Property, Callable[[Any], None]], Editor]] = {
    "choice": _choice,
    "mm": _number,
    "points": _number,
    "count": _count,
    "yes": _yes,
    "text": _line,
    "colour": _colour,
    "ground": _colour,
}
