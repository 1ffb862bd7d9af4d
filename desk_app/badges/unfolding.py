"""A flowing layout as boxes, to begin a design of one's own with."""

from collections.abc import Iterator
from dataclasses import replace

from desk_app.badges.designs import CODE, OF_CATEGORY, Box, Design
from desk_app.badges.frame import Frame, frame
from desk_app.badges.layouts import AnyLayout, Layout, Style
from desk_app.badges.paper import MM
from desk_app.badges.stocks import Stock
from desk_app.badges.wording import styled

_ROWS: tuple[tuple[str, ...], ...] = (
    ("given",),
    ("family",),
    ("organisation",),
    ("job_title",),
    ("pronouns", "no_photo"),
)
_TALL = {"given": 1.5, "family": 1.4, "organisation": 2.0}  # lines of room, beside the others' 1.2
_USUAL = 1.2
_APART = 1.0  # mm
_GIVEN_UP = (("job_title",), ("pronouns", "no_photo"), ("organisation",), ("family",))
_FLAT = 2.2  # mm; every row has that, and shares the rest
_ROOMY = 0.4  # where less than that is left to share, a row is given up
_Row = tuple[str, ...]


def unfolded(layout: AnyLayout, stock: Stock) -> Design:
    """The layout as it is on these labels, each text in a box; a design stays what it is."""
    if isinstance(layout, Design):
        return layout
    room = frame(layout, stock)
    boxes = tuple(_rounded(box) for box in _boxes(layout, room))
    return Design(layout.id, layout.title, round(room.width / MM, 2), round(room.height / MM, 2),
                  boxes)  # fmt: skip


def _boxes(layout: Layout, room: Frame) -> Iterator[Box]:
    styles = styled(layout, room.measure, False)
    left, right = room.left / MM, (room.width - room.right) / MM
    top, bottom = room.top / MM, (room.height - room.bottom) / MM
    code = _code(layout, room, right, bottom)
    aside = code.x - _APART if code else right
    if "event_title" in styles or "event_line" in styles:
        height = 1.8 * max(styles[it].size for it in _head(styles)) / MM
        yield from _event(styles, left, right, top, height)
        top += height + _APART
    ribbon = None
    if "category" in styles:
        height = min(max(styles["category"].height, 2.0 * styles["category"].size) / MM, 14.0)
        place = (left, bottom - height, aside - left, height)
        ribbon = replace(_text("category", styles["category"], *place), ground=OF_CATEGORY)
        bottom -= height + _APART
    yield from _person(styles, left, right, top, bottom, code)
    if ribbon:
        yield ribbon
    if code:
        yield code


def _head(styles: dict[str, Style]) -> list[str]:
    return [it for it in ("event_title", "event_line") if it in styles]


def _event(
    styles: dict[str, Style], left: float, right: float, top: float, height: float
) -> Iterator[Box]:
    """Side by side; one that is alone has the whole width."""
    names = _head(styles)
    middle = left + (right - left) * (0.58 if len(names) == 2 else 1.0)
    yield _text(names[0], styles[names[0]], left, top, middle - _APART - left, height)
    for name in names[1:]:
        line = _text(name, styles[name], middle, top, right - middle, height)
        yield replace(line, align="end")


def _person(
    styles: dict[str, Style], left: float, right: float, top: float, bottom: float, code: Box | None
) -> Iterator[Box]:
    """The rows share what height there is, by their size; beside the code they are shorter."""
    rows = {row: [it for it in row if it in styles] for row in _ROWS}
    for given_up in ((), *_GIVEN_UP):
        rows[given_up] = []
        taken = sum(_FLAT + _APART for names in rows.values() if names) - _APART
        spare = bottom - top - taken
        if spare >= _ROOMY * (bottom - top):
            break
    heights = _heights(rows, styles, max(spare, 0.0))
    for row, height in heights.items():
        beside = code is not None and top + height > code.y
        width = (code.x - _APART if code and beside else right) - left
        for number, name in enumerate(rows[row]):
            part = width / len(rows[row])
            box = _text(name, styles[name], left + number * part, top, part, height)
            yield replace(box, when=name) if name == "no_photo" else box
        top += height + _APART


def _heights(
    rows: dict[_Row, list[str]], styles: dict[str, Style], spare: float
) -> dict[_Row, float]:
    """Each row's height in mm: the least, and its share of the rest by its size."""
    wanted = {
        row: max(styles[it].size * _TALL.get(it, _USUAL) for it in names)
        for row, names in rows.items()
        if names
    }
    return {row: _FLAT + spare * it / sum(wanted.values()) for row, it in wanted.items()}


def _text(name: str, style: Style, x: float, y: float, w: float, h: float) -> Box:
    largest = round(min(style.size, h * MM / 1.0), 1)
    return Box(
        name, x, y, w, h,
        largest=largest, least=max(4.0, min(style.least or style.hard, largest)),
        lines=style.lines, bold=style.bold, colour=style.colour,
    )  # fmt: skip


def _code(layout: Layout, room: Frame, right: float, bottom: float) -> Box | None:
    """With the white around it, which may go to the edge."""
    if layout.code is None:
        return None
    it = layout.code
    limit = min(it.most_of_height * room.height, it.most_of_width * room.width) / MM
    side = min(max(it.least, it.share * min(room.width, room.height) / MM) * 1.4, limit)
    return Box(CODE, right - side, bottom - side, side, side)


def _rounded(box: Box) -> Box:
    """To half a millimetre would move boxes into one another: to a tenth, downwards."""
    x, y = round(box.x, 1), round(box.y, 1)
    return replace(
        box, x=x, y=y, w=round(box.right - x - 0.05, 1), h=round(box.bottom - y - 0.05, 1)
    )
