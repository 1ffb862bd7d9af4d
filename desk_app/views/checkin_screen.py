"""The check-in screen: one box, whom it found, the verdict, the person, the last arrivals."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.checkin import (
    Card,
    CheckIn,
    CheckInController,
    Deed,
    Person,
    Results,
    Undone,
)
from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.devices.wedge import Wedge
from desk_app.domain.facts import FactId
from desk_app.domain.registration import Registration
from desk_app.views.answer_times import times_of
from desk_app.views.arrivals import Arrivals
from desk_app.views.at_the_card import AtTheCard
from desk_app.views.banner import Banner
from desk_app.views.button import Button
from desk_app.views.deeds import asking_verdict, undone_verdict
from desk_app.views.found_pane import FoundPane
from desk_app.views.person_pane import BLANK, CARD, FORM, REASON, PersonPane
from desk_app.views.reasons import asked_to_waive, waiving_reasons
from desk_app.views.search_field import SearchField
from desk_app.views.together import company_verdict, group_verdict, which_verdict
from desk_app.views.verdicts import Verdict, verdict_of
from desk_app.words import tr, trn

CARD_FOLLOWS_MS = 60


class CheckInScreen(QWidget):
    """Typing searches, Enter lets in, a scanner's burst is a scan; Escape starts over."""

    badge_wanted = Signal(object)  # a person's id
    edit_wanted = Signal(object)  # a person's id
    lead_wanted = Signal(object)  # a Person whom only a lead lets in

    def __init__(self, controller: CheckInController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._after_burst = _short_timer(self, FASTEST_FINGERS_MS)
        self._after_keys = _short_timer(self, CARD_FOLLOWS_MS)
        self._picked = False
        self._group: tuple[int, ...] = ()
        self._answer: CheckIn | None = None
        self._named: FactId | None = None  # what the banner offers to take back
        self.field = SearchField(tr("Scan a code, or type a name"))
        self.wedge = Wedge(self.field, self)
        self.way = Button(tr("Going out"), shortcut="Ctrl+D", icon="log-out", told_only=True)
        self.way.setCheckable(True)
        self.banner = Banner()
        self.left = FoundPane(self._time)
        self.right = PersonPane()
        self.list = self.left.list
        self.card = self.right.card
        self.form = self.right.form
        self.arrivals = Arrivals(tr("Last arrivals"))
        self.helping = Button("", shortcut="Ctrl+Shift+H", icon="circle-help")
        self.helping.hide()
        self._waiting: tuple[Person, ...] = ()
        self._deeds = AtTheCard(controller, self.right, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)
        self.list.setFocusProxy(self.field)  # a scanner's keys must never choose in the list
        self.list.setProperty("look", "led")  # and so the focus is seen there alone
        self.show_way(controller.going_out)

    # What the controller says

    def show_results(self, results: Results) -> None:
        """Show whom the typed text found; an answer to an older text is ignored."""
        if results.text != self.field.text():
            return
        self._group = ()
        picked = self.list.current_key()
        self._picked = self._picked and any(it.person.id == picked for it in results.found)
        self.left.show_results(results)
        if results.found and not self._picked:
            self.list.set_current(results.found[0].person.id)
        if not results.found and results.text:
            self.right.show_page(BLANK)

    def show_answer(self, answer: CheckIn) -> None:
        """Show the verdict, the person, and what to do next.

        Where the next person is being typed or scanned already, their letters stay as they are.
        """
        self._answer = answer
        self._show_verdict(self._verdict(answer), answer.fact)
        if self._is_overtaken(answer.asked):
            return
        if answer.person:
            self._renew(answer.person)
            self._show_person(answer.person)
        else:
            self._list_only(answer.several)
        self.right.show_page(CARD if answer.person or answer.several else BLANK)
        self.field.setFocus()
        self.field.settle()
        self._picked = False

    def show_company(self, card: Card) -> None:
        """Whoever came by one order, to be let in one by one or together."""
        everybody = (card.person, *card.company)
        self._answer, self._picked = None, False
        self._list_only(everybody)
        if not self._controller.going_out:
            self._group = tuple(it.id for it in everybody if not it.inside)
        self.field.setFocus()
        self._show_verdict(company_verdict(everybody, self._group))

    def show_group(self, answers: tuple[CheckIn, ...]) -> None:
        """How many came in together, and who did not."""
        if not self._is_overtaken(answers[0].asked):
            self._list_only([it.person for it in answers if it.person])
        came = next((it.fact for it in answers if it.fact), None)
        self._show_verdict(group_verdict(answers), came)

    def show_repeated(self, answer: CheckIn) -> None:
        """The scanner read the same code again: the first answer stands, and says so."""
        self._answer = answer
        verdict = self._verdict(answer)
        again = tr("Read twice, counted once.")
        self._show_verdict(replace(verdict, detail=f"{verdict.detail}  ·  {again}"), answer.fact)
        if not self._is_overtaken(answer.asked):
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
        self._show_verdict(asking_verdict(deed, time), deed.fact.id if deed else None)

    def show_undone(self, undone: Undone | None) -> None:
        """Say what was taken back, and what would be next."""
        stays = undone is None or self._is_overtaken(undone.asked)
        if undone and not stays and not self.left.lists(undone.person):
            self._start_over()  # what stands in the box means somebody else, or a walk-in now gone
        after = undone.next if undone else None
        self._show_verdict(undone_verdict(undone), after.fact.id if after else None)
        if undone and undone.person and not stays:
            self._renew(undone.person)
            self._show_person(undone.person)

    def show_card(self, card: Card) -> None:
        """Add the answers once they are there."""
        self.card.show_card(card)

    def show_arrivals(self, people: tuple[Person, ...]) -> None:
        """The last ones in, each with the time."""
        self.arrivals.set_people(
            [(it.id, it.full_name, self._time(it.here_at)) for it in people if it.here_at]
        )

    def show_helping(self, people: Sequence[Person]) -> None:
        """How many wait for the help desk; one key lists them."""
        self._waiting = tuple(people)
        words = trn(len(people), "Help desk: {count}", "Help desk: {count}")
        self.helping.setText(words)
        self.helping.setVisible(bool(people))

    def show_standing(self, _standing: object) -> None:
        """Another event or checkpoint: nobody of before is meant any more."""
        if self._controller.standing:
            self.form.ask(self._controller.standing.event)
        self.show_way(self._controller.going_out)

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """After a click on a button, a scanner and fingers still mean the box."""
        words = event.text().isprintable() and event.text().strip()
        if words and QApplication.focusWidget() is not self.field:
            self.field.setFocus()
            self.field.selectAll()  # what stands there was left behind with the click
            QApplication.sendEvent(self.field, event)
        else:
            super().keyPressEvent(event)

    def take_scan(self, code: str) -> None:
        """A scanner read a code, wherever its keys went: it stands in the box, and is asked."""
        self.field.setText(code)
        self._after_burst.stop()
        self._controller.scan(code)

    @property
    def at_rest(self) -> bool:
        """Whether nobody is in the middle of anything: no words, no form, no question."""
        elsewhere = QApplication.focusWidget()
        writing = elsewhere is not self.field and isinstance(elsewhere, QLineEdit | QPlainTextEdit)
        asking = bool(self._group) or self._several or self.form.isVisible()
        return self.field.is_settled() and not (writing or asking or self.wedge.bursting)

    def take_seen(self, code: str) -> None:
        """A camera read a code: what somebody is typing meanwhile stays as it is."""
        if self.field.is_settled():
            self.take_scan(code)
        else:
            self._controller.scan(code, asked=code)

    def add_camera(self, button: QWidget, strip: QWidget) -> None:
        """Give the camera its places: the button beside the box, the picture below the list."""
        self._top.addWidget(button)
        self._below.addWidget(strip)

    def _enter(self) -> None:
        text = self.field.text()
        self.wedge.forget()
        self._after_burst.stop()
        current = self.list.current_key()
        if self.left.results.text != text or not text.strip():
            self._controller.type_in(text)
        elif (self.left.results.undecided or self._several) and not self._picked:
            self._ask_which()
        elif current is not None and self.left.results.found:
            self._controller.choose(current)
        else:
            self._controller.type_in(text)

    def print_at_check_in(self, prints: bool) -> None:
        """Whether whoever is let in gets a badge at once."""
        self.card.print_at_check_in(prints)
        self.form.print_at_check_in(prints)

    def _search(self, text: str) -> None:
        self._controller.in_box = text
        self._picked = False
        if self._answer and not self._answer.outcome.admits:
            self._answer = None  # whoever was refused is no longer meant by Ctrl+Enter
            self._tell_ready()
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

    def _choose(self, key: int) -> None:
        self._controller.choose(key)

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
            self._show_person(person)

    @property
    def _several(self) -> bool:
        """Whether the last answer asked which of several people is meant."""
        return bool(self._answer and self._answer.several)

    def _ask_which(self) -> None:
        self._show_verdict(which_verdict(self.left.results))

    def _go_ahead(self) -> None:
        """The key of the form's button, else of the banner's: whatever it offers."""
        if self.form.isVisible():
            self.form.be_certain()
        elif self._group:
            self._enter_group()
        elif self._answer and (act := self._go_on.get(self._verdict(self._answer).action)):
            act()

    def _waive(self) -> None:
        """Let in whom the last verdict refused, once somebody said why."""
        answer = self._answer
        if answer and answer.person:
            self.right.show_page(REASON)
            act = partial(self._controller.enter, answer.person.id)
            usual = waiving_reasons(answer.outcome.value)
            self.right.reason.ask(asked_to_waive(answer.person.full_name), usual, act)

    def _ask_lead(self) -> None:
        if self._answer and self._answer.person:
            self.lead_wanted.emit(self._answer.person)

    def _end_reason(self) -> None:
        self.right.show_page(CARD)
        self.field.setFocus()

    def _end_deed(self, _attendee: object) -> None:
        """Whatever the banner offers to take back was not the last thing done any more."""
        self._named = None
        self.field.setFocus()

    def _list_waiting(self) -> None:
        self._answer = None
        self._list_only(self._waiting)
        self._picked = False
        title = tr("The help desk has not helped them yet")
        self._show_verdict(
            Verdict("quiet", "circle-help", title, tr("Choose with ↑ ↓; Ctrl+H when it is solved."))
        )
        self.field.setFocus()

    def _promote(self) -> None:
        if self._answer and self._answer.person:
            self._controller.promote(self._answer.person.id)

    def _undo(self) -> None:
        """Nothing is taken back that the banner does not name."""
        if self._named:
            self._controller.undo(self._named)
        else:
            self._controller.ask_undo()

    def _reprint(self) -> None:
        if self._answer and self._answer.person:
            self.badge_wanted.emit(self._answer.person.id)

    def _enter_group(self) -> None:
        self._controller.enter_all(self._group)

    def _begin_walk_in(self) -> None:
        self.right.show_page(FORM)
        self.form.begin(self.field.text())

    def _end_walk_in(self) -> None:
        self.left.show_lookalikes(self.form.alike, False)
        self.right.show_page(BLANK)
        self.field.setFocus()

    def _walk_in(self, registration: Registration) -> None:
        self._controller.walk_in(registration)

    def _walk_in_all_the_same(self, registration: Registration) -> None:
        self._controller.walk_in(registration, certain=True)

    def _show_doubles(self, answer: CheckIn) -> None:
        self.form.show_doubles(answer.several)

    # Parts

    def _show_person(self, person: Person) -> None:
        self._after_keys.stop()
        self.card.show_person(person, self._time(person.here_at))
        self.right.show_page(CARD)
        self._controller.open_card(person.id)

    def _renew(self, person: Person) -> None:
        self._group = ()
        self.left.renew(self.field.text(), person)

    def _is_overtaken(self, asked: str | None) -> bool:
        """Whether the next person is meant already by what stands in the box."""
        return asked not in (None, self.field.text())

    def _list_only(self, people: Sequence[Person]) -> None:
        self._group = ()
        self._controller.stop_search()
        self.left.show_people(self.field.text(), people)

    def _show_verdict(self, it: Verdict, named: FactId | None = None) -> None:
        """`named` is what the verdict's undo would take back."""
        self._named = named
        act = self._actions.get(it.action)
        self.banner.show_verdict(
            it.tone, it.icon, it.title, it.detail, it.action_text, act, it.shortcut
        )

    def _verdict(self, answer: CheckIn) -> Verdict:
        return verdict_of(answer, times_of(answer, self._controller))

    def _time(self, at: int | None) -> str:
        return self._controller.local_time(at) if at else ""

    def _start_over(self) -> None:
        if self.form.isVisible() or self.right.reason.isVisible():
            self.field.setFocus()  # else the keys go to a page that has no use for them
        self.field.clear()
        self._search("")

    def _rest(self) -> None:
        """Between two people."""
        self._answer, self._group, self._named = None, (), None
        self.left.show_rest()
        self.right.show_page(BLANK)
        self._tell_ready()

    def _tell_ready(self) -> None:
        if self._controller.going_out:
            self.banner.show_hint("log-out", tr("Going out. Scan whoever leaves, or type a name."))
        else:
            ready = tr("Ready. Scan a ticket or a badge, or type a name.")
            self.banner.show_hint("scan-line", ready)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(16)
        self._below = QVBoxLayout()
        self._below.setSpacing(12)
        self._below.addWidget(self.left, 1)
        middle.addLayout(self._below, 3)
        middle.addWidget(self.right, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = self._top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.field, 1)
        top.addWidget(self.way)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.arrivals, 1)
        foot.addWidget(self.helping)
        column.addLayout(foot)

    def _connect(self) -> None:
        it = self._controller
        it.found.connect(self.show_results)
        it.resolved.connect(self.show_answer)
        it.undone.connect(self.show_undone)
        it.undo_asked.connect(self.show_undo_asked)
        it.alike.connect(self.form.show_alike)
        it.doubted.connect(self._show_doubles)
        it.carded.connect(self.show_card)
        it.arrived.connect(self.show_arrivals)
        it.stood.connect(self.show_standing)
        it.grouped.connect(self.show_group)
        it.repeated.connect(self.show_repeated)
        it.turned.connect(self.show_way)
        it.done_for.connect(self._end_deed)
        it.helping.connect(self.show_helping)
        self.helping.clicked.connect(self._list_waiting)
        self.way.clicked.connect(self._turn)
        self.wedge.scanned.connect(self.take_scan)
        self.field.returnPressed.connect(self._enter)
        self.field.textChanged.connect(self._search)
        self.field.moved.connect(self._move)
        self._after_burst.timeout.connect(self._search_now)
        self.list.chosen.connect(self._choose)
        self.list.current_changed.connect(self._follow)
        self._after_keys.timeout.connect(self._show_current)
        self.card.check_in_wanted.connect(self._choose)
        self.card.badge_wanted.connect(self.badge_wanted)
        self.card.edit_wanted.connect(self.edit_wanted)
        self.card.company_wanted.connect(self.show_company)
        self.form.finished.connect(self._walk_in)
        self.form.alike.proposed.connect(partial(self.left.show_lookalikes, self.form.alike))
        self.form.certain.connect(self._walk_in_all_the_same)
        self.form.taken.connect(self._choose)
        self.form.typed.connect(it.look_alike)
        self.form.given_up.connect(self._end_walk_in)
        self.right.reason.closed.connect(self._end_reason)
        self.left.walk_in_wanted.connect(self._begin_walk_in)
        for keys, act in (
            ("Ctrl+N", self._begin_walk_in),
            ("Ctrl+Return", self._go_ahead),
            ("Ctrl+Z", self._undo),
            ("Ctrl+D", self._turn),
            ("Ctrl+G", self.card.open_company),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._go_on = {
            "waive": self._waive,
            "promote": self._promote,
            "ask_lead": self._ask_lead,
        }
        self._actions = {
            "undo": self._undo,
            "waive": self._waive,
            "promote": self._promote,
            "ask_lead": self._ask_lead,
            "walk_in": self._begin_walk_in,
            "enter_group": self._enter_group,
            "reprint": self._reprint,
        }


def _short_timer(parent: QObject, after_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer
