"""The camera's methods and signals: on and off, which one, and the codes that come into view."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from desk_app.clock import Clock
from desk_app.devices.barcodes import codes_in, small
from desk_app.devices.camera import Camera
from desk_app.devices.in_view import InView
from desk_app.domain.code_shape import NO_SHAPES, CodeShapes
from desk_app.domain.errors import DeskError
from desk_app.intake.scancode import candidates
from desk_app.services import settings
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

PACE_MS = 100  # between two looks: ten a second
SHARE = 3  # a look may take no more than one part in so many of the time
STUCK_MS = 5000  # a look that took so long will never end
PICTURE = 480  # pixels, the longer side of what is shown


@dataclass(frozen=True, slots=True)
class CameraState:
    """Whether a camera looks, which one, of which, and whether its picture is shown."""

    on: bool = False
    name: str = ""
    names: tuple[str, ...] = ()
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in one frame, and a small picture of it (null where none is shown)."""

    codes: tuple[str, ...]
    picture: QImage


class CameraController(QObject):
    """`scanned` carries each new code once; `refused` says in one sentence why there is no camera.

    One frame at a time is read, beside the UI thread; those that come meanwhile are dropped.
    `ticks` is a steady clock in ms.
    """

    changed = Signal(object)  # CameraState
    pictured = Signal(object)  # QImage
    scanned = Signal(object)  # str
    refused = Signal(object)  # DeskError

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        ticks: Clock,
        chosen: dict[str, str],
        make_camera: Callable[[QObject], Camera] = Camera,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._ticks = ticks
        self.make_camera = make_camera
        self._camera: Camera | None = None
        self._name = chosen.get("camera", "")
        self.state = CameraState(shown=chosen.get("camera_picture") != "no")
        self._in_view = InView()
        self._shapes = NO_SHAPES
        self._reading = False
        self._began = self._free_at = ticks()

    def turn(self) -> None:
        """Switch the camera on, or off; the desk remembers it for its next start."""
        on = not self.state.on
        self._keep("camera_on", "yes" if on else "no")
        self.switch_on() if on else self.switch_off()

    def switch_on(self) -> None:
        """Look through the camera that was used last, else the first one."""
        if self._camera is None:
            self._camera = self.make_camera(self)
            self._camera.framed.connect(self.see)
            self._camera.failed.connect(self._fail)
        self._tasks.look(self._camera.load, done=self._open, failed=self._fail)

    def switch_off(self) -> None:
        """Look no more, and forget what was in view."""
        if self._camera:
            self._camera.close()
        self._in_view = InView()
        self._tell(on=False)

    def use_next(self) -> None:
        """Look through the next camera, and remember it."""
        names = self.state.names
        if self.state.on and len(names) > 1:
            self._name = names[(names.index(self.state.name) + 1) % len(names)]
            self._keep("camera", self._name)
            self._open()

    def show_picture(self, shown: bool) -> None:
        """Whether people see what the camera sees; codes are read in any case."""
        self._keep("camera_picture", "yes" if shown else "no")
        self._tell(shown=shown)

    def know(self, shapes: CodeShapes) -> None:
        """What the roster's codes look like: beside one of them, the others in view are noise."""
        self._shapes = shapes

    @Slot(object)
    def see(self, frame: object) -> None:
        """A picture came: read it, unless one is being read or the last was a moment ago."""
        now = self._ticks()
        busy = self._reading and now - self._began < STUCK_MS
        if not self.state.on or busy or now < self._free_at:
            return
        self._reading, self._began = True, now
        self._tasks.look(_look, frame, self.state.shown, done=self._take)

    def _take(self, look: Look) -> None:
        now = self._ticks()
        self._reading = False
        self._free_at = self._began + max(PACE_MS, SHARE * (now - self._began))
        if not self.state.on:
            return
        if not look.picture.isNull():
            self.pictured.emit(look.picture)
        if code := self._in_view.look(self._wanted(look.codes), now):
            self.scanned.emit(code)

    def _wanted(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The codes like those of the roster; where there are none, all of them."""
        ours = tuple(it for it in codes if any(map(self._shapes.fits, candidates(it))))
        return ours or codes

    def _open(self, _loaded: object = None) -> None:
        assert self._camera
        names = self._camera.names()
        if not names:
            self._fail(DeskError("There is no camera here: scanners and names work as before."))
            return
        name = self._name if self._name in names else names[0]
        self._camera.open(name)
        self._reading = False
        self._tell(on=True, name=name, names=names)

    def _fail(self, error: DeskError) -> None:
        """Said once: the next start does not try, and say so, again."""
        self._keep("camera_on", "no")
        self.switch_off()
        self.refused.emit(error)

    def _tell(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)

    def _keep(self, key: str, value: str) -> None:
        self._tasks.db(_written, key, value)


def _look(frame: object, shown: bool) -> Look:
    from desk_app.devices.frames import gray

    whole = gray(frame)  # type: ignore[arg-type]  # QtMultimedia is imported by now
    return Look(codes_in(whole), small(whole, PICTURE) if shown else QImage())


def _written(session: Session, key: str, value: str) -> None:
    settings.write(session, key, value)
