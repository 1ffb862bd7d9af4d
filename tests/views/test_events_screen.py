"""The events screen finds, shows, writes and chooses events, by keys alone."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desk_app.controllers.events import EventsController
from desk_app.domain.event import Checkpoint, Event
from desk_app.domain.registration import Registration
from desk_app.services import events, places, walk_ins
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.event_list import EventList
from desk_app.views.events_screen import EventsScreen
from desk_app.views.frame import MINIMUM, Frame
from desk_app.views.search_field import SearchField

NOON = 1_720_000_800_000
JULY = Event("July", days=(date(2024, 7, 3),), city="Dijon", capacity=40, about="Cooperation")
LATER = Event("November", days=(date(2026, 11, 12),))
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def clock() -> int:
    return NOON


def screen(qtbot: QtBot, tmp_path: Path, *known: Event) -> tuple[EventsScreen, Store]:
    store = Store(tmp_path)
    with store.transaction() as session:
        for event in known:
            events.describe(session, event, NOON)
    controller = EventsController(InlineTasks(store), clock)
    made = EventsScreen(controller)
    frame = Frame()
    qtbot.addWidget(frame)
    frame.add_screen("events", made)
    controller.refresh()
    frame.resize(*MINIMUM)
    with qtbot.waitActive(frame):
        frame.show()
    return made, store


def field(within: QWidget, name: str) -> QLineEdit | QPlainTextEdit:
    boxes: list[QLineEdit | QPlainTextEdit] = [
        *within.findChildren(QLineEdit),
        *within.findChildren(QPlainTextEdit),
    ]
    return next(box for box in boxes if box.accessibleName() == name and box.isVisible())


def typed(within: QWidget, name: str, text: str) -> None:
    box = field(within, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)


def said(within: QWidget) -> list[str]:
    """All the words on the screen."""
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


def opened(qtbot: QtBot, made: EventsScreen, key: Qt.Key) -> None:
    """Open the form by its key."""
    QTest.keyClick(made, key, CONTROL)
    qtbot.waitUntil(lambda: "Texts of the announcement" in said(made))


def pressed(qtbot: QtBot, made: EventsScreen, text: str, key: Qt.Key) -> None:
    """Press a button of the form by its key; Qt clicks it a moment later."""
    button = next(it for it in made.findChildren(Button) if it.text() == text and it.isVisible())
    modifier = Qt.KeyboardModifier.NoModifier if key == Qt.Key.Key_Escape else CONTROL
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(made, key, modifier)


def search(made: EventsScreen) -> SearchField:
    found = made.findChild(SearchField)
    assert isinstance(found, SearchField)
    return found


def listed(made: EventsScreen) -> EventList:
    found = made.findChild(EventList)
    assert isinstance(found, EventList)
    return found


def described(store: Store, identity: int) -> Event:
    with store.transaction() as session:
        return events.one(session, identity).event


def test_an_empty_desk_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = screen(qtbot, tmp_path)
    assert "No event on this desk yet" in said(made)
    assert isinstance(QApplication.focusWidget(), Button)


def test_typing_leaves_what_fits_and_enter_takes_it(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path, JULY, LATER)
    QTest.keyClicks(search(made), "dijon")
    assert listed(made).model().rowCount() == 1
    QTest.keyClick(search(made), Qt.Key.Key_Down)
    QTest.keyClick(search(made), Qt.Key.Key_Return)
    with store.transaction() as session:
        assert events.in_hand(session) == JULY.id


def test_the_page_follows_the_cursor(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = screen(qtbot, tmp_path, JULY, LATER)
    QTest.keyClick(search(made), Qt.Key.Key_Down)
    assert "Cooperation" in said(made)


def test_the_list_counts_and_marks_the_one_in_hand(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path, JULY)
    with store.transaction() as session:
        place = places.here(session, NOON).place
        walk_ins.register(session, place, Registration(given_name="Zoé"), NOON)
    made._controller.refresh()
    spoken = listed(made).model().index(0, 0).data()
    assert (
        spoken
        == "July, In hand, 3 July 2024 · Dijon, 0 are registered · 1 arrived · 39 places left"
    )


def test_what_was_not_announced_is_told_after_the_import(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = screen(qtbot, tmp_path)
    page = tmp_path / "page.txt"
    page.write_text("Atelier\n\nMusées\n\nDate(s) 03/07/2024\nVille Dijon\n", encoding="utf-8")
    made._controller.take_in(page)
    assert {"What the announcement does not say", "No hours are given."} <= set(said(made))


def test_an_event_is_written_by_hand(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path)
    opened(qtbot, made, Qt.Key.Key_N)
    typed(made, "Title", "By hand")
    typed(made, "Dates", "03/07/2024, 04/07/2024")
    typed(made, "Begins at", "9h30")
    pressed(qtbot, made, "Save", Qt.Key.Key_S)
    with store.transaction() as session:
        event = events.all_events(session)[0].event
    assert (event.title, len(event.days), f"{event.opens}") == ("By hand", 2, "09:30:00")


def test_a_date_that_is_none_is_explained_beside_its_box(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path, JULY)
    opened(qtbot, made, Qt.Key.Key_E)
    typed(made, "Dates", "tomorrow")
    pressed(qtbot, made, "Save", Qt.Key.Key_S)
    wrong = "“tomorrow” is no date. Write it as 03/07/2024; put a comma between several."
    assert wrong in said(made)
    assert field(made, "Dates").hasFocus()
    assert described(store, JULY.id).days == JULY.days


@pytest.mark.parametrize(("name", "text"), [("Title", " "), ("Places", "many"), ("Ends at", "x")])
def test_what_cannot_be_read_is_not_saved(
    qtbot: QtBot, tmp_path: Path, name: str, text: str
) -> None:
    made, store = screen(qtbot, tmp_path, JULY)
    before = described(store, JULY.id)
    opened(qtbot, made, Qt.Key.Key_E)
    typed(made, name, text)
    pressed(qtbot, made, "Save", Qt.Key.Key_S)
    assert field(made, name).property("invalid") is True
    assert described(store, JULY.id) == before


def test_a_time_zone_that_is_none_is_explained(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = screen(qtbot, tmp_path, JULY)
    opened(qtbot, made, Qt.Key.Key_E)
    zone = field(made, "Time zone")
    assert isinstance(zone, QLineEdit)
    zone.setText("Mars")  # typed, it would offer a list of zones in a window of its own
    pressed(qtbot, made, "Save", Qt.Key.Key_S)
    assert "“Mars” is no time zone. Write it as Europe/Paris." in said(made)


def click(made: EventsScreen, words: str) -> None:
    """The first button that says so."""
    button = next(it for it in made.findChildren(Button) if it.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_saving_keeps_the_event_under_its_identity(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path, JULY)
    opened(qtbot, made, Qt.Key.Key_E)
    typed(made, "Title", "July, again")
    pressed(qtbot, made, "Save", Qt.Key.Key_S)
    assert described(store, JULY.id).title == "July, again"


def test_checkpoints_are_renamed_and_added(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path, JULY)
    opened(qtbot, made, Qt.Key.Key_E)
    typed(made, "Name of the checkpoint", "Main hall")
    add = next(it for it in made.findChildren(Button) if it.text() == "Add a checkpoint")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Workshop B")
    pressed(qtbot, made, "Save", Qt.Key.Key_S)
    assert described(store, JULY.id).checkpoints == (
        Checkpoint("2024-07-03", "Main hall", date(2024, 7, 3)),
        Checkpoint("workshop-b", "Workshop B"),
    )


def test_the_rules_of_a_checkpoint_are_written_in_its_form(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path, JULY)
    opened(qtbot, made, Qt.Key.Key_E)
    click(made, "Rules")
    typed(made, "Only for these tickets", "VIP; Speaker")
    typed(made, "Open from", "9h")
    typed(made, "Places inside", "40")
    pressed(qtbot, made, "Save", Qt.Key.Key_S)
    [point] = described(store, JULY.id).checkpoints
    assert (point.ticket_types, point.opens, point.capacity) == (("VIP", "Speaker"), time(9), 40)


def test_a_rule_that_cannot_be_read_keeps_the_form_open(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path, JULY)
    opened(qtbot, made, Qt.Key.Key_E)
    click(made, "Rules")
    typed(made, "Open until", "late")
    pressed(qtbot, made, "Save", Qt.Key.Key_S)
    assert "“late” is no hour. Write it as 09:30." in said(made)
    assert described(store, JULY.id).checkpoints[0].closes is None


def test_escape_leaves_the_form_as_if_nothing_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    made, store = screen(qtbot, tmp_path, JULY)
    opened(qtbot, made, Qt.Key.Key_E)
    typed(made, "Title", "Never mind")
    pressed(qtbot, made, "Cancel", Qt.Key.Key_Escape)
    assert described(store, JULY.id).title == "July"
    assert search(made).isVisible()


def test_the_event_in_hand_leads_to_its_registrations(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = screen(qtbot, tmp_path, JULY)
    go = next(it for it in made.findChildren(Button) if it.text() == "Import registrations")
    with qtbot.waitSignal(made.screen_wanted) as wanted:
        QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    assert wanted.args == ["import"]
