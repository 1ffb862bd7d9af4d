"""Commands of the day itself: letting in, taking back, lists, proof."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from desk_app.clock import system_clock
from desk_app.commands.answering import answer, in_session, write
from desk_app.domain.errors import DeskError
from desk_app.exit_codes import REFUSED
from desk_app.words import tr, trn


@click.command("check-in")
@click.argument("code")
@click.option("--checkpoint", default="", help="A checkpoint's key, name or day.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def check_in(session: Any, code: str, checkpoint: str, event: str, as_json: bool) -> int:
    """Check in whoever has this code. Exit 0: admitted, 1: refused."""
    from desk_app import answers
    from desk_app.services import checkin, places

    now = system_clock()
    standing = places.here(session, now, event, checkpoint)
    verdict = checkin.scan(session, standing.place, code, now)
    value = answers.check_in(verdict, standing.event.zone)

    def lines() -> Iterator[str]:
        name = verdict.person.full_name if verdict.person else verdict.code
        first = value["first_at"] if not verdict.outcome.admits else None
        yield "  ".join(filter(None, (verdict.outcome.value, name, first, verdict.desk)))

    answer(value, as_json, lines)
    return 0 if verdict.outcome.admits else REFUSED


@click.command("enter-late")
@click.argument("codes", nargs=-1, required=True)
@click.option("--at", "at", required=True, help='When they came, such as "2024-07-03 14:00".')
@click.option("--author", required=True, help="Who says so.")
@click.option("--reason", required=True, help="Why it was not entered then.")
@click.option("--checkpoint", default="", help="A checkpoint's key, name or day.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def enter_late(session: Any, codes: tuple[str, ...], as_json: bool, **options: str) -> None:
    """Enter, after the day, that the people with these codes were there."""
    from desk_app.services import afterwards, badges, places

    now = system_clock()
    standing = places.here(session, now, options["event"], options["checkpoint"])
    at = afterwards.moment(options["at"], standing.event.zone)
    people = badges.with_codes(session, standing.place, codes)
    why = (options["author"], options["reason"])
    entered = [
        it for it in people if afterwards.enter_late(session, standing.place, it.id, at, *why, now)
    ]
    value = {"entered": [it.full_name for it in entered], "already_in": len(people) - len(entered)}

    def lines() -> Iterator[str]:
        yield trn(len(entered), "One person entered", "{count} people entered")
        if value["already_in"]:
            yield tr("Already in then: {count}", count=value["already_in"])

    answer(value, as_json, lines)


@click.command("was-not-there")
@click.argument("codes", nargs=-1, required=True)
@click.option("--author", required=True, help="Who says so.")
@click.option("--reason", required=True, help="Why it was entered all the same.")
@click.option("--checkpoint", default="", help="A checkpoint's key, name or day.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def was_not_there(session: Any, codes: tuple[str, ...], as_json: bool, **options: str) -> None:
    """Take back, after the day, that the people with these codes were there."""
    from desk_app.services import afterwards, badges, places

    now = system_clock()
    standing = places.here(session, now, options["event"], options["checkpoint"])
    why = (options["author"], options["reason"])
    people = badges.with_codes(session, standing.place, codes)
    gone = [
        it for it in people if afterwards.was_not_there(session, standing.place, it.id, *why, now)
    ]
    answer(
        {"taken_back": [it.full_name for it in gone]},
        as_json,
        lambda: iter([trn(len(gone), "One presence taken back", "{count} presences taken back")]),
    )


@click.command()
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def undo(session: Any, event: str, as_json: bool) -> None:
    """Take back what this desk did last."""
    from desk_app import answers
    from desk_app.services import places, undoing

    standing = places.here(session, system_clock(), event)
    undone = undoing.undo(session, standing.place.event, system_clock())
    if undone is None:
        raise DeskError("There is nothing to undo on this desk.")
    kind = type(undone.fact.body).__name__
    person = answers.person(undone.person, standing.event.zone) if undone.person else None
    name = undone.person.full_name if undone.person else ""
    answer({"undone": kind, "attendee": person}, as_json, lambda: iter([f"{kind}  {name}"]))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--checkpoint", default="", help="A checkpoint's key, name or day.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def attendance(session: Any, file: Path, checkpoint: str, event: str, as_json: bool) -> None:
    """Write who came into a CSV, XLSX, PDF or JSON file, by the file's ending."""
    from desk_app.services import documents, places
    from desk_app.services.attendance import figures

    now = system_clock()
    standing = places.here(session, now, event, checkpoint)
    kind = file.suffix.lstrip(".").lower()
    if kind not in documents.KINDS:
        raise DeskError(
            "{file} must end in .csv, .xlsx, .pdf or .json, so that the desk knows what to write.",
            file=file.name,
        )
    language = standing.event.language
    write(file, documents.document(session, standing.place, kind, language, now))
    counted = figures(session, standing.place)
    value = {
        "file": str(file),
        "registered": counted.registered,
        "expected": counted.expected,
        "arrived": counted.arrived,
        "absent": counted.absent,
        "walk_ins": counted.walk_ins,
        "companions": counted.companions,
    }
    answer(
        value,
        as_json,
        lambda: iter([tr("{arrived} of {expected} arrived; written to {file}", **value)]),
    )


@click.command()
@in_session
def verify(session: Any, as_json: bool) -> int:
    """Prove that nothing was lost: no gaps in the ledger, tables equal to what it adds up to."""
    from desk_app.store.verify import verify as prove

    it = prove(session)
    value = {
        "clean": it.clean,
        "facts": it.facts,
        "attendees": it.attendees,
        "events": it.events,
        "flaws": [{"kind": kind, "where": where} for kind, where in it.flaws],
    }

    def lines() -> Iterator[str]:
        if it.clean:
            yield tr(
                "All is well: {facts} facts, {people} people.", facts=it.facts, people=it.attendees
            )
        yield from (f"{kind}: {where}" for kind, where in it.flaws)

    answer(value, as_json, lines)
    return 0 if it.clean else REFUSED
