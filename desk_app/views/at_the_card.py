"""What is done on the card of the person in hand, told to the controller."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk_app.controllers.checkin import CheckInController
from desk_app.views.person_pane import REASON, PersonPane
from desk_app.views.reasons import asked_for_help, usual_troubles


class AtTheCard(QObject):
    """Hand-outs and answers by Ctrl+1 ... Ctrl+9, who came along, and the help desk."""

    def __init__(self, controller: CheckInController, pane: PersonPane, screen: QWidget) -> None:
        super().__init__(screen)
        self._controller = controller
        self._pane = pane
        card = pane.card
        card.tasks.handed.connect(self._hand_out)
        card.tasks.answered.connect(self._answer)
        card.beside.came_along.connect(self._accompany)
        card.beside.help_wanted.connect(self._ask_for_help)
        card.beside.solved.connect(self._solve)
        for number in range(1, 10):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), card)
            keys.activated.connect(partial(card.tasks.press, number))
        for written, act in (
            ("Ctrl++", card.beside.add_one),
            ("Ctrl+=", card.beside.add_one),
            ("Ctrl+H", card.beside.press_help),
        ):
            QShortcut(QKeySequence(written), card).activated.connect(act)

    def _hand_out(self, what: str) -> None:
        if person := self._pane.card.person():
            self._controller.acts.hand_out(person.id, what)

    def _answer(self, said: tuple[str, str]) -> None:
        if person := self._pane.card.person():
            self._controller.acts.answer(person.id, *said)

    def _accompany(self, count: int) -> None:
        if person := self._pane.card.person():
            self._controller.acts.accompany(person.id, count)

    def _ask_for_help(self) -> None:
        if person := self._pane.card.person():
            self._pane.show_page(REASON)
            act = partial(self._controller.acts.send_to_help, person.id)
            self._pane.reason.ask(asked_for_help(person.full_name), usual_troubles(), act)

    def _solve(self) -> None:
        if person := self._pane.card.person():
            self._controller.acts.solve(person.id)
