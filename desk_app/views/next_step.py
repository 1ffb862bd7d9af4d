"""What the banner says, and the one step that it offers: by its button, or by the key on it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.controllers.checkin import CheckIn, CheckInController, Person
from desk_app.domain.facts import FactId
from desk_app.views.answer_times import times_of
from desk_app.views.banner import Banner
from desk_app.views.person_pane import CARD, REASON, PersonPane
from desk_app.views.reasons import asked_to_waive, waiving_reasons
from desk_app.views.verdicts import Verdict, verdict_of
from desk_app.words import tr

AHEAD = "Ctrl+Return"


class NextStep(QObject):
    """Only what the banner shows is done: whoever is told something else is meant no more.

    `answer` is the last one, as long as its person is meant.
    """

    badge_wanted = Signal(object)  # a person's id
    lead_wanted = Signal(object)  # a Person whom only a lead lets in
    reason_ended = Signal()

    def __init__(
        self, controller: CheckInController, banner: Banner, pane: PersonPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._banner = banner
        self._pane = pane
        self.answer: CheckIn | None = None
        self._named: FactId | None = None  # what the banner offers to take back
        self._ahead: Callable[[], object] | None = None
        self._acts: dict[str, Callable[[], object]] = {
            "undo": self.undo,
            "waive": self._waive,
            "promote": self._promote,
            "ask_lead": self._ask_lead,
            "reprint": self._reprint,
        }
        pane.reason.closed.connect(self._end_reason)
        controller.acts.done.connect(self._end_deed)

    def offer(self, action: str, act: Callable[[], object]) -> None:
        """What a verdict with this action does, where it is done elsewhere."""
        self._acts[action] = act

    def show(self, it: Verdict, named: FactId | None = None) -> None:
        """Say this; `named` is what its undo would take back."""
        self._named = named
        act = self._acts.get(it.action)
        self._ahead = act if it.shortcut == AHEAD else None
        self._banner.show_verdict(
            it.tone, it.icon, it.title, it.detail, it.action_text, act, it.shortcut
        )

    def tell(self, answer: CheckIn) -> None:
        """Say what came of a scan or a click."""
        self.answer = answer
        self.show(self.verdict(answer), answer.fact)

    def verdict(self, answer: CheckIn) -> Verdict:
        """The words for an answer."""
        return verdict_of(answer, times_of(answer, self._controller))

    def rest(self) -> None:
        """Between two people: nobody is meant."""
        self.answer = self._named = None
        self._tell_ready()

    def forget_step(self) -> None:
        """Whoever was refused or ticked is no longer meant once somebody else is typed."""
        if self._ahead or (self.answer and not self.answer.outcome.admits):
            self.answer = None
            self._tell_ready()

    def go_ahead(self) -> None:
        """The key on the banner's button, where it offers a step."""
        if self._ahead:
            self._ahead()

    def undo(self) -> None:
        """Nothing is taken back that the banner does not name."""
        if self._named:
            self._controller.undo(self._named)
        else:
            self._controller.ask_undo()

    @property
    def asks_which(self) -> bool:
        """Whether the last answer asked which of several people is meant."""
        return bool(self.answer and self.answer.several)

    def _tell_ready(self) -> None:
        self._ahead = None
        if self._controller.going_out:
            self._banner.show_hint("log-out", tr("Going out. Scan whoever leaves, or type a name."))
        else:
            ready = tr("Ready. Scan a ticket or a badge, or type a name.")
            self._banner.show_hint("scan-line", ready)

    def _person(self) -> Person | None:
        return self.answer.person if self.answer else None

    def _waive(self) -> None:
        """Let in whom the last verdict refused, once somebody said why."""
        answer, person = self.answer, self._person()
        if answer and person:
            self._pane.show_page(REASON)
            act = partial(self._controller.enter, person.id)
            usual = waiving_reasons(answer.outcome.value)
            self._pane.reason.ask(asked_to_waive(person.full_name), usual, act)

    def _ask_lead(self) -> None:
        if person := self._person():
            self.lead_wanted.emit(person)

    def _promote(self) -> None:
        if person := self._person():
            self._controller.promote(person.id)

    def _reprint(self) -> None:
        if person := self._person():
            self.badge_wanted.emit(person.id)

    def _end_reason(self) -> None:
        self._pane.show_page(CARD)
        self.reason_ended.emit()

    def _end_deed(self, _attendee: object) -> None:
        """Whatever the banner offers to take back was not the last thing done any more."""
        self._named = None
