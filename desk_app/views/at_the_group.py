"""People who came together, ticked and let in by one act: told to the controller."""

from PySide6.QtCore import QObject

from desk_app.controllers.checkin import Card, CheckIn, CheckInController, Company
from desk_app.views.checkin_parts import CheckInParts
from desk_app.views.group_pane import GroupPane
from desk_app.views.next_step import NextStep
from desk_app.views.together import company_verdict, group_verdict


class AtTheGroup(QObject):
    """The group stands in the list's place; a scan or a typed letter puts it away."""

    def __init__(self, controller: CheckInController, parts: CheckInParts, step: NextStep) -> None:
        super().__init__(parts)
        self._controller = controller
        self._parts = parts
        self._step = step
        self.pane = GroupPane(parts.left.time)
        self.pane.changed.connect(self._say)
        self.pane.chosen.connect(self._choose)
        self.pane.closed.connect(self._close)
        parts.card.company_wanted.connect(self._ask)
        controller.accompanied.connect(self._open)
        controller.grouped.connect(self._show_outcome)
        step.offer("enter_group", self._choose)

    def press(self) -> None:
        """The key that opens the group, then turns from the order to the organisation."""
        if self.pane.isVisible():
            self.pane.turn()
        else:
            self._parts.card.open_company()

    @property
    def is_open(self) -> bool:
        return self.pane.isVisible()

    def _ask(self, card: Card) -> None:
        self._controller.ask_company(card.person.id)

    def _open(self, company: Company) -> None:
        shown = self._parts.card.person()
        if shown and self._parts.card.isVisible() and shown.id == company.person.id:
            self._step.answer = None
            self._parts.left.show_instead(self.pane)
            self.pane.show_company(company, going_out=self._controller.going_out)

    def _say(self) -> None:
        if self.pane.isVisible() and (person := self.pane.person):
            count = len(self.pane.ticked())
            self._step.show(company_verdict(person.full_name, count, self._controller.going_out))

    def _choose(self) -> None:
        self._controller.choose_all(self.pane.ticked())

    def _close(self) -> None:
        self._parts.left.give_back(self.pane)
        self._parts.field.setFocus()
        self._step.rest()

    def _show_outcome(self, answers: tuple[CheckIn, ...]) -> None:
        """How many came in or went out together, and who did not."""
        if not self._parts.is_overtaken(answers[0].asked):
            self._controller.stop_search()
            people = [it.person for it in answers if it.person]
            self._parts.left.show_people(self._parts.field.text(), people)
            self._parts.field.setFocus()
            self._parts.field.settle()
        first = next((it.fact for it in answers if it.fact), None)
        self._step.show(group_verdict(answers), first)
