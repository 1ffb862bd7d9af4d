"""Tables as the desk shows them: whole rows, straight numbers, chips for states, widths kept."""

from functools import cache
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk_app.tables.row_model import IconRole, RowModel, ToneRole
from desk_app.views import icons, theme
from desk_app.views.chip import HEIGHT, chip_width, paint_chip
from desk_app.views.legible import legible

ROW = 44
_SIDE = 12
_ICON = 18
_LEAST = 140
_WORDS = 110  # what is left of a column of words that gives way
_DOWN = QPointF(0, 1)
_ASIDE = QPointF(1, 0)
_Index = QModelIndex | QPersistentModelIndex


class Memory(Protocol):
    """Where widths are kept; a QSettings will do."""

    def value(self, key: str) -> Any: ...

    def setValue(self, key: str, value: Any) -> None: ...


def table_view(
    model: RowModel[Any],
    key: str = "",
    memory: Memory | None = None,
    parent: QWidget | None = None,
) -> "TableView":
    """A table set up the desk's way; with a key and a memory it remembers its widths."""
    view = TableView(model, parent)
    if key and memory is not None:
        view.remember_widths(f"widths/{key}", memory)
    return view


class TableView(QTableView):
    """Enter activates a row as a double click does; the place is kept over `set_rows`."""

    def __init__(self, model: RowModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: object = None
        self._wished = [column.width for column in model.columns]
        self._fitting = False
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self._set_up()
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)

    def remember_widths(self, key: str, memory: Memory) -> None:
        """Take the widths kept under the key, and keep each change a person makes."""
        header = self.horizontalHeader()
        kept = [int(width) for width in str(memory.value(key) or "").split(",") if width.isdigit()]
        if len(kept) == len(self._rows.columns):
            for number, width in enumerate(kept):
                self._wished[number] = width or self._wished[number]
                self.setColumnWidth(number, self._wished[number])
        header.sectionResized.connect(lambda *_: memory.setValue(key, self._widths()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(56)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        for number, width in enumerate(self._wished):
            self.setColumnWidth(number, width)
        header.sectionResized.connect(self._note_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The widest column takes the room that is left, so that none is cut."""
        super().resizeEvent(event)
        self.stretch_widest()

    def stretch_widest(self) -> None:
        """As after every change of the size or of the columns."""
        columns = self._rows.columns
        widest = max(range(len(columns)), key=lambda number: columns[number].width)
        others = [n for n in range(len(columns)) if n != widest and not self.isColumnHidden(n)]
        room = self.viewport().width() - sum(self._wished[n] for n in others)
        self._fitting = True
        gained = self._narrow(others, columns[widest].width - room)
        self.setColumnWidth(widest, max(room + gained, _LEAST))
        self._fitting = False

    def _narrow(self, numbers: list[int], lacking: int) -> int:
        """Words give way to the widest column, which tells who it is; say how much they gave."""
        spare = {n: self._spare(n) for n in numbers}
        share = min(max(lacking, 0) / max(sum(spare.values()), 1), 1.0)
        for n, pixels in spare.items():
            self.setColumnWidth(n, self._wished[n] - int(pixels * share))
        return sum(int(pixels * share) for pixels in spare.values())

    def _spare(self, number: int) -> int:
        """What a column can give; chips and numbers need all that they have."""
        column = self._rows.columns[number]
        stays = column.tone or column.align == "right"
        return 0 if stays else max(self._wished[number] - _WORDS, 0)

    def _note_width(self, number: int, before: int, after: int) -> None:
        """A width that a hand has set; hiding a column tells of a width of 0."""
        if before and after and not self._fitting:
            self._wished[number] = after

    def _widths(self) -> str:
        return ",".join(str(width) for width in self._wished)

    def _keep_place(self) -> None:
        self._kept = self._rows.key_at(self.currentIndex())

    def _find_place(self) -> None:
        found = self._rows.index_of(self._kept) if self._kept is not None else QModelIndex()
        if found.isValid():
            self.setCurrentIndex(found)


class CellDelegate(QStyledItemDelegate):
    """Paints a cell without the stylesheet, which is slow for many cells."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        text = str(index.data() or "")
        return QSize(chip_width(text) + 2 * _SIDE, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place = QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, place, option, index)
        text = str(index.data() or "")
        tone = index.data(ToneRole)
        icon = index.data(IconRole)
        inside = place.adjusted(_SIDE, 0, -_SIDE, 0)
        if tone and text:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_chip(painter, inside, text, tone, icon, selected)
        else:
            _paint_text(painter, inside, legible(text), icon, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, place: QRectF, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        state = option.state
        view = option.widget
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, theme.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, theme.color("hover"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if isinstance(view, QTableView) and view.currentIndex().row() == index.row():
            _paint_ring(painter, place, index, view)
            if view.property("cells") and view.hasFocus() and view.currentIndex() == index:
                _paint_cell(painter, place)


def _paint_ring(painter: QPainter, place: QRectF, index: _Index, view: QTableView) -> None:
    """A frame around the whole row, of which each cell draws its part."""
    shown = (it for it in range(index.model().columnCount()) if not view.isColumnHidden(it))
    last = max(shown, default=0)
    painter.setPen(QPen(theme.color("focus"), 2 if view.hasFocus() else 1))
    painter.drawLine(place.topLeft() + _DOWN, place.topRight() + _DOWN)
    painter.drawLine(place.bottomLeft() - _DOWN, place.bottomRight() - _DOWN)
    if index.column() == 0:
        painter.drawLine(place.topLeft() + _ASIDE, place.bottomLeft() + _ASIDE)
    if index.column() == last:
        painter.drawLine(place.topRight() - _ASIDE, place.bottomRight() - _ASIDE)


def _paint_cell(painter: QPainter, place: QRectF) -> None:
    """Which cell of the row the cursor is on, where cells can be corrected."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(5, 6, -5, -7), 6, 6)


def _paint_chip(
    painter: QPainter, inside: QRectF, text: str, tone: str, icon: str, selected: bool
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = min(chip_width(text), inside.width())
    place = QRectF(inside.left(), inside.center().y() - HEIGHT / 2, width, HEIGHT)
    paint_chip(painter, place, text, tone, icon, lifted=selected)


def _paint_text(painter: QPainter, inside: QRectF, text: str, icon: str, index: _Index) -> None:
    if icon:
        icons.paint(painter, QRectF(inside.left(), inside.top(), _ICON, ROW), icon, "muted")
        inside = inside.adjusted(_ICON + 8, 0, 0, 0)
    flags = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
    painter.setFont(_cell_font())
    painter.setPen(theme.color("text"))
    fitted = QFontMetricsF(_cell_font()).elidedText(
        text, Qt.TextElideMode.ElideRight, inside.width()
    )
    painter.drawText(inside, flags, fitted)


@cache
def _cell_font() -> QFont:
    return theme.tabular()
