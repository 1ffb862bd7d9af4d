"""Whose badges to print: a whole group, or one person found by name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.badges import Batch, Found, Person, Wish
from desk_app.views.person_list import PersonList
from desk_app.views.person_model import PersonRow
from desk_app.views.states import look_of, state_of, word_of
from desk_app.words import tr, trn

_ONE = "chosen"
_LIST = 196


class BadgePeople(QWidget):
    """`group_picked` carries a choice of the batch, `person_picked` somebody's id."""

    group_picked = Signal(str)
    person_picked = Signal(object)
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons = {
            kind: QRadioButton() for kind in ("missing", "changed", "all", "arrived", _ONE)
        }
        self.field = QLineEdit()
        self.list = PersonList()
        self._copies = QLabel()
        self._lay_out()
        self._connect()
        self.show_batch(Batch("missing", ()))

    def show_batch(self, batch: Batch) -> None:
        """Show how many badges each choice has, and which is chosen."""
        counts = {"missing": 0, "changed": 0, "all": 0, "arrived": 0, **dict(batch.counts)}
        words = {
            "missing": tr("Without a badge yet ({count})", count=counts["missing"]),
            "changed": tr("Changed since printed ({count})", count=counts["changed"]),
            "all": tr("Everybody who may come in ({count})", count=counts["all"]),
            "arrived": tr("Everybody who is here ({count})", count=counts["arrived"]),
            _ONE: tr("One person"),
        }
        for kind, button in self.buttons.items():
            button.setText(words[kind])
        self.buttons[batch.kind].setChecked(True)
        self.field.setVisible(batch.kind == _ONE)
        self.list.setVisible(batch.kind == _ONE and bool(self.field.text()))

    def show_found(self, found: tuple[Found, ...]) -> None:
        """List whom the typed text fits."""
        self.list.set_rows([_row(it) for it in found])
        self.list.setVisible(bool(found) and self.buttons[_ONE].isChecked())

    def show_person(self, person: Person | None) -> None:
        """Name the one person chosen, and how often their badge was printed."""
        self._copies.setVisible(person is not None)
        if person is not None:
            self.list.hide()
            copies = trn(person.copies, "{count} copy so far", "{count} copies so far")
            name = person.full_name
            self._copies.setText(f"{name} · {copies}" if person.copies else name)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(tr("Name of the person"))
        self.field.setAccessibleName(tr("Name of the person"))
        self.list.setFixedHeight(_LIST)
        self._copies.setProperty("look", "strong")
        self._copies.setWordWrap(True)
        self._copies.setContentsMargins(0, 8, 0, 0)
        self._copies.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in self.buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._copies)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._pick)
        self.field.textEdited.connect(self.searched)
        self.field.returnPressed.connect(self.list.choose_current)
        self.list.chosen.connect(self.person_picked)

    def _pick(self, button: object) -> None:
        kind = next(kind for kind, it in self.buttons.items() if it is button)
        if kind == _ONE:
            self.field.show()
            self.field.setFocus()
        else:
            self.field.clear()
            self.list.hide()
            self.group_picked.emit(kind)


def _row(found: Found) -> PersonRow:
    it = found.person
    state = state_of(it)
    tone, icon = look_of(state)
    return PersonRow(
        it.id, found.name, found.marks, it.organisation, "", word_of(state), tone, icon
    )


class BadgeOrder(QWidget):
    """How a batch is handed out: one category or all, the order, a label before each initial."""

    picked = Signal(object)  # Wish

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.categories = QComboBox()
        self.order = QComboBox()
        self.separators = QCheckBox(tr("A label before each initial"))
        self.categories.setAccessibleName(tr("Category"))
        self.order.setAccessibleName(tr("In this order"))
        for words, order in (
            (tr("By name"), "name"),
            (tr("By organisation, then name"), "organisation"),
            (tr("By category, then name"), "category"),
        ):
            self.order.addItem(words, order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.categories, self.order, self.separators):
            column.addWidget(part)
        self.categories.activated.connect(self._tell)
        self.order.activated.connect(self._tell)
        self.separators.clicked.connect(self._tell)

    def show_batch(self, batch: Batch) -> None:
        """What there is to choose from, and what is chosen."""
        self.setVisible(batch.kind != _ONE)
        self.categories.clear()
        self.categories.addItem(tr("All categories"), "")
        for name in batch.categories:
            self.categories.addItem(name, name)
        self.categories.setCurrentIndex(max(self.categories.findData(batch.wish.category), 0))
        self.categories.setVisible(len(batch.categories) > 1)
        self.order.setCurrentIndex(self.order.findData(batch.wish.order))
        self.separators.setChecked(batch.wish.separators)

    def _tell(self) -> None:
        category, order = self.categories.currentData(), self.order.currentData()
        self.picked.emit(Wish(category or "", order, self.separators.isChecked()))
