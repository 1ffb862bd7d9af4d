"""Badges to PDF: one file for a whole batch, label after label."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from desk_app import words
from desk_app.badges.badge import Badge
from desk_app.badges.composing import Composition, both_sides
from desk_app.badges.frame import rooms
from desk_app.badges.layouts import AnyLayout
from desk_app.badges.paper import Paper
from desk_app.badges.sheet import Sheet
from desk_app.badges.stocks import Stock
from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """What the desk should know about one person's badge before it hands it over."""

    attendee: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Rendered:
    """`backs`: every other page is the back of the one before."""

    pdf: bytes
    pages: int
    remarks: tuple[Remark, ...]
    backs: bool = False


def render(
    badges: Sequence[Badge],
    layout: AnyLayout,
    stock: Stock,
    *,
    first_label: int = 1,
    offset: tuple[float, float] = (0.0, 0.0),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    file: BinaryIO | None = None,
) -> Rendered:
    """Draw the badges in their order, from label `first_label` of the first page on.

    `offset` in mm, to the right and down, makes up for a printer that prints beside the label.
    With a `file` the pages go there one by one, and `pdf` stays empty.

    `progress(done, all)` is called after every page; when `cancelled()` becomes true a DeskError
    ends the work. The same badges give the same bytes.
    """
    _check(badges, stock, first_label)
    paper = Paper(_title(badges[0]), badges[0].language, file=file)
    sheet = Sheet(paper, stock, offset, first_label - 1)
    remarks: list[Remark] = []
    for done, (badge, sides) in enumerate(_sides(badges, layout, stock), start=1):
        sheet.put(sides)
        for composition in sides:
            remarks += _remarks(badge, composition, first=done == 1)
        if sheet.full or done == len(badges):
            sheet.close()
            _report(progress, cancelled, done, len(badges))
    pdf = paper.finished()
    return Rendered(pdf, paper.pages, tuple(dict.fromkeys(remarks)), sheet.has_backs)


def _sides(
    badges: Sequence[Badge], layout: AnyLayout, stock: Stock
) -> Iterator[tuple[Badge, tuple[Composition, ...]]]:
    """What stands on the front of each badge, and on its back where it has one."""
    room = rooms(layout, stock)
    for badge in badges:
        own, frame = room(badge.layout)
        yield badge, both_sides(badge, own, frame, folded=stock.folded)


def _remarks(badge: Badge, composition: Composition, *, first: bool) -> Iterator[Remark]:
    """What holds for the whole event is said once, with the first badge."""
    sentences = composition.event_remarks * first + composition.remarks
    return (Remark(badge.attendee, sentence) for sentence in sentences)


def _check(badges: Sequence[Badge], stock: Stock, first_label: int) -> None:
    if not badges:
        raise DeskError("There is no badge to print: choose at least one person.")
    if not 1 <= first_label <= stock.per_page:
        raise DeskError(
            "This sheet has no label {number}: give a number from 1 to {last}.",
            number=first_label,
            last=stock.per_page,
        )


def _report(
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
    done: int,
    total: int,
) -> None:
    if cancelled and cancelled():
        raise DeskError("The badges were stopped after {done} of {total}.", done=done, total=total)
    if progress:
        progress(done, total)


def _title(badge: Badge) -> str:
    if not badge.event_title:
        return words.say("Badges", badge.language)
    return words.say("Badges – {title}", badge.language, title=badge.event_title)
