"""Writing or correcting an event, in a form made from the descriptions of its fields."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.events import EventPage, follow_days
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.views.button import Button
from desk_app.views.event_checkpoints import Checkpoints
from desk_app.views.event_fields import FIELDS, GROUPS, Group
from desk_app.views.event_row import FieldRow
from desk_app.views.event_walk_ins import WalkInFields
from desk_app.words import current, tr

_SIXTHS = 6


class EventForm(QWidget):
    """Emits `wanted` with (Event, id or None) once every field can be read, or `cancelled`."""

    wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event = Event("")
        self._identity: int | None = None
        self._used: frozenset[str] = frozenset()
        self._title = QLabel()
        self._title.setProperty("look", "title")
        self._rows = {field.name: FieldRow(field) for field in FIELDS}
        self._points = Checkpoints()
        self._walk_ins = WalkInFields()
        self._area = QScrollArea()
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self._save = Button(tr("Save"), shortcut="Ctrl+S", icon="save", look="primary")
        self._lay_out()
        self._cancel.clicked.connect(self.cancelled)
        self._save.clicked.connect(self.save)
        self.setFocusProxy(self._rows["title"])

    def begin(self) -> None:
        """An empty form for a new event."""
        self._fill(Event("", language=current()), None, frozenset())
        self._title.setText(tr("New event"))
        self._points.set_points((), {})

    def correct(self, page: EventPage) -> None:
        """The form of an event that is there."""
        used = frozenset(key for key, count in page.arrived.items() if count)
        self._fill(page.row.event, page.row.id, used)
        self._title.setText(tr("Edit the event"))
        self._points.set_points(page.row.event.checkpoints, page.arrived)

    def save(self) -> None:
        """Ask for it to be kept, or put the cursor on the first field that cannot be read."""
        values: dict[str, Any] = {}
        wrong: list[FieldRow] = []
        for name, row in self._rows.items():
            try:
                values[name] = row.read()
            except DeskError:
                wrong.append(row)
        wrong += self._points.wrong()
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(wrong[0])
            return
        points = follow_days(values["days"], self._points.points(), self._used)
        values |= {"walk_in_asks": self._walk_ins.asks(), "walk_in_needs": self._walk_ins.needs()}
        event = replace(self._event, **values, checkpoints=points)
        self.wanted.emit((event, self._identity))

    def _fill(self, event: Event, identity: int | None, used: frozenset[str]) -> None:
        self._event, self._identity, self._used = event, identity, used
        for name, row in self._rows.items():
            row.set_text(row.field.kind.write(getattr(event, name)))
        self._walk_ins.show_event(event)
        self._area.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addWidget(self._cancel)
        top.addWidget(self._save)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._content())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self._order_keys()

    def _content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        cards = [_card(tr(group.title), self._grid(group)) for group in GROUPS]
        points = QVBoxLayout()
        points.addWidget(self._points)
        cards.insert(2, _card(tr("Checkpoints"), points))
        walk_ins = QVBoxLayout()
        walk_ins.addWidget(self._walk_ins)
        cards.insert(4, _card(tr("Walk-ins are asked for their name, and"), walk_ins))
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        return content

    def _grid(self, group: Group) -> QGridLayout:
        """Fields side by side until a line of six sixths is full."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        line = at = 0
        for field in group.fields:
            if at + field.span > _SIXTHS:
                line, at = line + 1, 0
            grid.addWidget(self._rows[field.name], line, at, 1, field.span)
            at += field.span
        for number in range(_SIXTHS):
            grid.setColumnStretch(number, 1)
        return grid

    def _order_keys(self) -> None:
        """Tab goes through the fields first, then to the buttons above them."""
        last: QWidget = self._rows[FIELDS[-1].name].box
        QWidget.setTabOrder(last, self._cancel)
        QWidget.setTabOrder(self._cancel, self._save)


def _card(title: str, inside: QGridLayout | QVBoxLayout) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    heading = QLabel(title)
    heading.setProperty("look", "row")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 20)
    column.setSpacing(12)
    column.addWidget(heading)
    column.addLayout(inside)
    return card
