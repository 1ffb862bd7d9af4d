"""Whoever may have come with somebody: the order or the organisation, ticked one by one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.checkin import Company, Person
from desk_app.domain.registration import MAY_ENTER
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.filter_bar import FilterBar
from desk_app.views.found_rows import row_of, whole
from desk_app.views.tick_list import TickList
from desk_app.words import tr

ORDER, ORGANISATION = "order", "organisation"
_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class GroupPane(QFrame):
    """One order is ticked as a whole, for it was booked together; of an organisation the person
    alone, until somebody ticks more. `chosen` asks to let the ticked ones in, or out.
    """

    changed = Signal()
    chosen = Signal()
    closed = Signal()

    def __init__(self, time: Callable[[int | None], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._time = time
        self._company: Company | None = None
        self._going_out = False
        self._kind = ORDER
        scopes = ((ORDER, tr("This order")), (ORGANISATION, tr("This organisation")))
        self._scopes = FilterBar(scopes, tr("Who came together"))
        self._all = Button(tr("Tick all"), shortcut="Ctrl+A", told_only=True)
        self.list = TickList()
        self._name = ElidedLabel(look="row")
        self._hint = QLabel()
        self._lay_out()
        self._scopes.chosen.connect(self._show)
        self._all.clicked.connect(self.list.turn_all)
        self.list.ticked_changed.connect(self.changed)
        self.list.chosen.connect(self._choose)
        for keys, act in (("Ctrl+A", self.list.turn_all), ("Esc", self._close)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(_INSIDE)
            shortcut.activated.connect(act)

    def show_company(self, company: Company, *, going_out: bool) -> None:
        """Show the order where there is one, else the organisation."""
        self._company, self._going_out = company, going_out
        counts = ((ORDER, len(company.order)), (ORGANISATION, len(company.organisation)))
        first = ORDER if len(company.order) > 1 else ORGANISATION
        self._scopes.set_counts([(key, count if count > 1 else 0) for key, count in counts], first)
        self._show(first)
        self.list.setFocus()

    def turn(self) -> None:
        """From the order to the organisation and back, where there are both."""
        if it := self._company:
            other = ORGANISATION if self._kind == ORDER else ORDER
            if len(it.order if other == ORDER else it.organisation) > 1:
                self._scopes.choose(other)
                self.list.setFocus()

    @property
    def person(self) -> Person | None:
        """Whose company is shown."""
        return self._company.person if self._company else None

    def ticked(self) -> tuple[int, ...]:
        """The ids of those who are to come in, or to go out."""
        return self.list.ticked()

    def _show(self, kind: str) -> None:
        if self._company is None:
            return
        it, self._kind = self._company, kind
        everybody = it.order if kind == ORDER else it.organisation
        together = {one.id for one in it.order} | {it.person.id}
        free = {one.id for one in everybody if self._is_free(one)}
        there = {one.id for one in everybody if one.inside and not self._going_out}
        rows = [row_of(whole(one), self._time) for one in everybody]
        self.list.show_people(rows, there | (free & together), free)
        self._name.setText(
            tr("Order {number}", number=it.person.order_id)
            if kind == ORDER
            else it.person.organisation
        )
        self._tell(len(everybody), more=kind == ORGANISATION and it.more)
        self.changed.emit()

    def _tell(self, count: int, *, more: bool) -> None:
        alone = tr("Nobody else from here is on the list.")
        cut = tr("There are more; let them in from the roster.")
        self._hint.setText(cut if more else alone if count == 1 else "")
        self._hint.setVisible(bool(self._hint.text()))

    def _is_free(self, one: Person) -> bool:
        if self._going_out:
            return one.inside
        return one.status in MAY_ENTER and not one.inside

    def _choose(self, _key: object) -> None:
        self.chosen.emit()

    def _close(self) -> None:
        self.closed.emit()

    def _lay_out(self) -> None:
        self._hint.setProperty("look", "hint")
        self._hint.setWordWrap(True)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self._name)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._scopes, 1)
        row.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
