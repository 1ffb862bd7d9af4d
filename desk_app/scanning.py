"""How the ways of scanning belong together: the wedge, the camera, and what the desk learns."""

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app import role, words
from desk_app.controllers.camera import CameraController
from desk_app.controllers.checkin import CheckIn
from desk_app.devices.wedge import Trial
from desk_app.domain.code_shape import NO_SHAPES, CodeShapes
from desk_app.domain.errors import DeskError
from desk_app.domain.roles import Role
from desk_app.services import code_shapes
from desk_app.views.camera_strip import SWITCH, CameraButton, CameraStrip
from desk_app.views.checkin_screen import CheckInScreen
from desk_app.views.palette import Command
from desk_app.words import tr

if TYPE_CHECKING:
    from desk_app.app import DeskApp
    from desk_app.views.kiosk_screen import KioskScreen


class Scanning(QObject):
    """Lives as long as the desk; each language's check-in screen is fitted with it anew."""

    def __init__(self, desk: "DeskApp") -> None:
        super().__init__()
        self._desk = desk
        self._shapes = NO_SHAPES
        self._offered: set[str] = set()
        self.camera = CameraController(desk.tasks, _ticks, desk.settings)
        self.camera.scanned.connect(self._show_check_in)
        self.camera.refused.connect(self._show_no_camera)
        desk.checkin.resolved.connect(self._offer_keyboard)

    def fit(self, screen: CheckInScreen) -> None:
        """Connect a new check-in screen with the scanner and the camera."""
        screen.wedge.configure(self._desk.settings)
        screen.wedge.know(self._shapes)
        screen.wedge.scanned.connect(self._show_check_in)
        screen.wedge.tried.connect(self._try_scan)
        screen.add_camera(CameraButton(self.camera), CameraStrip(self.camera))
        if role.current() is not Role.VISITOR:  # whom self-service answers
            self.camera.scanned.connect(screen.take_seen)

    def serve(self, screen: "KioskScreen") -> None:
        """Connect self-service with the scanner and the camera instead."""
        screen.wedge.configure(self._desk.settings)
        screen.wedge.know(self._shapes)
        self.camera.scanned.connect(screen.take_scan)

    def learn(self) -> None:
        """Find out what the codes of the event in hand look like."""
        if it := self._desk.standing:
            self._desk.tasks.db(code_shapes.learn, it.place.event, done=self._know, later=True)

    def look_as_before(self) -> None:
        """Where the camera was on when the desk was closed, it is on again."""
        if self._desk.settings.get("camera_on") == "yes":
            self.camera.switch_on()

    def command(self) -> Command:
        """The camera's key among the commands."""
        turn = tr("Switch the camera off") if self.camera.state.on else tr("Switch the camera on")
        return Command(turn, SWITCH, self.camera.turn)

    def _know(self, shapes: CodeShapes) -> None:
        self._shapes = shapes
        self._desk.screen.wedge.know(shapes)
        self.camera.know(shapes)

    def _show_check_in(self, _code: object) -> None:
        """Whatever was in front, the verdict is seen."""
        if self._desk.frame.current_key() != "checkin":
            self._desk.frame.show_screen("checkin")

    def _try_scan(self, trial: Trial) -> None:
        self._desk.rest.settings.try_scan(trial)

    def _offer_keyboard(self, answer: CheckIn) -> None:
        """A code had to be read back: offer to do so at once from now on; asked once."""
        if not answer.keyboard or answer.keyboard in self._offered:
            return
        from desk_app.views.scanner_trial import keyboard_name

        self._offered.add(answer.keyboard)
        notice, keyboard = self._desk.frame.notice, keyboard_name(answer.keyboard)
        notice.say(
            tr("This scanner types as on a US keyboard; the computer’s is {keyboard}.",
               keyboard=keyboard),
            tr("The code was read all the same."),
            tone="accent",
        )  # fmt: skip
        keep = partial(self._desk.rest.settings.choose, "scanner_keyboard", answer.keyboard)
        notice.offer(tr("Remember"), keep, "Ctrl+R")

    def _show_no_camera(self, error: DeskError) -> None:
        """Nothing is broken: the desk works without one."""
        self._desk.frame.notice.say(words.say(error.sentence, words.current()), tone="mind")


def _ticks() -> int:
    """A steady clock in ms."""
    return int(monotonic() * 1000)
