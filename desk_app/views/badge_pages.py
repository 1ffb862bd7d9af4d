"""Beside the preview of badges: turning its pages, and the remarks on what is printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app import words
from desk_app.controllers.badges import Note, Remarks
from desk_app.tables.row_model import Column, RowModel
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.table import table_view
from desk_app.words import tr, trn

_REMARKS = 176


class Pager(QWidget):
    """Back and forth between pages; hidden where there is one."""

    wanted = Signal(object)  # a page, from 0

    def __init__(self) -> None:
        super().__init__()
        self._page = 0
        self.back = Button(tr("Page before"))
        self.on = Button(tr("Next page"))
        self._words = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addWidget(self._words)
        row.addWidget(self.on)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)

    def show_page(self, page: int, pages: int) -> None:
        self._page = page
        self._words.setText(tr("Page {number} / {count}", number=page + 1, count=pages))
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page + 1 < pages)
        self.setVisible(pages > 1)

    def _go_back(self) -> None:
        self.wanted.emit(self._page - 1)

    def _go_on(self) -> None:
        self.wanted.emit(self._page + 1)


class RemarkList(QWidget):
    """Remarks with the person's name; Enter or a double click shows that badge."""

    chosen = Signal(object)  # a person's id

    def __init__(self) -> None:
        super().__init__()
        self._rows: RowModel[Note] = RowModel(
            (
                Column(tr("Name"), lambda it: it.name, width=200),
                Column(tr("Remark"), lambda it: words.say(it.sentence, words.current()), width=320),
            )
        )
        self.table = table_view(self._rows)
        self._rows.setParent(self)
        self._title = QLabel()
        self._title.setWordWrap(True)
        self.table.setAccessibleName(tr("Remarks"))
        self.table.setFixedHeight(_REMARKS)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.table)
        self.table.activated.connect(self._choose)

    def show_remarks(self, remarks: Remarks) -> None:
        count = len(remarks.notes)
        looked = tr("{checked} of {total} badges looked through", **_numbers(remarks))
        fine = tr("All texts fit: no remarks.") if remarks.checked else ""
        told = trn(count, "{count} remark", "{count} remarks") if count else fine
        part = "" if remarks.checked == remarks.total else looked
        theme.set_look(self._title, "tone", "mind" if count else "quiet")
        self._title.setText(" · ".join(filter(None, (told, part))))
        self.table.setVisible(bool(count))
        self._rows.set_rows(remarks.notes)

    def _choose(self, index: object) -> None:
        self.chosen.emit(self._rows.row(index).attendee)  # type: ignore[arg-type]  # an index


def _numbers(remarks: Remarks) -> dict[str, int]:
    return {"checked": remarks.checked, "total": remarks.total}
