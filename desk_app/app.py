"""The composition root: builds every part, wires the signals, closes in order."""

import gc
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMessageBox

from desk_app import role, words
from desk_app.ahead import Ahead
from desk_app.clock import Clock, system_clock
from desk_app.controllers.checkin import CheckIn, CheckInController, Counts
from desk_app.devices.sounds import Sounds
from desk_app.domain.errors import DeskError
from desk_app.domain.roles import Right, Role
from desk_app.dress import application as application
from desk_app.dress import apply_theme, speak
from desk_app.guard import Guard
from desk_app.notices import Notices
from desk_app.scanning import Scanning
from desk_app.schedule import Schedule
from desk_app.screens import NEEDS, SCREENS, Controllers
from desk_app.self_service import SelfService
from desk_app.services import pin, places, roster, settings
from desk_app.services.event_line import checkpoint_name, days
from desk_app.services.places import Standing
from desk_app.store.session import Session, Store
from desk_app.tasks import InlineTasks, Tasks
from desk_app.views.checkin_screen import CheckInScreen
from desk_app.views.frame import Frame
from desk_app.views.later import Later
from desk_app.views.palette import Command
from desk_app.views.window import DeskWindow
from desk_app.words import tr

if TYPE_CHECKING:
    from desk_app.services.print_queue import Queue

LISTEN_MS = 1500  # after the window is there; finding the loudspeaker takes a moment
PAINTED_MS = 100  # after the start: the first picture comes before all else


