"""Correcting what stands on a person's badge, in place, while the badge shows it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app import role
from desk_app.controllers.badge_sketch import Sketch
from desk_app.controllers.checkin import Person
from desk_app.domain.roles import Right
from desk_app.views.badge_sketch_view import BadgeSketchView
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.person_words import field_word
from desk_app.views.scrolling import scrolling
from desk_app.words import tr

_PARTS = ("given_name", "family_name")
_PRINTED = (*_PARTS, "full_name", "organisation", "job_title")


class CorrectPage(QFrame):
    """Enter keeps all that was changed, as one deed. Nobody's contacts are shown here.

    `kept` carries (person's id, {field: value}), `typed` {field: value} with every key.
    """

    kept = Signal(object)
    typed = Signal(object)
    closed = Signal()
    card_wanted = Signal(object)  # a person's id: correct more than this

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._person: Person | None = None
        self._title = ElidedLabel(look="row")
        self._title.setText(tr("Correct the badge"))
        self.sketch = BadgeSketchView()
        wide = role.may(Right.BROWSE)
        self.fields = {it: QLineEdit() for it in (*_PRINTED, *(("ticket_type",) if wide else ()))}
        self._more = Button(tr("Whole card"), shortcut="Ctrl+E", look="flat", told_only=True)
        self._keep = Button(tr("Save"), icon="check", look="primary")
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self._lay_out()
        self._more.setVisible(wide)  # once it has a place: without one it would be a window
        for field in self.fields.values():
            field.textEdited.connect(self._tell_typed)
            field.returnPressed.connect(self._finish)
        self._keep.clicked.connect(self._finish)
        self._cancel.clicked.connect(self.closed)
        self._more.clicked.connect(self.open_card)

    def begin(self, person: Person) -> None:
        """Show what is known; the cursor goes to the name."""
        self._person = person
        parts = any(getattr(person, name) for name in _PARTS)
        for name, field in self.fields.items():
            field.setText(getattr(person, name))
            field.setCursorPosition(0)
        for name in _PARTS:
            self._form.setRowVisible(self.fields[name], parts)
        self._form.setRowVisible(self.fields["full_name"], not parts)
        self.sketch.clear()
        first = self.fields["given_name" if parts else "full_name"]
        first.setFocus()
        first.selectAll()

    def show_sketch(self, sketch: Sketch) -> None:
        """The badge as it would be now; one of somebody else is ignored."""
        if self._person and sketch.attendee == self._person.id:
            self.sketch.show_sketch(sketch)

    def open_card(self) -> None:
        """More than the badge says is corrected on the whole card."""
        if self._person and not self._more.isHidden():
            self.card_wanted.emit(self._person.id)

    def _tell_typed(self) -> None:
        self.typed.emit({name: field.text().strip() for name, field in self.fields.items()})

    def _finish(self) -> None:
        if not self._person:
            return
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        changed = {it: text for it, text in typed.items() if text != getattr(self._person, it)}
        if changed:
            self.kept.emit((self._person.id, changed))
        else:
            self.closed.emit()

    def _lay_out(self) -> None:
        fields = QWidget()
        self._form = QFormLayout(fields)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(4)
        for name, field in self.fields.items():
            label = QLabel(field_word(name))
            label.setProperty("look", "hint")
            label.setMinimumHeight(44)
            label.setBuddy(field)
            field.setAccessibleName(field_word(name))
            self._form.addRow(label, field)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._more)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._cancel)
        foot.addWidget(self._keep, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(scrolling(self.sketch, fields), 1)
        column.addLayout(foot)
