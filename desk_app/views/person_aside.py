"""Beside the roster: a person's card, or the question why something is done all the same."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.controllers.roster import Card, Person, RosterController
from desk_app.views.person_detail import PersonDetail
from desk_app.views.person_history import Happening, history_of
from desk_app.views.reason_page import ReasonPage
from desk_app.views.reasons import asked_to_undo, asked_to_waive, undoing_reasons, waiving_reasons


class PersonAside(QWidget):
    """Away until a card is shown; `left` where the keys go back to the list."""

    badge_wanted = Signal(object)  # a person's id
    more_wanted = Signal(object)  # (what of `PersonMenu`, a person's id, the name)
    undo_wanted = Signal()
    left = Signal()

    def __init__(self, controller: RosterController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @cached_property
    def card(self) -> PersonDetail:
        """Built for the first person: the list itself waits for nothing."""
        card = PersonDetail()
        self._row.addWidget(card)
        self._connect(card)
        return card

    @cached_property
    def reason(self) -> ReasonPage:
        """Built for the first question."""
        page = ReasonPage()
        page.hide()
        self._row.addWidget(page)
        page.closed.connect(self._end_reason)
        return page

    def show_card(self, card: Card | None) -> None:
        """Open the card, or put it away."""
        self.setVisible(card is not None)
        if card is not None:
            self.reason.hide()
            self.card.show()
            at = card.person.here_at
            time = self._controller.local_time(at) if at is not None else ""
            history = history_of(card, self._controller.moment, self._controller.desks)
            self.card.show_card(card, time, history)

    def amend(self, change: tuple[int, str, str]) -> None:
        """Correct (a person's id, field, value)."""
        self._controller.amend(*change)

    def _connect(self, card: PersonDetail) -> None:
        it = self._controller
        card.amended.connect(self.amend)
        card.check_in_wanted.connect(it.check_in)
        card.waive_wanted.connect(self._waive)
        card.block_wanted.connect(self._block)
        card.unblock_wanted.connect(it.unblock)
        card.badge_wanted.connect(self.badge_wanted)
        card.undo_wanted.connect(self.undo_wanted)
        card.take_back_wanted.connect(self._take_back)
        card.more_wanted.connect(self.more_wanted)
        card.typed.connect(it.sketch.follow)
        it.sketch.drawn.connect(card.show_sketch)
        card.closed.connect(self._close)
        escape = QShortcut(QKeySequence("Esc"), card)
        escape.activated.connect(self._close)

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

    def _close(self) -> None:
        self._controller.close_card()
        self.left.emit()
