"""The screens that are built when they are first shown, their controllers, and what they tell."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget

from desk_app.domain.roles import Right
from desk_app.services.places import Standing
from desk_app.words import tr

if TYPE_CHECKING:
    from desk_app.app import DeskApp
    from desk_app.views.paper_dialog import PaperDialog


class Controllers:
    """The controllers of the screens that are built later, and what they tell one another."""

    def __init__(self, desk: "DeskApp") -> None:
        from desk_app.controllers.afterwards import AfterwardsController
        from desk_app.controllers.attendance import AttendanceController
        from desk_app.controllers.badges import BadgesController
        from desk_app.controllers.designer import DesignerController
        from desk_app.controllers.events import EventsController
        from desk_app.controllers.importing import ImportController
        from desk_app.controllers.letters import LettersController
        from desk_app.controllers.papers import PapersController
        from desk_app.controllers.privacy import PrivacyController
        from desk_app.controllers.roster import RosterController
        from desk_app.controllers.settings import SettingsController
        from desk_app.controllers.watching import WatchController
        from desk_app.services.arrangement import Arranger

        tasks, clock = desk.tasks, desk.clock
        arranger = Arranger()  # two screens show one list
        self.events = EventsController(tasks, clock)
        self.importing = ImportController(tasks, clock)
        self.watching = WatchController(tasks)
        self.roster = RosterController(tasks, clock, arranger)
        self.badges = BadgesController(tasks, clock)
        self.designer = DesignerController(tasks, clock)
        self.attendance = AttendanceController(tasks, clock, arranger)
        self.settings = SettingsController(tasks)
        self.privacy = PrivacyController(tasks, clock)
        self.afterwards = AfterwardsController(tasks, clock)
        self.papers = PapersController(tasks, clock)
        self.letters = LettersController(tasks, clock)
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
        self.privacy.changed.connect(desk.stand)
        self.afterwards.changed.connect(desk.people_changed)
        self.afterwards.changed.connect(self.roster.refresh)
        self.afterwards.saved.connect(desk.notices.show_saved)
        self.privacy.changed.connect(self.events.refresh)
        self.privacy.changed.connect(desk.notices.remind)
        for changing in (self.roster.changed, self.importing.changed, self.badges.changed):
            changing.connect(desk.people_changed)
        self.watching.appeared.connect(self.importing.take_up)
        self.importing.appeared.connect(desk.notices.show_new_export)
        self.settings.changed.connect(desk.change_settings)
        self.settings.unpacked.connect(desk.stand)
        self.badges.printed.connect(desk.notices.show_printed)
        self.badges.again_asked.connect(desk.ask_again)
        self.badges.failed.connect(desk.notices.show_print_failure)

    def stand_at(self, standing: Standing | None) -> None:
        for controller in self.by_key.values():
            controller.stand_at(standing)
        self.watching.stand_at(standing)
        self.afterwards.stand_at(standing)
        self.papers.stand_at(standing)
        self.letters.stand_at(standing)


def _events_screen(desk: "DeskApp") -> QWidget:
    from desk_app.views.events_screen import EventsScreen

    screen = EventsScreen(desk.rest.events)
    screen.screen_wanted.connect(desk.frame.show_screen)
    screen.privacy_wanted.connect(partial(_open_privacy, desk, screen))
    return screen


def _open_privacy(desk: "DeskApp", screen: QWidget, event: int) -> None:
    from desk_app.views.privacy_dialog import PrivacyDialog

    dialog = PrivacyDialog(desk.rest.privacy, event, screen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


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
    screen.more_wanted.connect(partial(_open_more, desk, screen))
    return screen


def _open_more(desk: "DeskApp", screen: QWidget, wanted: tuple[str, int, str]) -> None:
    what, person, name = wanted
    dialogs = {"letter": _letter, "correct": _correct, "save": _save_data, "erase": _erase}
    dialog = dialogs[what](desk, screen, person, name)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _correct(desk: "DeskApp", screen: QWidget, person: int, name: str) -> QDialog:
    from desk_app.views.correction_dialog import CorrectionDialog

    return CorrectionDialog(desk.rest.afterwards, person, name, screen)


def _letter(desk: "DeskApp", screen: QWidget, person: int, _name: str) -> QDialog:
    return _paper(desk, screen, "attestation", (person,))


def _erase(desk: "DeskApp", screen: QWidget, person: int, name: str) -> QDialog:
    from desk_app.views.erase_dialog import EraseDialog

    assert desk.standing
    return EraseDialog(desk.rest.privacy, desk.standing.place.event, person, name, screen)


def _save_data(desk: "DeskApp", screen: QWidget, person: int, name: str) -> QDialog:
    from desk_app.views.file_dialogs import ask_where_to_save

    dialog = ask_where_to_save(screen, tr("Save this person’s data"), name, "json")
    dialog.fileSelected.connect(partial(_save_data_in, desk, person))
    return dialog


def _save_data_in(desk: "DeskApp", person: int, path: str) -> None:
    desk.rest.afterwards.save_data(person, Path(path))


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
    screen.paper_wanted.connect(partial(_open_paper, desk, screen))
    screen.return_wanted.connect(partial(_ask_for_export, desk, screen))
    return screen


def _open_paper(desk: "DeskApp", screen: QWidget, kind: str) -> None:
    dialog = _paper(desk, screen, kind)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _paper(
    desk: "DeskApp", screen: QWidget, kind: str, only: tuple[int, ...] = ()
) -> "PaperDialog":
    from desk_app.views.paper_dialog import PaperDialog

    dialog = PaperDialog(desk.rest.papers, kind, screen, only)
    dialog.text_wanted.connect(partial(_open_text, desk, dialog))
    return dialog


def _open_text(desk: "DeskApp", paper: "PaperDialog", kind: str, language: str) -> None:
    from desk_app.views.letter_dialog import LetterDialog

    dialog = LetterDialog(desk.rest.letters, kind, language, paper)
    dialog.accepted.connect(paper.draw)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _ask_for_export(desk: "DeskApp", screen: QWidget) -> None:
    from desk_app.views.file_dialogs import ask_for_file

    dialog = ask_for_file(screen, tr("Choose the export that came from your platform"))
    dialog.fileSelected.connect(partial(_ask_where_to_return, desk, screen))
    dialog.open()


def _ask_where_to_return(desk: "DeskApp", screen: QWidget, export: str) -> None:
    from desk_app.views.file_dialogs import ask_where_to_save

    kind = "xlsx" if export.lower().endswith((".xlsx", ".xls", ".ods")) else "csv"
    name = tr("{file} with attendance", file=Path(export).stem)
    dialog = ask_where_to_save(screen, tr("Save the export with the attendance"), name, kind)
    dialog.fileSelected.connect(partial(_return_export, desk, export))
    dialog.open()


def _return_export(desk: "DeskApp", export: str, target: str) -> None:
    desk.rest.afterwards.return_export(Path(export), Path(target))


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
