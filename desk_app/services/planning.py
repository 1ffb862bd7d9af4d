"""What an export would change, before anything is written."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desk_app.domain.erasure import Erasures
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Annulled, Erased, FactId, ImportFinished, ImportStarted
from desk_app.domain.registration import Registration, Status, attendee_id, fingerprint
from desk_app.services import absentees, identities, matching, past_imports, questions, suspicions
from desk_app.services.differences import differences
from desk_app.services.folding import folded
from desk_app.services.plan import Change, Plan
from desk_app.services.questions import Kind, Known, Question
from desk_app.store import ledger
from desk_app.store.session import Session

if TYPE_CHECKING:
    from desk_app.intake.reading import Reading  # its word lists are not needed to open the desk


class _Sorted(NamedTuple):
    """The rows of an export, by what this desk knows of them; `present` are their people."""

    new: list[Change]
    touched: list[tuple[int, Registration]]
    confirmed: list[int]
    erased: int
    present: set[int]


def plan(session: Session, event: int, reading: "Reading") -> Plan:
    """Compare an export with what this desk knows. Reads only.

    Whoever was erased stays so. DeskError where everybody was.
    """
    forgotten = ledger.erasures(session, event)
    if forgotten.whole:
        raise DeskError(
            "This event was anonymised: an import would bring the names back. Choose another event."
        )
    ledger.finish_sweep(session, event)
    known = identities.fingerprints(session, event)
    rows = _sorted(session, event, reading, known, forgotten)
    rows = _with_namesakes(session, event, rows, known.keys() - rows.present)
    absent = known.keys() - rows.present
    changes = list(_compared(session, event, rows.touched))
    missing = absentees.missing(session, event, absent - forgotten.people)
    asked = [it for change in changes if change.known for it in _asked(change.known, change)]
    replaced = [it for it in asked if it.kind == Kind.SOMEBODY_ELSE]
    overlap = suspicions.Overlap(
        expected=_expected(session, event),
        missing=len(missing),
        present=len(known) - len(absent),
        replaced=len(replaced),
    )
    seen = suspicions.of(session, event, reading, overlap, bool(rows.new or rows.touched))
    if seen.grave:
        asked = [replace(it, take=it.take and it.kind != Kind.SOMEBODY_ELSE) for it in asked]
    gone = [*missing, *absentees.struck_before(session, event, absent)]
    back = [it for it in changes if it.brings_back]
    asked += absentees.asked_about(missing)
    asked += matching.matches(session, event, (rows.new, back), gone, replaced)
    deletes = reading.missing_means == "cancelled"
    kept_before = past_imports.kept_last(session, event)
    return Plan(
        event=event,
        reading=reading,
        new=tuple(rows.new),
        changed=tuple(it for it in changes if it.differences and not it.cancels),
        cancelled=tuple(it for it in changes if it.differences and it.cancels),
        enriched=tuple(it for it in changes if not it.differences),
        missing=missing,
        unchanged=len(rows.confirmed) + rows.erased + sum(not it.differences for it in changes),
        warnings=(*seen.sentences, *reading.warnings),
        questions=tuple(asked),
        cancels_missing=deletes and not seen.grave and not kept_before,
        keeps_missing=deletes and (kept_before or not seen.grave),
        suspicions=seen.grave,
        mark=mark(session, event),
        confirmed=tuple(rows.confirmed),
    )


def mark(session: Session, event: int) -> FactId | None:
    """The latest thing that happened to the list as a whole: a plan is good as long as it is."""
    facts = ledger.about_event(session, event, ImportStarted, ImportFinished, Annulled, Erased)
    return facts[-1].id if facts else None


def _sorted(
    session: Session, event: int, reading: "Reading", known: Mapping[int, int], forgotten: Erasures
) -> _Sorted:
    """Row by row, by one number each: most of an export is as this desk knows it."""
    owns = [attendee_id(event, it) for it in reading.registrations]
    whose = identities.Whose(known, identities.aliases(session, event), owns)
    new: list[Change] = []
    touched: list[tuple[int, Registration]] = []
    confirmed: list[int] = []
    erased = 0
    present: set[int] = set()
    for own, registration in zip(owns, reading.registrations, strict=True):
        attendee = whose.row(own)
        present.add(attendee)
        if attendee in forgotten.people or own in forgotten.people:
            erased += 1
            continue
        kept = forgotten.kept_of(registration) if forgotten else registration
        print_before = known.get(attendee)
        if print_before is None:
            new.append(Change(attendee, kept, ()))
        elif print_before == fingerprint(kept):
            confirmed.append(print_before)
        else:
            touched.append((attendee, kept))
    return _Sorted(new, touched, confirmed, erased, present)


def _with_namesakes(session: Session, event: int, rows: _Sorted, absent: Set[int]) -> _Sorted:
    """Whoever has a number only since a namesake stands beside them is known already."""
    same = identities.told_apart_now(session, event, rows.new, absent)
    known = [(same[it.attendee], it.registration) for it in rows.new if it.attendee in same]
    return rows._replace(
        new=[it for it in rows.new if it.attendee not in same],
        touched=rows.touched + known,
        present=rows.present | set(same.values()),
    )


def _expected(session: Session, event: int) -> int:
    """How many people an export should hold: known by exports, and not cancelled."""
    return int(
        session.run(
            "SELECT count(*) FROM attendee WHERE event = ? AND listed AND NOT walk_in"
            " AND status <> 'cancelled'",
            (event,),
        ).scalar_one()
    )


def _compared(
    session: Session, event: int, touched: list[tuple[int, Registration]]
) -> Iterator[Change]:
    known = folded(session, event, [attendee for attendee, _ in touched])
    for (attendee, registration), (_, before) in zip(touched, known, strict=True):
        told = tuple(differences(before.attendee.exported, registration))
        special = (
            before.attendee.matched
            or attendee_id(event, registration) != attendee
            or before.attendee.exported.status == Status.CANCELLED
            or any(questions.of_change(before, registration))
        )
        yield Change(attendee, registration, told, before if special else None)


def _asked(known: Known, change: Change) -> Iterator[Question]:
    return questions.of_change(known, change.registration)