class DeskApp(QObject):
    """All parts of one desk: controllers live as long as it does, screens as long as a language."""

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock, chosen: dict[str, str]) -> None:
        super().__init__()
        self.tasks = tasks
        self.clock = clock
        self.settings = chosen
        self.standing: Standing | None = None
        self.checkin = CheckInController(tasks, clock)
        self.scanning = Scanning(self)
        self.schedule = Schedule(self)
        self.sounds = Sounds(parent=self)
        self.sounds.configure(chosen)
        self._rest: Controllers | None = None
        self.window = DeskWindow()
        self.frame = Frame()
        self.notices = Notices(self)
        self.guard = Guard(self)
        self.self_service = SelfService(self)
        self._connect()
        self.build()
        self.stand()
        QTimer.singleShot(PAINTED_MS, self._go_on)

    @property
    def rest(self) -> Controllers:
        """The controllers that no first picture needs, made when one of them is first asked for."""
        if self._rest is None:
            self._rest = Controllers(self)
            self._rest.stand_at(self.standing)
        return self._rest

    def build(self) -> None:
        """Build the frame and its screens, anew for each language and role."""
        shown = self.frame.current_key() or "checkin"
        self.self_service.close()
        self.frame = Frame()
        self.screen = CheckInScreen(self.checkin)
        self.screen.print_at_check_in(self.prints())
        self.scanning.fit(self.screen)
        self.screen.badge_wanted.connect(self.print_badge)
        self.screen.edit_wanted.connect(self.open_person)
        self.screen.lead_wanted.connect(self.guard.ask_lead)
        self.frame.add_screen("checkin", self.screen)
        for key, build in SCREENS.items():
            if role.may(NEEDS[key]):
                self.frame.add_screen(key, Later(partial(build, self)))
        self.frame.header.role_pressed.connect(self.guard.press_mark)
        self.guard.show_mark()
        self.frame.offer_commands(self._commands)
        self.frame.screen_shown.connect(self._refresh)
        if role.current() is Role.VISITOR:
            self.self_service.open()
        else:
            self.window.show_whole(self.frame)
        self._watch_keys(QGuiApplication.focusWindow())
        self.window.retranslate()
        self.frame.show_screen(shown)
        self._show_standing()

    def build_again(self) -> None:
        """Other words, or another role: everything on the screen is another."""
        self.build()
        if self.standing:
            self._stand_at(self.standing)

    def stand(self, _event: object = None) -> None:
        """Find out where the desk stands, and tell everybody."""
        self.tasks.db(_standing, self.clock(), done=self._stand_at, failed=self._stand_nowhere)

    def stand_here(self, checkpoint: str) -> None:
        """Work at another checkpoint of the event in hand, until the next one opens."""
        self.schedule.hold()
        self.move_to(checkpoint)

    def move_to(self, checkpoint: str) -> None:
        """Work at another checkpoint of the event in hand."""
        if self.standing:
            place = replace(self.standing.place, checkpoint=checkpoint)
            self.tasks.db(places.stand_at, place)
            self.tasks.db(_standing_at, self.clock(), checkpoint, done=self._stand_at)

    def change_settings(self, chosen: object) -> None:
        """Take over what the settings screen says; a new language builds the screens anew."""
        assert isinstance(chosen, dict)
        before, self.settings = self.settings, {**self.settings, **chosen}
        if self.settings.get("theme") != before.get("theme"):
            apply_theme(self.settings)
        if self.settings.get("language") != before.get("language"):
            speak(self.settings)
            self.build_again()
        self.screen.print_at_check_in(self.prints())
        self.screen.wedge.configure(self.settings)
        self.sounds.configure(self.settings)

    def close(self) -> None:
        """Finish the work under way and close the ledger."""
        application().focusWindowChanged.disconnect(self._watch_keys)
        self.scanning.camera.switch_off()
        self.tasks.close()
        self.tasks.store.close()

    def people_changed(self, _what: object = None) -> None:
        """The list is another now: count again, and look at its codes."""
        self.checkin.refresh()
        self.scanning.learn()

    def _connect(self) -> None:
        self.checkin.counted.connect(self._show_counts)
        self.checkin.resolved.connect(self._sound)
        self.checkin.grouped.connect(self._welcome_all)
        self.checkin.resolved.connect(self.print_at_check_in)
        application().focusWindowChanged.connect(self._watch_keys)
        self.window.dropped.connect(self._take_file)
        self.window.closing.connect(self.close)
        self.window.leave_wanted.connect(self.guard.ask_pin)
        self.window.watch_unsaved(self._has_unsaved)
        self.window.save_asked.connect(self._ask_to_leave)

    def _has_unsaved(self) -> bool:
        """A layout that somebody designed, and that whoever is here may save."""
        return bool(self._rest and self._rest.designer.unsaved and role.may(NEEDS["designer"]))

    def _ask_to_leave(self) -> None:
        """Where the design is, so that it is seen what would be lost."""
        self.frame.show_screen("designer")
        self.frame.ask_to_leave(self.window.close)

    def _watch_keys(self, window: QWindow | None) -> None:
        """A scan works in every window of ours, also where a dialog has the keys."""
        if window is not None:
            visitors = self.self_service.screen
            (visitors or self.screen).wedge.watch(window)

    def _stand_at(self, standing: Standing) -> None:
        self.standing = standing
        self.checkin.stand_at(standing)
        if self._rest:
            self._rest.stand_at(standing)
        self.self_service.stand_at(standing)
        self._show_standing()
        self.tasks.db(roster.warm_up)
        self.scanning.learn()
        self._warm_up_ear(ascii_lowercase)

    def _warm_up_ear(self, letters: str) -> None:
        """One letter after the other: scans and keys have their turn in between."""
        if letters:
            self.tasks.db(roster.warm_up_ear, letters, done=self._warm_up_ear, later=True)

    def _stand_nowhere(self, _error: DeskError) -> None:
        """No event yet: the events screen says what to do."""
        self.standing = None
        self._show_standing()
        self.frame.show_screen("events")

    def _show_standing(self) -> None:
        header, it = self.frame.header, self.standing
        if it is None:
            header.set_event(tr("No event yet"), tr("Import an event, or make one by hand."))
            return
        spoken = words.current()
        place = ", ".join(filter(None, (it.event.venue, it.event.city)))
        door = checkpoint_name(it.checkpoint, spoken) if len(it.event.checkpoints) > 1 else ""
        parts = (it.event.kind, days(it.event.days, spoken), place, door)
        header.set_event(it.event.title, " · ".join(filter(None, parts)))
        if packed := self.tasks.store.packed:
            header.set_state(tr("Read only: {file}", file=packed), "mind", "eye")
        else:
            header.set_state(tr("Offline – safe on this desk"), "quiet")

    def _show_counts(self, counts: Counts) -> None:
        self.frame.header.set_counts(counts.arrived, counts.expected, counts.inside)

    def _refresh(self, key: str) -> None:
        if key == "checkin":
            self.checkin.refresh()
        else:
            self.rest.by_key[key].refresh()

    def prints(self) -> bool:
        """Whether a badge comes out at check-in."""
        return self.settings.get("print_at_check_in") == "yes"

    def _sound(self, answer: CheckIn) -> None:
        self.sounds.sound(answer.outcome.value)

    def _welcome_all(self, answers: tuple[CheckIn, ...]) -> None:
        for answer in answers:
            self.print_at_check_in(answer)
        self._sound(min(answers, key=lambda it: it.outcome.admits))

    def print_at_check_in(self, answer: CheckIn) -> None:
        """Print the badge of somebody who has just come in without, where that was chosen."""
        if answer.badge_due and answer.person and self.prints():
            self.rest.badges.print_one(answer.person.id)

    def _go_on(self) -> None:
        """Once the window is painted: no first picture needs any of it."""
        if not self.tasks.store.packed:  # which prints nothing, and has no labels of its own
            self.tasks.db(_go_on, self.clock(), done=self._go_on_printing)

    def _go_on_printing(self, queue: "Queue") -> None:
        """What the desk was printing when it ended is asked about; what only waited goes out."""
        from desk_app.services.print_jobs import State

        doubtful = queue.count(State.UNKNOWN)
        if doubtful:
            self.rest.badges.queue.ask()
            self.notices.show_doubtful(doubtful)
        if queue.count(State.QUEUED):
            self.rest.badges.queue.go_on()

    def print_badge(self, person: int) -> None:
        """Print the badge of whoever is on a card; a second one is asked about."""
        self.rest.badges.print_card(person)

    def ask_again(self, asked: Any) -> None:
        """Somebody has a badge already: why another one?"""
        from desk_app.views.reprint_dialog import ReprintDialog

        dialog = ReprintDialog(asked, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_out(self) -> None:
        """Watch for newer exports, where somebody asked for that; the window is there by now."""
        if any(key.startswith("watch:") and place for key, place in self.settings.items()):
            self.rest.watching.refresh()

    def open_person(self, person: int) -> None:
        """Show a person's card in the roster, where it can be corrected."""
        if role.may(NEEDS["roster"]):
            self.frame.show_screen("roster")
            self.rest.roster.open_card(person)

    def show_people(self, wish: Any) -> None:
        """Show the people behind a number, in the roster."""
        self.frame.show_screen("roster")
        self.rest.roster.show(wish)

    def show_badges(self, people: tuple[int, ...]) -> None:
        """Show the badges of people who were chosen, ready to be printed."""
        self.frame.show_screen("badges")
        self.rest.badges.choose_people(people)

    def _take_file(self, path: str) -> None:
        if not role.may(Right.IMPORT):
            return
        self.frame.show_screen("import" if self.standing else "events")
        if self.standing:
            self.rest.importing.open(Path(path))
        else:
            self.rest.events.take_in(Path(path))

    def _ask_undo(self) -> None:
        self.frame.show_screen("checkin")
        self.checkin.ask_undo()

    def _turn(self) -> None:
        self.frame.show_screen("checkin")
        self.checkin.turn(not self.checkin.going_out)

    def _commands(self) -> list[Command]:
        commands = [Command(tr("Undo the last action"), "Ctrl+Z", self._ask_undo)]
        way = tr("People come in") if self.checkin.going_out else tr("People go out")
        commands.append(Command(way, "Ctrl+D", self._turn))
        design = partial(self.frame.go_to, "designer")
        commands.append(Command(tr("Design badge layouts"), "", design))
        if self.standing:
            commands += [
                Command(
                    tr("Checkpoint: {name}", name=checkpoint_name(it, words.current())),
                    "",
                    partial(self.stand_here, it.key),
                )
                for it in self.standing.event.checkpoints
            ]
        if role.may(Right.CHOOSE_SETTINGS):
            commands += [
                Command(tr("Read a packed desk…"), "", partial(self._ask_settings, "review")),
                Command(tr("Take in a packed desk…"), "", partial(self._ask_settings, "unpack")),
            ]
        return [*commands, self.scanning.command(), *self.guard.commands()]

    def _ask_settings(self, what: str) -> None:
        self.frame.show_screen("settings")
        self.rest.settings.asked.emit(what)


def open_window(folder: Path, packed: Path | None = None) -> int:
    """Open the desk on a data folder, or a packed desk; returns when the window is closed.

    Whoever calls has asked `ground` whether Qt can stand here, before importing this module.
    """
    gc.disable()  # until the window is there: all that start-up makes is kept
    app = application()
    try:
        store = _opened(folder, packed)
    except DeskError as error:
        _tell_before_leaving(error)
        raise
    desk = start(app, Tasks(store), system_clock)
    desk.schedule.watch()
    desk.window.fit_screen()
    desk.window.show()
    QTimer.singleShot(0, keep_what_is_there)
    QTimer.singleShot(0, desk.look_out)
    QTimer.singleShot(LISTEN_MS, desk.sounds.prepare)
    QTimer.singleShot(LISTEN_MS, desk.scanning.look_as_before)
    QTimer.singleShot(LISTEN_MS, desk.notices.remind)
    QTimer.singleShot(LISTEN_MS, Ahead(desk).begin)
    return app.exec()


def _opened(folder: Path, packed: Path | None) -> Store:
    if packed is None:
        return places.open_desk(folder, system_clock())
    from desk_app.services import reviews

    return reviews.open_packed(packed, folder)


def _go_on(session: Session, now: int) -> "Queue":
    from desk_app.services import going_on  # in this thread: it takes longer than a frame

    return going_on.go_on(session, now)


def _tell_before_leaving(error: DeskError) -> None:
    """Started from an icon, nobody sees a terminal; offscreen, nobody sees a window."""
    speak({})
    if QApplication.platformName() != "offscreen":
        text = words.say(error.sentence, words.current())
        QMessageBox.critical(None, tr("Registration desk"), text)


def keep_what_is_there() -> None:
    """What was imported and built lives as long as the window: never collect among it again."""
    gc.freeze()


def start(app: QApplication, tasks: Tasks | InlineTasks, clock: Clock) -> DeskApp:
    """Dress the application and build the desk; the window is not shown yet."""
    with tasks.store.transaction() as session:
        chosen, guarded = settings.read(session), pin.state(session)
    role.use(guarded.role, guarded=guarded.has_pin)
    speak(chosen)
    apply_theme(chosen)
    desk = DeskApp(tasks, clock, chosen)
    sys.excepthook = lambda _kind, error, _trace: QTimer.singleShot(
        0, desk, partial(desk.notices.show_crash, error)
    )
    return desk


def _standing(session: Session, now: int) -> Standing:
    return places.here(session, now)


def _standing_at(session: Session, now: int, checkpoint: str) -> Standing:
    return places.here(session, now, "", checkpoint)
