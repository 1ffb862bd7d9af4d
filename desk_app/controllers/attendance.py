"""The attendance screen's methods and signals: the figures, the people behind them, documents."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app import whole_file, words
from desk_app.clock import Clock
from desk_app.controllers.everybody import Everybody
from desk_app.domain.courses import Beside
from desk_app.domain.registration import MAY_ENTER
from desk_app.services import attendance, bulk, courses, documents, particulars
from desk_app.services.arrangement import Arranger, Listing, Wish
from desk_app.services.attendance import Figures, Group, Live, local_time
from desk_app.services.checkin import Place
from desk_app.services.courses import Other
from desk_app.services.desk_pace import Pace
from desk_app.services.documents import Contents
from desk_app.services.list_filter import Facets
from desk_app.services.paperwork import PAPER_NAMES
from desk_app.services.particulars import NATURES, Said
from desk_app.services.places import Standing
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "NATURES",
    "PAPER_NAMES",
    "AttendanceController",
    "Beside",
    "Figures",
    "Group",
    "Listing",
    "Live",
    "Other",
    "Pace",
    "Said",
    "Wish",
]

_FIGURES: dict[str, tuple[str, Facets]] = {  # those that are no key of `roster.KINDS`
    "registered": ("all", (("walk_in", ("no",)),)),
    "inside": ("arrived", (("inside", ("yes",)),)),
    "places": ("all", (("status", tuple(sorted(MAY_ENTER))),)),
}


class AttendanceController(QObject):
    """Documents hold the people of the figure that is chosen, all unless one is."""

    counted = Signal(object)  # Figures, or None without an event
    followed = Signal(object)  # Live: by desk, and who came that needs somebody
    listed = Signal(object)  # Listing
    others_known = Signal(object, object)  # what to compare with, and the one that is chosen
    laid_beside = Signal(object)  # Beside, or None
    particulars_known = Signal(object)  # Said, for somebody to correct
    particulars_kept = Signal(object)  # Said
    logo_read = Signal(str, object)  # the name of the file, and the picture fit for print
    logo_refused = Signal(object)  # DeskError: there is no such file to read
    exported = Signal(object)  # the Path of the file written

    def __init__(
        self, tasks: Tasks | InlineTasks, clock: Clock, arranger: Arranger | None = None
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._everybody = Everybody(tasks, "attendance", self, arranger)
        self._latest: Live | None = None
        self._shown = False
        self._other: Other | None = None
        self.standing: Standing | None = None
        self._everybody.listed.connect(self.listed)

    def stand_at(self, standing: Standing | None) -> None:
        """Count at this checkpoint from now on."""
        self.standing = standing
        self._other = None
        if self._shown:
            self.refresh()

    def refresh(self) -> None:
        """Count again, and read the list again."""
        self._shown = True
        if place := self._place():
            self._latest = None
            self._count(place)
            self._ask_others(place)
        else:
            self.counted.emit(None)
        self._everybody.read(self._place())

    def follow(self) -> None:
        """Tell what changed since; asked again and again while somebody looks."""
        if place := self._place():
            self._count(place)
            self._everybody.follow()

    def compare(self, other: Other | None) -> None:
        """Lay the arrivals of another day or event over these; None: of none."""
        self._other = other
        place = self._place()
        if other is None or place is None:
            self._tasks.forget("attendance-beside")
            self.laid_beside.emit(None)
            return
        self._tasks.db(
            courses.laid_beside,
            place,
            other,
            done=self.laid_beside.emit,
            newest="attendance-beside",
            durable=False,
        )

    def filter(self, figure: str) -> None:
        """Show the people of one figure, such as "pending"; everybody for "".

        A key of `roster.KINDS`, "registered", "inside", or "places": whoever has one of them.
        """
        kind, facets = _FIGURES.get(figure, (figure or "all", ()))
        self._everybody.wish(replace(self._everybody.wished(), kind=kind, facets=facets))

    def figure(self, wish: Wish) -> str:
        """Of which figure these are the people; "" for everybody."""
        known = {looked: figure for figure, looked in _FIGURES.items()}
        return known.get((wish.kind, wish.facets), "" if wish.kind == "all" else wish.kind)

    def wished(self) -> Wish:
        """Whom the list shows now."""
        return self._everybody.wished()

    def behind(self, facet: str, value: str) -> Wish:
        """A way to look at the list that shows the people behind a number."""
        kind = "expected" if facet in ("category", "organisation") else "all"
        return Wish(kind, facets=((facet, (value,)),))

    def order(self, by: str, descending: bool) -> None:
        """Show the list in another order; "" is by family name."""
        self._everybody.wish(replace(self._everybody.wished(), by=by, descending=descending))

    def export(self, kind: str, path: Path) -> None:
        """Write the list on the screen, by family name, as a "csv", "xlsx" or "pdf" file."""
        place, wish = self._place(), self._everybody.wished()
        if place is None:
            return
        told = (words.current(), self._clock())
        done = partial(self._write, kind, path)
        if wish.facets:
            self._tasks.db(bulk.contents, place, self._everybody.shown(), *told, done=done)
        else:
            self._tasks.db(documents.contents, place, *told, wish.kind, done=done)

    def read_particulars(self) -> None:
        """Ask for what documents say of the institution and the event's hours."""
        if place := self._place():
            self._tasks.db(particulars.known, place.event, done=self.particulars_known.emit)

    def keep_particulars(self, said: Said) -> None:
        """Have documents say this from now on."""
        if place := self._place():
            kept = self.particulars_kept.emit
            self._tasks.db(particulars.keep, place.event, said, self._clock(), done=kept)

    def read_logo(self, file: Path) -> None:
        """Read a picture and make it fit for print; it stands on documents once it is kept."""
        done = partial(self.logo_read.emit, file.name)
        self._tasks.make(_logo, file, done=done, failed=self.logo_refused.emit, newest="logo")

    def local_time(self, at: int) -> str:
        """A moment (ms UTC) on the event's clock."""
        return local_time(at, self.standing.event.zone if self.standing else "UTC")

    def _ask_others(self, place: Place) -> None:
        """Somebody may have come in elsewhere since; the one that is chosen stays so."""
        self._tasks.db(
            courses.others,
            place,
            words.current(),
            done=self._tell_others,
            newest="attendance-others",
            durable=False,
        )

    def _tell_others(self, others: tuple[Other, ...]) -> None:
        if self._other not in others:
            self._other = None
        self.others_known.emit(others, self._other)
        self.compare(self._other)

    def _count(self, place: Place) -> None:
        self._tasks.db(
            attendance.live,
            place,
            self._clock(),
            done=self._tell,
            newest="attendance-figures",
            durable=False,
        )

    def _tell(self, live: Live) -> None:
        """Nothing is drawn anew that is as it was."""
        before, self._latest = self._latest, live
        if before is None or live.figures != before.figures:
            self.counted.emit(live.figures)
        if live != before:
            self.followed.emit(live)
        if before and live.figures.curve[:1] != before.figures.curve[:1]:
            self.compare(self._other)  # this day begins elsewhere now

    def _place(self) -> Place | None:
        return self.standing.place if self.standing else None

    def _write(self, kind: str, path: Path, contents: Contents) -> None:
        draw = partial(documents.drawn, contents, kind)
        self._tasks.make(whole_file.draw, path, draw, done=self.exported.emit)


def _logo(file: Path) -> bytes:
    from desk_app.controllers.logo import as_dots  # with what paints, when it is needed

    return as_dots(whole_file.read(file))
