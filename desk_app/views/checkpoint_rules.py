"""The rules of one checkpoint in the event's form: who enters, when, how many, how often."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Checkpoint, Entries
from desk_app.views.event_fields import RULES
from desk_app.views.event_row import FieldRow
from desk_app.words import tr

_SIXTHS = 6


class CheckpointRules(QWidget):
    """What is left empty is no rule."""

    def __init__(self, point: Checkpoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = {field.name: FieldRow(field) for field in RULES}
        self._entries = QComboBox()
        self._exits = QCheckBox(tr("People are counted when they go out, too"))
        for value, word in _entries().items():
            self._entries.addItem(word, value)
        self._entries.setAccessibleName(tr("One person enters"))
        self._lay_out()
        self._show(point)

    def wrong(self) -> list[FieldRow]:
        """The fields that cannot be read; each says why below its box."""
        return [row for row in self._rows.values() if not _readable(row)]

    def applied_to(self, point: Checkpoint) -> Checkpoint:
        """The checkpoint with these rules."""
        said: dict[str, Any] = {name: row.read() for name, row in self._rows.items()}
        entries = Entries(self._entries.currentData())
        return replace(point, **said, entries=entries, exits=self._exits.isChecked())

    def _show(self, point: Checkpoint) -> None:
        for name, row in self._rows.items():
            row.set_text(row.field.kind.write(getattr(point, name)))
        self._entries.setCurrentIndex(self._entries.findData(point.entries.value))
        self._exits.setChecked(point.exits)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        column = 0
        for row in self._rows.values():
            grid.addWidget(row, 0, column, 1, row.field.span)
            column += row.field.span
        for number in range(_SIXTHS):
            grid.setColumnStretch(number, 1)
        grid.addLayout(self._how_often(), 1, 0, 1, 3)
        grid.addWidget(self._exits, 1, 3, 1, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 0, 0, 12)
        outer.addLayout(grid)

    def _how_often(self) -> QVBoxLayout:
        label = QLabel(tr("One person enters"))
        label.setProperty("look", "hint")
        label.setBuddy(self._entries)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self._entries)
        return column


def has_rules(point: Checkpoint) -> bool:
    """Whether anything is asked at the checkpoint that is not asked at every other."""
    return point != Checkpoint(point.key, point.name, point.day)


def _entries() -> dict[str, str]:
    return {
        Entries.AFTER_EXIT.value: tr("Again once they went out"),
        Entries.ONCE.value: tr("Only once"),
        Entries.ANY.value: tr("As often as they like"),
    }


def _readable(row: FieldRow) -> bool:
    try:
        row.read()
    except DeskError:
        return False
    return True
