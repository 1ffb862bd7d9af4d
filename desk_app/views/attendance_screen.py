"""The attendance screen: the figures, the curve, the people behind a figure, and documents."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.attendance import (
    PAPER_NAMES,
    AttendanceController,
    Figures,
    Group,
    Listing,
    Said,
)
from desk_app.views import theme
from desk_app.views.arrival_curve import ArrivalCurve
from desk_app.views.bars import Bar, Bars
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.empty import EmptyState
from desk_app.views.file_dialogs import ask_where_to_save
from desk_app.views.letterhead_dialog import LetterheadDialog
from desk_app.views.people_columns import people_columns
from desk_app.views.people_kinds import kind_words
from desk_app.views.people_table import PeopleTable
from desk_app.views.tile import Tile
from desk_app.words import tr, trn

_TILES = (400, 268)
_BARS = 320
# kind to (figure, tone, icon), in reading order
_LOOKS = {
    "all": ("registered", "quiet", "users"),
    "expected": ("expected", "accent", "circle-dashed"),
    "arrived": ("arrived", "good", "check"),
    "absent": ("absent", "quiet", "user-x"),
    "walk_ins": ("walk_ins", "accent", "user-plus"),
    "pending": ("pending", "mind", "hourglass"),
    "waiting": ("waiting", "mind", "list-ordered"),
    "cancelled": ("cancelled", "stop", "ban"),
}


class AttendanceScreen(QWidget):
    """A tile shows its people below; documents hold the people on the screen."""

    person_wanted = Signal(object)  # a person's id

    def __init__(self, controller: AttendanceController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._dialog: QFileDialog | None = None
        self.tiles = _Tiles()
        self.curve = ArrivalCurve()
        self.table = PeopleTable(people_columns(controller.local_time))
        self.bars = _Breakdown()
        self.exports = {kind: Button(word, icon="download") for kind, word in _exports().items()}
        self.papers = _Papers()
        self._title = QLabel()
        self._told = ElidedLabel()
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tiles.buttons["arrived"])

    def show_figures(self, figures: Figures | None) -> None:
        """The numbers, the curve and the bars."""
        self.tiles.show_figures(figures)
        self.curve.show_curve(figures.curve if figures else (), self._controller.local_time)
        self.curve.show_pace(self._pace(figures) if figures else "")
        self.bars.show_groups(figures)

    def _pace(self, figures: Figures) -> str:
        """Who is inside, where exits are scanned, and what the last quarter of an hour promises."""
        parts = []
        if figures.inside < figures.arrived:
            parts.append(tr("{count} inside now", count=figures.inside))
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
            parts.append(tr("at this pace all in by {time}", time=at))
        return " · ".join(parts)

    def show_listing(self, listing: Listing) -> None:
        """The people of the chosen figure."""
        self.table.show_listing(listing)
        self.tiles.buttons[listing.wish.kind].setChecked(True)
        word = kind_words()[listing.wish.kind].capitalize()
        people = trn(len(listing.ids), "{count} person", "{count} people")
        self._title.setText(f"{word} · {people}")
        self._pages.setCurrentIndex(0 if listing.ids else 1)

    def show_exported(self, path: Path) -> None:
        """Say where the document is."""
        theme.set_look(self._told, "tone", "good")
        self._told.setText(tr("Saved: {file}", file=path.name))
        self._told.setToolTip(str(path))

    def ask_where(self, kind: str) -> None:
        """Ask for a file name, then write the document."""
        self._dialog = ask_where_to_save(self, tr("Save the list"), tr("attendance"), kind)
        self._dialog.fileSelected.connect(partial(self._export, kind))
        self._dialog.open()

    def ask_where_to_draw(self, kind: str) -> None:
        """Ask for a file name, then draw a document."""
        name = tr(PAPER_NAMES[kind])
        self._dialog = ask_where_to_save(self, name, name, "pdf")
        self._dialog.fileSelected.connect(partial(self._draw, kind))
        self._dialog.open()

    def ask_letterhead(self, known: Said) -> None:
        """Ask whose documents they are."""
        self.letterhead = LetterheadDialog(known, self)
        self.letterhead.said.connect(self._controller.keep_particulars)
        self.letterhead.finished.connect(self.letterhead.deleteLater)
        self.letterhead.open()

    def show_kept(self, _said: Said) -> None:
        """Say that documents say so from now on."""
        theme.set_look(self._told, "tone", "good")
        self._told.setText(tr("Letterhead and hours are saved"))

    def _draw(self, kind: str, path: str) -> None:
        self._told.setText("")
        self._controller.draw(kind, Path(path))

    def _export(self, kind: str, path: str) -> None:
        self._told.setText("")
        self._controller.export(kind, Path(path))

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
        side.addWidget(self.bars, 1)
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
        row.addWidget(self._title)
        row.addWidget(self._told, 1)
        for button in self.exports.values():
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        it = self._controller
        it.counted.connect(self.show_figures)
        it.listed.connect(self.show_listing)
        it.exported.connect(self.show_exported)
        self.tiles.chosen.connect(it.filter)
        self.table.order_wanted.connect(self._order)
        self.table.chosen.connect(self.person_wanted)
        it.particulars_known.connect(self.ask_letterhead)
        it.particulars_kept.connect(self.show_kept)
        self.papers.chosen.connect(self.ask_where_to_draw)
        self.papers.letterhead_wanted.connect(it.read_particulars)
        for kind, button in self.exports.items():
            button.clicked.connect(partial(self.ask_where, kind))


class _Papers(Button):
    """A button with every document there is; `chosen` carries its kind."""

    chosen = Signal(str)
    letterhead_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Documents…"), icon="printer")
        self.offered = QMenu(self)
        self.offered.setAccessibleName(tr("Documents…"))
        for kind, name in PAPER_NAMES.items():
            self.offered.addAction(tr(name)).setData(kind)
        self.offered.addSeparator()
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
        else:
            self.letterhead_wanted.emit()


class _Tiles(QWidget):
    """The figures of the day, three by three; `chosen` carries a kind of people."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        words = {**kind_words(), "all": tr("registered")}
        self.buttons = {
            kind: Tile(words[kind], tone, 0, icon) for kind, (_, tone, icon) in _LOOKS.items()
        }
        self.places = Tile(tr("places left"), "quiet", 0, "door-open")
        self.places.setCheckable(False)
        self.places.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for number, tile in enumerate((*self.buttons.values(), self.places)):
            grid.addWidget(tile, number // 3, number % 3)
            grid.setColumnStretch(number % 3, 1)
        for tile in self.buttons.values():
            self._group.addButton(tile)
        self._group.buttonClicked.connect(self._tell)

    def show_figures(self, figures: Figures | None) -> None:
        for kind, (figure, _, _) in _LOOKS.items():
            self.buttons[kind].set_number(getattr(figures, figure) if figures else 0)
        left = figures.places_left if figures else None
        self.places.setVisible(left is not None)
        self.places.set_number(left or 0)

    def _tell(self, button: object) -> None:
        self.chosen.emit(next(kind for kind, it in self.buttons.items() if it is button))


class _Breakdown(QFrame):
    """Who came, by category and by checkpoint where there are several."""

    def __init__(self) -> None:
        super().__init__()
        self.categories = Bars(tr("Arrived by category"))
        self.checkpoints = Bars(tr("Arrived by checkpoint"))
        self._headings = (_heading(tr("By category")), _heading(tr("By checkpoint")))
        self.setProperty("look", "card")
        self.setFixedWidth(_BARS)
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for heading, bars in zip(self._headings, (self.categories, self.checkpoints), strict=True):
            column.addWidget(heading)
            column.addWidget(bars)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(2, 2, 2, 2)
        frame.addWidget(area)

    def show_groups(self, figures: Figures | None) -> None:
        categories = figures.categories if figures else ()
        checkpoints = figures.checkpoints if figures else ()
        self.categories.set_bars([_bar(it) for it in categories])
        self.checkpoints.set_bars([_bar(it) for it in checkpoints])
        for part in (self._headings[1], self.checkpoints):
            part.setVisible(len(checkpoints) > 1)


def _bar(group: Group) -> Bar:
    return Bar(group.name or tr("Without a category"), group.arrived, group.expected)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "row")
    return label


def _exports() -> dict[str, str]:
    return {"csv": tr("CSV"), "xlsx": tr("Excel"), "pdf": tr("PDF")}
