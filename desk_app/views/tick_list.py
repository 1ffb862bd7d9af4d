"""People of whom some are ticked: with the space bar, or a click."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desk_app.views import icons, theme
from desk_app.views.person_list import PersonList
from desk_app.views.person_model import PersonModel, PersonRow
from desk_app.views.person_row import PersonDelegate
from desk_app.words import tr

_BOX = 24
_ROOM = 44  # of the box with the space around it
_Index = QModelIndex | QPersistentModelIndex


class TickList(PersonList):
    """`ticked_changed` tells that somebody was ticked, or was not after all.

    Letters are for the search box: only arrows, the space bar and Enter mean the list.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._ticks = TickModel()
        super().__init__(parent, self._ticks)
        self._ticks.setParent(self)
        self.setItemDelegate(TickDelegate(self))
        self.clicked.connect(self._turn)

    def show_people(
        self, rows: Sequence[PersonRow], ticked: Iterable[int], free: Iterable[int]
    ) -> None:
        """Show these with their ticks; only those who are `free` can be ticked and unticked."""
        self._ticks.tick(ticked, free)
        self.set_rows(rows)

    def ticked(self) -> tuple[int, ...]:
        """Who is ticked and free, in the order of the list."""
        it = self._ticks
        return tuple(row.key for row in it.rows if row.key in it.ticked & it.free)

    def turn_all(self) -> None:
        """Tick everybody who can be; nobody where all are ticked already."""
        it = self._ticks
        all_in = it.free <= it.ticked
        self._keep(it.ticked - it.free if all_in else it.ticked | it.free)

    def retranslate(self) -> None:
        self.setAccessibleName(tr("People who came together"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._turn(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        it = self._ticks
        if index.isValid() and (key := it.rows[index.row()].key) in it.free:
            self._keep(it.ticked ^ {key})

    def _keep(self, ticked: frozenset[int]) -> None:
        self._ticks.tick(ticked, self._ticks.free)
        self.ticked_changed.emit()


class TickModel(PersonModel):
    """Who is ticked, and who is free to be."""

    def __init__(self) -> None:
        super().__init__()
        self.ticked: frozenset[int] = frozenset()
        self.free: frozenset[int] = frozenset()

    def tick(self, ticked: Iterable[int], free: Iterable[int]) -> None:
        self.ticked, self.free = frozenset(ticked), frozenset(free)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else plain

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            on = self.rows[index.row()].key in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        said = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and said:
            on = self.rows[index.row()].key in self.ticked
            return f"{tr('ticked') if on else tr('not ticked')}, {said}"
        return said


class TickDelegate(PersonDelegate):
    """The box stands left of the person."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, TickModel)
        key = model.rows[index.row()].key
        place = QRectF(option.rect)
        box = QRectF(place.left() + 10, place.center().y() - _BOX / 2, _BOX, _BOX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_box(painter, box, ticked=key in model.ticked, free=key in model.free)
        painter.restore()
        beside = QStyleOptionViewItem(option)
        beside.rect = option.rect.adjusted(_ROOM, 0, 0, 0)
        super().paint(painter, beside, index)


def _paint_box(painter: QPainter, box: QRectF, *, ticked: bool, free: bool) -> None:
    """Whoever is not free has a mark without an edge: it cannot be pressed."""
    if free:
        painter.setPen(QPen(theme.color("accent" if ticked else "muted"), 2))
        painter.setBrush(theme.color("accent" if ticked else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
    if ticked:
        icons.paint(painter, box, "check", "on_accent" if free else "muted")
