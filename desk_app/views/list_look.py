"""How the roster is looked at: filters, columns and saved views, in a panel that Ctrl+L turns."""

from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.controllers.roster import Choices, Kept, RosterController, View, Wish
from desk_app.views.facet_row import FacetRow
from desk_app.views.list_panel import ListPanel
from desk_app.views.people_columns import USUAL
from desk_app.views.people_table import RosterTable
from desk_app.words import tr

_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ListLook(QWidget):
    """The panel, away until it is wanted, and `facets`, a row of the filters that hold."""

    said = Signal(str)  # that something was kept
    left = Signal()

    def __init__(
        self, controller: RosterController, table: RosterTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._table = table
        self.facets = FacetRow()
        self._wish, self._kept = Wish(), Kept()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._connect()
        self.hide()

    @cached_property
    def panel(self) -> ListPanel:
        """Built when it is first wanted, with what was known before."""
        panel = ListPanel([column.title for column in self._table.people.columns])
        self._row.addWidget(panel)
        self._connect_panel(panel)
        panel.show_wish(self._wish)
        panel.show_columns(self._table.columns_shown())
        panel.show_kept(self._kept)
        return panel

    def show_wish(self, wish: Wish) -> None:
        """What holds now."""
        self.facets.show_wish(wish, self._controller.points(), self._controller.desk_name)
        self._wish = wish
        if self._is_built():
            self.panel.show_wish(wish)

    def show_kept(self, kept: Kept) -> None:
        """The columns as somebody chose them, and the views that they saved."""
        self._table.show_columns(kept.columns or USUAL)
        self._kept = kept
        if self._is_built():
            self.panel.show_columns(self._table.columns_shown())
            self.panel.show_kept(kept)

    def show_choices(self, choices: Choices) -> None:
        """What there is to filter by."""
        self.panel.show_choices(choices, self._controller.points())

    def turn(self) -> None:
        """Show the panel, or put it away."""
        if self.isVisible():
            self._close()
            return
        self._controller.close_card()
        self._controller.ask_choices()
        self.panel.show_columns(self._table.columns_shown())
        self.show()
        self.panel.setFocus()

    def remove_all(self) -> None:
        """Let every filter go."""
        self._controller.look(replace(self._controller.wished(), facets=()))

    def _is_built(self) -> bool:
        return "panel" in vars(self)

    def _connect(self) -> None:
        it = self._controller
        it.choices_known.connect(self.show_choices)
        it.views.known.connect(self.show_kept)
        self.facets.removed.connect(self._remove)
        self.facets.cleared.connect(self.remove_all)

    def _connect_panel(self, panel: ListPanel) -> None:
        panel.only.connect(self._only)
        panel.order_wanted.connect(self._order)
        panel.columns_chosen.connect(self._choose_columns)
        panel.view_chosen.connect(self._choose_view)
        panel.save_wanted.connect(self._save_view)
        panel.forget_wanted.connect(self._controller.views.forget)
        panel.closed.connect(self._close)
        escape = QShortcut(QKeySequence("Esc"), panel)
        escape.setContext(_INSIDE)
        escape.activated.connect(self._close)

    def _close(self) -> None:
        self.hide()
        self.left.emit()

    def _only(self, wanted: tuple[str, tuple[str, ...]]) -> None:
        self._controller.only(*wanted)

    def _order(self, wanted: tuple[str, bool]) -> None:
        self._controller.order(*wanted)

    def _remove(self, facet: str) -> None:
        self._controller.only(facet, ())

    def _choose_columns(self, names: tuple[str, ...]) -> None:
        self._table.show_columns(names)
        self._controller.views.keep_columns(self._table.columns_shown())

    def _choose_view(self, view: View) -> None:
        self._choose_columns(view.columns)
        self.panel.show_columns(view.columns)
        self._controller.look(view.wish)

    def _save_view(self, name: str) -> None:
        columns, wish = self._table.columns_shown(), self._controller.wished()
        self._controller.views.save(name, columns, wish)
        self.said.emit(tr("View saved: {name}", name=name))
