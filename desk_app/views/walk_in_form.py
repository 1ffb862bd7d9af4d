"""Registering somebody who was in no export: a name is enough."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.names import joined
from desk_app.domain.registration import Registration
from desk_app.views.button import Button
from desk_app.words import tr


class WalkInForm(QFrame):
    """`finished` carries a Registration; `given_up` nothing. Enter goes on to the next field."""

    finished = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._fields = {name: QLineEdit() for name in ("given", "family", "organisation", "email")}
        self._save = Button(tr("Register and check in"), icon="user-plus", look="big")
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self._lay_out()
        self._save.clicked.connect(self._finish)
        self._cancel.clicked.connect(self.given_up)
        for field in self._fields.values():
            field.returnPressed.connect(self._go_on)

    def begin(self, typed: str) -> None:
        """Start afresh with what was typed in the search box, if that reads like a name."""
        words = typed.split() if not any(ch.isdigit() for ch in typed) else []
        for field in self._fields.values():
            field.clear()
        self._fields["given"].setText(" ".join(words[:1]))
        self._fields["family"].setText(" ".join(words[1:]))
        self._fields["given"].setFocus()
        self._fields["given"].selectAll()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        title = QLabel(tr("Register a walk-in"))
        title.setProperty("look", "row")
        column.addWidget(title)
        labels = self._labels()
        names = QHBoxLayout()
        names.setSpacing(8)
        for name in ("given", "family"):
            names.addLayout(self._field(name, labels[name]))
        column.addLayout(names)
        for name in ("organisation", "email"):
            column.addLayout(self._field(name, labels[name]))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._cancel)
        row.addWidget(self._save, 1)
        column.addLayout(row)

    def _field(self, name: str, words: str) -> QVBoxLayout:
        label = QLabel(words)
        label.setProperty("look", "muted")
        label.setBuddy(self._fields[name])
        self._fields[name].setAccessibleName(words)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self._fields[name])
        return column

    def _labels(self) -> dict[str, str]:
        return {
            "given": tr("Given name"),
            "family": tr("Family name"),
            "organisation": tr("Organisation"),
            "email": tr("E-mail"),
        }

    def _go_on(self) -> None:
        fields = list(self._fields.values())
        place = next((n for n, field in enumerate(fields) if field.hasFocus()), len(fields) - 1)
        if place == len(fields) - 1:
            self._finish()
        else:
            fields[place + 1].setFocus()

    def _finish(self) -> None:
        text = {name: field.text().strip() for name, field in self._fields.items()}
        if not (text["given"] or text["family"]):
            self._fields["given"].setFocus()
            return
        self.finished.emit(
            Registration(
                given_name=text["given"],
                family_name=text["family"],
                full_name=joined(text["given"], text["family"]),
                organisation=text["organisation"],
                email=text["email"],
            )
        )
