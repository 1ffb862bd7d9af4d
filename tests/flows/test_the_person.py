"""Stories of one person at the desk: walked in, let in all the same, taken back."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.domain.facts import Admitted, Annulled, WalkedIn
from desk_app.services import events
from desk_app.store.ledger import backwards
from tests.flows.at_the_desk import AISSATA, CTRL, HELENE, MORNING, AtTheDesk, offscreen

pytestmark = offscreen
Key = Qt.Key


def type_out(text: str) -> None:
    """As fingers do, wherever the cursor is."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClicks(focused, letter, delay=FASTEST_FINGERS_MS + 5)


def fill(it: AtTheDesk, *texts: str) -> None:
    """The form's fields from the one with the cursor on."""
    for text in texts[:-1]:
        type_out(text)
        it.press(Key.Key_Tab)
    type_out(texts[-1])


def written(it: AtTheDesk, kind: type) -> list[object]:
    with it.desk.tasks.store.transaction() as session:
        return [fact.body for fact in backwards(session) if isinstance(fact.body, kind)]


def begin_walk_in(it: AtTheDesk, typed: str) -> None:
    it.find(typed)
    it.press(Key.Key_N, CTRL)
    assert it.desk.screen.form.isVisible()


def test_a_walk_in_is_registered_from_what_was_typed_and_taken_back_by_one_key(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    begin_walk_in(it, "Ada Lateday")
    for _ in range(4):
        it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Welcome, Ada Lateday")
    it.wait(lambda: it.counts == "1 of 61 arrived")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.verdict == "Walk-in taken back")
    it.wait(lambda: it.counts == "0 of 60 arrived")


def test_whoever_is_on_the_list_is_proposed_while_typing_and_enter_takes_them(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    it.press(Key.Key_N, CTRL)
    fill(it, "helene", "vaugirault")
    alike = it.desk.screen.form.alike
    it.wait(lambda: alike.isVisible() and alike.same)
    it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Welcome, Hélène Vaugirault")
    assert written(it, WalkedIn) == []


def test_a_near_name_is_asked_about_and_a_namesake_is_registered_all_the_same(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    it.press(Key.Key_N, CTRL)
    fill(it, "Helene", "Vaugiraud")
    alike = it.desk.screen.form.alike
    it.wait(lambda: alike.isVisible() and not alike.same)
    for _ in range(3):
        it.press(Key.Key_Return)
    assert alike.choices.buttons[0].hasFocus()
    assert written(it, WalkedIn) == []
    it.press(Key.Key_Return, CTRL)
    it.wait(lambda: it.verdict == "Welcome, Helene Vaugiraud")
    assert len(written(it, WalkedIn)) == 1


def test_nobody_is_let_in_all_the_same_without_a_reason(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    it.scan(AISSATA)
    it.press(Key.Key_Return, CTRL)
    it.press(Key.Key_Return)
    assert written(it, Admitted) == []
    it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Welcome, Aïssata Traorélan")
    [admitted] = written(it, Admitted)
    assert isinstance(admitted, Admitted)
    assert admitted.reason == "Cancelled by mistake"


def test_escape_leaves_the_question_for_a_reason(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    it.scan(AISSATA)
    it.press(Key.Key_Return, CTRL)
    it.press(Key.Key_Escape)
    it.wait(it.desk.screen.card.isVisible)
    assert it.desk.screen.field.hasFocus()
    assert written(it, Admitted) == []


def test_a_scan_while_a_reason_is_asked_for_is_a_scan(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    it.scan(AISSATA)
    it.press(Key.Key_Return, CTRL)
    it.scan_from_anywhere(HELENE)
    assert it.verdict == "Welcome, Hélène Vaugirault"
    assert it.desk.screen.card.isVisible()
    assert [it.reason for it in written(it, Admitted) if isinstance(it, Admitted)] == [""]


def only_for(it: AtTheDesk, *categories: str) -> None:
    """From now on the checkpoint lets in these categories alone."""
    standing = it.desk.standing
    assert standing
    point = replace(standing.checkpoint, ticket_types=categories)
    event = replace(standing.event, checkpoints=(point,))
    with it.desk.tasks.store.transaction() as session:
        events.describe(session, event, MORNING, standing.place.event)
    with it.qtbot.waitSignal(it.desk.checkin.stood):
        it.desk.stand()


def test_where_one_category_may_enter_a_walk_in_has_it_already(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    only_for(it, "VIP")
    begin_walk_in(it, "Ada Lateday")
    for _ in range(5):
        it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Welcome, Ada Lateday")
    [walked_in] = written(it, WalkedIn)
    assert isinstance(walked_in, WalkedIn)
    assert walked_in.registration.ticket_type == "VIP"


def test_where_several_may_enter_one_is_chosen_by_its_letter_before_anybody_is_registered(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    only_for(it, "VIP", "Speaker")
    begin_walk_in(it, "Ada Lateday")
    for _ in range(5):
        it.press(Key.Key_Return)
    category = it.desk.screen.form.fields["ticket_type"]
    assert category.hasFocus()
    assert written(it, WalkedIn) == []
    it.press(Key.Key_S)
    for _ in range(3):
        it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Welcome, Ada Lateday")
    [walked_in] = written(it, WalkedIn)
    assert isinstance(walked_in, WalkedIn)
    assert walked_in.registration.ticket_type == "Speaker"


def test_a_half_filled_form_stays_while_somebody_is_scanned(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    it.press(Key.Key_N, CTRL)
    fill(it, "Ada", "Late")
    it.scan_from_anywhere(HELENE)
    assert it.verdict == "Welcome, Hélène Vaugirault"
    family = it.desk.screen.form.fields["family_name"]
    assert (family.text(), family.hasFocus()) == ("Late", True)
    for _ in range(3):
        it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Welcome, Ada Late")


def test_a_form_steps_aside_for_a_question_and_comes_back_as_it_was(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    it.press(Key.Key_N, CTRL)
    fill(it, "Ada", "Late")
    it.scan_from_anywhere(AISSATA)
    it.press(Key.Key_Return, CTRL)
    assert it.desk.screen.right.reason.isVisible()
    it.press(Key.Key_Escape)
    it.wait(it.desk.screen.card.isVisible)
    it.press(Key.Key_N, CTRL)
    form = it.desk.screen.form
    assert [form.fields[name].text() for name in ("given_name", "family_name")] == ["Ada", "Late"]
    assert written(it, WalkedIn) == []


def test_undo_steps_back_and_names_each_step_before_it_is_taken(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    it.scan(HELENE)
    it.scan("81205524")
    it.press(Key.Key_Escape)
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.verdict.startswith("Take back: check-in of "))
    assert written(it, Annulled) == []
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.counts == "1 of 60 arrived")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.counts == "0 of 60 arrived")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.verdict == "Nothing to undo")
