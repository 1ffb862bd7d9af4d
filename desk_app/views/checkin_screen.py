"""The check-in screen: one box, whom it found, the verdict, the person, the last arrivals."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desk_app.controllers.checkin import (
    CheckIn,
    CheckInController,
    Deed,
    Person,
    Results,
    Undone,
)
from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.views.at_the_card import AtTheCard
from desk_app.views.at_the_correction import AtTheCorrection
from desk_app.views.at_the_form import AtTheForm
from desk_app.views.at_the_group import AtTheGroup
from desk_app.views.checkin_parts import CheckInParts
from desk_app.views.deeds import asking_verdict, undone_verdict
from desk_app.views.help_queue import waiting_verdict
from desk_app.views.next_step import AHEAD, NextStep
from desk_app.views.person_pane import BLANK, CARD
from desk_app.views.together import which_verdict
from desk_app.words import tr

CARD_FOLLOWS_MS = 60


class CheckInScreen(CheckInParts):
    """Typing searches, Enter lets in, a scanner's burst is a scan; Escape starts over."""

    badge_wanted = Signal(object)  # a person's id
    edit_wanted = Signal(object)  # a person's id
    lead_wanted = Signal(object)  # a Person whom only a lead lets in

    def __init__(self, controller: CheckInController, parent: QWidget | None = None) -> None:
        super().__init__(lambda at: controller.local_time(at) if at else "", parent)
        self._controller = controller
        self._after_burst = _short_timer(self, FASTEST_FINGERS_MS)
        self._after_keys = _short_timer(self, CARD_FOLLOWS_MS)
        self._picked = False
        self._step = NextStep(controller, self.banner, self.right, self)
        self._at_form = AtTheForm(controller, self.field, self.left, self.right, self)
        self._at_card = AtTheCard(controller, self.right, self)
        self._at_group = AtTheGroup(controller, self, self._step)
        self.correction = AtTheCorrection(controller, self, self._step)
        self._connect()
        self._connect_keys()
        self.show_way(controller.going_out)

    # What the controller says

    def show_results(self, results: Results) -> None:
        """Show whom the typed text found; an answer to an older text is ignored."""
        if results.text != self.field.text():
            return
        picked = self.list.current_key()
        self._picked = self._picked and any(it.person.id == picked for it in results.found)
        self.left.show_results(results)
        if results.found and not self._picked:
            self.list.set_current(results.found[0].person.id)
        if not results.found and results.text:
            self.right.show_page(BLANK)

    def show_answer(self, answer: CheckIn) -> None:
        """Show the verdict, the person, and what to do next.

        Where the next person is being typed or scanned already, their letters stay as they are, and
        so does a form that is half filled, unless somebody has to be asked something.
        """
        self._step.tell(answer)
        if self.is_overtaken(answer.asked):
            return
        if answer.fact and self._is_writing:
            self.field.settle()
            return
        self._at_form.step_aside()
        if answer.person:
            self._renew(answer.person)
            self.show_person(answer.person)
        else:
            self._list_only(answer.several)
        self.right.show_page(CARD if answer.person or answer.several else BLANK)
        self.field.setFocus()
        self.field.settle()
        self._picked = False

    def show_repeated(self, answer: CheckIn) -> None:
        """The scanner read the same code again: the first answer stands, and says so."""
        self._step.answer = answer
        verdict = self._step.verdict(answer)
        again = tr("Read twice, counted once.")
        self._step.show(replace(verdict, detail=f"{verdict.detail}  ·  {again}"), answer.fact)
        if not self.is_overtaken(answer.asked):
            self.field.settle()

    def show_way(self, going_out: bool) -> None:
        """People go out from now on, or come in: the box, the button and the banner say so."""
        self.way.setChecked(going_out)
        self.way.setVisible(going_out or self._counts_out())
        self.field.set_placeholder(
            tr("Scan or type whoever goes out") if going_out else tr("Scan a code, or type a name")
        )
        self.card.set_going_out(going_out)
        self.left.set_going_out(going_out)
        self._start_over()

    def show_undo_asked(self, deed: Deed | None) -> None:
        """Name what Ctrl+Z would take back, before it does."""
        time = self._controller.local_time(deed.fact.clock) if deed else ""
        self._step.show(asking_verdict(deed, time), deed.fact.id if deed else None)

    def show_undone(self, undone: Undone | None) -> None:
        """Say what was taken back, and what would be next."""
        stays = undone is None or self.is_overtaken(undone.asked)
        if undone and not stays and not self.left.lists(undone.person):
            self._start_over()  # what stands in the box means somebody else, or a walk-in now gone
        after = undone.next if undone else None
        self._step.show(undone_verdict(undone), after.fact.id if after else None)
        if undone and undone.person and not stays:
            self._renew(undone.person)
            self.show_person(undone.person)

    def show_standing(self, _standing: object) -> None:
        """Another event or checkpoint: nobody of before is meant any more."""
        if it := self._controller.standing:
            self.form.ask(it.event, it.checkpoint.ticket_types)
        self.show_way(self._controller.going_out)

    # What a person does

    def take_scan(self, code: str) -> None:
        """A scanner read a code, wherever its keys went: it stands in the box, and is asked."""
        self.field.setText(code)
        self._after_burst.stop()
        self._controller.scan(code)

    def take_seen(self, code: str) -> None:
        """A camera read a code: what somebody is typing meanwhile stays as it is."""
        if self.field.is_settled():
            self.take_scan(code)
        else:
            self._controller.scan(code, asked=code)

    @property
    def at_rest(self) -> bool:
        """Whether nobody is in the middle of anything: no words, no form, no question."""
        elsewhere = QApplication.focusWidget()
        writing = elsewhere is not self.field and isinstance(elsewhere, QLineEdit | QPlainTextEdit)
        asking = self._at_group.is_open or self._step.asks_which or self.form.isVisible()
        return self.field.is_settled() and not (writing or asking or self.wedge.bursting)

    @property
    def _is_writing(self) -> bool:
        """Whether a page is open in which somebody types."""
        return self._at_form.is_half_filled or self.correction.is_open

    def _enter(self) -> None:
        text = self.field.text()
        self.wedge.forget()
        self._after_burst.stop()
        current = self.list.current_key()
        if self.left.results.text != text or not text.strip():
            self._controller.type_in(text)
        elif (self.left.results.undecided or self._step.asks_which) and not self._picked:
            self._step.show(which_verdict(self.left.results))
        elif current is not None and self.left.results.found:
            self._controller.choose(current)
        else:
            self._controller.type_in(text)

    def _search(self, text: str) -> None:
        self._controller.asking.in_box = text
        self._picked = False
        self._step.forget_step()
        self._after_burst.stop()
        self._after_keys.stop()
        if not self._controller.is_enough(text):
            self.left.forget(text)
            self._rest()
        elif self.wedge.bursting:
            self._after_burst.start()  # a scanner: its Enter is the question, not each letter
        else:
            self._controller.search(text)

    def _search_now(self) -> None:
        self._controller.search(self.field.text())

    def _move(self, step: int) -> None:
        self._picked = True
        self.list.move_current(step)

    def _turn(self) -> None:
        self._controller.turn(not self._controller.going_out)

    def _counts_out(self) -> bool:
        """Whether somebody said that people are counted when they leave here."""
        standing = self._controller.standing
        return bool(standing and standing.checkpoint.exits)

    def _follow(self, _key: object) -> None:
        self._after_keys.start()

    def _show_current(self) -> None:
        """The card follows the list once the fingers rest: each key needs the list alone."""
        if person := self.left.current():
            self.show_person(person)

    def _go_ahead(self) -> None:
        """The key of the form's button, else of the banner's: whatever it offers."""
        if self.form.isVisible():
            self.form.be_certain()
        else:
            self._step.go_ahead()

    def _list_waiting(self) -> None:
        self._step.answer = None
        self._list_only(self.helping.people)
        self._picked = False
        self._step.show(waiting_verdict())
        self.field.setFocus()

    # Parts

    def show_person(self, person: Person) -> None:
        """The card at once, and what only the ledger knows soon after."""
        self._after_keys.stop()
        super().show_person(person)
        self._controller.open_card(person.id)

    def _renew(self, person: Person) -> None:
        self.left.renew(self.field.text(), person)

    def _list_only(self, people: Sequence[Person]) -> None:
        self._controller.stop_search()
        self.left.show_people(self.field.text(), people)

    def _take_keys_back(self, _done: object = None) -> None:
        self.field.setFocus()

    def _start_over(self) -> None:
        if self.form.isVisible() or self.right.reason.isVisible():
            self.field.setFocus()  # else the keys go to a page that has no use for them
        self.field.clear()
        self._search("")

    def _rest(self) -> None:
        """Between two people."""
        self.left.show_rest()
        self.right.show_page(BLANK)
        self._step.rest()

    def _connect(self) -> None:
        it = self._controller
        it.found.connect(self.show_results)
        it.resolved.connect(self.show_answer)
        it.undone.connect(self.show_undone)
        it.undo_asked.connect(self.show_undo_asked)
        it.carded.connect(self.card.show_card)
        it.arrived.connect(self.show_arrivals)
        it.stood.connect(self.show_standing)
        it.repeated.connect(self.show_repeated)
        it.turned.connect(self.show_way)
        it.helping.connect(self.helping.show_people)
        it.acts.done.connect(self._take_keys_back)
        self._step.reason_ended.connect(self._take_keys_back)
        self._step.badge_wanted.connect(self.badge_wanted)
        self._step.lead_wanted.connect(self.lead_wanted)
        self._step.offer("walk_in", self._at_form.begin)
        self.card.check_in_wanted.connect(it.choose)
        self.card.badge_wanted.connect(self.badge_wanted)
        self.card.edit_wanted.connect(self.correction.press)
        self.correction.card_wanted.connect(self.edit_wanted)

    def _connect_keys(self) -> None:
        self.helping.clicked.connect(self._list_waiting)
        self.way.clicked.connect(self._turn)
        self.wedge.scanned.connect(self.take_scan)
        self.field.returnPressed.connect(self._enter)
        self.field.textChanged.connect(self._search)
        self.field.moved.connect(self._move)
        self._after_burst.timeout.connect(self._search_now)
        self.list.chosen.connect(self._controller.choose)
        self.list.current_changed.connect(self._follow)
        self._after_keys.timeout.connect(self._show_current)
        for keys, act in (
            ("Ctrl+N", self._at_form.begin),
            (AHEAD, self._go_ahead),
            ("Ctrl+Z", self._step.undo),
            ("Ctrl+D", self._turn),
            ("Ctrl+E", self.correction.press),
            ("Ctrl+G", self._at_group.press),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)


def _short_timer(parent: QObject, after_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer
