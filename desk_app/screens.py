"""The screens that are built when they are first shown, their controllers, and what they tell."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desk_app.domain.roles import Right
from desk_app.services.places import Standing

if TYPE_CHECKING:
    from desk_app.app import DeskApp


class Controllers:
    """The controllers of the screens that are built later, and what they tell one another."""

    def __init__(self, desk: "DeskApp") -> None:
        from desk_app.controllers.attendance import AttendanceController
        from desk_app.controllers.badges import BadgesController
        from desk_app.controllers.designer import DesignerController
        from desk_app.controllers.events import EventsController
        from desk_app.controllers.importing import ImportController
        from desk_app.controllers.roster import RosterController
        from desk_app.controllers.settings import SettingsController
        from desk_app.controllers.watching import WatchController

        tasks, clock = desk.tasks, desk.clock
        self.events = EventsController(tasks, clock)
        self.importing = ImportController(tasks, clock)
        self.watching = WatchController(tasks)
        self.roster = RosterController(tasks, clock)
        self.badges = BadgesController(tasks, clock)
        self.designer = DesignerController(tasks)
        self.attendance = AttendanceController(tasks, clock)
        self.settings = SettingsController(tasks)
        self.by_key: dict[str, Any] = {
            "events": self.events,
            "import": self.importing,
            "roster": self.roster,
            "badges": self.badges,
            "designer": self.designer,
            "attendance": self.attendance,
            "settings": self.settings,
        }
        self.events.chosen.connect(desk.stand)
        self.roster.entered.connect(desk.guard.ask_lead_for)
        for changing in (self.roster.changed, self.importing.changed, self.badges.changed):
            changing.connect(desk.people_changed)
        self.watching.appeared.connect(self.importing.take_up)
        self.importing.appeared.connect(desk.show_new_export)
        self.settings.changed.connect(desk.change_settings)
        self.badges.printed.connect(desk.show_printed)
        self.badges.failed.connect(desk.show_print_failure)

    def stand_at(self, standing: Standing | None) -> None:
        for controller in self.by_key.values():
            controller.stand_at(standing)
        self.watching.stand_at(standing)


def _events_screen(desk: "DeskApp") -> QWidget:
    from desk_app.views.events_screen import EventsScreen

    screen = EventsScreen(desk.rest.events)
    screen.screen_wanted.connect(desk.frame.show_screen)
    return screen


def _import_screen(desk: "DeskApp") -> QWidget:
    from desk_app.views.import_screen import ImportScreen

    screen = ImportScreen(desk.rest.importing, desk.rest.watching)
    screen.screen_wanted.connect(desk.frame.show_screen)
    return screen


def _roster_screen(desk: "DeskApp") -> QWidget:
    from desk_app.views.roster_screen import RosterScreen

    screen = RosterScreen(desk.rest.roster)
    screen.badge_wanted.connect(desk.print_badge)
    screen.badges_wanted.connect(desk.show_badges)
    screen.import_wanted.connect(partial(desk.frame.show_screen, "import"))
    return screen


def _badges_screen(desk: "DeskApp") -> QWidget:
    from desk_app.views.badges_screen import BadgesScreen

    screen = BadgesScreen(desk.rest.badges)
    screen.import_wanted.connect(partial(desk.frame.show_screen, "import"))
    screen.design_wanted.connect(partial(desk.frame.show_screen, "designer"))
    return screen


def _designer_screen(desk: "DeskApp") -> QWidget:
    from desk_app.views.designer_screen import DesignerScreen

    return DesignerScreen(desk.rest.designer)


def _attendance_screen(desk: "DeskApp") -> QWidget:
    from desk_app.views.attendance_screen import AttendanceScreen

    screen = AttendanceScreen(desk.rest.attendance)
    screen.person_wanted.connect(desk.open_person)
    screen.people_wanted.connect(desk.show_people)
    return screen


def _settings_screen(desk: "DeskApp") -> QWidget:
    from desk_app.views.roles_card import RolesCard
    from desk_app.views.settings_screen import SettingsScreen

    roles = RolesCard(desk.guard.controller)
    roles.handed.connect(desk.guard.controller.hand_over)
    desk.guard.controller.refresh()
    screen = SettingsScreen(desk.rest.settings, (roles,))
    screen.badges_wanted.connect(partial(desk.frame.show_screen, "badges"))
    return screen


NEEDS: dict[str, Right] = {
    "events": Right.DESCRIBE_EVENTS,
    "checkin": Right.CHECK_IN,
    "roster": Right.BROWSE,
    "badges": Right.PRINT,
    "designer": Right.CHOOSE_SETTINGS,
    "attendance": Right.BROWSE,
    "import": Right.IMPORT,
    "settings": Right.CHOOSE_SETTINGS,
}

SCREENS: dict[str, Callable[["DeskApp"], QWidget]] = {
    "events": _events_screen,
    "roster": _roster_screen,
    "badges": _badges_screen,
    "designer": _designer_screen,
    "attendance": _attendance_screen,
    "import": _import_screen,
    "settings": _settings_screen,
}
