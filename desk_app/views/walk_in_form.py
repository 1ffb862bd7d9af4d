"""Registering somebody who was in no export: a name, and whatever the event asks for."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.checkin import Alike, Person
from desk_app.domain.event import Event
from desk_app.domain.names import joined
from desk_app.domain.registration import Registration
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.lookalikes import Lookalikes
from desk_app.views.scrolling import scrolling
from desk_app.views.walk_in_fields import WalkInCategory, WalkInWords
from desk_app.words import tr

Field = WalkInWords | WalkInCategory
_NAMES = ("given_name", "family_name")


class WalkInForm(QFrame):
    """Enter goes on to the next field, and registers at the last.

    `finished` carries a Registration, `certain` one of somebody who is nobody on the list;
    `taken` the id of whoever is on it; `typed` the Registration so far; `given_up` nothing. Who may
    be meant stands in `alike`, for which the screen finds a place.
    """

    finished = Signal(object)
    certain = Signal(object)
    taken = Signal(object)
    typed = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.fields: dict[str, Field] = {}
        self._asked: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._needs: tuple[str, ...] = ()
        self._prints = False
        self._grid = QGridLayout()
        self.alike = Lookalikes()
        self._save = Button("", icon="user-plus", look="big", told_only=True)
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self._lay_out()
        self.ask(Event(""))
        self._save.clicked.connect(self._press)
        self._cancel.clicked.connect(self.given_up)
        self.alike.taken.connect(self.taken)

    def ask(self, event: Event, categories: tuple[str, ...] = ()) -> None:
        """From now on ask for what this event wants to know.

        Where only some `categories` may enter, it is asked for one of them, whatever the event
        says: nobody is registered who would be turned away at once.
        """
        limited = ("ticket_type",) if categories else ()
        self._needs = (*event.walk_in_needs, *limited)
        wanted = tuple(dict.fromkeys((*_NAMES, *limited, *event.walk_in_asks)))
        if (wanted, categories) == self._asked:
            return
        self._asked = wanted, categories
        while (item := self._grid.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.fields = {name: self._made(name, categories) for name in wanted}
        for number, field in enumerate(self.fields.values()):
            row, column = divmod(number, 2)
            self._grid.addWidget(field.label, 2 * row, column)
            self._grid.addWidget(field, 2 * row + 1, column)

    def _made(self, name: str, categories: tuple[str, ...]) -> Field:
        chosen = name == "ticket_type" and categories
        field = WalkInCategory(name, categories) if chosen else WalkInWords(name)
        field.returnPressed.connect(self._go_on)
        field.edited.connect(self._tell_typed)
        field.entered.connect(self._follow)
        field.down.connect(self.alike.choices.go_to_first)
        return field

    def print_at_check_in(self, prints: bool) -> None:
        """Whether registering prints the badge as well."""
        self._prints = prints
        self._name_button()

    def begin(self, typed: str) -> None:
        """Start afresh with what was typed in the search box, if that reads like a name."""
        words = typed.split() if not any(ch.isdigit() for ch in typed) else []
        known = {"given_name": " ".join(words[:1]), "family_name": " ".join(words[1:])}
        for name, field in self.fields.items():
            field.fill(known.get(name, ""))
            theme.set_look(field, "invalid", False)
        self.fields["given_name"].setFocus()
        self._propose((), same=False)
        self._tell_typed()

    @property
    def is_begun(self) -> bool:
        """Whether anything stands in it."""
        return any(self.fields[name].text().strip() for name in _NAMES)

    def go_on(self) -> None:
        """As it was left; the cursor goes to the first field that is empty still."""
        fields = list(self.fields.values())
        next((it for it in fields if not it.text().strip()), fields[-1]).setFocus()
        self._tell_typed()

    def show_alike(self, alike: Alike) -> None:
        """Propose who may be meant; an answer to an older state of the form is ignored."""
        if alike.asked == self._registration():
            self._propose(alike.people, same=alike.same)

    def show_doubles(self, people: tuple[Person, ...]) -> None:
        """Nobody was registered: these may be meant, and somebody has to say so."""
        self._propose(people, same=False)
        self.alike.choices.go_to_first()

    def be_certain(self) -> None:
        """It is nobody of those proposed."""
        if not self._wanting():
            self.certain.emit(self._registration())

    def _propose(self, people: tuple[Person, ...], *, same: bool) -> None:
        self.alike.show_people(people, same=same)
        self._name_button()

    def _name_button(self) -> None:
        words = tr("Register, check in and print") if self._prints else tr("Register and check in")
        self._save.setText(tr("Somebody else") if self.alike.people else words)
        self._save.set_keys("Ctrl+Return" if self.alike.people else "")

    def _lay_out(self) -> None:
        title = QLabel(tr("Register a walk-in"))
        title.setProperty("look", "row")
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._cancel)
        row.addWidget(self._save, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(title)
        fields = QWidget()
        fields.setLayout(self._grid)
        self._area = scrolling(fields)
        column.addWidget(self._area, 1)
        column.addLayout(row)

    def _follow(self) -> None:
        field = self.sender()
        assert isinstance(field, QWidget)
        self._area.ensureWidgetVisible(field, 0, 24)

    def _tell_typed(self) -> None:
        self.typed.emit(self._registration())

    def _go_on(self) -> None:
        """Whoever has this very name or e-mail is taken: nobody is registered twice by haste."""
        if self.alike.same and self.alike.people:
            self.alike.take_first()
            return
        fields = list(self.fields.values())
        place = next((n for n, field in enumerate(fields) if field.hasFocus()), len(fields) - 1)
        if place < len(fields) - 1:
            fields[place + 1].setFocus()
        elif self.alike.people:
            self.alike.choices.go_to_first()
        else:
            self._finish()

    def _press(self) -> None:
        if self.alike.people:
            self.be_certain()
        else:
            self._finish()

    def _finish(self) -> None:
        if not self._wanting():
            self.finished.emit(self._registration())

    def _wanting(self) -> bool:
        """Whether something is missing; if so, the cursor goes there."""
        text = {name: field.text().strip() for name, field in self.fields.items()}
        if not any(text[name] for name in _NAMES):
            self.fields["given_name"].setFocus()
            return True
        missing = [name for name in self._needs if name in text and not text[name]]
        for name, field in self.fields.items():
            theme.set_look(field, "invalid", name in missing)
        if missing:
            self.fields[missing[0]].setFocus()
        return bool(missing)

    def _registration(self) -> Registration:
        text = {name: field.text().strip() for name, field in self.fields.items()}
        whole = joined(*(text[name] for name in _NAMES))
        return replace(Registration(full_name=whole), **text)  # type: ignore[arg-type]  # texts
