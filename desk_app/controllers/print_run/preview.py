"""One page of the badges to come, drawn as it would be printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk_app.badges.badge import Badge
from desk_app.badges.stocks import Stock
from desk_app.controllers.print_run.choices import Choices
from desk_app.controllers.print_run.queue import drawn
from desk_app.services import badges
from desk_app.services.checkin import Place
from desk_app.tasks import InlineTasks, Tasks


@dataclass(frozen=True, slots=True)
class Preview:
    """One page as it would be printed, counted from 0; `turned` means it lies on its side.

    `backs`: the PDF has a second page, which is printed behind. `folded`: the page is one badge,
    its back upside down on the upper half.
    """

    pdf: bytes
    page: int
    pages: int
    turned: bool
    backs: bool = False
    folded: bool = False


class PagePreview(QObject):
    """Of the pages asked for only the last is drawn."""

    shown = Signal(object)  # Preview, or None: nobody to print

    def __init__(self, tasks: Tasks | InlineTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.page = 0

    def show(self, place: Place | None, run: tuple[int, ...], choices: Choices, page: int) -> None:
        """Draw this page, or the nearest there is."""
        if not run or not place:
            self.shown.emit(None)
            return
        per_page, used = choices.stock.per_page, choices.first_label - 1
        pages = ceil((len(run) + used) / per_page)
        self.page = min(max(page, 0), pages - 1)
        start = max(self.page * per_page - used, 0)
        ids = run[start : (self.page + 1) * per_page - used]
        done = partial(self._draw, choices, self.page, pages)
        self._tasks.db(badges.of_people, place, ids, done=done, newest="badges-preview")

    def _draw(self, it: Choices, page: int, pages: int, several: Sequence[Badge]) -> None:
        first = it.first_label if page == 0 else 1
        self._tasks.make(
            drawn,
            several,
            it.layout,
            it.stock,
            first,
            done=partial(self._show, page, pages, it.stock),
            newest="badges-preview-page",
        )

    def _show(self, page: int, pages: int, stock: Stock, made: Any) -> None:
        folded = stock.folded and stock.per_page == 1
        self.shown.emit(Preview(made.pdf, page, pages, stock.turned, made.backs, folded))
