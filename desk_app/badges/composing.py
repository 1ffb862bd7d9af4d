"""One badge on one label: every text in its place, and what the desk should know about it."""

from dataclasses import dataclass, replace

from desk_app.badges.badge import Badge
from desk_app.badges.body import NAMES, body_words, parts_of, set_body, zone_of
from desk_app.badges.designs import BACK, FRONT, Design
from desk_app.badges.direction import reads_right_to_left
from desk_app.badges.foot import Sides, code_marks, ribbon_marks, set_code, set_ribbon
from desk_app.badges.frame import Frame
from desk_app.badges.head import head_words, set_head
from desk_app.badges.layouts import AnyLayout
from desk_app.badges.paper import Mark
from desk_app.badges.placing import place
from desk_app.badges.remarks import broken, nameless, omission, size_remarks
from desk_app.badges.wording import readable, styled
from desk_app.domain.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Composition:
    """What is drawn on one label. `event_remarks` hold for every badge of the event alike.

    `breaks` tell of names in several lines: no fault, but worth a look before a batch.
    """

    marks: tuple[Mark, ...]
    remarks: tuple[Sentence, ...]
    event_remarks: tuple[Sentence, ...] = ()
    breaks: tuple[Sentence, ...] = ()


def compose(badge: Badge, layout: AnyLayout, frame: Frame, side: str = FRONT) -> Composition:
    """Set one badge. Nothing is left out, shortened or made small without a remark.

    For a name that reads from right to left the badge below its head is the mirror image.
    """
    if isinstance(layout, Design):
        it = place(badge, layout, frame, side)
        return Composition(it.marks, it.remarks, it.event_remarks, it.breaks)
    texts, remarks, event_remarks = readable(badge, layout)
    styles = styled(layout, frame.measure, frame.one_bit)
    sides = Sides(frame.width, reads_right_to_left(texts["given"]))
    room = replace(frame, left=frame.right, right=frame.left) if sides.mirrored else frame
    code, code_remarks = set_code(badge.code, layout.code, room)
    head, head_bottom = set_head(texts, styles, frame, code)
    ribbon, roof = set_ribbon(texts["category"], styles.get("category"), room, code)
    zone = zone_of(room, head_bottom - layout.body.gap / 100 * frame.measure, roof, code)
    parts = parts_of(texts, styles)
    body = set_body(parts, zone, layout.body.above)
    remarks += [omission(part.text) for part in parts[len(body) :]]
    if not texts["given"]:
        remarks.append(nameless())
    marks = [*head_words(head, frame), *body_words(body, zone, sides)]
    marks += ribbon_marks(badge.category, ribbon, room, code, sides) + code_marks(code, sides)
    small = size_remarks([part.block for part in body] + ribbon)
    return Composition(
        tuple(marks),
        tuple(dict.fromkeys([*remarks, *code_remarks, *small])),
        tuple(dict.fromkeys([*event_remarks, *size_remarks(head)])),
        tuple(
            broken(part.block.text, len(part.block.lines))
            for part, text in zip(body, parts, strict=False)
            if text.name in NAMES and len(part.block.lines) > 1
        ),
    )


def both_sides(
    badge: Badge, layout: AnyLayout, frame: Frame, *, folded: bool = False
) -> tuple[Composition, ...]:
    """The front, and the back where there is one: what was made for it, else the front again."""
    front = compose(badge, layout, frame)
    if not (folded or layout.both_sides):
        return (front,)
    if isinstance(layout, Design) and layout.both_sides:
        return front, compose(badge, layout, frame, BACK)
    return front, front
