"""Everything the desk can do, found by typing: the command palette of Ctrl+K."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.names import plain
from desk_app.views import theme
from desk_app.views.keycap import key_words, keycap_width, paint_keycap
from desk_app.views.search_field import SearchField
from desk_app.words import tr

_ROW = 44
_Index = QModelIndex | QPersistentModelIndex


class Command(NamedTuple):
    """What a person may ask for: its words, its key or "", and what runs."""

    text: str
    shortcut: str
    run: Callable[[], object]


class CommandPalette(QDialog):
    """Open it with `open()`; Enter runs the marked command after the palette has closed."""

    def __init__(
        self,
        commands: Sequence[tuple[str, str, Callable[[], object]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setModal(True)
        self._model = CommandModel([Command(*command) for command in commands], self)
        self._field = SearchField(tr("What do you want to do?"))
        self._list = QListView()
        self._none = QLabel(tr("Nothing is called that. Try another word."))
        self._lay_out()
        self._field.textChanged.connect(self._filter)
        self._field.moved.connect(self._move)
        self._field.returnPressed.connect(self._run)
        self._list.clicked.connect(self._run)
        self._filter("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the field alone; Escape closes, as Qt has it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def shown_texts(self) -> list[str]:
        """The commands that pass the filter, as a person reads them."""
        return [command.text for command in self._model.shown]

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Commands"))
        self._list.setAccessibleName(tr("Commands"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(CommandDelegate(self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none.setProperty("look", "muted")
        self._none.setContentsMargins(14, 10, 14, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._field)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self.setFixedSize(560, 2 * 12 + 64 + 8 * _ROW)
        self._field.setFocus()

    def _filter(self, text: str) -> None:
        self._model.keep(text)
        self._none.setVisible(not self._model.shown)
        self._list.setCurrentIndex(self._model.index(0))

    def _move(self, step: int) -> None:
        count = self._model.rowCount()
        if count:
            row = (self._list.currentIndex().row() + step) % count
            self._list.setCurrentIndex(self._model.index(row))

    def _run(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._model.shown):
            command = self._model.shown[row]
            self.accept()
            command.run()


class CommandModel(QAbstractListModel):
    """The commands whose words hold every word typed, accents and case aside."""

    def __init__(self, commands: Sequence[Command], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(commands)
        self.shown = self._all

    def keep(self, text: str) -> None:
        words = plain(text).split()
        self.beginResetModel()
        self.shown = tuple(
            command for command in self._all if all(word in plain(command.text) for word in words)
        )
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command = self.shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return command.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return key_words(command.shortcut) if command.shortcut else ""
        return command.shortcut if role == Qt.ItemDataRole.UserRole else None


class CommandDelegate(QStyledItemDelegate):
    """The words at the left, the key at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.color("accent"))
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font())
        inside = place.adjusted(14, 0, -14, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        if shortcut := index.data(Qt.ItemDataRole.UserRole):
            inside.setLeft(inside.right() - keycap_width(shortcut))
            paint_keycap(painter, inside, shortcut, "muted")
        painter.restore()
