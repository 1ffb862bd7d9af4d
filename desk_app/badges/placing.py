"""A badge whose boxes have their places: each filled as well as it can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, sqrt

from desk_app.badges.badge import Badge
from desk_app.badges.categories import BLACK, WHITE, colour, lightness, readable_on
from desk_app.badges.designs import ANSWER, AREA, CODE, FRONT, LOGO, OF_CATEGORY, WORDS, Box, Design
from desk_app.badges.fitting import Block, fit_into
from desk_app.badges.foot import FINEST_CELL
from desk_app.badges.frame import Frame
from desk_app.badges.layouts import Style
from desk_app.badges.paper import MM, Area, Cells, Mark, Picture, picture_size
from desk_app.badges.qr import QUIET, symbol
from desk_app.badges.remarks import broken, loss, nameless, omission, size_remarks
from desk_app.badges.shaping import tidy
from desk_app.badges.wording import EVENT, texts_of, written
from desk_app.domain.names import plain
from desk_app.domain.sentence import Sentence, sentence

NAMES = ("given", "family", "full_name")
_KEEP = 0.6  # of its full size, before a text takes another line
_INSIDE = 0.12  # of a filled box's height, kept free above and below its text
_BESIDE = 0.3  # of its height, kept free at the sides
_MIDDLE = 0.08  # of the label: what lies no farther from its middle belongs to no edge
_LEAST_ROOM = 1.0  # points


@dataclass(frozen=True, slots=True)
class Room:
    """Where a box is on the label, in points, y up."""

    left: float
    bottom: float
    width: float
    height: float

    def holds(self, other: "Room") -> bool:
        x, y = other.left + other.width / 2, other.bottom + other.height / 2
        return 0 <= x - self.left <= self.width and 0 <= y - self.bottom <= self.height


@dataclass(slots=True)
class _Sheet:
    """What has been drawn so far; `grounds` are the filled boxes that later ones lie on."""

    marks: list[Mark] = field(default_factory=list)
    grounds: list[tuple[Room, str]] = field(default_factory=list)
    blocks: dict[bool, list[Block]] = field(default_factory=lambda: {True: [], False: []})
    said: dict[bool, list[Sentence]] = field(default_factory=lambda: {True: [], False: []})
    breaks: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Placed:
    """What stands on the label; remarks as in a `Composition`."""

    marks: tuple[Mark, ...]
    remarks: tuple[Sentence, ...]
    event_remarks: tuple[Sentence, ...]
    breaks: tuple[Sentence, ...]


def place(badge: Badge, design: Design, frame: Frame, side: str = FRONT) -> Placed:
    """Fill every box that is due on this badge. What the printer cannot reach is not used."""
    sheet, texts = _Sheet(), texts_of(badge)
    scale = frame.measure / sqrt(design.width * design.height) / MM
    for box in due([it for it in design.boxes if it.side == side], texts):
        room = room_of(box, design, frame)
        if box.shows == CODE:
            _put_code(sheet, badge.code, room, _lean(box, design), frame)
        elif box.shows in (AREA, LOGO):
            _fill(sheet, box, badge, room, frame)
            if box.shows == LOGO:
                sheet.marks += _logo(badge.logo, room, _lean(box, design))
        elif text := _text_of(box, badge, texts):
            _put_text(sheet, box, text, badge, room, frame, scale)
    if side == FRONT and not texts["given"]:
        sheet.said[False].append(nameless())
    person, event = (
        tuple(dict.fromkeys([*sheet.said[it], *size_remarks(sheet.blocks[it])]))
        for it in (False, True)
    )
    return Placed(tuple(sheet.marks), person, event, tuple(sheet.breaks))


def due(boxes: Sequence[Box], texts: dict[str, str]) -> Iterator[Box]:
    """The boxes whose rule says that they are on a badge with these texts."""
    for box in boxes:
        told = texts.get(box.when, "")
        met = {
            "filled": bool(told),
            "empty": not told,
            "equal": plain(told) == plain(box.value),
        }
        if not box.when or met[box.rule]:
            yield box


def _text_of(box: Box, badge: Badge, texts: dict[str, str]) -> str:
    if box.shows == WORDS:
        return tidy(box.words)
    if box.shows == ANSWER:
        return tidy(answer_to(box.words, badge.answers))
    return texts[box.shows]


def answer_to(question: str, answers: Sequence[tuple[str, str]]) -> str:
    """What was said to a question, however its capitals and accents were written."""
    return next((said for asked, said in answers if plain(asked) == plain(question)), "")


def _lean(box: Box, design: Design) -> tuple[float, float]:
    """Where in its box a thing of fixed proportions lies: towards the nearer edges of the label.

    Shares of the spare room at its left and below it; so a label of other proportions keeps its
    corners.
    """
    return (
        _side((box.x + box.w / 2) / design.width),
        _side(1 - (box.y + box.h / 2) / design.height),
    )


def _side(middle: float) -> float:
    return 0.5 if abs(middle - 0.5) <= _MIDDLE else float(middle > 0.5)


def _logo(content: bytes, room: Room, lean: tuple[float, float]) -> tuple[Picture, ...]:
    """As large as the box allows."""
    if not content or min(room.width, room.height) < _LEAST_ROOM:
        return ()
    dots = picture_size(content)
    scale = min(room.width / dots[0], room.height / dots[1])
    width, height = dots[0] * scale, dots[1] * scale
    left = room.left + (room.width - width) * lean[0]
    return (Picture(content, left, room.bottom + (room.height - height) * lean[1], width, height),)


def room_of(box: Box, design: Design, frame: Frame) -> Room:
    """The box on this label, as far as the printer reaches."""
    across, along = frame.width / design.width, frame.height / design.height
    left = max(box.x * across, frame.left)
    right = min(box.right * across, frame.width - frame.right)
    top = min(frame.height - box.y * along, frame.height - frame.top)
    bottom = max(frame.height - box.bottom * along, frame.bottom)
    return Room(left, bottom, right - left, top - bottom)


def _put_text(
    sheet: _Sheet, box: Box, wanted: str, badge: Badge, room: Room, frame: Frame, scale: float
) -> None:
    of_event = box.shows in (*EVENT, WORDS)
    text, lost = written(wanted, box.bold)
    if lost:
        sheet.said[of_event].append(loss(wanted, lost, text))
    if not text:
        return
    inside = _INSIDE * room.height if box.ground else 0.0
    beside = min(_BESIDE * room.height, room.width / 8) if box.ground else 0.0
    if min(room.width - 2 * beside, room.height) < _LEAST_ROOM:
        sheet.said[of_event].append(omission(text))
        return
    _fill(sheet, box, badge, room, frame)
    style = _style(box, scale, _ink(sheet, box, room, frame))
    block = fit_into(text, style, room.width - 2 * beside, room.height - inside)
    sheet.blocks[of_event].append(block)
    if box.shows in NAMES and len(block.lines) > 1:
        sheet.breaks.append(broken(text, len(block.lines)))
    side = {"start": 0.0, "centre": 0.5, "end": 1.0}[box.align]
    if block.lines[0].right_to_left:
        side = 1.0 - side
    hollow = block.hollow if box.ground else 0.0  # capitals on a ribbon lie in its very middle
    spare = room.height - inside - block.height + hollow
    above = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[box.upright] * spare + inside / 2
    right = room.left + room.width - beside
    sheet.marks += block.words(room.left + beside, right, room.bottom + room.height - above, side)


def _style(box: Box, scale: float, ink: str) -> Style:
    """Sizes on this label; a name is never shortened, however small it gets."""
    largest = box.largest * scale
    least = min(box.least, largest)
    return Style(
        size=largest, most=largest, soft=max(_KEEP * largest, least), hard=least,
        least=0.0 if box.shows in NAMES else least, lines=box.lines, extra=box.lines,
        bold=box.bold, gap=0.0, colour=ink,
    )  # fmt: skip


def _fill(sheet: _Sheet, box: Box, badge: Badge, room: Room, frame: Frame) -> None:
    """The ground of a box; label printers have black alone, and leave light grounds white."""
    shade = colour(badge.category) if box.ground == OF_CATEGORY else box.ground
    if not shade or (box.ground == OF_CATEGORY and not badge.category):
        return
    if frame.one_bit:
        shade = BLACK if lightness(shade) < 0.5 else WHITE
    if min(room.width, room.height) > 0:
        sheet.grounds.append((room, shade))
        if shade.lower() != WHITE:
            sheet.marks.append(Area(room.left, room.bottom, room.width, room.height, 0.0, shade))


def _ink(sheet: _Sheet, box: Box, room: Room, frame: Frame) -> str:
    """The box's colour where it reads on what lies under it."""
    under = next((shade for it, shade in reversed(sheet.grounds) if it.holds(room)), WHITE)
    return readable_on(under, BLACK if frame.one_bit else box.colour)


