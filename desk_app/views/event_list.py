"""The events of this desk: title, date and place, and how many are registered and arrived."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk_app.controllers.events import EventRow, Listing, event_line
from desk_app.tables.row_model import Column, RowModel, RowRole
from desk_app.views import theme
from desk_app.views.chip import HEIGHT, chip_width, paint_chip
from desk_app.words import current, tr, trn

_ROW = 96
_SIDE = 14
_Index = QModelIndex | QPersistentModelIndex


class EventList(QListView):
    """`looked_at` carries the id of the event the cursor is on, `wanted` that of one to take."""

    looked_at = Signal(object)
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_hand: int | None = None
        self._model = RowModel((Column(tr("Event"), self._spoken),), key=lambda row: row.id)
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(_EventDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Events"))
        self.activated.connect(self._want)
        self.doubleClicked.connect(self._want)
        self.selectionModel().currentChanged.connect(self._look)

    def show_listing(self, listing: Listing) -> None:
        """Keep the cursor on the event that is shown."""
        self._in_hand = listing.in_hand
        self.selectionModel().currentChanged.disconnect(self._look)
        self._model.set_rows(listing.rows)
        self.setCurrentIndex(self._model.index_of(listing.shown))
        self.selectionModel().currentChanged.connect(self._look)
        self.viewport().update()

    def is_in_hand(self, row: EventRow) -> bool:
        return row.id == self._in_hand

    def step(self, steps: int) -> None:
        """Move the cursor, from wherever the keys are."""
        number = self.currentIndex().row() + steps
        last = self._model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._model.index(min(max(number, 0), last), 0))

    def take(self) -> None:
        """Take the event under the cursor."""
        if self.currentIndex().isValid():
            self._want(self.currentIndex())

    def _look(self, index: QModelIndex) -> None:
        if index.isValid():
            self.looked_at.emit(self._model.row(index).id)

    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(self._model.row(index).id)

    def _spoken(self, row: EventRow) -> str:
        hand = tr("In hand") if row.id == self._in_hand else ""
        line = event_line(row.event, current())
        return ", ".join(filter(None, (title_of(row), hand, line, counts_line(row))))


class _EventDelegate(QStyledItemDelegate):
    def __init__(self, view: EventList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: EventRow = index.data(RowRole)
        place = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, place, option)
        inside = place.adjusted(_SIDE, 10, -_SIDE, -10)
        _write(painter, inside, title_of(row), theme.font("body", bold=True), "text")
        line = event_line(row.event, current())
        _write(painter, inside.adjusted(0, 26, 0, 0), line, theme.font("hint"), "muted")
        self._paint_foot(painter, inside.adjusted(0, inside.height() - HEIGHT, 0, 0), row)
        painter.restore()

    def _paint_foot(self, painter: QPainter, place: QRectF, row: EventRow) -> None:
        if self._view.is_in_hand(row):
            word = tr("In hand")
            width = chip_width(word)
            corner = QRectF(place.right() - width, place.top(), width, HEIGHT)
            paint_chip(painter, corner, word, "accent", "check", lifted=True)
            place = place.adjusted(0, 0, -width - 8, 0)
        text = counts_line(row)
        _write(painter, place.adjusted(0, 5, 0, 0), text, theme.font("hint"), "muted")

    def _paint_ground(self, painter: QPainter, place: QRectF, option: QStyleOptionViewItem) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.color("accent_soft"))
            painter.setPen(QPen(theme.color("accent"), 2 if self._view.hasFocus() else 1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(place, 10, 10)


def title_of(row: EventRow) -> str:
    return row.event.title or tr("Event without a title")


def counts_line(row: EventRow) -> str:
    """Registered, arrived, and the places left where there is a limit."""
    parts = [
        trn(
            row.registered,
            "{shown} registered",
            "{shown} are registered",
            shown=_shown(row.registered),
        ),
        trn(row.arrived, "{shown} arrived", "{shown} have arrived", shown=_shown(row.arrived)),
    ]
    left = row.places_left
    if left is not None:
        parts.append(trn(left, "{shown} place left", "{shown} places left", shown=_shown(left)))
    return " · ".join(parts)


def _shown(count: int) -> str:
    return QLocale(current()).toString(count)


def _write(painter: QPainter, place: QRectF, text: str, font: QFont, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    fitted = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, fitted)
