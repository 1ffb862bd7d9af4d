"""Beside the list: who came that needs somebody, at which desks, and of which groups."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.attendance import Figures, Group, Live
from desk_app.controllers.roster import Person
from desk_app.views.desk_paces import DeskPaces
from desk_app.views.group_bars import Bar, GroupBars
from desk_app.views.line_button import LineButton
from desk_app.views.scrolling import scroll_area
from desk_app.words import tr

_WIDTH = 320


class AttendanceGroups(QFrame):
    """`chosen` carries (facet, value) of a number, `person_wanted` a person's id."""

    chosen = Signal(object)
    person_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minded = _Minded()
        self.categories = GroupBars(tr("By category"))
        self.checkpoints = GroupBars(tr("By checkpoint"))
        self.organisations = GroupBars(tr("By organisation"))
        self.paces = DeskPaces()
        self._lay_out()
        self.minded.chosen.connect(self.person_wanted)
        self.categories.chosen.connect(lambda key: self.chosen.emit(("category", key)))
        self.checkpoints.chosen.connect(lambda key: self.chosen.emit(("at", key)))
        self.paces.chosen.connect(lambda key: self.chosen.emit(("desk", key)))
        self.organisations.chosen.connect(lambda key: self.chosen.emit(("organisation", key)))

    def show_figures(self, figures: Figures | None) -> None:
        """Groups of one are told by the tiles already."""
        categories = figures.categories if figures else ()
        checkpoints = figures.checkpoints if figures else ()
        organisations = figures.organisations if figures else ()
        self.categories.show_groups(_bars(categories, tr("Without a category")))
        self.checkpoints.show_groups(_bars(checkpoints, ""))
        self.organisations.show_groups(_bars(organisations, tr("Without an organisation")))
        self.checkpoints.setVisible(len(checkpoints) > 1)
        self.organisations.setVisible(any(it.name for it in organisations))

    def show_live(self, live: Live, time: Callable[[int], str]) -> None:
        """What changes from minute to minute."""
        self.minded.show_people(live.minded, time)
        self.paces.show_paces(live.desks)

    def _lay_out(self) -> None:
        self.setProperty("look", "card")
        self.setFixedWidth(_WIDTH)
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(12)
        for part in (
            self.minded,
            self.paces,
            self.categories,
            self.checkpoints,
            self.organisations,
        ):
            column.addWidget(part)
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(2, 2, 2, 2)
        frame.addWidget(scroll_area(content))


class _Minded(QWidget):
    """Whoever came in lately and needs somebody, each a button that opens the card."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        heading = QLabel(tr("Just arrived, to look after"))
        heading.setProperty("look", "row")
        heading.setContentsMargins(8, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(heading)
        self._people: tuple[Person, ...] = ()
        self.buttons: list[LineButton] = []
        self.hide()

    def show_people(self, people: tuple[Person, ...], time: Callable[[int], str]) -> None:
        if people == self._people:
            return
        self._people = people
        while len(self.buttons) < len(people):
            self._add()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(people))
        for button, person in zip(self.buttons, people, strict=False):
            why = person.note or person.ticket_type
            at = time(person.here_at) if person.here_at is not None else ""
            button.show_lines(" · ".join(filter(None, (at, person.full_name))), why)
        self.setVisible(bool(people))

    def _add(self) -> None:
        number = len(self.buttons)
        button = LineButton("info", "mind")
        button.clicked.connect(lambda: self.chosen.emit(self._people[number].id))
        self.buttons.append(button)
        self._column.addWidget(button)


def _bars(groups: Sequence[Group], nameless: str) -> list[tuple[str, Bar]]:
    return [(it.key, Bar(it.name or nameless, it.arrived, it.expected)) for it in groups]
