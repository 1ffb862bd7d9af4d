"""The roster screen: everybody in one table, and the whole card of one person beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
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
    Deed,
    Listing,
    Person,
    RosterController,
    Undone,
)
from desk_app.domain.facts import FactId
from desk_app.views import theme
from desk_app.views.deeds import deed_words
from desk_app.views.empty import EmptyState
from desk_app.views.filter_bar import FilterBar
from desk_app.views.people_columns import people_columns
from desk_app.views.people_kinds import kind_words
from desk_app.views.people_table import PeopleTable
from desk_app.views.person_detail import PersonDetail
from desk_app.views.person_history import Happening, history_of
from desk_app.views.person_words import outcome_word
from desk_app.views.reason_page import ReasonPage
from desk_app.views.reasons import asked_to_undo, asked_to_waive, undoing_reasons, waiving_reasons
from desk_app.views.search_field import SearchField
from desk_app.words import tr, trn

_WAIT_MS = 60  # between two letters, so that a fast typist asks once
_CARD = 400
_NARROW_CARD = 352
_NARROW = 1000
_TABLE, _NOBODY, _NOTHING, _READING = range(4)


class RosterScreen(QWidget):
    """Typing filters, Enter or a double click opens the card, Escape closes it."""

    badge_wanted = Signal(object)  # a person's id
    import_wanted = Signal()

    def __init__(self, controller: RosterController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.field = SearchField(tr("Search the list: name, organisation, e-mail, code"))
        self.filters = FilterBar(_filters(), tr("Show only"))
        self.table = PeopleTable(people_columns(controller.local_time))
        self.card = PersonDetail()
        self.reason = ReasonPage()
        self._named: FactId | None = None  # what the foot offers to take back
        self._found = QLabel()
        self._pages = QStackedLayout()
        self._none_yet = _none_yet()
        self._typing = QTimer(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)

    def show_listing(self, listing: Listing) -> None:
        """Show the list, and how long it is."""
        self.table.show_listing(listing)
        everybody = dict(listing.counts)["all"]
        self.filters.set_counts(listing.counts, listing.wish.kind)
        self.filters.setEnabled(bool(everybody))
        self._found.setText(trn(len(listing.ids), "{count} person", "{count} people"))
        nobody = _NOBODY if everybody else _NOTHING
        self._pages.setCurrentIndex(_TABLE if listing.ids else nobody)

    def show_card(self, card: Card | None) -> None:
        """Open the card at the right, or put it away."""
        self.reason.hide()
        self.card.setVisible(card is not None)
        if card is not None:
            at = card.person.here_at
            time = self._controller.local_time(at) if at is not None else ""
            history = history_of(card, self._controller.moment, self._controller.desks)
            self.card.show_card(card, time, history)

    def show_entered(self, answer: CheckIn) -> None:
        """Say what came of a check-in, beside the number of people."""
        name = answer.person.full_name if answer.person else ""
        words = {
            "welcome": (tr("{name} is checked in", name=name), "good"),
            "attention": (tr("{name} is checked in", name=name), "good"),
            "already_in": (tr("{name} is already in", name=name), "mind"),
        }
        why = outcome_word(answer.outcome.value)
        refused = (tr("{name} was not checked in: {why}", name=name, why=why), "stop")
        self._say(*words.get(answer.outcome.value, refused))

    def show_undo_asked(self, deed: Deed | None) -> None:
        """Name what would be taken back, before it is."""
        if deed is None:
            self._say(tr("There is nothing to take back"), "quiet")
            return
        name = deed.person.full_name if deed.person else ""
        what = deed_words(deed.fact, name, deed.count)
        self._say(tr("Once more takes back: {what}", what=what), "mind")
        self._named = deed.fact.id

    def show_undone(self, undone: Undone | None) -> None:
        """Say what was taken back."""
        words = {
            "Admitted": tr("The last check-in was taken back"),
            "Departed": tr("The last departure was taken back"),
            "Amended": tr("The last correction was taken back"),
            "WalkedIn": tr("The last walk-in was taken back"),
            "BadgePrinted": tr("The last print mark was taken back"),
        }
        if undone is None:
            self._say(tr("There is nothing to take back"), "quiet")
            return
        name = undone.person.full_name if undone.person else ""
        other = tr("Taken back: {what}", what=deed_words(undone.fact, name, undone.count))
        self._say(words.get(type(undone.fact.body).__name__, other), "quiet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = _CARD if event.size().width() >= _NARROW else _NARROW_CARD
        self.card.setFixedWidth(width)
        self.reason.setFixedWidth(width)

    def _say(self, text: str, tone: str) -> None:
        self._named = None
        theme.set_look(self._told, "tone", tone)
        self._told.setText(text)

    def _lay_out(self) -> None:
        self._typing.setSingleShot(True)
        self._typing.setInterval(_WAIT_MS)
        self.card.hide()
        self.reason.hide()
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._list(), 1)
        middle.addWidget(self.card)
        middle.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.filters)
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
        self._told = QLabel()
        self._found.setProperty("look", "hint")
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._found)
        row.addStretch(1)
        row.addWidget(self._told)
        return row

    def _connect(self) -> None:
        it = self._controller
        it.listed.connect(self.show_listing)
        it.card_shown.connect(self.show_card)
        it.entered.connect(self.show_entered)
        it.undone.connect(self.show_undone)
        it.undo_asked.connect(self.show_undo_asked)
        self.field.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._search)
        self.field.returnPressed.connect(self.table.choose_current)
        self.field.moved.connect(self.table.move_current)
        self.filters.chosen.connect(it.filter)
        self.table.chosen.connect(it.open_card)
        self.table.order_wanted.connect(self._order)
        self._none_yet.chosen.connect(self.import_wanted)
        self._connect_card()

    def _connect_card(self) -> None:
        it, card = self._controller, self.card
        card.amended.connect(self._amend)
        card.check_in_wanted.connect(it.check_in)
        card.waive_wanted.connect(self._waive)
        card.block_wanted.connect(self._block)
        card.unblock_wanted.connect(it.unblock)
        card.badge_wanted.connect(self.badge_wanted)
        card.undo_wanted.connect(self._undo)
        card.take_back_wanted.connect(self._take_back)
        self.reason.closed.connect(self._end_reason)
        card.closed.connect(self._close_card)
        QShortcut(QKeySequence("Esc"), card).activated.connect(self._close_card)

    def _search(self) -> None:
        self._controller.search(self.field.text())

    def _order(self, wish: tuple[str, bool]) -> None:
        self._controller.order(*wish)

    def _amend(self, change: tuple[int, str, str]) -> None:
        self._controller.amend(*change)

    def _block(self, wanted: tuple[int, str]) -> None:
        self._controller.block(*wanted)

    def _waive(self, person: Person) -> None:
        act = partial(self._controller.check_in, person.id)
        self._ask(asked_to_waive(person.full_name), waiving_reasons(person.status.value), act)

    def _take_back(self, it: Happening) -> None:
        if it.fact:
            act = partial(self._controller.take_back, it.fact)
            self._ask(asked_to_undo(it.what), undoing_reasons(), act)

    def _ask(self, title: str, usual: tuple[str, ...], act: Callable[[str], object]) -> None:
        self.card.hide()
        self.reason.show()
        self.reason.ask(title, usual, act)

    def _end_reason(self) -> None:
        self.reason.hide()
        self.card.show()
        self.card.check_in.setFocus()

    def _undo(self) -> None:
        """Nothing is taken back that was not named."""
        if self._named:
            self._controller.undo(self._named)
        else:
            self._controller.ask_undo()

    def _close_card(self) -> None:
        self._controller.close_card()
        self.table.setFocus()

    def _show_everybody(self) -> None:
        self.field.clear()
        self.filters.choose("all")
        self.field.setFocus()


def _filters() -> tuple[tuple[str, str], ...]:
    return tuple((key, word.capitalize()) for key, word in kind_words().items())


def _none_yet() -> EmptyState:
    return EmptyState(
        "file-input",
        tr("Nobody is on the list yet"),
        tr("Import the registrations of this event: any export of your platform will do."),
        tr("Import registrations"),
    )
