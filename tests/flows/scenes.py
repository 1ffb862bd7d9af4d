"""Dialogs and panels of the desk, opened as somebody opens them."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk_app.views.attendance_screen import AttendanceScreen
from desk_app.views.badges_screen import BadgesScreen
from desk_app.views.designer_screen import DesignerScreen
from desk_app.views.events_screen import EventsScreen
from desk_app.views.import_preview import PreviewPage
from desk_app.views.roster_screen import RosterScreen
from tests.flows.at_the_desk import CTRL, HELENE, AtTheDesk

Screen = TypeVar("Screen", bound=QWidget)


def on(it: AtTheDesk, kind: type[Screen]) -> Screen:
    """The screen of this kind."""
    found = it.desk.frame.findChild(kind)
    assert isinstance(found, kind)
    return found


def opened(it: AtTheDesk) -> None:
    """Until a dialog is in front."""
    it.wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))


def ask_commands(it: AtTheDesk) -> None:
    it.press(Qt.Key.Key_K, CTRL)
    opened(it)


def more_about(what: str) -> Callable[[AtTheDesk], None]:
    """What is behind the button "More" of somebody's card."""

    def open_it(it: AtTheDesk) -> None:
        it.scan(HELENE)
        person = it.desk.screen.left.current()
        assert person
        with it.qtbot.waitSignal(it.desk.rest.roster.card_shown):
            it.desk.open_person(person.id)
        on(it, RosterScreen).aside.card.more.chosen.emit(what)
        opened(it)

    return open_it


def protect_data(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F1, "events")
    assert it.desk.standing
    on(it, EventsScreen).privacy_wanted.emit(it.desk.standing.place.event)
    opened(it)


def ask_for_paper(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F5, "attendance")
    screen = on(it, AttendanceScreen)
    screen.paper_wanted.emit(next(iter(screen.papers.offered.actions())).data())
    opened(it)


def ask_letterhead(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F5, "attendance")
    on(it, AttendanceScreen).papers.letterhead_wanted.emit()
    opened(it)


def describe_labels(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F4, "badges")
    it.wait(lambda: on(it, BadgesScreen)._choices)
    on(it, BadgesScreen).edit_stock()
    opened(it)


def adjust_printer(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F4, "badges")
    it.wait(lambda: on(it, BadgesScreen)._choices)
    on(it, BadgesScreen).adjust_printer()
    opened(it)


def give_categories_layouts(it: AtTheDesk) -> None:
    with it.qtbot.waitSignal(it.desk.rest.designer.drawn):
        it.desk.frame.show_screen("designer")
    assert on(it, DesignerScreen)
    it.desk.rest.designer.ask_categories()
    opened(it)


def correct_columns(it: AtTheDesk) -> None:
    """After the preview is there."""
    on(it, PreviewPage)._show_columns()
    opened(it)


def choose_view(it: AtTheDesk) -> None:
    it.go_to(Qt.Key.Key_F3, "roster")
    it.wait(lambda: on(it, RosterScreen)._listing)
    it.press(Qt.Key.Key_L, CTRL)
    it.wait(on(it, RosterScreen).looks.panel.isVisible)


def ask_why(it: AtTheDesk) -> None:
    it.scan(HELENE)
    it.press(Qt.Key.Key_H, CTRL)
    it.wait(it.desk.screen.right.reason.isVisible)


DIALOGS: dict[str, Callable[[AtTheDesk], None]] = {
    "commands": ask_commands,
    "attendance corrected": more_about("correct"),
    "data saved": more_about("save"),
    "erasing": more_about("erase"),
    "data protection": protect_data,
    "paper": ask_for_paper,
    "letterhead": ask_letterhead,
    "own labels": describe_labels,
    "printer adjusted": adjust_printer,
    "layouts of categories": give_categories_layouts,
}
PANELS: dict[str, Callable[[AtTheDesk], None]] = {"view": choose_view, "reason": ask_why}
