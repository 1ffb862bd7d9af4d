"""Boxes that line up: with the label, with one another, and with a grid. Everything in mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk_app.controllers.designer import CODE, Box, Design, overlap

GRID = 0.5
LEAST = 2.0  # a smaller box could not be taken hold of


@dataclass(frozen=True, slots=True)
class Guide:
    """A line to show: upright at so many mm from the left, or level from the top."""

    upright: bool
    at: float


def laid(box: Box, x: float, y: float, design: Design, skip: int, reach: float) -> "Snapped":
    """The box with its corner near these mm, where its edges or middle meet something."""
    across, along = _targets(design, skip)
    new_x, guide_x = _met(x, (0.0, box.w / 2, box.w), across, reach)
    new_y, guide_y = _met(y, (0.0, box.h / 2, box.h), along, reach)
    return Snapped(
        kept_inside(replace(box, x=new_x, y=new_y), design),
        tuple(_guides(guide_x, guide_y)),
    )


def stretched(
    box: Box, sides: str, x: float, y: float, design: Design, skip: int, reach: float
) -> "Snapped":
    """The box with some of its sides ("l", "r", "t", "b") near these mm."""
    across, along = _targets(design, skip)
    new_x, guide_x = _met(x, (0.0,), across, reach) if set(sides) & set("lr") else (x, None)
    new_y, guide_y = _met(y, (0.0,), along, reach) if set(sides) & set("tb") else (y, None)
    new_x, new_y = min(max(new_x, 0.0), design.width), min(max(new_y, 0.0), design.height)
    left, right, top, bottom = box.x, box.right, box.y, box.bottom
    if "l" in sides:
        left = min(new_x, right - LEAST)
    if "r" in sides:
        right = max(new_x, left + LEAST)
    if "t" in sides:
        top = min(new_y, bottom - LEAST)
    if "b" in sides:
        bottom = max(new_y, top + LEAST)
    made = replace(box, x=_fine(left), y=_fine(top), w=_fine(right - left), h=_fine(bottom - top))
    return Snapped(made, tuple(_guides(guide_x, guide_y)))


def stepped(box: Box, design: Design, dx: float, dy: float, *, resize: bool) -> Box:
    """The box moved, or made larger, by so many mm, on the label still."""
    if resize:
        return replace(
            box,
            w=_fine(min(max(box.w + dx, LEAST), design.width - box.x)),
            h=_fine(min(max(box.h + dy, LEAST), design.height - box.y)),
        )
    return kept_inside(replace(box, x=_fine(box.x + dx), y=_fine(box.y + dy)), design)


def kept_inside(box: Box, design: Design) -> Box:
    """The box moved back onto the label, and no larger than that."""
    w, h = min(box.w, design.width), min(box.h, design.height)
    x, y = min(max(box.x, 0.0), design.width - w), min(max(box.y, 0.0), design.height - h)
    return replace(box, x=_fine(x), y=_fine(y), w=_fine(w), h=_fine(h))


def with_room(box: Box, design: Design) -> Box:
    """The box where it covers nothing, else where at least no code is covered, else as it is."""
    beside = [it for it in design.boxes if it.side == box.side]
    for others in (beside, [it for it in beside if it.shows == CODE]):
        for y in _steps(design.height - box.h):
            for x in _steps(design.width - box.w):
                made = replace(box, x=x, y=y)
                if not any(overlap(made, it) for it in others):
                    return made
    return box


def _steps(room: float) -> list[float]:
    """Places on the grid from the middle outwards."""
    count = int(max(room, 0.0) / LEAST)
    return sorted((it * LEAST for it in range(count + 1)), key=lambda at: abs(at - room / 2))


@dataclass(frozen=True, slots=True)
class Snapped:
    """Where a box comes to lie, and the lines it has met."""

    box: Box
    guides: tuple[Guide, ...] = ()


def _met(
    at: float, parts: Sequence[float], targets: Sequence[float], reach: float
) -> tuple[float, float | None]:
    """The place where a part meets the nearest target within reach, else a place on the grid."""
    near = [
        (abs(target - at - part), target - part, target) for part in parts for target in targets
    ]
    distance, place, target = min(near)
    if distance <= reach:
        return _fine(place), target
    return round(at / GRID) * GRID, None


def _targets(design: Design, skip: int) -> tuple[list[float], list[float]]:
    across, along = [0.0, design.width / 2, design.width], [0.0, design.height / 2, design.height]
    for number, it in enumerate(design.boxes):
        if number != skip and it.side == design.boxes[skip].side:
            across += [it.x, it.x + it.w / 2, it.right]
            along += [it.y, it.y + it.h / 2, it.bottom]
    return across, along


def _guides(x: float | None, y: float | None) -> Iterator[Guide]:
    if x is not None:
        yield Guide(True, x)
    if y is not None:
        yield Guide(False, y)


def _fine(value: float) -> float:
    return round(value, 2)
