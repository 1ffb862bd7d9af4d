"""The left of the check-in screen: whom the typed text found, or what to do when nobody was."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desk_app.views.elided import ElidedLabel
from desk_app.views.empty import EmptyState
from desk_app.views.person_list import PersonList
from desk_app.words import tr, trn

_LIST, _REST, _NOBODY = range(3)


class FoundPane(QStackedWidget):
    """The list with its keys, the wait between two people, or nobody."""

    walk_in_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = PersonList()
        self._hint = ElidedLabel(look="hint")
        self._nobody = EmptyState(
            "user-plus",
            tr("Nobody found"),
            tr("Check the spelling, or register the person as a walk-in."),
            tr("Register a walk-in"),
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for page in (self._list_page(), self._rest_page(), self._nobody):
            self.addWidget(page)
        self._nobody.chosen.connect(self.walk_in_wanted)

    def show_count(self, count: int) -> None:
        """So many people are in the list now."""
        found = trn(count, "{count} match", "{count} matches")
        keys = tr("↑↓ choose  ·  ⏎ check in  ·  Esc clear")
        self._hint.setText(f"{found}  ·  {keys}")
        self.setCurrentIndex(_LIST if count else _NOBODY)

    def show_rest(self) -> None:
        """Nothing is typed."""
        self.setCurrentIndex(_REST)

    def _list_page(self) -> QWidget:
        page = QFrame()
        page.setProperty("look", "card")
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 12)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        return page

    def _rest_page(self) -> QWidget:
        return EmptyState(
            "scan-line",
            tr("Who is next?"),
            tr("Names, organisations, e-mails and codes are found from the first letter on."),
        )
