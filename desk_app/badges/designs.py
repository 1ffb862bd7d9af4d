"""Designs: layouts whose boxes stand where somebody put them, in millimetres on one label."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import MISSING, asdict, dataclass, fields, replace
from math import sqrt
from typing import Any

from desk_app.badges.texts import TEXTS
from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence, sentence

CODE, AREA, WORDS, ANSWER, LOGO = "code", "area", "words", "answer", "logo"
SHOWN = (*TEXTS, ANSWER, WORDS, CODE, LOGO, AREA)
WORDLESS = (CODE, AREA, LOGO)
FRONT, BACK = "front", "back"
SIDES = (FRONT, BACK)
ALIGNED = ("start", "centre", "end")
UPRIGHT = ("top", "middle", "bottom")
RULES = ("filled", "empty", "equal")
OF_CATEGORY = "category"  # a ground in the category's own colour
LEAST_CODE = 10.0  # mm, with the white around it
SLACK = 0.05  # mm
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Box:
    """One thing on a badge, mm from the label's top left corner; type in points.

    Text is `largest` where it fits, and the desk is told below `least`. `ground` fills the box
    with a colour, or with that of the category. `when` names a text: the box is there only while
    that is filled, empty, or equal to `value`. `words` are those of the box, or the question
    whose answer it shows.
    """

    shows: str
    x: float
    y: float
    w: float
    h: float
    largest: float = 14.0
    least: float = 7.0
    lines: int = 2
    bold: bool = False
    align: str = "start"
    upright: str = "middle"
    colour: str = "#000000"
    ground: str = ""
    words: str = ""
    when: str = ""
    rule: str = "filled"
    value: str = ""
    side: str = FRONT

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Property:
    """What can be set about a box, what values it takes, and for which kinds of boxes it counts."""

    name: str
    kind: str  # "mm", "points", "count", "yes", "colour", "ground", "text", or one of `choices`
    choices: tuple[str, ...] = ()
    of: str = "any"  # "any", "text", "words", "ground"


PROPERTIES = (
    Property("shows", "choice", SHOWN),
    Property("words", "text", of="words"),
    *(Property(name, "mm") for name in ("x", "y", "w", "h")),
    Property("largest", "points", of="text"),
    Property("least", "points", of="text"),
    Property("lines", "count", of="text"),
    Property("bold", "yes", of="text"),
    Property("align", "choice", ALIGNED, of="text"),
    Property("upright", "choice", UPRIGHT, of="text"),
    Property("colour", "colour", of="text"),
    Property("ground", "ground", of="ground"),
    Property("when", "choice", ("", *TEXTS)),
    Property("rule", "choice", RULES, of="when"),
    Property("value", "text", of="equal"),
    Property("side", "choice", SIDES),
)
_COUNTS: dict[str, Callable[[Box], bool]] = {
    "any": lambda box: True,
    "text": lambda box: box.shows not in WORDLESS,
    "words": lambda box: box.shows in (WORDS, ANSWER),
    "ground": lambda box: box.shows != CODE,
    "when": lambda box: bool(box.when),
    "equal": lambda box: bool(box.when) and box.rule == "equal",
}


@dataclass(frozen=True, slots=True)
class Design:
    """A layout made for a label of `width` by `height` mm; other labels stretch it."""

    id: str
    title: str
    width: float
    height: float
    boxes: tuple[Box, ...]

    @property
    def both_sides(self) -> bool:
        """Whether something stands on its back."""
        return any(box.side == BACK for box in self.boxes)

    @property
    def organisation(self) -> bool:
        """Whether a badge lacks something without an organisation."""
        return any(box.shows == "organisation" for box in self.boxes)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a design cannot be printed; `box` counts from 0, and is None for the whole of it."""

    sentence: Sentence
    box: int | None = None


def counts(name: Property, box: Box) -> bool:
    """Whether this property means anything for such a box."""
    return _COUNTS[name.of](box)


def read_design(identity: str, read: dict[str, Any]) -> Design:
    """The design of a file's content; TypeError for unknown words, DeskError for what cannot be."""
    label, entries = dict(read.pop("label")), read.pop("box")
    title = read.pop("title", "")
    if read:
        raise TypeError(f"unknown: {', '.join(read)}")
    boxes = tuple(_box(entry) for entry in entries)
    return checked(Design(identity, str(title), _figure(label, "width"), _figure(label, "height"),
                          boxes))  # fmt: skip


def written(design: Design) -> str:
    """The file that `read_design` reads; what is as usual is left out."""
    head = [
        f"title = {_text(design.title)}",
        "",
        "[label]",
        f"width = {design.width:g}",
        f"height = {design.height:g}",
    ]
    return "\n".join([*head, *(line for box in design.boxes for line in _written_box(box))]) + "\n"


def checked(design: Design) -> Design:
    """The design itself when it can be printed; else a DeskError says why not."""
    for fault in faults(design):
        raise DeskError(fault.sentence.text, **dict(fault.sentence.facts))
    return design


