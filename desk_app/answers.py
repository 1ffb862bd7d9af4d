"""What the command line answers: JSON values and short lines, made of the services' answers."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from desk_app.domain.event import Event
from desk_app.domain.names import listed
from desk_app.domain.registration import Status
from desk_app.domain.sentence import Sentence
from desk_app.services.checkin import CheckIn
from desk_app.services.event_line import checkpoint_name, event_line
from desk_app.services.events import EventRow
from desk_app.services.imports import PastImport
from desk_app.services.plan import Change, Plan
from desk_app.services.questions import Question
from desk_app.store.people import Person
from desk_app.words import current, say


def moment(at: int | None, zone: str) -> str | None:
    """ISO 8601 with the zone's offset, to the second; None stays None."""
    if at is None:
        return None
    local = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone))
    return local.isoformat(timespec="seconds")


def person(it: Person, zone: str) -> dict[str, Any]:
    """One person; what the export does not say is null."""
    return {
        "id": f"{it.id:016x}",
        "external_id": it.external_id or None,
        "scan_code": it.scan_code or None,
        "given_name": it.given_name or None,
        "family_name": it.family_name or None,
        "full_name": it.full_name or None,
        "email": it.email or None,
        "organisation": it.organisation or None,
        "job_title": it.job_title or None,
        "ticket_type": it.ticket_type or None,
        "status": (Status.CHECKED_IN if it.arrived_at else it.status).value,
        "arrived_at": moment(it.arrived_at, zone),
        "phone": it.phone or None,
        "order_id": it.order_id or None,
        "note": it.note or None,
        "walk_in": it.walk_in,
        "amended": list(it.amended),
        "badge_copies": it.copies,
    }


def check_in(it: CheckIn, zone: str) -> dict[str, Any]:
    """The verdict of a scan."""
    return {
        "verdict": it.outcome.value,
        "attendee": person(it.person, zone) if it.person else None,
        "at": moment(it.at, zone),
        "first_at": moment(it.first_at, zone),
        "desk": it.desk or None,
        "candidates": [person(one, zone) for one in it.several],
        "to_do": [{"kind": one.kind.value, "what": one.what} for one in it.to_do],
    }


def plan(it: Plan) -> dict[str, Any]:
    """What an export would change."""
    return {
        "platform": it.reading.platform or None,
        "columns": dict(it.reading.columns),
        "records": len(it.reading.registrations),
        "new": len(it.new),
        "changed": len(it.changed),
        "cancelled": len(it.cancelled),
        "missing": len(it.missing),
        "unchanged": it.unchanged,
        "refused": [
            {"row": row.row, "reason": told(row.reason), "kind": row.kind, "text": row.text}
            for row in it.reading.refused
        ],
        "warnings": [told(warning) for warning in it.warnings],
        "back": len(it.back),
        "suspicious": it.suspicious,
        "cancels_missing": it.cancels_missing,
        "questions": [_question(asked) for asked in it.questions],
        "changes": [_change(change) for change in (*it.changed, *it.cancelled)],
        "missing_people": [
            {"id": f"{one.attendee:016x}", "full_name": one.name, "arrived": one.arrived}
            for one in it.missing
        ],
    }


def past_import(it: PastImport, desks: Mapping[str, str], zone: str) -> dict[str, Any]:
    """One import as the list of all shows it; `desks` are the desks' names by their ids."""
    return {
        "id": f"{it.source.desk}-{it.source.number}",
        "at": moment(it.at, zone),
        "desk": desks.get(it.desk, it.desk),
        "file": it.file,
        "sha256": it.digest,
        "platform": it.platform or None,
        "new": it.new,
        "changed": it.changed,
        "cancelled": it.cancelled,
        "taken_back": it.taken_back,
    }


def _question(it: Question) -> dict[str, Any]:
    return {
        "kind": it.kind.value,
        "id": f"{it.attendee:016x}",
        "full_name": it.name,
        "arrived": it.arrived_at is not None,
        "take_export": it.take,
        "fields": [
            {"field": line.field, "desk": line.desk, "export": line.export} for line in it.lines
        ],
    }


def event(row: EventRow) -> dict[str, Any]:
    """An event with its counts."""
    it = row.event
    return {
        "id": str(row.id),
        "title": it.title,
        "kind": it.kind or None,
        "dates": [day.isoformat() for day in it.days],
        "opens": it.opens.isoformat("minutes") if it.opens else None,
        "closes": it.closes.isoformat("minutes") if it.closes else None,
        "city": it.city or None,
        "venue": it.venue or None,
        "access": it.access or None,
        "about": it.about or None,
        "objectives": it.objectives or None,
        "audience": it.audience or None,
        "practical": it.practical or None,
        "partners": it.partners or None,
        "related": it.related or None,
        "rest": it.rest or None,
        "organiser": it.organiser or None,
        "url": it.url or None,
        "capacity": it.capacity,
        "places_left": row.places_left,
        "time_zone": it.zone,
        "language": it.language,
        "checkpoints": [
            {"key": point.key, "name": checkpoint_name(point, it.language)}
            for point in it.checkpoints
        ],
        "registered": row.registered,
        "expected": row.expected,
        "arrived": row.arrived,
        "absent": row.absent,
        "walk_ins": row.walk_ins,
        "share": None if row.share is None else round(row.share, 4),
    }


def person_line(it: Person) -> str:
    """One person on one line of a terminal."""
    name = listed(it.given_name, it.family_name, it.full_name)
    status = (Status.CHECKED_IN if it.arrived_at else it.status).value
    return "  ".join(filter(None, (f"{status:<12}", name, it.organisation, it.email)))


def event_title_line(it: Event) -> str:
    """One event on one line of a terminal."""
    return " · ".join(filter(None, (it.title, event_line(it, current()))))


def told(it: Sentence) -> str:
    """A sentence in the language of the terminal."""
    return say(it, current())


def _change(it: Change) -> dict[str, Any]:
    return {
        "id": f"{it.attendee:016x}",
        "external_id": it.registration.external_id or None,
        "full_name": it.registration.full_name or None,
        "fields": [{"field": d.field, "old": d.old, "new": d.new} for d in it.differences],
    }
