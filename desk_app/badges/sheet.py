"""Badges on their labels: a page and, where they have backs, the page behind it."""

from collections.abc import Sequence

from desk_app.badges.composing import Composition
from desk_app.badges.frame import behind, matrix, moved, upper_half
from desk_app.badges.paper import MM, Mark, Paper
from desk_app.badges.stocks import Stock


class Sheet:
    """Takes badges one by one, from a label counted from 0 on; begins anew when it is full."""

    def __init__(
        self, paper: Paper, stock: Stock, offset: tuple[float, float], label: int = 0
    ) -> None:
        self._paper = paper
        self._stock = stock
        self._offset = offset
        self._label = label
        self._open = False
        self.has_backs = False
        self._backs: list[tuple[int, tuple[Mark, ...]]] = []

    @property
    def full(self) -> bool:
        return self._label == self._stock.per_page

    def put(self, sides: Sequence[Composition]) -> None:
        """A badge on the next label; its back goes on the page behind, or on the half above."""
        if not self._open:
            self._open_page()
        front, *backs = sides
        self._draw(front.marks, matrix(self._stock, self._label))
        for back in backs:
            if self._stock.folded:
                self._draw(back.marks, upper_half(self._stock, self._label))
            else:
                self._backs.append((behind(self._stock, self._label), back.marks))
        self._label += 1

    def close(self) -> None:
        """Nothing more comes on this page."""
        self._paper.close_page()
        if self._backs:
            self.has_backs = True
            self._open_page()
            for label, marks in self._backs:
                self._draw(marks, matrix(self._stock, label))
            self._paper.close_page()
        self._open, self._label, self._backs = False, 0, []

    def _open_page(self) -> None:
        self._paper.open_page(self._stock.page_w * MM, self._stock.page_h * MM)
        self._open = True

    def _draw(self, marks: tuple[Mark, ...], place: tuple[float, ...]) -> None:
        self._paper.put(marks, moved(place, self._offset, self._stock.dpi))
