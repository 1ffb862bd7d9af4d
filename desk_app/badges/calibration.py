"""A test page: on each label a frame, a cross and marks that show by how much a printer is off."""

from collections.abc import Iterator

from desk_app.badges.frame import moved
from desk_app.badges.paper import MM, Area, Mark, Paper
from desk_app.badges.stocks import Stock

INSET = 3.0  # mm from the label's edge to the frame
_LINE = 0.2
_TICKS = range(-3, 4)  # mm on either side of the middle of each side
_BLACK = "#000000"


def calibration_page(stock: Stock, offset: tuple[float, float] = (0.0, 0.0)) -> bytes:
    """One page of the stock; the frame stands 3 mm inside every label when all is well."""
    paper = Paper("Test", "en")
    paper.open_page(stock.page_w * MM, stock.page_h * MM)
    for index in range(stock.per_page):
        x, y = stock.corner(index)
        place = (1.0, 0.0, 0.0, 1.0, x * MM, (stock.page_h - y - stock.label_h) * MM)
        marks = tuple(_marks(stock.label_w, stock.label_h))
        paper.put(marks, moved(place, offset, stock.dpi))
    paper.close_page()
    return paper.finished()


def _marks(width: float, height: float) -> Iterator[Mark]:
    right, top = width - INSET, height - INSET
    for x in (INSET, right - _LINE):
        yield _bar(x, INSET, _LINE, top - INSET)
    for y in (INSET, top - _LINE):
        yield _bar(INSET, y, right - INSET, _LINE)
    yield _bar(width / 2 - 5, height / 2 - _LINE / 2, 10, _LINE)
    yield _bar(width / 2 - _LINE / 2, height / 2 - 5, _LINE, 10)
    for step in _TICKS:
        length = 2.0 if step else 3.0
        yield _bar(INSET, height / 2 + step - _LINE / 2, length, _LINE)
        yield _bar(width / 2 + step - _LINE / 2, top - length, _LINE, length)


def _bar(x: float, y: float, width: float, height: float) -> Area:
    return Area(x * MM, y * MM, width * MM, height * MM, 0, _BLACK)
