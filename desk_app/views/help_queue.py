"""How many the help desk has not helped yet: one key lists them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desk_app.controllers.checkin import Person
from desk_app.views.button import Button
from desk_app.views.verdicts import Verdict
from desk_app.words import tr, trn


class HelpQueue(Button):
    """Hidden while nobody waits; `people` are those who do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", shortcut="Ctrl+Shift+H", icon="circle-help", parent=parent)
        self.people: tuple[Person, ...] = ()
        self.hide()

    def show_people(self, people: Sequence[Person]) -> None:
        """Say how many wait."""
        self.people = tuple(people)
        self.setText(trn(len(people), "Help desk: {count}", "Help desk: {count}"))
        self.setVisible(bool(people))


def waiting_verdict() -> Verdict:
    """What the banner says while they are listed."""
    title = tr("The help desk has not helped them yet")
    detail = tr("Choose with ↑ ↓; Ctrl+H when it is solved.")
    return Verdict("quiet", "circle-help", title, detail)
