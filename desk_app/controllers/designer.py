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
    Property,
    counts,
    overlap,
    scaled,
)
from desk_app.clock import Clock
from desk_app.controllers.design_run.drafts import Draft, Drafts
from desk_app.controllers.design_run.drawing import Drawn, drawn, from_layout, label_size
from desk_app.controllers.design_run.shelf import CategoryChoice, Shelf, category_choice, shelved
from desk_app.domain.sentence import Sentence
from desk_app.services import badge_samples, category_layouts, own_layouts, settings
from desk_app.services.badge_samples import Sample
from desk_app.services.places import Standing
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
    "Kept",
    "Property",
    "Sample",
    "Sentence",
    "Shelf",
    "counts",
    "overlap",
]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a layout: "kept", "forgotten", "taken in" or "handed out"."""

    how: str
    title: str


class DesignerController(QObject):
    """Keeps the design in hand and all its former states; every change is drawn beside the UI."""

    shelved = Signal(object)  # Shelf
    sampled = Signal(object)  # tuple of Sample
    drafted = Signal(object)  # Draft
    drawn = Signal(object)  # Drawn
    kept = Signal(object)  # Kept
    categorised = Signal(object)  # CategoryChoice

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._drafts = Drafts()
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
        self._read_shelf()

    def open(self, layout: str) -> None:
        """Take a layout in hand; one that ships with the desk becomes a copy when it is kept."""
        self._open(layout)

    @property
    def unsaved(self) -> bool:
        """Whether the design in hand would be lost."""
        return self._drafts.unsaved

    def leave(self) -> None:
        """Do without the changes that are not saved."""
        self._drafts.drop()

    def change(self, design: Design, merge: str = "") -> None:
        """Go on with this design; changes with the same `merge` are undone as one."""
        self._tell(self._drafts.change(design, merge))

    def preview(self, design: Design) -> None:
        """Draw a design that somebody is still moving things in."""
        self._draw(design)

    def fit_to_labels(self) -> None:
        """Stretch the design to the labels that are printed on now."""
        if it := self._drafts.current:
            self.change(scaled(it.design, *label_size(self._stock)))

    def undo(self) -> None:
        """Go back by one change."""
        self._tell(self._drafts.undo())

    def redo(self) -> None:
        """Go forward again."""
        self._tell(self._drafts.redo())

    def show_sample(self, badge: Badge) -> None:
        """Try the design on this person."""
        self._sample = badge
        self._draw_again()

    def keep(self) -> None:
        """Save the design, and print with it from now on."""
        if it := self._drafts.current:
            self._tasks.db(own_layouts.keep_layout, it.design, done=self._take_kept)

    def copy(self) -> None:
        """Go on with a copy under another name; it is kept when it is saved."""
        if it := self._drafts.current:
            titles = [known.title for known in layouts.layouts()]
            title = own_layouts.free_title(it.design.title, titles)
            self._tell(self._drafts.begin(replace(it.design, id="", title=title), it.source))

    def forget(self) -> None:
        """Take the layout in hand off the list."""
        it = self._drafts.current
        if it and it.own:
            self._drafts.drop()
            self._tasks.db(own_layouts.forget_layout, self._drafts.kept_id)
            self.refresh()
            self.kept.emit(Kept("forgotten", it.design.title))

    def take_in(self, file: Path) -> None:
        """Add a layout from a file, and show it."""
        self._tasks.db(own_layouts.take_in, file, done=self._open_new)

    def hand_out(self, file: Path) -> None:
        """Write the design in hand into a file for another desk."""
        if it := self._drafts.current:
            self._tasks.make(own_layouts.hand_out, it.design, file, done=self._tell_out)

    def ask_categories(self) -> None:
        """Tell which categories of the event have a layout of their own."""
        if self.standing:
            event = self.standing.place.event
            self._tasks.db(category_choice, event, done=self.categorised.emit)

    def choose_for_category(self, category: str, layout: str) -> None:
        """Print this category's badges with another layout; "" for the usual one."""
        if self.standing:
            event = self.standing.place.event
            self._tasks.db(category_layouts.choose, event, category, layout, self._clock())

    # What is in hand

    def _open(self, layout: str, *, going_on: bool = False) -> None:
        found = layouts.layout_or(layout, layouts.layout())
        design = from_layout(found, self._stock)
        if not layouts.is_own(found.id):
            titles = [tr(it.title) for it in layouts.layouts()]
            design = replace(design, id="", title=own_layouts.free_title(tr(found.title), titles))
        self._tell(self._drafts.begin(design, found.id, going_on=going_on))

    def _tell(self, draft: Draft | None) -> None:
        if draft:
            self.drafted.emit(draft)
            self._draw(draft.design)

    def _draw(self, design: Design) -> None:
        if self._sample and design.boxes:
            self._tasks.make(
                drawn, self._sample, design, self._stock.one_bit,
                done=self.drawn.emit, newest="designer-draw",
            )  # fmt: skip

    def _draw_again(self) -> None:
        if it := self._drafts.current:
            self._draw(it.design)

    def _take_samples(self, samples: Sequence[Sample]) -> None:
        self._sample = self._sample or samples[0].badge
        self.sampled.emit(tuple(samples))
        self._draw_again()

    def _read_shelf(self) -> None:
        self._tasks.db(shelved, done=self._show_shelf, newest="designer-shelf")

    def _show_shelf(self, told: tuple[Shelf, dict[str, str]]) -> None:
        shelf, known = told
        found = {it.id: it for it in stocks.stocks()}
        self._stock = found.get(known.get("stock", ""), found[stocks.DEFAULT])
        self.shelved.emit(replace(shelf, label=label_size(self._stock)))
        wanted, it = known.get("layout", layouts.DEFAULT), self._drafts.current
        if it is None or (not it.changed and wanted != self._wanted):
            self._open(wanted)
        else:
            self._tell(it)
        self._wanted = wanted

    def _take_kept(self, identity: str) -> None:
        self._tasks.db(settings.write, "layout", identity)
        self._wanted = identity
        self._open_new(identity)
        it = self._drafts.current
        assert it is not None
        self.kept.emit(Kept("kept", it.design.title))

    def _open_new(self, identity: str) -> None:
        """Its history goes on where it was the one in hand."""
        it = self._drafts.current
        self._open(identity, going_on=bool(it and it.design.id in ("", identity)))
        self._read_shelf()

    def _tell_out(self, file: Path) -> None:
        self.kept.emit(Kept("handed out", file.name))
