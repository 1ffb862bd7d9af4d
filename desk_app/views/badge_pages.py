"""Beside the preview of badges: turning its pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk_app.views.button import Button
from desk_app.words import tr


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