def faults(design: Design) -> Iterator[Fault]:
    """Everything that keeps a design from being printed, what concerns the whole of it first."""
    if not design.title.strip():
        yield Fault(sentence("Give this layout a name, to find it again."))
    if not (min(design.width, design.height) >= 15 and max(design.width, design.height) <= 1000):
        yield Fault(sentence("The label of this layout must measure between 15 and 1000 mm."))
    if not design.boxes:
        yield Fault(sentence("This layout shows nothing yet: add a box."))
    for number, box in enumerate(design.boxes):
        said = next((text for wrong, text in _FAULTS if wrong(box, design)), None)
        if said:
            yield Fault(sentence(said, number=number + 1), number)


def _over_code(box: Box, design: Design) -> bool:
    return box.shows not in (CODE, AREA) and any(
        it.shows == CODE and it.side == box.side and overlap(box, it) for it in design.boxes
    )


def scaled(design: Design, width: float, height: float) -> Design:
    """The design on a label of another size, its boxes stretched and its type as they are."""
    across, along = width / design.width, height / design.height
    type_ = sqrt(across * along)
    boxes = (
        replace(
            box,
            x=round(box.x * across, 2),
            y=round(box.y * along, 2),
            w=round(box.w * across, 2),
            h=round(box.h * along, 2),
            largest=round(min(max(box.largest * type_, 4.0), 300.0), 1),
            least=round(min(max(box.largest * type_, 4.0), box.least), 1),
        )
        for box in design.boxes
    )
    return replace(design, width=width, height=height, boxes=tuple(boxes))


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have more than an edge in common."""
    return (
        min(one.right, other.right) - max(one.x, other.x) > SLACK
        and min(one.bottom, other.bottom) - max(one.y, other.y) > SLACK
    )


def _beyond(box: Box, design: Design) -> bool:
    return (
        min(box.x, box.y) < -SLACK
        or box.right > design.width + SLACK
        or box.bottom > design.height + SLACK
    )


_FAULTS: tuple[tuple[Callable[[Box, Design], bool], str], ...] = (
    (
        lambda box, _: box.shows not in SHOWN or box.when not in ("", *TEXTS),
        "Box {number} of this layout shows something that no badge has.",
    ),
    (
        lambda box, _: (
            box.align not in ALIGNED
            or box.upright not in UPRIGHT
            or box.rule not in RULES
            or box.side not in SIDES
        ),
        "Box {number} of this layout is aligned, or shown, by a rule that does not exist.",
    ),
    (
        lambda box, _: min(box.w, box.h) < 2,
        "Box {number} is smaller than 2 mm: make it larger, or take it away.",
    ),
    (_beyond, "Box {number} reaches beyond the label: move it, or make it smaller."),
    (
        lambda box, _: box.shows == CODE and min(box.w, box.h) < LEAST_CODE,
        "Box {number} is too small for a code that scanners read: give it 10 mm at least.",
    ),
    (_over_code, "Box {number} lies on the code, which could not be scanned: move it aside."),
    (
        lambda box, _: not 4 <= box.least <= box.largest <= 300 or not 1 <= box.lines <= 9,
        "Box {number} needs sizes between 4 and 300 points, the least below the largest.",
    ),
    (
        lambda box, _: (
            not _COLOUR.fullmatch(box.colour)
            or not (box.ground in ("", OF_CATEGORY) or _COLOUR.fullmatch(box.ground))
        ),
        "Box {number} has a colour that is not like #1f4e79.",
    ),
    (
        lambda box, _: box.shows == WORDS and not box.words.strip(),
        "Box {number} is for words of your own: write them.",
    ),
    (
        lambda box, _: box.shows == ANSWER and not box.words.strip(),
        "Box {number} shows the answer to a question: write the question as the export has it.",
    ),
)


def _box(entry: dict[str, Any]) -> Box:
    """TypeError where a figure is a word, or a word a figure."""
    kinds: dict[str, Any] = {it.name: it.type for it in fields(Box)}
    good: dict[str, Any] = {}
    for name, value in entry.items():
        wanted = kinds.get(name)
        if wanted is float and type(value) is int:
            value = float(value)
        if wanted is None or type(value) is not wanted:
            raise TypeError(f"{name} = {value!r}")
        good[name] = value
    return Box(**good)


def _figure(label: dict[str, Any], name: str) -> float:
    value = label[name]
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise TypeError(f"{name} = {value!r}")
    return float(value)


def _written_box(box: Box) -> Iterator[str]:
    yield from ("", "[[box]]")
    usual = {it.name: it.default for it in fields(Box) if it.default is not MISSING}
    for name, value in asdict(box).items():
        if name not in usual or value != usual[name]:
            yield f"{name} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if isinstance(value, str) else f"{round(float(str(value)), 3):g}"


def _text(text: str) -> str:
    """JSON's strings are TOML's, but for one control character."""
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)
