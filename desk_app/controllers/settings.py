"""The settings screen's methods and signals: what this desk remembers, and its data."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app import whole_file
from desk_app.badges import stocks
from desk_app.collecting import without_collecting
from desk_app.devices import second_window
from desk_app.devices.wedge import TRIES as TRIES
from desk_app.devices.wedge import Trial as Trial
from desk_app.domain.errors import DeskError
from desk_app.intake.keyboards import keyboards as keyboards
from desk_app.services import events, own_fonts, settings, whom
from desk_app.services.checkin import Place
from desk_app.services.places import Standing
from desk_app.services.reprints import REASON_WANTED
from desk_app.store import erasing, exchange
from desk_app.store.copying import save_copy
from desk_app.store.exchange import Taken
from desk_app.store.session import Session
from desk_app.store.verify import Verification, verify
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "REASON_WANTED",
    "TRIES",
    "Settings",
    "SettingsController",
    "Taken",
    "Trial",
    "Tried",
    "Verification",
    "keyboards",
]

KEYS = (
    "language",
    "theme",
    "print_at_check_in",
    "sound",
    "scanner_end",
    "scanner_prefix",
    "scanner_suffix",
    "scanner_keyboard",
    "follow_schedule",
    REASON_WANTED,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """As they stand; `language` and `theme` may be "system", `stock` is a stock's English name."""

    language: str
    theme: str
    print_at_check_in: bool
    desk_name: str
    stock: str
    printer: str
    folder: Path
    sound: str = "normal"
    scanner_end: str = "key"
    scanner_prefix: str = ""
    scanner_suffix: str = ""
    font: str = ""  # "" for the usual one
    scanner_keyboard: str = ""
    follow_schedule: bool = True
    reason_wanted: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """A scan to try, whose code it is, and the keyboard from which it had to be read back."""

    trial: Trial
    names: tuple[str, ...] = ()
    keyboard: str = ""


class SettingsController(QObject):
    """`changed` carries every remembered setting by its key, once it is written."""

    known = Signal(object)  # Settings
    changed = Signal(object)  # a dict of str to str: all settings
    verified = Signal(object)  # Verification
    copied = Signal(object)  # the Path of the copy
    tried = Signal(object)  # Tried
    packed = Signal(object)  # the Path of the packed ledger
    asked = Signal(str)  # "review" or "unpack": somebody wants to choose the file for it
    unpacked = Signal(object)  # Taken: what another desk's ledger brought

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        open_packed: Callable[[Path, Path], None] = second_window.open_packed,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._open_packed = open_packed
        self._place: Place | None = None

    def stand_at(self, standing: Standing | None) -> None:
        """Settings are the desk's, whatever the event; a scan to try is looked up in this one."""
        self._place = standing.place if standing else None

    def refresh(self) -> None:
        """Read the settings again."""
        self._tasks.db(_read, self._tasks.store.folder, done=self.known.emit, newest="settings")

    def choose(self, key: str, value: str) -> None:
        """Remember one setting of `KEYS`; "print_at_check_in" is "yes" or "no"."""
        if key not in KEYS:
            raise ValueError(key)
        self._tasks.db(_written, key, value, done=self._tell)

    def try_scan(self, trial: Trial) -> None:
        """Somebody scanned to try the scanner: whose code is it? Nothing is written."""
        if self._place is None:
            self.tried.emit(Tried(trial))
        else:
            self._tasks.db(_tried, self._place, trial, done=self.tried.emit)

    def rename_desk(self, name: str) -> None:
        """Name this desk as people call it; an empty name gives back the one of this start."""
        self._tasks.db(_renamed, name, done=self._tell)

    def choose_font(self, file: Path) -> None:
        """Write badges and documents in this typeface, where it has the letters."""
        self._tasks.db(own_fonts.keep_font, file, done=self._told_of_font)

    def usual_font(self) -> None:
        """Write badges and documents in the fonts that ship with the desk."""
        self._tasks.db(own_fonts.usual_font, done=self._told_of_font)

    def verify(self) -> None:
        """Prove that nothing was lost: read the whole ledger and compare."""
        self._tasks.db(verify, done=self.verified.emit)

    def save_copy(self, path: Path) -> None:
        """Copy all data of this desk into one file."""
        self._tasks.make(save_copy, self._tasks.store.file, path, done=self.copied.emit)

    def _told_of_font(self, _name: object) -> None:
        self.refresh()

    def pack(self, path: Path) -> None:
        """Write every event with all that happened into one file, for another desk."""
        self._tasks.db(_packed, done=partial(self._write_pack, path))

    def unpack(self, path: Path) -> None:
        """Take in what another desk packed; the same file again changes nothing."""
        self._tasks.make(whole_file.read, path, done=self._take_in)

    def review(self, path: Path) -> None:
        """Open what another desk packed in a window of its own, to be read; this desk goes on."""
        self._tasks.make(_checked, path, done=self._open_review)

    def _open_review(self, path: Path) -> None:
        try:
            self._open_packed(path, self._tasks.store.folder)
        except DeskError as error:
            self._tasks.refused.emit(error)

    def _write_pack(self, path: Path, content: bytes) -> None:
        self._tasks.make(whole_file.write, path, content, done=self.packed.emit)

    def _take_in(self, content: bytes) -> None:
        self._tasks.db(_taken_in, content, done=self._finish)

    def _finish(self, taken: Taken) -> None:
        """What was erased elsewhere leaves this desk's files as well."""
        if taken.erased:
            self._tasks.make(erasing.finish, self._tasks.store)
        self.unpacked.emit(taken)

    def _tell(self, known: dict[str, str]) -> None:
        self.changed.emit(known)
        self.refresh()


def _packed(session: Session) -> bytes:
    with without_collecting():
        return b"".join(exchange.exported(session))


def _checked(path: Path) -> Path:
    exchange.check(whole_file.read(path))
    return path


def _taken_in(session: Session, content: bytes) -> Taken:
    taken = exchange.take_in(session, content)
    known = events.all_events(session)
    if known and events.in_hand(session) is None:
        events.choose(session, known[0].id)
    return taken


def _read(session: Session, folder: Path) -> Settings:
    known = settings.read(session)
    names = {it.id: it.name for it in stocks.stocks()}
    return Settings(
        language=known.get("language", "system"),
        theme=known.get("theme", "system"),
        print_at_check_in=known.get("print_at_check_in") == "yes",
        desk_name=settings.desk_names(session).get(session.desk.id, session.desk.name),
        stock=names.get(known.get("stock", ""), names[stocks.DEFAULT]),
        printer=known.get("printer", ""),
        folder=folder,
        sound=known.get("sound", "normal"),
        scanner_end=known.get("scanner_end", "key"),
        scanner_prefix=known.get("scanner_prefix", ""),
        scanner_suffix=known.get("scanner_suffix", ""),
        font=own_fonts.name_of(known),
        scanner_keyboard=known.get("scanner_keyboard", ""),
        follow_schedule=known.get("follow_schedule") != "no",
        reason_wanted=known.get(REASON_WANTED) == "yes",
    )


def _tried(session: Session, place: Place, trial: Trial) -> Tried:
    found = whom.tried(session, place, trial.code, 0)
    return Tried(trial, tuple(it.full_name for it in found.several), found.keyboard)


def _written(session: Session, key: str, value: str) -> dict[str, str]:
    settings.write(session, key, value)
    return settings.read(session)


def _renamed(session: Session, name: str) -> dict[str, str]:
    settings.rename_desk(session, name)
    return settings.read(session)
