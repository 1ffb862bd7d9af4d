"""Commands about people: bringing them in, listing and finding them."""

import gc
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desk_app import words
from desk_app.clock import system_clock
from desk_app.commands.answering import answer, common, in_session, open_desk_at
from desk_app.domain.errors import DeskError
from desk_app.exit_codes import FAILED
from desk_app.words import tr, trn

_DIGITS = 18  # of a number that every part of the desk can hold


@click.group()
def roster() -> None:
    """People: bring them in, list them, find one."""


@roster.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@click.option("--dry-run", is_flag=True, help="Show what would change, change nothing.")
@click.option("--yes", is_flag=True, help="Import without asking, with the careful answers.")
@click.option(
    "--anyway", is_flag=True, help="With --yes: import even what looks like the wrong file."
)
@click.option(
    "--missing",
    type=click.Choice(["keep", "cancel"]),
    help="What becomes of people who are in the export no more; those who have come are kept.",
)
@click.option("--sheet", default="", help="The sheet of a workbook to read.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NUMBER=FIELD",
    help="What a column holds, such as 3=email; it is remembered for files with these headings.",
)
@common
def roster_import(
    file: Path,
    event: str,
    dry_run: bool,
    yes: bool,
    anyway: bool,
    missing: str | None,
    sheet: str,
    columns: tuple[str, ...],
    data: Path | None,
    as_json: bool,
) -> int:
    """Bring registrations in from an export, or bring in what a newer one changes."""
    from desk_app import answers
    from desk_app.services import planning

    fields = tuple(map(_field, columns))
    with open_desk_at(data) as store:
        reading = _read(store, file, sheet, fields)
        with store.transaction() as session:
            identity, fresh = _event_for(session, event, file)
            plan = planning.plan(session, identity, reading)
        chosen = plan.defaults
        if missing:
            chosen = replace(chosen, cancel_missing=missing == "cancel")
        value = answers.plan(plan)
        accepted = yes and not dry_run and (anyway or not plan.suspicious)
        if accepted:
            _apply(store, plan, chosen, fresh)
            _remember(store, reading, columns)
        answer(value, as_json, lambda: _plan_lines(value))
        if accepted or dry_run:
            return 0
        if yes or not _agreed(plan.writes):
            click.echo(_refusal(plan, yes), err=True)
            return FAILED
        _apply(store, plan, chosen, fresh)
        _remember(store, reading, columns)
    return 0


def _refusal(plan: Any, yes: bool) -> str:
    """Why nothing was imported: nobody agreed, or nobody looked at a file that needs it."""
    from desk_app import answers

    if not yes:
        return tr("Nothing was imported. Add --yes to import without asking.")
    return tr(
        "Nothing was imported. {why} If it is the right file all the same, add --anyway.",
        why=" ".join(map(answers.told, plan.suspicions)),
    )


def _field(text: str) -> tuple[int, str]:
    """A column, counted from 1, and what it holds."""
    position, _, field = text.partition("=")
    number = _number(position.strip())
    if not number:
        raise DeskError(
            "“{text}” does not name a column. Write its number and a field, such as 3=email.",
            text=text,
        )
    return number - 1, field.strip()