def _put_code(
    sheet: _Sheet, content: str, room: Room, lean: tuple[float, float], frame: Frame
) -> None:
    """The QR in its box, its cells whole dots of the printer, white around it."""
    if not content:
        return
    made = symbol(content)
    if made is None:
        said = sentence("The code of this badge is too long for a QR: none is printed.")
        sheet.said[False].append(said)
        return
    total = made.cells + 2 * QUIET
    side = floor(min(room.width, room.height) / total / frame.dot) * frame.dot
    if side < FINEST_CELL:
        said = sentence("The code of this badge is long: its QR may be too fine to be read.")
        sheet.said[False].append(said)
    if side <= 0:
        return
    spare_x, spare_y = (it - total * side for it in (room.width, room.height))
    x = _on_dot(room.left, spare_x, lean[0], frame.dot)
    y = _on_dot(room.bottom, spare_y, lean[1], frame.dot)
    if any(it.holds(room) for it, _ in sheet.grounds):
        sheet.marks.append(Area(x, y, total * side, total * side, 0.0, WHITE))
    sheet.marks.append(Cells(made.code, x + QUIET * side, y + QUIET * side, side, made.cells))


def _on_dot(start: float, spare: float, lean: float, dot: float) -> float:
    """The first whole dot from there on, or the last one that is not beyond."""
    wanted = (start + spare * lean) / dot
    return (ceil(wanted - 1e-6) if lean < 1 else floor(wanted + 1e-6)) * dot
