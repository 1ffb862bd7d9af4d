"""The card of one person: correct it in place, see what is known and what happened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.badge_sketch import Sketch
from desk_app.controllers.roster import Card
from desk_app.domain.facts import Registered
from desk_app.domain.registration import Registration, Status
from desk_app.views import theme
from desk_app.views.badge_sketch_view import BadgeSketchView
from desk_app.views.block_row import BlockRow
from desk_app.views.button import Button
from desk_app.views.chip import Chip
from desk_app.views.corrected_field import CorrectedField
from desk_app.views.known_facts import KnownFacts, plain_label
from desk_app.views.person_history import Happening, HistoryView
from desk_app.views.person_menu import PersonMenu
from desk_app.views.person_words import field_word
from desk_app.views.scrolling import scroll_area
from desk_app.views.states import look_of, state_of, word_of
from desk_app.words import tr, trn

_BARRED = ("pending", "waiting_list", "cancelled", "blocked")
FIELDS = (
    "given_name",
    "family_name",
    "full_name",
    "organisation",
    "email",
    "job_title",
    "ticket_type",
    "note",
)
_NAMES = ("given_name", "family_name")


class PersonDetail(QFrame):
    """A field is written when it is left or Enter is pressed, and only if it was changed."""

    amended = Signal(object)  # (person's id, field, value)
    typed = Signal(object)  # {field: value} while somebody types
    check_in_wanted = Signal(object)  # a person's id
    waive_wanted = Signal(object)  # the Person
    take_back_wanted = Signal(object)  # the Happening
    badge_wanted = Signal(object)  # a person's id
    block_wanted = Signal(object)  # (person's id, reason)
    unblock_wanted = Signal(object)  # a person's id
    more_wanted = Signal(object)  # (what of `PersonMenu`, person's id, name)
    undo_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._first = ""
        self._name = QLabel()
        self._state = Chip("", "quiet")
        self._copies = Chip("", "quiet", "id-card")
        self._close = Button("", icon="x", look="flat")
        self.more = PersonMenu()
        self.fields = {field: CorrectedField(field) for field in FIELDS}
        self.sketch = BadgeSketchView()
        self.known = KnownFacts()
        self._history = HistoryView()
        self.block = BlockRow()
        self.check_in = Button(tr("Check in"), icon="user-check", look="primary")
        self.badge = Button(tr("Print badge"), shortcut="Ctrl+P", icon="printer")
        self.undo = Button(tr("Undo last"), shortcut="Ctrl+Z", icon="undo-2")
        self._set_up()
        self._lay_out()
        self._connect()

    def show_card(self, card: Card, time: str, history: tuple[Happening, ...]) -> None:
        """Show a person; `time` is when they arrived here. Fields being typed in are left alone."""
        same = self._card is not None and self._card.person.id == card.person.id
        if not same:
            self.sketch.clear()
        self._card = card
        self._name.setText(_name_of(card))
        self._show_chips(card, time)
        self._show_fields(card, keep_typing=same)
        self.known.show_known(card)
        if not (same and self.block.reason.hasFocus()):
            self.block.show_blocked(card.person.status == Status.BLOCKED)
        self._history.show_history(history)
        self._name_buttons(card)
        self.setAccessibleName(_name_of(card))
        if self._first:
            self.fields[self._first].edit.setFocus()
            self._first = ""

    def show_sketch(self, sketch: Sketch) -> None:
        """The badge as it would be now; one of somebody else is ignored."""
        if self._card and sketch.attendee == self._card.person.id:
            self.sketch.show_sketch(sketch)

    def begin_with(self, field: str) -> None:
        """The cursor goes to this field of the card that is shown next."""
        self._first = field

    def _show_chips(self, card: Card, time: str) -> None:
        state = state_of(card.person)
        tone, icon = look_of(state)
        self._state.set_state(word_of(state, time), tone, icon)
        copies = card.person.copies
        self._copies.set_state(trn(copies, "{count} badge", "{count} badges"), "quiet", "id-card")
        self._copies.setVisible(bool(copies))

    def _show_fields(self, card: Card, *, keep_typing: bool) -> None:
        """The whole name is a field of its own only where its parts are not known."""
        exported = _exported(card)
        parts = any(getattr(card.registration, name) for name in _NAMES)
        for field, shown in self.fields.items():
            amended = field in card.person.amended
            before = getattr(exported, field) if exported and amended else None
            shown.show_value(getattr(card.registration, field), before, keep_typing=keep_typing)
        self._form.setRowVisible(self.fields["full_name"], not parts)

    def _name_buttons(self, card: Card) -> None:
        person = card.person
        barred = state_of(person) in _BARRED
        words = tr("Let in all the same") if barred else tr("Check in")
        self.check_in.setText(tr("Already in") if person.inside else words)
        self.check_in.setEnabled(not person.inside)
        self.badge.setText(tr("Print again") if person.copies else tr("Print badge"))

    def _set_up(self) -> None:
        self.setProperty("look", "card")
        self._name.setProperty("look", "title")
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._close.setAccessibleName(tr("Close the card"))
        self._close.setToolTip(tr("Close the card"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 16)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self._scrolling(), 1)
        column.addLayout(self._foot())

    def _head(self) -> QVBoxLayout:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self._state)
        chips.addWidget(self._copies)
        chips.addStretch(1)
        chips.addWidget(self.more)
        chips.addWidget(self._close)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(chips)
        head.addWidget(self._name)
        return head

    def _scrolling(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 4, 12, 4)
        column.setSpacing(12)
        column.addWidget(self.sketch)
        column.addLayout(self._fields_form())
        column.addWidget(self.known)
        column.addWidget(self.block)
        column.addWidget(_heading(tr("What happened")))
        column.addWidget(self._history)
        column.addStretch(1)
        return scroll_area(content)

    def _fields_form(self) -> QFormLayout:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field, shown in self.fields.items():
            label = QLabel(field_word(field))
            label.setProperty("look", "hint")
            label.setMinimumHeight(44)
            label.setBuddy(shown.edit)
            self._form.addRow(label, shown)
        return self._form

    def _foot(self) -> QVBoxLayout:
        small = QHBoxLayout()
        small.setSpacing(8)
        small.addWidget(self.badge, 1)
        small.addWidget(self.undo, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, 8, 0)
        foot.setSpacing(8)
        foot.addWidget(self.check_in)
        foot.addLayout(small)
        return foot

    def _connect(self) -> None:
        for shown in self.fields.values():
            shown.corrected.connect(self._amend)
            shown.typed.connect(self._tell_typed)
        self.check_in.clicked.connect(self._want_check_in)
        self.badge.clicked.connect(self._want_badge)
        self.undo.clicked.connect(self.undo_wanted)
        self.block.blocked.connect(self._want_block)
        self.block.unblocked.connect(self._want_unblock)
        self._close.clicked.connect(self.closed)
        self._history.undo_wanted.connect(self.take_back_wanted)
        self.more.chosen.connect(self._want_more)

    def _tell_typed(self) -> None:
        typed = {field: shown.edit.text().strip() for field, shown in self.fields.items()}
        if not self._form.isRowVisible(self.fields["full_name"]):
            del typed["full_name"]
        self.typed.emit(typed)

    def _amend(self, change: tuple[str, str]) -> None:
        if self._card:
            self.amended.emit((self._card.person.id, *change))

    def _want_check_in(self) -> None:
        if self._card:
            if state_of(self._card.person) in _BARRED:
                self.waive_wanted.emit(self._card.person)
            else:
                self.check_in_wanted.emit(self._card.person.id)

    def _want_block(self, reason: str) -> None:
        self.block.button.setFocus()
        if self._card:
            self.block_wanted.emit((self._card.person.id, reason))

    def _want_unblock(self) -> None:
        if self._card:
            self.unblock_wanted.emit(self._card.person.id)

    def _want_more(self, what: str) -> None:
        if self._card:
            self.more_wanted.emit((what, self._card.person.id, _name_of(self._card)))

    def _want_badge(self) -> None:
        if self._card:
            self.badge_wanted.emit(self._card.person.id)


def _exported(card: Card) -> Registration | None:
    """What the latest import said."""
    said = [
        fact.body.registration
        for fact in card.history
        if isinstance(fact.body, Registered) and fact.id not in card.annulled
    ]
    return said[-1] if said else None


def _name_of(card: Card) -> str:
    it = card.registration
    if it.given_name and it.family_name:
        return f"{it.given_name} {it.family_name.upper()}"
    return it.full_name


def _heading(text: str) -> QLabel:
    label = plain_label(text, "strong")
    theme.set_look(label, "look", "strong")
    return label
