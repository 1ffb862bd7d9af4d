"""Who came to several events, and to which."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desk_app.controllers.year import Regulars
from desk_app.tables.row_model import RowModel
from desk_app.views.empty import EmptyState
from desk_app.views.left_page import LeftPage
from desk_app.views.table import TableView
from desk_app.views.year_words import events_of, number, regular_columns
from desk_app.words import tr, trn

_WHOLE = 200  # letters of a title
_TWO_LINES = 40


class RegularsPage(LeftPage):
    """The whole titles of the events stand below the table, for whoever the cursor is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Back to all events"), parent)
        self._rows = RowModel(regular_columns(), parent=self)
        self.table = TableView(self._rows)
        self._title = QLabel(tr("Came to several events"))
        self._count = QLabel()
        self._told = QLabel()
        self._pages = QStackedLayout()
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.setFocusProxy(self.table)

    def show_regulars(self, it: Regulars) -> None:
        """Of very many, those who came most often."""
        self._rows.set_rows(it.people)
        self.table.setCurrentIndex(self._rows.index(0, 0))
        people = trn(it.total, "{shown} person", "{shown} people", shown=number(it.total))
        first = tr("the first {count} are shown", count=number(len(it.people)))
        self._count.setText(people if len(it.people) == it.total else f"{people} · {first}")
        self._pages.setCurrentIndex(0 if it.people else 1)

    def _tell(self, index: QModelIndex) -> None:
        """The whole titles of whoever the cursor is on."""
        if index.isValid():
            it = self._rows.row(index)
            told = tr("{name} came to:", name=it.name)
            self._told.setText(f"{told} {events_of(it, longest=_WHOLE)}")

    def _lay_out(self) -> None:
        self._title.setProperty("look", "title")
        self._count.setProperty("look", "hint")
        self.table.setAccessibleName(tr("Came to several events"))
        note = QLabel(
            tr(
                "Recognised by e-mail and name together. Whoever gave no e-mail, and everybody of "
                "an event that was made anonymous, is not among them."
            )
        )
        note.setProperty("look", "hint")
        note.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(_TWO_LINES)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.back)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 4, 8, 8)
        inside.addLayout(self._pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("users", tr("Nobody came to several events"), ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addWidget(self._told)
        column.addWidget(note)
