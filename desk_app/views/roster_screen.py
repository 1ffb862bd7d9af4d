"""The roster screen: everybody in one table, and the whole card of one person beside it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QMimeData, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.roster import (
    Card,
    CheckIn,
    Copied,
    Deed,
    Done,
    Listing,
    RosterController,
    Undone,
)
from desk_app.domain.facts import FactId
from desk_app.views import theme
from desk_app.views.bulk_bar import BulkBar
from desk_app.views.button import Button
from desk_app.views.deeds import deed_words
from desk_app.views.elided import ElidedLabel
from desk_app.views.empty import EmptyState
from desk_app.views.file_dialogs import ask_where_to_save
from desk_app.views.filter_bar import FilterBar
from desk_app.views.list_look import ListLook
from desk_app.views.people_columns import people_columns
from desk_app.views.people_kinds import kind_words
from desk_app.views.people_table import RosterTable
from desk_app.views.person_aside import PersonAside
from desk_app.views.roster_told import done_words, entered_words, undone_words
from desk_app.views.search_field import SearchField
from desk_app.words import current, tr, trn

_WAIT_MS = 60  # between two letters, so that a fast typist asks once
_CARD = 400
_NARROW_CARD = 352
_NARROW = 1000
_TABLE, _NOBODY, _NOTHING, _READING = range(4)
_KINDS = ("csv", "xlsx", "pdf")


class RosterScreen(QWidget):
    """Typing filters, Enter or a double click opens the card, Escape closes it."""

    badge_wanted = Signal(object)  # a person's id
    badges_wanted = Signal(object)  # the ids of several people
    more_wanted = Signal(object)  # (what of `PersonMenu`, a person's id, the name)
    import_wanted = Signal()

    def __init__(self, controller: RosterController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.field = SearchField(tr("Search the list: name, organisation, e-mail, code"))
        self.filters = FilterBar(_filters(), tr("Show only"))
        columns = people_columns(controller.local_time, controller.desk_name)
        self.table = RosterTable(columns)
        self.aside = PersonAside(controller)
        self.looks = ListLook(controller, self.table)
        self._named: FactId | None = None  # what the foot offers to take back
        self.bulk = BulkBar()
        self.look = Button(tr("View"), icon="list-filter", shortcut="Ctrl+L")
        self._found = QLabel()
        self._told = ElidedLabel()
        self._listing: Listing | None = None
        self._pages = QStackedLayout()
        self._none_yet = _none_yet()
        self._typing = QTimer(self)
        self._dialog: QFileDialog | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)

    def show_listing(self, listing: Listing) -> None:
        """Show the list, and how long it is."""
        self._listing = listing
        self.table.show_listing(listing)
        self.filters.set_counts(listing.counts, listing.wish.kind)
        self.filters.setEnabled(bool(listing.everybody))
        self.looks.show_wish(listing.wish)
        self._count(self.table.selected_count())
        nobody = _NOBODY if listing.everybody else _NOTHING
        self._pages.setCurrentIndex(_TABLE if listing.ids else nobody)

    def show_done(self, done: Done) -> None:
        """Say to how many it was done, and why not to the others."""
        self._say(*done_words(done))

    def show_copied(self, copied: Copied) -> None:
        """The table is on the clipboard, for spreadsheets and for letters."""
        mime = QMimeData()
        mime.setText(copied.text)
        mime.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(mime)
        self._say(trn(copied.count, "{count} line copied", "{count} lines copied"), "good")

    def show_exported(self, path: Path) -> None:
        """Say where the document is."""
        self._say(tr("Saved: {file}", file=path.name), "good")

    def show_card(self, card: Card | None) -> None:
        """Open the card at the right, or put it away."""
        if card is not None:
            self.looks.hide()
        self.aside.show_card(card)

    def show_entered(self, answer: CheckIn) -> None:
        """Say what came of a check-in, beside the number of people."""
        self._say(*entered_words(answer))

    def show_undo_asked(self, deed: Deed | None) -> None:
        """Name what would be taken back, before it is."""
        if deed is None:
            self._say(tr("There is nothing to take back"), "quiet")
            return
        self._say(tr("Once more takes back: {what}", what=deed_words(deed)), "mind")
        self._named = deed.fact.id

    def show_undone(self, undone: Undone | None) -> None:
        """Say what was taken back."""
        self._say(*undone_words(undone))

    def ask_where(self) -> None:
        """Ask for a file name and a kind of file, then write the list of the chosen people."""
        ids = self.table.selected_ids()
        self._dialog = ask_where_to_save(self, tr("Save the list"), tr("attendance"), "xlsx")
        self._dialog.setNameFilters(["Excel (*.xlsx)", "CSV (*.csv)", "PDF (*.pdf)"])
        self._dialog.fileSelected.connect(partial(self._export, ids))
        self._dialog.open()

    def _export(self, ids: tuple[int, ...], path: str) -> None:
        kind = Path(path).suffix.lstrip(".").lower()
        self._controller.acts.export(ids, kind if kind in _KINDS else "xlsx", Path(path))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = _CARD if event.size().width() >= _NARROW else _NARROW_CARD
        for aside in (self.aside, self.looks):
            aside.setFixedWidth(width)

    def _say(self, text: str, tone: str) -> None:
        self._named = None
        theme.set_look(self._told, "tone", tone)
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _lay_out(self) -> None:
        self._typing.setSingleShot(True)
        self._typing.setInterval(_WAIT_MS)
        self.look.setToolTip(tr("Filters, columns, views"))
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._list(), 1)
        middle.addWidget(self.aside)
        middle.addWidget(self.looks)
        kinds = QHBoxLayout()
        kinds.setSpacing(8)
        kinds.addWidget(self.filters, 1)
        kinds.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addLayout(kinds)
        column.addWidget(self.looks.facets)
        column.addLayout(middle, 1)

    def _list(self) -> QWidget:
        nobody = EmptyState(
            "search",
            tr("Nobody fits"),
            tr("Check the spelling, or show everybody again."),
            tr("Show everybody"),
        )
        nobody.chosen.connect(self._show_everybody)
        reading = EmptyState("hourglass", tr("Reading the list…"), "")
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._pages, 1)
        column.addLayout(self._foot())
        for page in (self.table, nobody, self._none_yet, reading):
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(_READING)
        return card

    def _foot(self) -> QHBoxLayout:
        self._found.setProperty("look", "hint")
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(16)
        row.addWidget(self._found)
        row.addWidget(self._told, 1)
        row.addWidget(self.bulk)
        return row

    def _connect(self) -> None:
        it = self._controller
        it.listed.connect(self.show_listing)
        it.card_shown.connect(self.show_card)
        it.entered.connect(self.show_entered)
        it.undone.connect(self.show_undone)
        it.undo_asked.connect(self.show_undo_asked)
        it.cleared.connect(self.field.clear)
        self.field.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._search)
        self.field.returnPressed.connect(self.table.choose_current)
        self.field.moved.connect(self.table.move_current)
        self.filters.chosen.connect(it.filter)
        self.table.chosen.connect(it.open_card)
        self.table.order_wanted.connect(self._order)
        self._none_yet.chosen.connect(self.import_wanted)
        self._connect_asides()
        self._connect_bulk()

    def _connect_asides(self) -> None:
        aside, looks = self.aside, self.looks
        aside.badge_wanted.connect(self.badge_wanted)
        aside.more_wanted.connect(self.more_wanted)
        aside.undo_wanted.connect(self._undo)
        aside.left.connect(self.table.setFocus)
        self.look.clicked.connect(looks.turn)
        looks.said.connect(partial(self._say, tone="good"))
        looks.left.connect(self.table.setFocus)

    def _connect_bulk(self) -> None:
        acts = self._controller.acts
        acts.done.connect(self.show_done)
        acts.copied.connect(self.show_copied)
        acts.exported.connect(self.show_exported)
        self.table.selected.connect(self._count)
        self.table.corrected.connect(self.aside.amend)
        self.table.name_wanted.connect(self._open_name)
        self.table.copy_wanted.connect(self._copy)
        self.table.undo_wanted.connect(self._undo)
        self.bulk.wanted.connect(self._act)
        self.bulk.left.connect(self.table.setFocus)
        self.bulk.copy_wanted.connect(self._copy)
        self.bulk.print_wanted.connect(self._print)
        self.bulk.export_wanted.connect(self.ask_where)

    def _count(self, chosen: int) -> None:
        """How many people are shown, or how many of them are chosen."""
        shown = len(self._listing.ids) if self._listing else 0
        words = trn(shown, "{shown} person", "{shown} people", shown=_figure(shown))
        spoken = tr("{chosen} of {shown} chosen", chosen=_figure(chosen), shown=_figure(shown))
        several = chosen > 1
        self._found.setText(f"{_figure(chosen)} / {_figure(shown)}" if several else words)
        self._found.setAccessibleName(spoken if several else words)
        self._found.setToolTip(spoken if several else "")
        self._told.setVisible(not several or bool(self._told.text()))
        self.bulk.show_count(chosen)

    def _act(self, wanted: tuple[str, str]) -> None:
        act, text = wanted
        self._controller.acts.do(act, self.table.selected_ids(), text)

    def _copy(self) -> None:
        self._controller.acts.copy(self.table.visible_columns(), self.table.selected_rows())

    def _print(self) -> None:
        self.badges_wanted.emit(self.table.selected_ids())

    def _open_name(self, person: int) -> None:
        """The name has parts, which are corrected on the card."""
        self._controller.open_card(person)
        self.aside.card.begin_with("family_name")

    def _search(self) -> None:
        self._controller.search(self.field.text())

    def _order(self, wish: tuple[str, bool]) -> None:
        self._controller.order(*wish)

    def _undo(self) -> None:
        """Nothing is taken back that was not named."""
        if self._named:
            self._controller.undo(self._named)
        else:
            self._controller.ask_undo()

    def _show_everybody(self) -> None:
        self.field.clear()
        self.looks.remove_all()
        self.filters.choose("all")
        self.field.setFocus()


def _figure(count: int) -> str:
    return QLocale(current()).toString(count)


def _filters() -> tuple[tuple[str, str], ...]:
    return tuple((key, word.capitalize()) for key, word in kind_words().items())


def _none_yet() -> EmptyState:
    return EmptyState(
        "file-input",
        tr("Nobody is on the list yet"),
        tr("Import the registrations of this event: any export of your platform will do."),
        tr("Import registrations"),
    )
