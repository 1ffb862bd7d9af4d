"""The designer's methods and signals: a layout taken apart, tried on people, and kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app.badges import layouts, stocks
from desk_app.badges.badge import Badge
from desk_app.badges.designs import (
    ANSWER,
    AREA,
    CODE,
    FRONT,
    OF_CATEGORY,
    PROPERTIES,
    SHOWN,
    SIDES,
    WORDS,
    Box,
    Design,
    Fault,
    Property,
    counts,
    faults,
    overlap,
    scaled,
)
from desk_app.badges.layouts import AnyLayout
from desk_app.badges.stocks import Stock
from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence
from desk_app.services import badge_samples, own_layouts, settings
from desk_app.services.badge_samples import Sample
from desk_app.services.places import Standing
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks
from desk_app.words import tr

__all__ = [
    "ANSWER",
    "AREA",
    "CODE",
    "FRONT",
    "OF_CATEGORY",
    "PROPERTIES",
    "SHOWN",
    "SIDES",
    "WORDS",
    "Box",
    "CategoryChoice",
    "Design",
    "DesignerController",
    "Draft",
    "Drawn",
    "Fault",
    "Kept",
    "Property",
    "Sample",
    "Sentence",
    "Shelf",
    "counts",
    "overlap",
]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every layout there is; `own` are the ids of those that can be changed in place.

    `label` is the width and height of the labels that are printed on now, as badges are read.
    """

    layouts: tuple[AnyLayout, ...]
    own: frozenset[str]
    faults: tuple[DeskError, ...] = ()
    label: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Draft:
    """The design in hand, from the layout of id `source`; `fault` keeps it from being kept."""

    design: Design
    source: str
    changed: bool = False
    can_undo: bool = False
    can_redo: bool = False
    fault: Fault | None = None

    @property
    def own(self) -> bool:
        return bool(self.design.id)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One label as it is printed, and what the desk would be told of it."""

    pdf: bytes
    remarks: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a layout: "kept", "forgotten", "taken in" or "handed out"."""

    how: str
    title: str


@dataclass(frozen=True, slots=True)
class CategoryChoice:
    """Which layout each category of the event has; "" is the one that all others have."""

    chosen: tuple[tuple[str, str], ...]
    layouts: tuple[AnyLayout, ...]


