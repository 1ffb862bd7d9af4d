"""The attendance list as a document: who is on it, the totals above it, and the file itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desk_app.collecting import without_collecting
from desk_app.domain.event import Checkpoint, Event
from desk_app.domain.papers import Letterhead
from desk_app.domain.registration import Status
from desk_app.reports.attendance import AttendanceRow, AttendanceSummary
from desk_app.services import afterwards, attendance, badge_answers, events, particulars, roster
from desk_app.services.attendance import Figures
from desk_app.services.checkin import Place
from desk_app.services.event_line import checkpoint_name, day, event_line
from desk_app.store.people import People, Person
from desk_app.store.session import Session
from desk_app.words import say, sayn

KINDS = ("csv", "xlsx", "pdf", "json")
_STATUS = {
    Status.CONFIRMED: "Absent",
    Status.CHECKED_IN: "Absent",
    Status.PENDING: "To be confirmed",
    Status.WAITING_LIST: "On the waiting list",
    Status.CANCELLED: "Registration cancelled",
    Status.BLOCKED: "Blocked",
}
_TOTALS = (
    ("People registered", "registered"),
    ("People expected", "expected"),
    ("People present", "arrived"),
    ("People absent", "absent"),
    ("Registered at the desk", "walk_ins"),
    ("Registrations to be confirmed", "pending"),
    ("People on the waiting list", "waiting"),
    ("Cancelled registrations", "cancelled"),
    ("Places still free", "places_left"),
)
_ONLY = {
    "expected": "Only the people expected",
    "arrived": "Only the people present",
    "absent": "Only the people absent",
    "walk_ins": "Only those registered at the desk",
    "pending": "Only registrations to be confirmed",
    "waiting": "Only the waiting list",
    "cancelled": "Only cancelled registrations",
}


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a document says, read from the database; drawing it needs no database."""

    summary: AttendanceSummary
    people: People
    event: Event
    checkpoint: Checkpoint
    letterhead: Letterhead
    notes: tuple[str, ...] = ()
    voided: Mapping[int, int] = field(default_factory=dict)  # codes of one's own before this one


def document(
    session: Session, place: Place, kind: str, language: str, now: int, only: str = "all"
) -> bytes:
    """The list at a checkpoint as the bytes of a "csv", "xlsx" or "pdf" file."""
    return drawn(contents(session, place, language, now, only), kind)


def contents(
    session: Session, place: Place, language: str, now: int, only: str = "all"
) -> Contents:
    """What stands on the list; `only` is a key of `roster.KINDS`."""
    event = events.one(session, place.event).event
    checkpoint = next(it for it in event.checkpoints if it.key == place.checkpoint)
    summary = AttendanceSummary(
        event_title=event.title,
        event_line=_line(event, checkpoint, language, only),
        language=language,
        generated=generated(event, language, now),
        totals=_totals(attendance.figures(session, place), language),
    )
    return Contents(
        summary,
        attendance.listing(session, place, only),
        event,
        checkpoint,
        particulars.of(session, place.event).letterhead,
        told_of_corrections(
            afterwards.count(session, place.event),
            afterwards.taken_back(session, place.event),
            language,
        ),
        badge_answers.voided(session, place.event),
    )


def told_of_corrections(entered: int, taken_back: int, language: str) -> tuple[str, ...]:
    """How many entries were made and how many taken back after the day, where there are any."""
    told = (
        sayn(
            entered,
            "One check-in was entered after the fact, with its author and reason.",
            "{count} check-ins were entered after the fact, with their authors and reasons.",
            language,
        ),
        sayn(
            taken_back,
            "One presence was taken back after the fact, with its author and reason.",
            "{count} presences were taken back after the fact, with their authors and reasons.",
            language,
        ),
    )
    return tuple(it for it, count in zip(told, (entered, taken_back), strict=True) if count)


def drawn(it: Contents, kind: str) -> bytes:
    """The file itself. The libraries of a kind are imported with its first document."""
    with without_collecting():
        return _drawn(it, kind)


def _drawn(it: Contents, kind: str) -> bytes:
    rows = rows_of(it)
    if kind == "csv":
        from desk_app.reports.csv_file import attendance_csv

        return attendance_csv(it.summary, rows)
    if kind == "xlsx":
        from desk_app.reports.workbook import attendance_xlsx

        return attendance_xlsx(it.summary, rows)
    if kind == "pdf":
        from desk_app.reports.sheet import attendance_pdf

        return attendance_pdf(it.summary, rows, it.letterhead, it.notes)
    if kind == "json":
        from desk_app.reports.json_file import attendance_json

        return attendance_json(it.summary, rows)
    raise ValueError(kind)


def rows_of(it: Contents) -> Sequence[AttendanceRow]:
    """One row for each person, by family name."""
    name = checkpoint_name(it.checkpoint, it.summary.language)
    return [row_of(person, it, name) for person in it.people]


def row_of(person: Person, it: Contents, checkpoint: str) -> AttendanceRow:
    """What a list says of one person."""
    here = person.here_at is not None
    return AttendanceRow(
        name=roster.listed_name(person),
        given_name=person.given_name,
        family_name=person.family_name,
        full_name=person.full_name,
        organisation=person.organisation,
        email=person.email,
        ticket_type=person.ticket_type,
        status=say("Present" if here else _STATUS[person.status], it.summary.language),
        arrived=_arrived(person.here_at, it) if person.here_at is not None else "",
        checkpoint=checkpoint if here else "",
        walk_in=person.walk_in,
    )


def _arrived(at: int, it: Contents) -> str:
    """The time alone on the checkpoint's own day, else with its date, both as ISO has them."""
    moment = _local(at, it.event)
    own = moment.date() == it.checkpoint.day
    return f"{moment:%H:%M}" if own else f"{moment:%Y-%m-%d %H:%M}"


def _line(event: Event, checkpoint: Checkpoint, language: str, only: str) -> str:
    """Date and place, the checkpoint where there are several, and whom the list leaves out."""
    parts = [event_line(event, language)]
    if len(event.checkpoints) > 1:
        name = checkpoint_name(checkpoint, language)
        parts.append(say("Checkpoint: {name}", language, name=name))
    if only in _ONLY:
        parts.append(say(_ONLY[only], language))
    return " · ".join(filter(None, parts))


def generated(event: Event, language: str, now: int) -> str:
    """When a document was made, on the event's clock."""
    moment = _local(now, event)
    return say(
        "List of {day}, {time}",
        language,
        day=day(moment.date(), language),
        time=f"{moment:%H:%M}",
    )


def _totals(figures: Figures, language: str) -> tuple[tuple[str, int], ...]:
    """Every figure that is known."""
    numbers = ((label, getattr(figures, name)) for label, name in _TOTALS)
    return tuple((say(label, language), number) for label, number in numbers if number is not None)


def _local(at: int, event: Event) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(event.zone))
