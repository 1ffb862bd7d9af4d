"""Opening the desk, and where it stands: the folder, the event in hand, the checkpoint."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Checkpoint, Event
from desk_app.domain.names import plain
from desk_app.services import events, past_imports, settings
from desk_app.services.checkin import Place
from desk_app.services.event_line import checkpoint_name
from desk_app.store import erasing, reindexing
from desk_app.store.session import Session, Store


@dataclass(frozen=True, slots=True)
class Standing:
    """Where this desk stands, with what is known of the event and the checkpoint."""

    place: Place
    event: Event
    checkpoint: Checkpoint


def open_desk(folder: Path, now: int) -> Store:
    """Open the data folder, take back what a crash cut short there, and finish what may not wait.

    An erasure is never taken back: what is left of one is done now.
    """
    store = Store(folder)
    with store.transaction() as session:
        reindexing.renew(session)
        cut_short = past_imports.cut_short(session)
        unerased = erasing.unfinished(session) or erasing.unscrubbed(session)
    if cut_short:
        _recover(store, now)
    if unerased:
        erasing.finish(store)
    return store


def here(session: Session, now: int, event: str = "", checkpoint: str = "") -> Standing:
    """The event and checkpoint meant by what a person typed, else those in hand.

    Without a word, the checkpoint of today (in the event's zone), else the one chosen last,
    else the first. DeskError where there is none, or several fit.
    """
    identity = events.named(session, event) if event else events.in_hand(session)
    if identity is None:
        raise DeskError("There is no event on this desk yet. Import an event first.")
    described = events.one(session, identity).event
    if checkpoint:
        point = _named(described, checkpoint)
    else:
        last = settings.read(session).get(f"checkpoint-{identity}", "")
        point = _usual(described, last, _today(described, now))
    return Standing(Place(identity, point.key), described, point)


def stand_at(session: Session, place: Place) -> None:
    """Remember the checkpoint that somebody chose."""
    settings.write(session, f"checkpoint-{place.event}", place.checkpoint)


def _recover(store: Store, now: int) -> None:
    try:
        from desk_app.services import imports  # no start needs it but one after a crash

        with imports.only_one(store.folder), store.transaction() as session:
            imports.recover(session, now)
    except DeskError:
        return  # another window is importing right now: nothing was cut short


def _named(event: Event, text: str) -> Checkpoint:
    fitting = [
        it
        for it in event.checkpoints
        if text == it.key or plain(text) in map(plain, (it.name, *_day_names(it)))
    ]
    if len(fitting) == 1:
        return fitting[0]
    raise DeskError(
        "There is no checkpoint “{text}” at this event. There are: {all}.",
        text=text,
        all=", ".join(it.key for it in event.checkpoints),
    )


def _day_names(checkpoint: Checkpoint) -> list[str]:
    return [checkpoint_name(checkpoint, language) for language in ("fr", "en")]


def _usual(event: Event, last: str, today: date) -> Checkpoint:
    of_today = (it for it in event.checkpoints if it.day == today)
    chosen = (it for it in event.checkpoints if it.key == last)
    return next(chain(of_today, chosen, event.checkpoints))


def _today(event: Event, now: int) -> date:
    return datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(event.zone)).date()