def _number(text: str) -> int:
    """0 for what is no number, or is longer than any that is ever given out."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0


def _read(store: Any, file: Path, sheet: str, fields: tuple[tuple[int, str], ...]) -> Any:
    """With the columns named now, and those named before for the same headings."""
    from desk_app.intake.reading import Wishes, look, read
    from desk_app.services import corrections

    with store.transaction() as session:
        known = corrections.remembered(session)
    profiles = corrections.profiles(store.folder)
    if fields:
        form = look(file, wishes=Wishes(sheet, (), known), profiles=profiles).form
        fields = tuple({**dict(known.get(form, ())), **dict(fields)}.items())
    return read(file, wishes=Wishes(sheet, fields, known), profiles=profiles)


def _remember(store: Any, reading: Any, columns: tuple[str, ...]) -> None:
    """Only once the import was agreed to."""
    from desk_app.services import corrections

    if columns and reading.form:
        with store.transaction() as session:
            corrections.remember(session, reading.form, reading.corrected)


@roster.command("imports")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def roster_imports(session: Any, event: str, as_json: bool) -> None:
    """List every import of the event, the latest first."""
    from desk_app import answers
    from desk_app.services import imports, places, settings

    standing = places.here(session, system_clock(), event)
    desks = settings.desk_names(session)
    past = [
        answers.past_import(it, desks, standing.event.zone)
        for it in imports.history(session, standing.place.event)
    ]
    answer(past, as_json, lambda: map(_import_line, past))


@roster.command("undo-import")
@click.argument("identity", metavar="IMPORT")
@in_session
def roster_undo_import(session: Any, identity: str, as_json: bool) -> None:
    """Take a past import back as a whole. IMPORT is its id.

    Check-ins made since stay, and so does everything that another import brought as well.
    """
    from desk_app.domain.facts import FactId
    from desk_app.services import imports

    desk, _, number = identity.rpartition("-")
    imports.undo(session, FactId(desk, _number(number)), system_clock())
    answer({"undone": identity}, as_json, lambda: iter([tr("The import was taken back.")]))


def _import_line(it: dict[str, Any]) -> str:
    state = tr("taken back") if it["taken_back"] else ""
    counts = tr("{new} new, {changed} changed, {cancelled} cancelled", **_counts(it))
    parts = (it["id"], it["at"], it["desk"], it["file"], it["sha256"][:12], counts, state)
    return "  ".join(filter(None, parts))


def _counts(it: dict[str, Any]) -> dict[str, int]:
    return {key: it[key] for key in ("new", "changed", "cancelled")}


def _event_for(session: Any, text: str, file: Path) -> tuple[int, Any]:
    """The event's id, and the event itself where an import must make one first."""
    from desk_app.domain.event import Event, with_checkpoints
    from desk_app.intake.source import name_of
    from desk_app.services import events

    if text:
        return events.named(session, text), None
    known = events.in_hand(session)
    if known is not None:
        return known, None
    title = Path(name_of(file)).stem
    made = with_checkpoints(Event(title=title, language=words.current()))
    return made.id, made


def _apply(store: Any, plan: Any, chosen: Any, fresh: Any) -> None:
    from desk_app.services import events, imports

    with imports.only_one(store.folder):
        if fresh:
            with store.transaction() as session:
                events.describe(session, fresh, system_clock())
        gc.freeze()  # the plan lives to the end: no use in collecting among its records
        work = imports.Import(plan, chosen)
        finished = False
        while not finished:
            with store.transaction(durable=work.closing) as session:
                finished = work.advance(session, system_clock()).finished


def _agreed(count: int) -> bool:
    if not sys.stdin.isatty():
        return False
    return click.confirm(trn(count, "Import one person?", "Import {count} people?"))


def _plan_lines(value: dict[str, Any]) -> Iterator[str]:
    from desk_app import answers
    from desk_app.services.questions import WHY, Kind

    yield value["platform"] or tr("no known platform")
    yield trn(
        value["records"],
        "{records} person: {new} new, {changed} changed, {cancelled} cancelled, {missing} missing,"
        " {unchanged} unchanged",
        "{records} people: {new} new, {changed} changed, {cancelled} cancelled, {missing} missing,"
        " {unchanged} unchanged",
        **{key: value[key] for key in _COUNTS},
    )
    for field, heading in value["columns"].items():
        yield f"  {field} = {heading}"
    for change in value["changes"]:
        for it in change["fields"]:
            yield f"  {change['full_name']}: {it['field']}: {it['old']} → {it['new']}"
    for asked in value["questions"]:
        why = answers.told(WHY[Kind(asked["kind"])])
        yield tr("To decide: {name} ({why})", name=asked["full_name"], why=why)
    for row in value["refused"]:
        yield tr("Row {row}: {reason}", row=row["row"], reason=row["reason"])
    yield from value["warnings"]


_COUNTS = ("records", "new", "changed", "cancelled", "missing", "unchanged")


@roster.command("list")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def roster_list(session: Any, event: str, as_json: bool) -> None:
    """List everybody, by family name."""
    from desk_app.services import places
    from desk_app.services import roster as everybody

    standing = places.here(session, system_clock(), event)
    people(everybody.everybody(session, standing.place), standing.event.zone, as_json)


@roster.command("find")
@click.argument("text")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 500))
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def roster_find(session: Any, text: str, limit: int, event: str, as_json: bool) -> None:
    """Find people by whatever you know of them, best first."""
    from desk_app.services import places
    from desk_app.services import roster as everybody

    standing = places.here(session, system_clock(), event)
    found = everybody.find(session, standing.place, text, limit)
    people([it.person for it in found], standing.event.zone, as_json)


def people(found: Sequence[Any], zone: str, as_json: bool) -> None:
    from desk_app import answers

    answer(
        [answers.person(it, zone) for it in found] if as_json else None,
        as_json,
        lambda: map(answers.person_line, found),
    )