class DesignerController(QObject):
    """Keeps the design in hand and all its former states; every change is drawn beside the UI."""

    shelved = Signal(object)  # Shelf
    sampled = Signal(object)  # tuple of Sample
    drafted = Signal(object)  # Draft
    drawn = Signal(object)  # Drawn
    kept = Signal(object)  # Kept
    categorised = Signal(object)  # CategoryChoice

    def __init__(self, tasks: Tasks | InlineTasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._draft: Draft | None = None
        self._saved: Design | None = None
        self._past: list[Design] = []
        self._future: list[Design] = []
        self._last = ""
        self._wanted = ""
        self._stock = stocks.stock(stocks.DEFAULT)
        self._sample: Badge | None = None
        self.standing: Standing | None = None

    def stand_at(self, standing: Standing | None) -> None:
        """Try designs on people of this event from now on."""
        self.standing = standing

    def refresh(self) -> None:
        """Read layouts and people again; without unsaved changes, show the layout in use."""
        place = self.standing.place if self.standing else None
        self._tasks.db(badge_samples.samples, place, done=self._take_samples, newest="samples")
        self._tasks.db(_shelved, done=self._show_shelf, newest="designer-shelf")

    def open(self, layout: str) -> None:
        """Take a layout in hand; one that ships with the desk becomes a copy when it is kept."""
        found = layouts.layout_or(layout, layouts.layout())
        design = from_layout(found, self._stock)
        if not layouts.is_own(found.id):
            titles = [tr(it.title) for it in layouts.layouts()]
            design = replace(design, id="", title=own_layouts.free_title(tr(found.title), titles))
        self._begin(design, found.id)

    def change(self, design: Design, merge: str = "") -> None:
        """Go on with this design; changes with the same `merge` are undone as one."""
        if self._draft is None or design == self._draft.design:
            return
        if not merge or merge != self._last:
            self._past.append(self._draft.design)
        self._last, self._future = merge, []
        self._show(design)

    def preview(self, design: Design) -> None:
        """Draw a design that somebody is still moving things in."""
        self._draw(design)

    def fit_to_labels(self) -> None:
        """Stretch the design to the labels that are printed on now."""
        if self._draft:
            self.change(scaled(self._draft.design, *label_size(self._stock)))

    def undo(self) -> None:
        """Go back by one change."""
        self._step(self._past, self._future)

    def redo(self) -> None:
        """Go forward again."""
        self._step(self._future, self._past)

    def show_sample(self, badge: Badge) -> None:
        """Try the design on this person."""
        self._sample = badge
        if self._draft:
            self._draw(self._draft.design)

    def keep(self) -> None:
        """Save the design, and print with it from now on."""
        if self._draft:
            design = self._draft.design
            self._tasks.db(own_layouts.keep_layout, design, done=self._take_kept)

    def copy(self) -> None:
        """Go on with a copy under another name; it is kept when it is saved."""
        if self._draft:
            titles = [it.title for it in layouts.layouts()]
            title = own_layouts.free_title(self._draft.design.title, titles)
            self._begin(replace(self._draft.design, id="", title=title), self._draft.source)

    def forget(self) -> None:
        """Take the layout in hand off the list."""
        if self._draft and self._draft.own:
            title = self._draft.design.title
            self._draft = None
            identity = self._saved.id if self._saved else ""
            self._tasks.db(own_layouts.forget_layout, identity)
            self.refresh()
            self.kept.emit(Kept("forgotten", title))

    def take_in(self, file: Path) -> None:
        """Add a layout from a file, and show it."""
        self._tasks.db(own_layouts.take_in, file, done=self._open_new)

    def hand_out(self, file: Path) -> None:
        """Write the design in hand into a file for another desk."""
        if self._draft:
            self._tasks.make(own_layouts.hand_out, self._draft.design, file, done=self._tell_out)

    def ask_categories(self) -> None:
        """Tell which categories of the event have a layout of their own."""
        if self.standing:
            self._tasks.db(_categories, self.standing.place.event, done=self.categorised.emit)

    def choose_for_category(self, category: str, layout: str) -> None:
        """Print this category's badges with another layout; "" for the usual one."""
        if self.standing:
            event = self.standing.place.event
            self._tasks.db(own_layouts.choose_for_category, event, category, layout)

    # What is in hand

    def _begin(self, design: Design, source: str) -> None:
        self._past, self._future, self._last = [], [], ""
        self._saved = design if design.id else None
        self._draft = Draft(design, source)
        self._show(design)

    def _step(self, taken: list[Design], given: list[Design]) -> None:
        if self._draft and taken:
            given.append(self._draft.design)
            self._last = ""
            self._show(taken.pop())

    def _show(self, design: Design) -> None:
        assert self._draft is not None
        changed = design != self._saved if self._saved else bool(self._past)
        self._draft = Draft(
            design, self._draft.source, changed, bool(self._past), bool(self._future),
            next(faults(design), None),
        )  # fmt: skip
        self.drafted.emit(self._draft)
        self._draw(design)

    def _draw(self, design: Design) -> None:
        if self._sample and design.boxes:
            self._tasks.make(
                _drawn, self._sample, design, self._stock.one_bit,
                done=self.drawn.emit, newest="designer-draw",
            )  # fmt: skip

    def _take_samples(self, samples: Sequence[Sample]) -> None:
        self._sample = self._sample or samples[0].badge
        self.sampled.emit(tuple(samples))
        if self._draft:
            self._draw(self._draft.design)

    def _show_shelf(self, told: tuple[Shelf, dict[str, str]]) -> None:
        shelf, known = told
        found = {it.id: it for it in stocks.stocks()}
        self._stock = found.get(known.get("stock", ""), found[stocks.DEFAULT])
        self.shelved.emit(replace(shelf, label=label_size(self._stock)))
        wanted = known.get("layout", layouts.DEFAULT)
        if self._draft is None or (not self._draft.changed and wanted != self._wanted):
            self.open(wanted)
        else:
            self._show(self._draft.design)
        self._wanted = wanted

    def _take_kept(self, identity: str) -> None:
        self._tasks.db(settings.write, "layout", identity)
        self._wanted = identity
        self._open_new(identity)
        assert self._draft is not None
        self.kept.emit(Kept("kept", self._draft.design.title))

    def _open_new(self, identity: str) -> None:
        """Its history goes on where it was the one in hand."""
        past, mine = self._past, bool(self._draft and self._draft.design.id in ("", identity))
        self.open(identity)
        self._past = past if mine else []
        assert self._draft is not None
        self._show(self._draft.design)
        self._tasks.db(_shelved, done=self._show_shelf, newest="designer-shelf")

    def _tell_out(self, file: Path) -> None:
        self.kept.emit(Kept("handed out", file.name))


def label_size(stock: Stock) -> tuple[float, float]:
    """Width and height of a label in mm, the way its badge is read."""
    size = round(stock.label_w, 2), round(stock.label_h, 2)
    return size[::-1] if stock.turned else size


def from_layout(layout: AnyLayout, stock: Stock) -> Design:
    """A layout as boxes; the libraries that draw are imported with the first one."""
    from desk_app.badges.unfolding import unfolded

    return unfolded(layout, stock)


def _drawn(badge: Badge, design: Design, one_bit: bool) -> Drawn:
    """The design on a label of its own size, in black alone where the labels are so."""
    from desk_app.badges.render import render

    label = Stock(
        "design", "", "roll" if one_bit else "page",
        design.width, design.height, design.width, design.height,
    )  # fmt: skip
    made = render([replace(badge, layout="")], design, label)
    return Drawn(made.pdf, tuple(it.sentence for it in made.remarks))


def _shelved(session: Session) -> tuple[Shelf, dict[str, str]]:
    wrong = own_layouts.use_own_layouts(session)
    known = layouts.layouts()
    own = frozenset(it.id for it in known if layouts.is_own(it.id))
    return Shelf(known, own, wrong), settings.read(session)


def _categories(session: Session, event: int) -> CategoryChoice:
    chosen = own_layouts.of_categories(session, event)
    names = own_layouts.categories(session, event)
    return CategoryChoice(tuple((it, chosen.get(it, "")) for it in names), layouts.layouts())
