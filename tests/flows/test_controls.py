"""Whatever takes the keys can be read out and hit with a finger, on every screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from desk_app import role, sample, words
from desk_app.controllers.kiosk import Greeting, Reply
from desk_app.domain.roles import Role
from desk_app.views.designer_screen import DesignerScreen
from desk_app.views.events_screen import EventsScreen
from desk_app.views.frame import Frame
from tests.flows.at_the_desk import AISSATA, CTRL, HELENE, AtTheDesk, offscreen
from tests.flows.guarded import guard
from tests.flows.scenes import DIALOGS, PANELS, correct_columns

pytestmark = offscreen
FINGER = 44  # logical pixels
INSIDE = (QScrollBar, QHeaderView)
PRESSED = (
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ListItem,
)


def begin_walk_in(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F2, "checkin")
    it.press(Qt.Key.Key_N, CTRL)
    assert it.desk.screen.form.isVisible()


def refuse(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F2, "checkin")
    it.scan(AISSATA)


def welcome(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F2, "checkin")
    it.scan(HELENE)


def preview(it: AtTheDesk) -> None:
    with it.qtbot.waitSignal(it.desk.rest.importing.planned):
        it.drop(sample.export())


def correct_badge(it: AtTheDesk) -> None:
    welcome(it)
    it.press(Qt.Key.Key_E, CTRL)
    assert it.desk.screen.correction.is_open


def open_card(it: AtTheDesk) -> None:
    correct_badge(it)
    with it.qtbot.waitSignal(it.desk.rest.roster.card_shown):
        it.press(Qt.Key.Key_E, CTRL)


def open_group(it: AtTheDesk) -> None:
    welcome(it)
    it.wait(it.desk.screen.card.company.isVisible)
    with it.qtbot.waitSignal(it.desk.checkin.accompanied):
        it.press(Qt.Key.Key_G, CTRL)


def write_event(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F1, "events")
    screen = it.desk.frame.findChild(EventsScreen)
    assert isinstance(screen, EventsScreen)
    it.wait(lambda: screen._browser.isVisible())
    screen.edit()


def go_out(it: AtTheDesk) -> None:
    welcome(it)
    it.press(Qt.Key.Key_D, CTRL)


def go(key: Qt.Key, screen: str) -> Callable[[AtTheDesk], None]:
    return lambda it: it.go_to(key, screen)


def design(it: AtTheDesk) -> None:
    with it.qtbot.waitSignal(it.desk.rest.designer.drawn):
        it.desk.frame.show_screen("designer")
    screen = it.desk.frame.findChild(DesignerScreen)
    assert isinstance(screen, DesignerScreen)
    screen.pick(1)


def design_label(it: AtTheDesk) -> None:
    with it.qtbot.waitSignal(it.desk.rest.designer.drawn):
        it.desk.frame.show_screen("designer")


def set_pin(it: AtTheDesk) -> None:
    guard(it)
    it.desk.frame.show_screen("settings")


def hand_to_volunteers(it: AtTheDesk) -> None:
    guard(it)
    it.press(Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    it.wait(lambda: role.current() is Role.VOLUNTEER)


def ask_for_pin(it: AtTheDesk) -> None:
    hand_to_volunteers(it)
    it.desk.guard.ask_pin()


def ask_a_lead(it: AtTheDesk) -> None:
    welcome(it)
    person = it.desk.screen.left.current()
    assert person
    it.desk.guard.ask_lead(person)


def serve_oneself(it: AtTheDesk) -> None:
    guard(it)
    it.desk.guard.controller.hand_over(Role.VISITOR)
    it.wait(lambda: it.desk.self_service.screen)


def be_greeted(it: AtTheDesk) -> None:
    serve_oneself(it)
    assert it.desk.self_service.screen
    it.desk.self_service.screen.show_greeting(Greeting(Reply.STAFF))


SCENES: dict[str, Callable[[AtTheDesk], None]] = {
    "check-in": go(Qt.Key.Key_F2, "checkin"),
    "welcome": welcome,
    "refused": refuse,
    "walk-in": begin_walk_in,
    "events": go(Qt.Key.Key_F1, "events"),
    "event form": write_event,
    "going out": go_out,
    "roster": go(Qt.Key.Key_F3, "roster"),
    "correction": correct_badge,
    "group": open_group,
    "card": open_card,
    "badges": go(Qt.Key.Key_F4, "badges"),
    "designer": design,
    "label": design_label,
    "attendance": go(Qt.Key.Key_F5, "attendance"),
    "import": go(Qt.Key.Key_F6, "import"),
    "preview": preview,
    "settings": lambda it: it.desk.frame.show_screen("settings"),
    "roles": set_pin,
    "volunteer": hand_to_volunteers,
    **PANELS,
    "self-service": serve_oneself,
    "greeting": be_greeted,
}


def columns(it: AtTheDesk) -> None:
    preview(it)
    correct_columns(it)


OPENED = {**DIALOGS, "columns": columns, "pin": ask_for_pin, "lead": ask_a_lead}


def speak(it: AtTheDesk, language: str) -> None:
    """In this language, with the screens of the one before gone."""
    if language != words.current():
        with it.qtbot.waitSignal(it.desk.checkin.stood):
            it.desk.change_settings({"language": language})
        it.wait(lambda: it.desk.window.findChildren(Frame) == [it.desk.frame])


def controls(window: QWidget) -> Iterator[QWidget]:
    """Everything visible that the Tab key stops at."""
    for it in window.findChildren(QWidget):
        stops = it.focusPolicy() & Qt.FocusPolicy.TabFocus and it.focusProxy() is None
        if stops and it.isVisible() and it.isEnabled() and not _inside_another(it):
            yield it


def _inside_another(it: QWidget) -> bool:
    parent = it.parentWidget()
    table = isinstance(parent, QAbstractItemView) or (
        parent is not None and isinstance(parent.parentWidget(), QAbstractItemView)
    )
    return isinstance(it, INSIDE) or table


def described(it: QWidget) -> str:
    return f"{type(it).__name__} in {type(it.parentWidget()).__name__}, {it.height()} px"


def name_of(it: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(it).text(QAccessible.Text.Name)


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("scene", SCENES)
def test_every_control_has_a_name_and_is_big_enough(
    sample_desk: AtTheDesk, scene: str, language: str
) -> None:
    speak(sample_desk, language)
    SCENES[scene](sample_desk)
    assert_everything_can_be_used(sample_desk.desk.window)


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("dialog", OPENED)
def test_every_control_of_a_dialog_has_a_name_and_is_big_enough(
    sample_desk: AtTheDesk, dialog: str, language: str
) -> None:
    speak(sample_desk, language)
    OPENED[dialog](sample_desk)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QDialog)
    assert asked.windowTitle() or asked.accessibleName()
    if not isinstance(asked, QFileDialog):  # the system's own, or Qt's where it has none
        assert_everything_can_be_used(asked)
    asked.reject()


def assert_everything_can_be_used(window: QWidget) -> None:
    """By the keyboard, by a finger, and by ear."""
    QApplication.processEvents()
    found = list(controls(window))
    assert found
    assert [described(it) for it in found if not name_of(it).strip()] == []
    assert [described(it) for it in found if it.height() < FINGER] == []
    assert unnamed_to_a_screen_reader(window) == []


def unnamed_to_a_screen_reader(window: QWidget) -> list[str]:
    """What can be pressed, and has no name where a screen reader looks for one."""
    found = [
        it
        for it in tree(QAccessible.queryAccessibleInterface(window))
        if it.role() in PRESSED and not _is_part(it)
    ]
    assert found
    return [told(it) for it in found if not it.text(QAccessible.Text.Name).strip()]


def tree(it: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that a screen reader can reach, and what is inside tables as well."""
    yield it
    for number in range(it.childCount()):
        child = it.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child)


def told(it: QAccessibleInterface) -> str:
    inside = it.object()
    return f"{it.role().name} {type(inside).__name__} in {type(inside.parent()).__name__}"


def _is_part(it: QAccessibleInterface) -> bool:
    """The line inside a number box or a list, which is read out under the name of that."""
    inside = it.object()
    return isinstance(inside, QLineEdit) and isinstance(
        inside.parent(), QComboBox | QAbstractSpinBox
    )


def test_the_tab_key_walks_through_the_whole_screen_and_back(sample_desk: AtTheDesk) -> None:
    sample_desk.go_to(Qt.Key.Key_F3, "roster")
    seen: list[QWidget | None] = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        sample_desk.press(Qt.Key.Key_Tab)
    assert set(controls(sample_desk.desk.window)) <= set(seen)
