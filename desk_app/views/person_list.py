"""The people found, one under another: name, where from, category and state at a glance."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desk_app.views import theme
from desk_app.views.person_model import PersonModel, PersonRow
from desk_app.views.person_row import PersonDelegate
from desk_app.words import tr

_INSET = 3  # keeps the ground clear of the focus ring's round corners


class PersonList(QListView):
    """`chosen` on Enter or double click; keys travel as objects, for they outgrow a C int."""

    chosen = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, people: PersonModel | None = None) -> None:
        super().__init__(parent)
        self._people = people or PersonModel(self)
        self.setModel(self._people)
        self.setItemDelegate(PersonDelegate(self))
        self._set_up()
        self.retranslate()
        self.doubleClicked.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._tell_current)

    def set_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show these people; the same person stays current if still there, else the first."""
        kept = self.current_key()
        self._people.set_rows(rows)
        keys = [row.key for row in rows]
        place = keys.index(kept) if kept in keys else 0
        self.setCurrentIndex(self._people.index(place))
        if not rows:
            self.current_changed.emit(None)

    def current_key(self) -> int | None:
        """The key of the current person, None in an empty list."""
        index = self.currentIndex()
        return self._people.rows[index.row()].key if index.isValid() else None

    def set_current(self, key: int) -> None:
        """Go to a person; nothing happens if they are not in the list."""
        keys = [row.key for row in self._people.rows]
        if key in keys:
            self.setCurrentIndex(self._people.index(keys.index(key)))

    def move_current(self, step: int) -> None:
        """Go up or down, stopping at the ends; for a search field that keeps the focus."""
        count = self._people.rowCount()
        if count:
            row = min(max(self.currentIndex().row() + step, 0), count - 1)
            self.setCurrentIndex(self._people.index(row))

    def choose_current(self) -> None:
        """As Enter on the current person."""
        self._choose(self.currentIndex())

    def retranslate(self) -> None:
        """Take the name of the current language."""
        self.setAccessibleName(tr("People found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground is painted here, so that nothing below need be painted first."""
        QPainter(self.viewport()).fillRect(event.rect(), theme.color("surface"))
        super().paintEvent(event)

    def _set_up(self) -> None:
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewportMargins(_INSET, _INSET, _INSET, _INSET)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._people.rows[index.row()].key)

    def _tell_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.current_changed.emit(self.current_key())
