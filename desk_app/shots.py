"""A picture of every screen with the sample event, drawn without a screen."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.clock import Clock
from desk_app.domain.errors import DeskError
from desk_app.ground import check_libraries, stand_offscreen

if TYPE_CHECKING:
    from desk_app.app import DeskApp

MORNING = datetime(2024, 7, 3, 6, 48, tzinfo=UTC)
SETTLE_MS = 200  # longer than the banner slides


def take(folder: Path, size: str, theme: str, language: str, data: Path | None) -> list[Path]:
    """Write a PNG of each screen and return the files; DeskError for an impossible size.

    The pictures show the data folder's event, or the sample event where none is given.
    """
    width, height = _pixels(size)
    stand_offscreen()
    check_libraries()
    with tempfile.TemporaryDirectory(prefix="registration-desk-") as own:
        desk = _desk(data or Path(own), sample=data is None)
        desk.change_settings({"theme": theme, "language": language})
        desk.window.resize(width, height)
        desk.window.show()
        folder.mkdir(parents=True, exist_ok=True)
        files = [
            picture(desk, folder / f"{name}-{theme}-{language}-{size}.png")
            for name, show in _SHOTS.items()
            for _ in [show(desk)]
        ]
        desk.window.close()
    return files


def picture(desk: "DeskApp", file: Path) -> Path:
    """Save what the window shows once it has settled."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()
    if not desk.window.grab().save(str(file)):
        raise DeskError("The picture {file} cannot be written. Choose another folder.", file=file)
    return file


def slow_clock() -> Clock:
    """The morning of the sample event, where something happens every half minute or so."""
    return _ticking().__next__


def _ticking() -> Iterator[int]:
    moment, step = MORNING, 0
    while True:
        yield int(moment.timestamp() * 1000)
        step += 1
        moment += timedelta(seconds=25 + step * 37 % 50)


def _desk(folder: Path, *, sample: bool) -> "DeskApp":
    from desk_app import app
    from desk_app.sample import fill, play_morning
    from desk_app.services.places import open_desk
    from desk_app.tasks import InlineTasks

    qt = app.application()
    clock = slow_clock()
    store = open_desk(folder, clock())
    if sample:
        fill(store, clock)
        play_morning(store, clock)
    return app.start(qt, InlineTasks(store), clock)


def _pixels(size: str) -> tuple[int, int]:
    width, _, height = size.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 0 < int(width) < 10_000 and int(height) > 0):
        raise DeskError("The size {size} is not like 1280x800 (width x height).", size=size)
    return int(width), int(height)


def _ready(desk: "DeskApp") -> None:
    desk.frame.show_screen("checkin")
    desk.screen.field.clear()


def _typed(desk: "DeskApp") -> None:
    _ready(desk)
    desk.screen.field.setText("la")


def _welcome(desk: "DeskApp") -> None:
    _scan_first(desk, "expected")


def _already(desk: "DeskApp") -> None:
    _scan_first(desk, "arrived")


def _cancelled(desk: "DeskApp") -> None:
    _scan_first(desk, "cancelled")


def _unknown(desk: "DeskApp") -> None:
    _ready(desk)
    desk.checkin.scan("ZX81-00042")


def _scan_first(desk: "DeskApp", kind: str) -> None:
    """Scan somebody of this state, who is in every roster that has one."""
    from desk_app.services import attendance

    _ready(desk)
    assert desk.standing
    with desk.tasks.store.transaction() as session:
        people = attendance.listing(session, desk.standing.place, kind)
        absent = [it for it in people if kind != "expected" or it.here_at is None]
    if absent:
        desk.checkin.enter(absent[0].id)


def _screen(key: str) -> Callable[["DeskApp"], None]:
    return lambda desk: desk.frame.show_screen(key)


def _preview(desk: "DeskApp") -> None:
    from desk_app.sample import newer_export

    desk.frame.show_screen("import")
    desk.rest.importing.open(newer_export())


def _designer(desk: "DeskApp") -> None:
    from desk_app.views.designer_screen import DesignerScreen

    desk.frame.show_screen("designer")
    desk.rest.designer.open("centred")
    screen = desk.frame.findChild(DesignerScreen)
    assert isinstance(screen, DesignerScreen)
    screen.pick(1)


def _kiosk(desk: "DeskApp") -> None:
    """Self-service, in a window of the size that was asked for; nothing of it is kept."""
    from desk_app import role
    from desk_app.domain.roles import Role

    size = desk.window.size()
    role.use(Role.VISITOR, guarded=True)
    desk.build_again()
    desk.window.showNormal()
    desk.window.resize(size)


def _kiosk_welcome(desk: "DeskApp") -> None:
    from desk_app.services.kiosk import Greeting, Reply

    screen = desk.self_service.screen
    assert screen
    screen.show_greeting(Greeting(Reply.WELCOME, "Camille"))


_SHOTS: dict[str, Callable[["DeskApp"], None]] = {
    "checkin": _typed,
    "checkin-welcome": _welcome,
    "checkin-already-in": _already,
    "checkin-cancelled": _cancelled,
    "checkin-unknown": _unknown,
    "events": _screen("events"),
    "roster": _screen("roster"),
    "badges": _screen("badges"),
    "designer": _designer,
    "attendance": _screen("attendance"),
    "import": _screen("import"),
    "import-preview": _preview,
    "settings": _screen("settings"),
    "kiosk": _kiosk,
    "kiosk-welcome": _kiosk_welcome,
}
