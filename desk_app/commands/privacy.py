"""Commands of data protection: identities leave an event; one person's data is told, or erased."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from desk_app import words
from desk_app.clock import system_clock
from desk_app.commands.answering import answer, common, in_session, open_desk_at, write
from desk_app.domain.errors import DeskError
from desk_app.words import tr


@click.command("anonymise")
@click.argument("event")
@click.option("--yes", is_flag=True, help="Really: names do not come back.")
@common
def anonymise(event: str, yes: bool, data: Path | None, as_json: bool) -> None:
    """Take every name and answer out of an event, for good; counts and times stay."""
    from desk_app.services import events, privacy

    _refuse_unless(yes)
    with open_desk_at(data) as store:
        with store.transaction() as session:
            identity = events.named(session, event)
            privacy.anonymise(session, identity, system_clock())
        clean = _finish(store)
    value = {"event": identity, "clean": clean}
    answer(value, as_json, lambda: _told(tr("The event is anonymous now."), clean))


@click.command("keep-until")
@click.argument("event")
@click.argument("day")
@in_session
def keep_until(session: Any, event: str, day: str, as_json: bool) -> None:
    """Say until when names are kept, such as 2027-12-31; “never said” is a dash."""
    from desk_app.services import events, privacy

    identity = events.named(session, event)
    until = None if day == "-" else _day(day)
    privacy.keep_until(session, identity, until, system_clock())
    value = {"event": identity, "keep_until": until.isoformat() if until else None}
    answer(value, as_json, lambda: iter([f"{identity}  {value['keep_until'] or '-'}"]))


@click.command("sensitive")
@click.argument("event")
@click.option("--purge", is_flag=True, help="Forget these answers, for good.")
@click.option("--yes", is_flag=True, help="Really: they do not come back.")
@common
def sensitive(event: str, purge: bool, yes: bool, data: Path | None, as_json: bool) -> None:
    """Count answers on diet, access needs and the like, without names; or purge them."""
    from desk_app.services import events, privacy
    from desk_app.services import sensitive as answers

    if purge:
        _refuse_unless(yes)
    with open_desk_at(data) as store:
        with store.transaction() as session:
            identity = events.named(session, event)
            found = answers.questions(session, identity)
            if purge:
                privacy.forget_sensitive(session, identity, system_clock())
        clean = _finish(store) if purge else True
    value = {
        "event": identity,
        "purged": purge,
        "clean": clean,
        "questions": [{"question": it.heading, "answers": dict(it.answers)} for it in found],
    }

    def lines() -> Iterator[str]:
        for it in found:
            yield it.heading
            yield from (f"  {count}  {said}" for said, count in it.answers)
        if purge:
            yield from _told(tr("These answers are gone."), clean)

    answer(value, as_json, lines)


@click.group()
def person() -> None:
    """One person's data: all of it in a file, or erased."""


@person.command("export")
@click.argument("code")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def person_export(session: Any, code: str, file: Path, event: str, as_json: bool) -> None:
    """Write all that is kept of whoever has this code into a JSON file, in plain words."""
    from desk_app.services import places, portrait

    if file.suffix.lower() != ".json":  # a slip of the hand must not write over the desk's data
        raise DeskError("{file} must end in .json: it is a JSON file.", file=file.name)
    standing = places.here(session, system_clock(), event)
    attendee = _one(session, standing.place, code)
    told = portrait.portrait(session, standing.place, attendee, words.current())
    write(file, portrait.as_json(told))
    value = {"file": str(file), "facts": len(told["history"])}
    answer(value, as_json, lambda: iter([tr("Written: {file}", file=file)]))


@person.command("erase")
@click.argument("code")
@click.option("--yes", is_flag=True, help="Really: the name does not come back.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@common
def person_erase(code: str, yes: bool, event: str, data: Path | None, as_json: bool) -> None:
    """Take one person's identity out of an event, for good; that somebody came stays."""
    from desk_app.services import places, privacy

    _refuse_unless(yes)
    with open_desk_at(data) as store:
        with store.transaction() as session:
            standing = places.here(session, system_clock(), event)
            attendee = _one(session, standing.place, code)
            privacy.erase(session, standing.place.event, attendee, system_clock())
        clean = _finish(store)
    value = {"attendee": str(attendee), "clean": clean}
    answer(value, as_json, lambda: _told(tr("This person’s identity is erased."), clean))


def _one(session: Any, place: Any, code: str) -> int:
    from desk_app.services import badges

    found = badges.with_codes(session, place, (code,))
    if len(found) != 1:
        raise DeskError("Several people have the code “{code}”. Give another one.", code=code)
    return int(found[0].id)


def _refuse_unless(yes: bool) -> None:
    if not yes:
        raise DeskError("This cannot be taken back. Say --yes if it is meant.")


def _finish(store: Any) -> bool:
    from desk_app.store import erasing

    finish: Callable[[Any], bool] = erasing.finish
    return finish(store)


def _told(done: str, clean: bool) -> Iterator[str]:
    yield done
    if not clean:
        yield tr(
            "Another program is reading the data just now: the last traces go when the desk is"
            " opened next."
        )
    yield tr("Copies and documents saved elsewhere are not reached: delete them yourself.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DeskError("“{text}” is no date. Write it like 2027-12-31.", text=text) from error
