"""The attendance screen: the figures, the curve, the people behind a figure, and documents."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.attendance import (
    PAPER_NAMES,
    AttendanceController,
    Figures,
    Listing,
    Live,
    Said,
)
from desk_app.views import theme
from desk_app.views.arrival_curve import ArrivalCurve
from desk_app.views.attendance_groups import AttendanceGroups
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.empty import EmptyState
from desk_app.views.figure_tiles import FigureTiles, figure_word
from desk_app.views.file_dialogs import ask_where_to_save
from desk_app.views.letterhead_dialog import LetterheadDialog
from desk_app.views.people_columns import people_columns
from desk_app.views.people_table import PeopleTable
from desk_app.words import tr, trn

_TILES = (400, 268)
_WIDE = 1000
_ICON, _ANY = 56, 16_777_215
_FOLLOW_MS = 1000  # other desks and the command line write into the same ledger


class AttendanceScreen(QWidget):
    """A tile shows its people below; documents hold the people on the screen."""

    person_wanted = Signal(object)  # a person's id
    people_wanted = Signal(object)  # Wish: the people behind a number, in the roster
    paper_wanted = Signal(str)  # a kind of document
    return_wanted = Signal()  # the organiser's own export, with the attendance

    def __init__(self, controller: AttendanceController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._dialog: QFileDialog | None = None
        self.tiles = FigureTiles()
        self.curve = ArrivalCurve()
        self.table = PeopleTable(people_columns(controller.local_time))
        self.groups = AttendanceGroups()
        self.in_roster = Button(tr("In the roster"), icon="users", shortcut="Ctrl+R")
        self.in_roster.setToolTip(tr("In the roster"))
        self.exports = {kind: Button(word, icon="download") for kind, word in _exports().items()}
        self.papers = _Papers()
        self._title = ElidedLabel()
        self._told = ElidedLabel()
        self._pages = QStackedLayout()
        self._follow = QTimer(self)
        self._follow.setInterval(_FOLLOW_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tiles.buttons["arrived"])

    def show_figures(self, figures: Figures | None) -> None:
        """The numbers, the curve and the bars."""
        self.tiles.show_figures(figures)
        self.curve.show_curve(figures.curve if figures else (), self._controller.local_time)
        self.curve.show_pace(self._pace(figures) if figures else "")
        self.groups.show_figures(figures)

    def show_live(self, live: Live) -> None:
        """Who came just now, and where."""
        self.groups.show_live(live, self._controller.local_time)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, an icon or a word alone leaves the title its room."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self.in_roster.setText(tr("In the roster") if wide else "")
        self.in_roster.setMaximumWidth(_ANY if wide else _ICON)
        for button in self.exports.values():
            button.setMaximumWidth(_ANY if wide else button.minimumSizeHint().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow.stop()

    def _pace(self, figures: Figures) -> str:
        """What the last quarter of an hour promises: a guess, and silent where it would be none."""
        parts = []
        if figures.companions:
            parts.append(
                trn(
                    figures.companions,
                    "{count} companion without a name",
                    "{count} companions without a name",
                )
            )
        if figures.recent:
            parts.append(tr("{count} in the last 15 minutes", count=figures.recent))
        if figures.all_in_at is not None:
            at = self._controller.local_time(figures.all_in_at)
            parts.append(tr("at this pace all in by {time}, if all come", time=at))
        return " · ".join(parts)

    def show_listing(self, listing: Listing) -> None:
        """The people of the chosen figure."""
        self.table.show_listing(listing)
        figure = self._controller.figure(listing.wish)
        self.tiles.choose(figure)
        word = figure_word(figure)
        people = trn(len(listing.ids), "{count} person", "{count} people")
        self._title.setText(f"{word.capitalize()} · {people}")
        self._pages.setCurrentIndex(0 if listing.ids else 1)

    def show_exported(self, path: Path) -> None:
        """Say where the document is."""
        self._say(tr("Saved: {file}", file=path.name))
        self._told.setToolTip(str(path))

    def ask_where(self, kind: str) -> None:
        """Ask for a file name, then write the document."""
        self._dialog = ask_where_to_save(self, tr("Save the list"), tr("attendance"), kind)
        self._dialog.fileSelected.connect(partial(self._export, kind))
        self._dialog.open()

    def ask_letterhead(self, known: Said) -> None:
        """Ask whose documents they are."""
        self.letterhead = LetterheadDialog(known, self)
        self.letterhead.said.connect(self._controller.keep_particulars)
        self.letterhead.logo_wanted.connect(self._controller.read_logo)
        self._controller.logo_read.connect(self.letterhead.show_logo)
        self._controller.logo_refused.connect(self.letterhead.show_no_logo)
        self.letterhead.finished.connect(self.letterhead.deleteLater)
        self.letterhead.open()

    def show_kept(self, _said: Said) -> None:
        """Say that documents say so from now on."""
        self._say(tr("Letterhead and hours are saved"))

    def _say(self, text: str) -> None:
        """Beside the title, which has the whole room while there is nothing to say."""
        theme.set_look(self._told, "tone", "good")
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _export(self, kind: str, path: str) -> None:
        self._say("")
        self._controller.export(kind, Path(path))

    def _want_behind(self, number: tuple[str, str]) -> None:
        self.people_wanted.emit(self._controller.behind(*number))

    def _want_people(self) -> None:
        self.people_wanted.emit(self._controller.wished())

    def _order(self, wish: tuple[str, bool]) -> None:
        self._controller.order(*wish)

    def _lay_out(self) -> None:
        self.tiles.setFixedSize(*_TILES)
        self.curve.setFixedHeight(_TILES[1])
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.tiles)
        top.addWidget(self.curve, 1)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.groups, 1)
        side.addWidget(self.papers)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(self._list(), 1)
        bottom.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(bottom, 1)

    def _list(self) -> QFrame:
        empty = EmptyState(
            "users", tr("Nobody here"), tr("Choose another figure above to see its people.")
        )
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addLayout(self._pages, 1)
        self._pages.addWidget(self.table)
        self._pages.addWidget(empty)
        return card

    def _head(self) -> QHBoxLayout:
        self._title.setProperty("look", "row")
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(8)
        self._told.hide()
        row.addWidget(self._title, 1)
        row.addWidget(self._told, 1)
        row.addWidget(self.in_roster)
        for button in self.exports.values():
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        it = self._controller
        it.counted.connect(self.show_figures)
        it.followed.connect(self.show_live)
        it.others_known.connect(self.curve.show_others)
        it.laid_beside.connect(self.curve.show_beside)
        self.curve.beside_wanted.connect(it.compare)
        self._follow.timeout.connect(it.follow)
        self.groups.chosen.connect(self._want_behind)
        self.groups.person_wanted.connect(self.person_wanted)
        self.in_roster.clicked.connect(self._want_people)
        it.listed.connect(self.show_listing)
        it.exported.connect(self.show_exported)
        self.tiles.chosen.connect(it.filter)
        self.table.order_wanted.connect(self._order)
        self.table.chosen.connect(self.person_wanted)
        it.particulars_known.connect(self.ask_letterhead)
        it.particulars_kept.connect(self.show_kept)
        self.papers.chosen.connect(self.paper_wanted)
        self.papers.letterhead_wanted.connect(it.read_particulars)
        self.papers.return_wanted.connect(self.return_wanted)
        for kind, button in self.exports.items():
            button.clicked.connect(partial(self.ask_where, kind))


class _Papers(Button):
    """A button with every document there is; `chosen` carries its kind."""

    chosen = Signal(str)
    letterhead_wanted = Signal()
    return_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Documents…"), icon="printer")
        self.offered = QMenu(self)
        self.offered.setAccessibleName(tr("Documents…"))
        for kind, name in PAPER_NAMES.items():
            self.offered.addAction(tr(name)).setData(kind)
        self.offered.addSeparator()
        self._back = self.offered.addAction(tr("Your export, with the attendance added…"))
        self.offered.addAction(tr("Letterhead and hours…"))
        self.offered.triggered.connect(self._tell)
        self.clicked.connect(self._offer)

    def _offer(self) -> None:
        """Above the button, which stands at the foot of the screen."""
        up = QPoint(0, -self.offered.sizeHint().height() - 4)
        self.offered.popup(self.mapToGlobal(up))

    def _tell(self, action: QAction) -> None:
        if kind := action.data():
            self.chosen.emit(kind)
        elif action is self._back:
            self.return_wanted.emit()
        else:
            self.letterhead_wanted.emit()


def _exports() -> dict[str, str]:
    return {"csv": tr("CSV"), "xlsx": tr("Excel"), "pdf": tr("PDF")}
