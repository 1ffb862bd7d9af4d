"""The check-in screen by keys: typed, scanned, let in, taken back, registered."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.checkin import CheckInController, Results
from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.domain.facts import Admitted, Departed, Refused
from desk_app.domain.registration import Registration, Status
from desk_app.services.checkin import CheckIn
from desk_app.services.counting import Counts
from desk_app.store.ledger import backwards
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.checkin_screen import CheckInScreen
from desk_app.views.chip import Chip
from desk_app.views.elided import ElidedLabel
from tests.controllers.standing import heard, standing
from tests.devices.keys import burst, in_parts
from tests.services.days import NINE, guest
from tests.views.showing import show_in_frame

ZOE = guest("Zoé Lefèvre", "QR-ZOE-1", organisation="Ocim", note="Key speaker")
MAX, MIA = guest("Max Martin", "QR-MAX-1"), guest("Mia Martin", "QR-MIA-1")
COUPLE = tuple(guest(name, f"QR-{name[:3]}", order_id="PW77") for name in ("Ada Wong", "Bea Wong"))
TWINS = tuple(guest("Sam Marchal", f"QR-SAM-{n}", email=f"sam{n}@example.org") for n in (1, 2))
PIA = replace(guest("Pia Pending", "QR-PIA-1"), status=Status.PENDING)
WIM = replace(guest("Wim Waiting", "QR-WIM-1"), status=Status.WAITING_LIST)
CARL = replace(guest("Carl Cancelled", "QR-CARL-1"), status=Status.CANCELLED)
EVERYBODY = (ZOE, MAX, MIA, *TWINS, PIA, WIM, CARL)
Key = Qt.Key
Kind = type  # of a fact


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


class Desk:
    """The screen in front, and what a volunteer does and sees there."""

    def __init__(self, qtbot: QtBot, store: Store, *people: Registration) -> None:
        self.store = store
        self.now = NINE
        self.controller = CheckInController(InlineTasks(store), lambda: self.now)
        self.counted = heard(self.controller.counted)
        self.screen = CheckInScreen(self.controller)
        self.controller.stand_at(standing(store, *(people or EVERYBODY)))
        show_in_frame(qtbot, "checkin", self.screen)

    def type(self, text: str) -> None:
        """As fingers do, though no slower than must be."""
        for letter in text:
            QTest.keyClicks(self.screen.field, letter, delay=FASTEST_FINGERS_MS + 5)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            QTest.keyClick(self.screen.field, key, held or Qt.KeyboardModifier.NoModifier)

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, held=Qt.KeyboardModifier.ControlModifier)

    def undo(self) -> None:
        self.ctrl(Key.Key_Z)

    def let_in_all_the_same(self, why: str) -> None:
        self.ctrl(Key.Key_Return)
        for letter in why:
            QTest.keyClicks(self.screen.right.reason.field, letter, delay=FASTEST_FINGERS_MS + 5)
        QTest.keyClick(self.screen.right.reason.field, Key.Key_Return)

    def look_for(self, text: str) -> None:
        """The text stands in the box, however it came there."""
        self.screen.field.setText(text)

    def rest(self, qtbot: QtBot) -> None:
        """Until the card has followed the list."""
        qtbot.waitUntil(lambda: self.screen.right.currentWidget() is self.screen.card)

    def scan(self, code: str) -> None:
        """As a scanner does: all keys at once, then Enter."""
        self.screen.field.selectAll()
        burst(self.screen.field, code)

    def listed(self) -> list[str]:
        model = self.screen.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def verdict(self) -> list[str]:
        """What the banner says: title and detail."""
        return [it.text() for it in self.screen.banner.findChildren(ElidedLabel)]

    def facts(self, kind: Kind) -> Sequence[object]:
        with self.store.transaction() as session:
            return [it.body for it in backwards(session) if isinstance(it.body, kind)]


def texts_of(widget: QWidget) -> str:
    return "\n".join(it.text() for it in widget.findChildren(QLabel) if it.isVisible())


@pytest.fixture
def desk(qtbot: QtBot, store: Store) -> Desk:
    return Desk(qtbot, store)


def test_the_cursor_waits_in_the_box(desk: Desk) -> None:
    assert desk.screen.field.hasFocus()
    assert desk.verdict()[0] == "Ready. Scan a ticket or a badge, or type a name."


def test_typing_finds_from_the_first_letter(desk: Desk) -> None:
    desk.type("z")
    assert desk.listed() == ["LEFÈVRE Zoé"]
    desk.type("x")
    assert desk.listed() == []


def test_a_quick_typist_finds_as_well(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.screen.field, "lefevre")
    qtbot.waitUntil(lambda: desk.listed() == ["LEFÈVRE Zoé"])


def test_enter_lets_the_first_found_in(desk: Desk) -> None:
    desk.look_for("zoe")
    desk.press(Key.Key_Return)
    assert desk.verdict() == ["Welcome, Zoé Lefèvre", "Key speaker"]
    assert desk.counted[-1] == Counts(1, 5)


def test_down_and_enter_let_in_the_chosen_one(desk: Desk) -> None:
    desk.look_for("martin")
    second = desk.listed()[1]
    desk.press(Key.Key_Down, Key.Key_Return)
    assert second.startswith("MARTIN")
    assert desk.verdict()[0] == f"Welcome, {second.split()[1]} Martin"


def test_enter_on_namesakes_asks_instead_of_letting_in(desk: Desk) -> None:
    desk.look_for("sam marchal")
    desk.press(Key.Key_Return)
    assert desk.verdict()[0] == "Several people have this name"
    assert desk.facts(Admitted) == []


def test_enter_again_after_the_question_still_lets_nobody_in(desk: Desk) -> None:
    desk.look_for("sam marchal")
    desk.press(Key.Key_Return, Key.Key_Return)
    assert desk.facts(Admitted) == []


def test_after_the_question_the_chosen_namesake_comes_in(desk: Desk) -> None:
    desk.look_for("sam marchal")
    desk.press(Key.Key_Return, Key.Key_Down, Key.Key_Return)
    assert desk.verdict()[0] == "Welcome, Sam Marchal"
    assert len(desk.facts(Admitted)) == 1
    assert sorted(desk.listed()) == ["MARCHAL Sam", "MARCHAL Sam"]


def test_enter_on_people_who_fit_alike_asks_instead_of_letting_in(desk: Desk) -> None:
    desk.look_for("martin")
    desk.press(Key.Key_Return)
    assert desk.verdict()[0] == "Several people fit “martin”"
    assert desk.facts(Admitted) == []


def test_a_name_that_is_near_is_let_in_but_never_one_of_which_a_part_was_not_typed(
    desk: Desk,
) -> None:
    desk.look_for("zoé vandamme")
    assert desk.listed() == ["LEFÈVRE Zoé"]
    desk.press(Key.Key_Return)
    assert desk.verdict() == ["Nobody is called “zoé vandamme”", "Choose with ↑ ↓, then Enter."]
    assert desk.facts(Admitted) == []
    desk.look_for("zoé lefebre")
    desk.press(Key.Key_Return)
    assert desk.verdict()[0] == "Welcome, Zoé Lefèvre"


def test_somebody_found_by_an_answer_is_let_in_only_once_chosen(qtbot: QtBot, store: Store) -> None:
    nuts = guest("Paul Roche", answers=(("Workshop:", "Pottery, no nuts"),), organisation="Ocim")
    desk = Desk(qtbot, store, nuts, ZOE)
    desk.look_for("nuts")
    assert desk.screen.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "ROCHE Paul, Expected, Participant, Workshop: Pottery, no nuts · Ocim"
    )
    desk.press(Key.Key_Return)
    assert desk.verdict()[0] == "“nuts” is nobody’s name, but an answer"
    assert desk.facts(Admitted) == []
    desk.press(Key.Key_Down, Key.Key_Return)
    assert desk.verdict()[0] == "Welcome, Paul Roche"


def test_an_answer_typed_fast_is_offered_and_lets_nobody_in(qtbot: QtBot, store: Store) -> None:
    desk = Desk(qtbot, store, guest("Paul Roche", answers=(("Workshop", "Pottery"),)), ZOE)
    desk.controller.type_in("pottery")
    assert desk.facts(Admitted) == []
    assert desk.listed() == ["ROCHE Paul"]


def test_escape_starts_over(desk: Desk) -> None:
    desk.look_for("zoe")
    desk.press(Key.Key_Return, Key.Key_Escape)
    assert (desk.screen.field.text(), desk.listed()) == ("", [])
    assert desk.verdict()[0] == "Ready. Scan a ticket or a badge, or type a name."
    assert not desk.screen.card.isVisible()


def test_a_typed_name_that_nobody_has_is_no_refused_scan(desk: Desk) -> None:
    desk.type("xavier q")
    desk.press(Key.Key_Return)
    assert desk.verdict()[0] == "No registration for “xavier q”"
    assert desk.facts(Refused) == []


def test_a_scanned_code_that_nobody_has_is_kept_as_refused(desk: Desk) -> None:
    desk.scan("ZX81-00042")
    assert desk.verdict()[0] == "No registration for “ZX81-00042”"
    [refused] = desk.facts(Refused)
    assert isinstance(refused, Refused)
    assert refused.code == "ZX81-00042"


def test_a_scan_lets_its_holder_in(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    assert desk.verdict() == ["Welcome, Max Martin", "checked in 09:00:00"]
    assert desk.facts(Refused) == []


def test_the_next_scan_needs_no_clearing(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    desk.scan("QR-MIA-1")
    assert desk.verdict()[0] == "Welcome, Mia Martin"
    assert desk.screen.field.text() == "QR-MIA-1"


def test_a_second_scan_says_when_and_at_which_desk(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    desk.now += 3000
    desk.scan("QR-MAX-1")
    title, detail = desk.verdict()
    assert title == "Max Martin is already in"
    assert detail == f"since 09:00, at {desk.store.desk.name}"


@pytest.mark.parametrize(
    ("who", "title"),
    [
        (PIA, "Pia Pending: registration pending"),
        (CARL, "Carl Cancelled: registration cancelled"),
    ],
)
def test_each_standing_has_its_verdict_and_ctrl_enter_lets_in_all_the_same(
    desk: Desk, who: Registration, title: str
) -> None:
    desk.scan(who.scan_code)
    assert desk.verdict()[0] == title
    assert desk.facts(Admitted) == []
    desk.let_in_all_the_same("The organiser said so")
    [admitted] = desk.facts(Admitted)
    assert isinstance(admitted, Admitted)
    assert admitted.reason == "The organiser said so"
    assert desk.verdict()[0] == f"Welcome, {who.full_name}"


def test_ctrl_enter_lets_nobody_in_without_a_verdict(desk: Desk) -> None:
    desk.look_for("pia")
    desk.ctrl(Key.Key_Return)
    assert desk.facts(Admitted) == []


def test_escape_forgets_whom_ctrl_enter_would_let_in(desk: Desk) -> None:
    desk.scan("QR-CARL-1")
    desk.press(Key.Key_Escape)
    desk.ctrl(Key.Key_Return)
    assert desk.facts(Admitted) == []


def test_ctrl_z_undoes_and_the_counters_go_back(desk: Desk) -> None:
    desk.type("zoe")
    desk.press(Key.Key_Return)
    desk.ctrl(Key.Key_Z)
    assert desk.verdict()[0] == "Check-in taken back: Zoé Lefèvre"
    assert desk.counted[-2:] == [Counts(1, 5), Counts(0, 5)]
    assert desk.screen.card.check_in.isEnabled()


def test_ctrl_z_after_a_scan_undoes_the_check_in(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    desk.ctrl(Key.Key_Z)
    assert desk.verdict()[0] == "Check-in taken back: Max Martin"


def test_ctrl_z_in_the_middle_of_a_word_undoes_the_typing(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    desk.type("zo")
    desk.ctrl(Key.Key_Z)
    assert desk.counted[-1] == Counts(1, 5)


def test_with_nothing_to_take_back_ctrl_z_says_so(desk: Desk) -> None:
    desk.ctrl(Key.Key_Z)
    assert desk.verdict()[0] == "Nothing to undo"


def test_ctrl_n_takes_the_typed_name_along(desk: Desk) -> None:
    desk.look_for("Ada Late")
    desk.ctrl(Key.Key_N)
    given, family, *_ = desk.screen.form.findChildren(QLineEdit)
    assert desk.screen.form.isVisible()
    assert (given.text(), family.text()) == ("Ada", "Late")
    assert given.hasFocus()


def test_enter_through_the_fields_registers_and_lets_in(desk: Desk) -> None:
    desk.look_for("Ada Late")
    desk.ctrl(Key.Key_N)
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, Key.Key_Return)
    assert desk.verdict()[0] == "Welcome, Ada Late"
    assert desk.counted[-1] == Counts(1, 6)
    assert desk.screen.field.hasFocus()


def test_escape_leaves_the_form_for_the_box(desk: Desk, qtbot: QtBot) -> None:
    desk.ctrl(Key.Key_N)
    focused = QApplication.focusWidget()
    assert focused
    with qtbot.waitSignal(desk.screen.form.given_up):
        QTest.keyClick(focused, Key.Key_Escape)
    assert not desk.screen.form.isVisible()
    assert desk.screen.field.hasFocus()


def test_a_walk_in_taken_back_is_gone_from_the_screen(desk: Desk) -> None:
    desk.controller.walk_ins.register(Registration(full_name="Ada Late"))
    desk.ctrl(Key.Key_Z)
    assert desk.verdict()[0] == "Walk-in taken back"
    assert desk.listed() == []
    assert not desk.screen.card.isVisible()


def test_the_last_arrivals_are_told_the_latest_first(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    chips = [it.text() for it in desk.screen.arrivals.findChildren(Chip) if it.isVisible()]
    assert chips == ["09:00 Max M."]


def test_the_card_shows_what_is_known_and_the_note(desk: Desk, qtbot: QtBot) -> None:
    desk.look_for("zoe")
    desk.rest(qtbot)
    said = texts_of(desk.screen.card)
    assert "Zoé LEFÈVRE" in said
    assert "Ocim" in said
    assert "Key speaker" in said


def test_an_answer_to_older_words_is_ignored(desk: Desk) -> None:
    desk.look_for("zoe")
    older = heard(desk.controller.found)
    desk.controller.search("martin")
    assert len(older[0].found) == 2
    assert desk.listed() == ["LEFÈVRE Zoé"]


def test_a_scan_of_somebody_not_listed_leaves_only_that_person(desk: Desk) -> None:
    desk.look_for("martin")
    assert len(desk.listed()) == 2
    desk.scan("QR-ZOE-1")
    assert desk.listed() == ["LEFÈVRE Zoé"]


def test_a_code_of_several_lets_nobody_in_and_lists_them(desk: Desk) -> None:
    desk.look_for("martin")
    desk.screen.left.results = Results("", ())  # as when the answer is still on its way
    desk.press(Key.Key_Return)
    assert desk.verdict()[0] == "Several people fit “martin”"
    assert (desk.facts(Admitted), len(desk.listed())) == ([], 2)


def test_the_big_button_lets_in_whom_the_card_shows(desk: Desk, qtbot: QtBot) -> None:
    desk.look_for("zoe")
    desk.rest(qtbot)
    desk.screen.card.check_in.click()
    assert desk.verdict()[0] == "Welcome, Zoé Lefèvre"
    assert not desk.screen.card.check_in.isEnabled()


def test_ctrl_p_asks_for_the_badge_of_the_person_in_hand(desk: Desk, qtbot: QtBot) -> None:
    desk.scan("QR-ZOE-1")
    with qtbot.waitSignal(desk.screen.badge_wanted) as wanted:
        desk.ctrl(Key.Key_P)
    assert wanted.args == [desk.screen.list.current_key()]


def test_another_checkpoint_gives_the_cursor_back_to_the_box(desk: Desk) -> None:
    desk.ctrl(Key.Key_N)
    desk.controller.stand_at(desk.controller.standing)
    assert desk.screen.field.hasFocus()


def test_another_checkpoint_starts_over(desk: Desk) -> None:
    desk.look_for("zoe")
    desk.controller.stand_at(desk.controller.standing)
    assert (desk.screen.field.text(), desk.listed()) == ("", [])


def test_a_scan_after_a_click_in_the_list_lets_in_whom_it_names(qtbot: QtBot, store: Store) -> None:
    desk = Desk(qtbot, store)
    desk.look_for("ma")
    people = desk.screen.list
    click(people.viewport(), people.visualRect(people.model().index(1, 0)).center())
    assert desk.screen.field.hasFocus()
    assert desk.facts(Admitted) == []


def test_a_scan_after_a_click_on_a_button_is_not_lost(qtbot: QtBot, store: Store) -> None:
    desk = Desk(qtbot, store)
    desk.scan("QR-ZOE-1")
    click(desk.screen.card.badge)
    burst(desk.screen.window().windowHandle(), "QR-MAX-1")
    assert desk.verdict()[0] == "Welcome, Max Martin"


def test_a_late_answer_leaves_the_next_scan_as_it_is(
    qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(qtbot, store)
    late: list[CheckIn] = []
    monkeypatch.setattr(desk.controller, "_tell_scanned", late.append)
    desk.scan("QR-ZOE-1")
    monkeypatch.undo()
    desk.screen.field.selectAll()
    keys = in_parts(desk.screen.field, ("QR-M", "AX-1", Key.Key_Return))
    next(keys)
    desk.controller.resolved.emit(late[0])
    assert desk.verdict()[0] == "Welcome, Zoé Lefèvre"
    list(keys)
    assert desk.verdict()[0] == "Welcome, Max Martin"


def test_a_code_read_twice_counts_once_and_says_so(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    desk.scan("QR-MAX-1")
    again = "checked in 09:00:00  ·  Read twice, counted once."
    assert desk.verdict() == ["Welcome, Max Martin", again]
    assert len(desk.facts(Admitted)) == 1


def test_a_refused_code_read_twice_is_refused_once(desk: Desk) -> None:
    desk.scan("QR-CARL-1")
    desk.scan("QR-CARL-1")
    assert desk.verdict()[0] == "Carl Cancelled: registration cancelled"
    assert len(desk.facts(Refused)) == 1
    desk.let_in_all_the_same("Cancelled by mistake")
    assert desk.verdict()[0] == "Welcome, Carl Cancelled"


def test_ctrl_d_turns_the_desk_round_and_whoever_is_scanned_goes_out(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    desk.ctrl(Key.Key_D)
    assert desk.screen.way.isVisible()
    assert desk.verdict()[0] == "Going out. Scan whoever leaves, or type a name."
    desk.scan("QR-MAX-1")
    assert desk.verdict() == ["Goodbye, Max Martin", "went out 09:00:00"]
    assert len(desk.facts(Departed)) == 1


def test_going_out_can_be_typed_and_undone(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    desk.ctrl(Key.Key_D)
    desk.type("max")
    desk.press(Key.Key_Return)
    desk.ctrl(Key.Key_Z)
    assert desk.verdict()[0] == "Departure taken back: Max Martin"
    assert desk.screen.card.check_in.text() == "Goes out"


def test_at_the_way_out_the_keys_say_that_enter_lets_out(desk: Desk) -> None:
    desk.ctrl(Key.Key_D)
    desk.look_for("martin")
    assert "2 matches  ·  ↑↓ choose  ·  ⏎ goes out  ·  Esc clear" in texts_of(desk.screen.left)
    desk.ctrl(Key.Key_D)
    desk.look_for("martin")
    assert "⏎ check in" in texts_of(desk.screen.left)


def test_who_was_not_in_is_told_at_the_way_out(desk: Desk) -> None:
    desk.ctrl(Key.Key_D)
    desk.scan("QR-MIA-1")
    assert desk.verdict() == ["Mia Martin was not inside", "was never counted in"]


def test_the_way_is_hidden_where_nobody_counts_people_out(desk: Desk) -> None:
    assert not desk.screen.way.isVisible()
    desk.ctrl(Key.Key_D)
    desk.ctrl(Key.Key_D)
    assert not desk.screen.way.isVisible()
    assert desk.verdict()[0] == "Ready. Scan a ticket or a badge, or type a name."


@pytest.fixture
def couple(qtbot: QtBot, store: Store) -> Desk:
    return Desk(qtbot, store, *COUPLE, replace(CARL, order_id="PW77"))


def test_people_of_one_order_are_let_in_together_by_one_act(couple: Desk) -> None:
    couple.scan("QR-Ada")
    couple.undo()
    couple.ctrl(Key.Key_G)
    assert couple.verdict()[0] == "Together with Ada Wong"
    assert couple.counted[-1].arrived == 0
    couple.ctrl(Key.Key_Return)
    assert couple.verdict() == ["2 people are in", "everybody who was ticked"]
    assert couple.counted[-1].arrived == 2
    couple.undo()
    assert couple.counted[-1].arrived == 0


def test_whoever_of_an_order_is_not_there_is_unticked_and_stays_out(couple: Desk) -> None:
    couple.scan("QR-Ada")
    couple.undo()
    couple.ctrl(Key.Key_G)
    QTest.keyClick(focused(), Key.Key_Space)
    QTest.keyClick(focused(), Key.Key_Return)
    assert couple.verdict()[0] == "1 person is in"
    assert couple.listed() == ["WONG Bea"]


def test_people_of_one_order_go_out_together(couple: Desk) -> None:
    couple.scan("QR-Ada")
    couple.scan("QR-Bea")
    couple.ctrl(Key.Key_D)
    couple.look_for("ada")
    couple.press(Key.Key_Down)
    couple.screen._show_current()
    couple.ctrl(Key.Key_G)
    couple.ctrl(Key.Key_Return)
    assert couple.verdict()[0] == "2 people went out"
    assert len(couple.facts(Departed)) == 2


def test_of_one_organisation_only_whom_somebody_ticks_come_in(qtbot: QtBot, store: Store) -> None:
    ocim = [guest(f"{name} Roy", f"QR-{name}", organisation="Ocim") for name in ("Ada", "Bea")]
    desk = Desk(qtbot, store, *ocim, guest("Zoé Roy", "QR-ZOE", organisation="OCIM"), MAX)
    desk.scan("QR-Ada")
    desk.ctrl(Key.Key_G)
    desk.ctrl(Key.Key_Return)
    assert desk.counted[-1].arrived == 1
    QTest.keyClick(focused(), Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.ctrl(Key.Key_Return)
    assert desk.verdict()[0] == "2 people are in"
    assert desk.counted[-1].arrived == 3


def test_a_letter_typed_over_a_group_means_the_box(couple: Desk) -> None:
    couple.scan("QR-Ada")
    couple.ctrl(Key.Key_G)
    QTest.keyClick(focused(), Key.Key_B)
    assert couple.screen.field.hasFocus()
    assert couple.screen.field.text() == "b"
    assert couple.listed() == ["WONG Bea"]


def test_ctrl_enter_lets_no_order_in_once_somebody_else_is_meant(couple: Desk) -> None:
    couple.scan("QR-Ada")
    couple.ctrl(Key.Key_G)
    couple.look_for("bea")
    couple.ctrl(Key.Key_Return)
    assert couple.counted[-1].arrived == 1


def test_somebody_who_came_alone_has_no_company(desk: Desk) -> None:
    desk.scan("QR-MAX-1")
    assert not desk.screen.card.company.isVisible()


def click(widget: QWidget, place: QPoint | None = None) -> None:
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, pos=widget.rect().center() if place is None else place
    )


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
