"""On a machine that falls behind, Enter means what stands in the box, and nobody else comes in."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from random import Random
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desk_app.domain.facts import Admitted
from desk_app.services import roster
from desk_app.store.ledger import backwards
from desk_app.store.people import Person
from desk_app.store.session import Session
from tests.devices.keys import burst, fingers
from tests.flows.at_the_desk import CTRL, HELENE, AtTheDesk, offscreen

pytestmark = offscreen
Key = Qt.Key
OCEANE, JUSTINE = "81227866", "81233833"
STEPS = 60


class Stall:
    """Holds the database lane up until it may go on."""

    def __init__(self) -> None:
        self.reached, self.goes_on = Event(), Event()

    def wait(self, _session: Session) -> None:
        self.reached.set()
        self.goes_on.wait(20)


class Lane:
    """The database lane of a machine that falls behind: it stalls here, and goes on from there."""

    def __init__(self, it: AtTheDesk) -> None:
        self.it = it
        self.stalls: deque[Stall] = deque()

    def stall(self) -> None:
        """What is asked from now on waits."""
        self.stalls.append(Stall())
        self.it.desk.tasks.db(self.stalls[-1].wait)

    def go_on(self) -> None:
        """Up to where it stalls next; the window has heard all answers up to there."""
        if self.stalls:
            self.stalls.popleft().goes_on.set()
        if self.stalls:
            self.it.wait(self.stalls[0].reached.is_set)
            QApplication.processEvents()
        else:
            self.it.catch_up()

    def catch_up(self) -> None:
        while self.stalls:
            self.go_on()


@pytest.fixture
def lane(sample_desk: AtTheDesk) -> Iterator[Lane]:
    lane = Lane(sample_desk)
    yield lane
    for stall in lane.stalls:
        stall.goes_on.set()


def let_in(it: AtTheDesk) -> list[str]:
    """Who was let in, the first one first, were it taken back since."""
    everybody = {person.id: person.full_name for person in people(it)}
    with it.desk.tasks.store.transaction() as session:
        facts = [fact for fact in backwards(session) if isinstance(fact.body, Admitted)]
    return [everybody[fact.attendee] for fact in reversed(facts) if fact.attendee]


def people(it: AtTheDesk) -> list[Person]:
    assert it.desk.standing
    with it.desk.tasks.store.transaction() as session:
        return list(roster.everybody(session, it.desk.standing.place))


def test_enter_before_the_results_lets_in_whom_the_typed_name_names(
    sample_desk: AtTheDesk, lane: Lane
) -> None:
    sample_desk.find("ravinelle")
    sample_desk.press(Key.Key_Escape)
    lane.stall()
    fingers(sample_desk.desk.screen.field, "quillevant", Key.Key_Return)
    lane.catch_up()
    assert let_in(sample_desk) == ["Océane Quillevant"]


def test_enter_before_the_results_asks_where_several_fit(
    sample_desk: AtTheDesk, lane: Lane
) -> None:
    sample_desk.find("ravinelle")
    sample_desk.press(Key.Key_Escape)
    lane.stall()
    fingers(sample_desk.desk.screen.field, "marchelier", Key.Key_Return)
    lane.catch_up()
    assert let_in(sample_desk) == []
    assert sample_desk.verdict == "Several people fit “marchelier”"


def test_the_answers_to_two_scans_leave_the_name_typed_meanwhile(
    sample_desk: AtTheDesk, lane: Lane
) -> None:
    field = sample_desk.desk.screen.field
    lane.stall()
    burst(field, OCEANE)
    field.selectAll()
    burst(field, JUSTINE)
    field.selectAll()
    lane.stall()
    fingers(field, "vau")
    lane.go_on()
    fingers(field, "girault", Key.Key_Return)
    lane.catch_up()
    assert let_in(sample_desk) == ["Océane Quillevant", "Justine Ravinelle", "Hélène Vaugirault"]


def test_who_was_taken_back_is_not_let_in_by_the_next_name(
    sample_desk: AtTheDesk, lane: Lane
) -> None:
    sample_desk.scan(OCEANE)
    field = sample_desk.desk.screen.field
    lane.stall()
    sample_desk.press(Key.Key_Z, CTRL)
    lane.stall()
    fingers(field, "marchelier")
    lane.go_on()
    fingers(field, Key.Key_Return)
    lane.catch_up()
    assert let_in(sample_desk) == ["Océane Quillevant"]


def test_a_choice_among_older_results_is_none_among_those_that_lack_it(
    sample_desk: AtTheDesk, lane: Lane
) -> None:
    sample_desk.find("s")
    field = sample_desk.desk.screen.field
    lane.stall()
    fingers(field, "o", Key.Key_Down)  # to Sarrazelle; but Solenn and two Sophies fit "so"
    lane.catch_up()
    fingers(field, Key.Key_Return)
    lane.catch_up()
    assert let_in(sample_desk) == []


def test_a_camera_that_sees_a_ticket_again_leaves_what_is_being_typed(
    sample_desk: AtTheDesk,
) -> None:
    it, field = sample_desk.desk, sample_desk.desk.screen.field
    at = it.checkin._clock()
    it.checkin._clock = lambda: at  # all within two seconds
    sample_desk.scan(HELENE)
    fingers(field, "quill")
    it.screen.take_seen(HELENE)
    fingers(field, "evant")
    assert field.text() == "quillevant"
    sample_desk.wait(lambda: it.screen.left.results.text == "quillevant")


def test_enter_held_down_asks_once(sample_desk: AtTheDesk) -> None:
    sample_desk.find("vaugirault")
    none, press = Qt.KeyboardModifier.NoModifier, QEvent.Type.KeyPress
    with sample_desk.qtbot.waitSignal(sample_desk.desk.checkin.resolved):
        for again in (False, True, True):
            held = QKeyEvent(press, Key.Key_Return, none, "\r", again)
            QApplication.sendEvent(sample_desk.desk.screen.field, held)
    sample_desk.catch_up()
    assert sample_desk.verdict == "Welcome, Hélène Vaugirault"


class Morning:
    """A volunteer in a hurry, who never waits for the answer before the next step."""

    def __init__(self, it: AtTheDesk, seed: int) -> None:
        self.chance = Random(seed)
        self.it = it
        self.field = it.desk.screen.field
        everybody = people(it)
        families = Counter(person.family_name for person in everybody)
        self.people = [it for it in everybody if families[it.family_name] == 1]
        self.meant: Counter[str] = Counter()
        self.steps: tuple[Callable[[], None], ...] = (
            self.scan,
            self.name,
            self.name_over_the_last,
            self.name_after_a_look_around,
            self.enter,
            self.take_back,
        )

    def somebody(self) -> Person:
        return self.chance.choice(self.people)

    def scan(self) -> None:
        person = self.somebody()
        self.meant[person.full_name] += 1
        burst(self.field, person.scan_code)

    def name(self) -> None:
        self.it.press(Key.Key_Escape)
        fingers(self.field, self.somebody().family_name)

    def name_over_the_last(self) -> None:
        self.field.selectAll()
        fingers(self.field, self.somebody().family_name)

    def name_after_a_look_around(self) -> None:
        family = self.somebody().family_name
        self.it.press(Key.Key_Escape)
        fingers(self.field, family[:2], Key.Key_Down, Key.Key_Down, family[2:])

    def enter(self) -> None:
        """It means whom the text in the box means, whatever is listed."""
        text = self.field.text()
        self.meant.update(
            it.full_name for it in self.people if text in (it.family_name, it.scan_code)
        )
        fingers(self.field, Key.Key_Return)

    def take_back(self) -> None:
        self.it.press(Key.Key_Z, CTRL)


@pytest.mark.parametrize("seed", [1, 39])
def test_whatever_comes_late_nobody_comes_in_who_was_not_meant(
    sample_desk: AtTheDesk, lane: Lane, seed: int
) -> None:
    morning = Morning(sample_desk, seed)
    for _ in range(STEPS):
        morning.chance.choice(morning.steps)()
        morning.chance.choice((lane.stall, lane.go_on, QApplication.processEvents))()
    lane.catch_up()
    came = Counter(let_in(sample_desk))
    assert came - morning.meant == Counter()
    assert came.total() > STEPS // 8
