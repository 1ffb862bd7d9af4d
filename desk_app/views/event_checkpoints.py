"""The checkpoints of an event in its form: renamed, added, taken away."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.controllers.events import checkpoint_name
from desk_app.domain.event import Checkpoint
from desk_app.domain.names import plain
from desk_app.views.button import Button
from desk_app.views.checkpoint_rules import CheckpointRules, has_rules
from desk_app.views.event_row import FieldRow
from desk_app.words import current, tr, trn


class Checkpoints(QWidget):
    """One line each; a checkpoint where people came in cannot be taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_PointRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._hint = QLabel(tr("Each date has a checkpoint of its own, which bears its name."))
        self._hint.setProperty("look", "hint")
        self._add = Button(tr("Add a checkpoint"), icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addLayout(self._lines)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self.add)

    def set_points(self, points: tuple[Checkpoint, ...], arrived: Mapping[str, int]) -> None:
        for row in tuple(self._rows):
            self._remove(row)
        for point in points:
            self._show(_PointRow(point, arrived.get(point.key, 0)))

    def points(self) -> tuple[Checkpoint, ...]:
        """As named now; new ones without a name are left out."""
        found: list[Checkpoint] = []
        for row in self._rows:
            point = row.point()
            if not point.key and not point.name:
                continue
            found.append(point if point.key else _with_key(point, found))
        return tuple(found)

    def wrong(self) -> list[FieldRow]:
        """The rules that cannot be read; their checkpoint shows them."""
        return [field for row in self._rows for field in row.wrong()]

    def add(self) -> None:
        """One more line, with the cursor in it."""
        row = _PointRow(Checkpoint(""), 0)
        self._show(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: "_PointRow") -> None:
        self._rows.append(row)
        self._lines.addWidget(row)
        row.removed.connect(self._remove)

    def _remove(self, row: "_PointRow") -> None:
        self._rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()


class _PointRow(QWidget):
    removed = Signal(object)

    def __init__(self, point: Checkpoint, arrived: int) -> None:
        super().__init__()
        self._point = point
        self._name = QLineEdit(point.name)
        self._name.setAccessibleName(tr("Name of the checkpoint"))
        self._name.setPlaceholderText(
            checkpoint_name(replace(point, name=""), current())
            if point.key
            else tr("A room, a door, a session…")
        )
        came = trn(arrived, "{count} person came in", "{count} people came in") if arrived else ""
        self._came = QLabel(came)
        self._came.setProperty("look", "muted")
        self._more = Button(tr("Rules"), icon="list-ordered")
        self._more.setCheckable(True)
        self._rules = CheckpointRules(point)
        self._rules.setVisible(has_rules(point))
        self._more.setChecked(has_rules(point))
        self._remove = Button("", icon="trash-2", look="flat")
        self._remove.setAccessibleName(tr("Take this checkpoint away"))
        self._remove.setToolTip(self._remove.accessibleName())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._name, 1)
        row.addWidget(self._came)
        row.addWidget(self._more)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._rules)
        # A day's own checkpoint follows the dates.
        self._remove.setHidden(bool(arrived or point.day))
        self.setFocusProxy(self._name)
        self._remove.clicked.connect(self._tell_removed)
        self._more.toggled.connect(self._rules.setVisible)

    def point(self) -> Checkpoint:
        return self._rules.applied_to(replace(self._point, name=self._name.text().strip()))

    def wrong(self) -> list[FieldRow]:
        wrong = self._rules.wrong()
        self._more.setChecked(self._more.isChecked() or bool(wrong))
        return wrong

    def _tell_removed(self) -> None:
        self.removed.emit(self)


def _with_key(point: Checkpoint, others: list[Checkpoint]) -> Checkpoint:
    """A lasting key made of the name, so that two desks that add it speak of the same door."""
    base = plain(point.name).replace(" ", "-")
    taken = {other.key for other in others}
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return replace(point, key=key)
