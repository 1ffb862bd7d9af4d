"""The body of a badge: the person, name first, around the code in the corner."""

from dataclasses import dataclass, replace

from desk_app.badges.fitting import Block, fit
from desk_app.badges.foot import Sides, beside
from desk_app.badges.frame import Frame
from desk_app.badges.layouts import Style
from desk_app.badges.paper import Cells, Mark
from desk_app.badges.qr import QUIET
from desk_app.badges.wording import PERSON

NAMES = ("given", "family")
_MARKS = ("pronouns", "no_photo")  # beside the scale of sizes: nothing is measured by them
_SQUEEZES = (1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34, 0.28, 0.22, 0.15)
_LAST_COMFORT = 0.45  # squeezed more than this, no text keeps its readable size any more


@dataclass(frozen=True, slots=True)
class Zone:
    """Where the body goes; below `notch_top` the code takes what is right of `notch_left`."""

    left: float
    right: float
    top: float
    bottom: float
    notch_left: float
    notch_top: float


@dataclass(frozen=True, slots=True)
class Part:
    """A text of the body that is still to be set."""

    name: str
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Setting:
    """A block of the body with its top, and whether it keeps to the left of the code."""

    block: Block
    top: float
    narrow: bool

    @property
    def bottom(self) -> float:
        return self.top - self.block.height


def zone_of(frame: Frame, top: float, bottom: float, code: Cells | None) -> Zone:
    right = frame.width - frame.right
    if code is None:
        return Zone(frame.left, right, top, bottom, right, 0.0)
    notch_top = code.y + (code.count + QUIET) * code.side
    return Zone(frame.left, right, top, bottom, beside(code, frame), notch_top)


def parts_of(texts: dict[str, str], styles: dict[str, Style]) -> list[Part]:
    return [Part(name, texts[name], styles[name]) for name in PERSON if texts[name]]


def set_body(parts: list[Part], zone: Zone, above: float) -> list[Setting]:
    """Everything at its full size if there is room, else all of it smaller, step by step.

    Where even that leaves small print nobody can read, the details go, the last one first; the
    name stays, however small.
    """
    for count in range(len(parts), 0, -1):
        fitting = (
            body
            for squeeze in _SQUEEZES
            if squeeze > _LAST_COMFORT or parts[count - 1].name in NAMES
            if (body := _stacked(parts[:count], zone, squeeze))[-1].bottom >= zone.bottom
        )
        if body := next(fitting, []):
            shift = max(0.0, min([(body[-1].bottom - zone.bottom) * above, *_leeway(body, zone)]))
            return [replace(part, top=part.top - shift) for part in body]
    names = [part for part in parts if part.name in NAMES]
    return _stacked(names, zone, _SQUEEZES[-1]) if names else []


def _stacked(parts: list[Part], zone: Zone, squeeze: float) -> list[Setting]:
    top, body = zone.top, list[Setting]()
    aside = zone.notch_left - zone.left
    for part in parts:
        text, style = part.text, part.style
        most = _most(style, squeeze, [it for it, set_ in zip(body, parts, strict=False)
                                      if set_.name not in _MARKS])  # fmt: skip
        block = fit(text, style, zone.right - zone.left, most)
        narrow = top - block.height < zone.notch_top and block.width > aside
        if narrow:
            block = fit(text, style, aside, most)
        body.append(Setting(block, top, narrow))
        top = body[-1].bottom - style.gap * squeeze
    return body


def _most(style: Style, squeeze: float, above: list[Setting]) -> float:
    """Small print is the last to get smaller; no text outgrows the one above it."""
    size = style.size * squeeze
    if squeeze > _LAST_COMFORT:
        size = max(size, style.hard)
    return (
        min(size, max(style.soft * squeeze, style.ratio * above[-1].block.size)) if above else size
    )


def _leeway(body: list[Setting], zone: Zone) -> list[float]:
    """How far each wide block can go down before it meets the code."""
    aside = zone.notch_left - zone.left
    wide = (part for part in body if not part.narrow and part.block.width > aside)
    return [part.bottom - zone.notch_top for part in wide]


def body_words(body: list[Setting], zone: Zone, sides: Sides) -> list[Mark]:
    return [
        word
        for part in body
        for word in part.block.words(
            *sides.span(zone.left, zone.notch_left if part.narrow else zone.right),
            part.top,
            sides.start,
        )
    ]
