"""The badge of one person as it would be printed with what is just being typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk_app.services.checkin import Place
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

if TYPE_CHECKING:
    from desk_app.badges.badge import Badge
    from desk_app.badges.stocks import Stock

_ON_BADGE = {
    "given_name": "given_name",
    "family_name": "family_name",
    "full_name": "full_name",
    "organisation": "organisation",
    "job_title": "job_title",
    "ticket_type": "category",
}
"""Which fields of a person stand on the badge, and what they are called there."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One badge as a PDF of its own; `turned` means it lies on its side."""

    attendee: int
    pdf: bytes
    turned: bool


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a badge is drawn from; `layouts` are those of categories that have their own."""

    badge: "Badge"
    layout: str
    stock: "Stock"
    layouts: Mapping[str, str]


class BadgeSketch(QObject):
    """Drawn beside the window's thread; of what is typed fast only the newest is drawn.

    One per screen: `name` keeps their questions apart. `place` tells where the desk stands.
    """

    drawn = Signal(object)  # Sketch

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        name: str,
        place: Callable[[], Place | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._key = f"{name}-sketch"
        self._place = place
        self._ground: _Ground | None = None
        self._typed: dict[str, str] = {}

    def begin(self, attendee: int) -> None:
        """Draw this person's badge as it is."""
        self._ground, self._typed = None, {}
        if place := self._place():
            self._tasks.db(
                _read, place, attendee, done=self._take, newest=f"{self._key}-of", later=True
            )

    def follow(self, typed: Mapping[str, str]) -> None:
        """Draw it again with other words in some of its fields."""
        self._typed = dict(typed)
        self._draw()

    def _take(self, ground: _Ground | None) -> None:
        self._ground = ground
        self._draw()

    def _draw(self) -> None:
        if it := self._ground:
            badge = _with(it, self._typed)
            self._tasks.make(_drawn, it, badge, done=self.drawn.emit, newest=self._key)


def _read(session: Session, place: Place, attendee: int) -> _Ground | None:
    """None once the person left the list."""
    from desk_app.controllers.print_run.choices import chosen
    from desk_app.services import badges, category_layouts, settings

    found = badges.of_people(session, place, [attendee])
    if not found:
        return None
    it = chosen(settings.read(session))
    named = category_layouts.of_categories(session, place.event)
    return _Ground(found[0], it.layout, _single(it.stock), named)


def _single(stock: "Stock") -> "Stock":
    """A page that is one label, and of a folded label one half."""
    high = stock.label_h / 2 if stock.folded else stock.label_h
    return replace(
        stock, page_w=stock.label_w, page_h=high, label_h=high, x0=0, y0=0, dx=0, dy=0,
        cols=1, rows=1, unprintable=(0, 0, 0, 0), folded=False, mirrored=False,
    )  # fmt: skip


def _with(ground: _Ground, typed: Mapping[str, str]) -> "Badge":
    said = {_ON_BADGE[field]: text for field, text in typed.items() if field in _ON_BADGE}
    badge = replace(ground.badge, **said)  # type: ignore[arg-type]  # texts alone
    return replace(badge, layout=ground.layouts.get(badge.category, ""))


def _drawn(ground: _Ground, badge: "Badge") -> Sketch:
    from desk_app.controllers.print_run.queue import drawn

    made = drawn([badge], ground.layout, ground.stock, 1)
    return Sketch(badge.attendee, made.pdf, ground.stock.turned)
