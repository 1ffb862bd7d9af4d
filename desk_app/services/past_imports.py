"""The imports of an event so far: which of them ended, which were taken back, which count."""

from dataclasses import dataclass

from desk_app.domain.attendee import annulled
from desk_app.domain.facts import Annulled, FactId, ImportFinished, ImportStarted
from desk_app.store import ledger
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Past:
    """One import; `finished` is None where it was cut short or goes on. Times are ms UTC."""

    source: FactId
    at: int
    started: ImportStarted
    finished: ImportFinished | None
    finished_at: int
    taken_back: bool

    @property
    def counts(self) -> bool:
        return self.finished is not None and not self.taken_back


def so_far(session: Session, event: int) -> list[Past]:
    """Every import that ever began, the oldest first."""
    facts = ledger.about_event(session, event, ImportStarted, ImportFinished, Annulled)
    void = annulled(facts)
    ended = {it.body.source: it for it in facts if isinstance(it.body, ImportFinished)}
    return [
        Past(
            it.id,
            it.clock,
            it.body,
            end.body if end and isinstance(end.body, ImportFinished) else None,
            end.clock if end else 0,
            it.id in void,
        )
        for it in facts
        if isinstance(it.body, ImportStarted)
        for end in [ended.get(it.id)]
    ]


def kept_last(session: Session, event: int) -> bool:
    """Whether the last import that counts kept people whom its platform means to be cancelled."""
    ended = [it.finished for it in so_far(session, event) if it.counts and it.finished]
    return ended[-1].kept if ended else False


def unfinished(session: Session) -> list[tuple[FactId, int]]:
    """This desk's imports that began and did not end, each with its event."""
    return [
        (it.source, event)
        for event in [row.id for row in session.run("SELECT id FROM event")]
        for it in so_far(session, event)
        if it.finished is None and not it.taken_back and it.source.desk == session.desk.id
    ]


def cut_short(session: Session) -> bool:
    """Whether a crash left anything for `imports.recover`."""
    return bool(unfinished(session) or ledger.unswept(session))
