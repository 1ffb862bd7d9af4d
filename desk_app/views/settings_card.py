"""A card of the settings screen: a title, and rows under one another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget


class SettingsCard(QFrame):
    """A titled group of rows: what it is at the left, the control at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[QWidget, tuple[QWidget, ...]] = {}
        self.setProperty("look", "card")
        heading = QLabel(title)
        heading.setProperty("look", "row")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(24, 16, 24, 20)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, 176)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(heading, 0, 0, 1, 2)

    def add_row(self, what: str, control: QWidget, beside: QWidget | None = None) -> None:
        label = QLabel(what)
        label.setBuddy(control)
        label.setMinimumHeight(44)
        if what:
            control.setAccessibleName(what)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(control)
        if beside is not None:
            row.addWidget(beside)
        row.addStretch(1)
        self._rows[control] = (label, control) if beside is None else (label, control, beside)
        number = self._grid.rowCount()
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(row, number, 1)

    def set_row_visible(self, control: QWidget, visible: bool) -> None:
        """Show or hide the whole row of a control."""
        for part in self._rows[control]:
            part.setVisible(visible)

    def add_hint(self, text: str) -> None:
        hint = words_in_lines()
        hint.setProperty("look", "hint")
        hint.setText(text)
        self._grid.addWidget(hint, self._grid.rowCount(), 1)

    def add_line(self, label: QLabel) -> None:
        self._grid.addWidget(label, self._grid.rowCount(), 1)
        label.hide()


def words_in_lines() -> QLabel:
    """A label for sentences of any length, which can be marked and copied."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
