"""The command line: the same services as the window, without one."""

import gc
import json
import locale
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from desk_app import paths, words
from desk_app.clock import system_clock
from desk_app.domain.errors import DeskError
from desk_app.words import say, tr, trn

REFUSED, FAILED = 1, 2


def main(arguments: list[str] | None = None) -> None:
    """Run a command, or open the window when there is none; errors are one sentence."""
    _speak_plainly()
    words.use(_terminal_language())
    try:
        code = desk.main(arguments, standalone_mode=False)
    except DeskError as error:
        click.echo(say(error.sentence, words.current()), err=True)
        code = FAILED
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        code = FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo(tr("Stopped; nothing was changed."), err=True)
        code = FAILED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left; that is no error of ours
        code = 0
    except OSError as error:
        click.echo(tr("{file}: {why}.", file=error.filename or "", why=error.strerror), err=True)
        code = FAILED
    sys.exit(code if isinstance(code, int) else 0)


Command = Callable[..., Any]


def _common(command: Command) -> Command:
    """What every command takes, and how it is answered."""
    folder = click.option(
        "--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder."
    )
    as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
    return folder(as_json(command))


@contextmanager
def _desk(data: Path | None) -> Iterator[Any]:
    from desk_app.services.places import open_desk

    store = open_desk(data or paths.data_folder(), system_clock())
    try:
        yield store
    finally:
        store.close()


def _in_session(command: Command) -> Command:
    """Give a command one transaction on the ledger instead of a folder."""

    @wraps(command)
    def run(data: Path | None, **options: Any) -> Any:
        with _desk(data) as store, store.transaction() as session:
            return command(session, **options)

    return _common(run)


def _answer(value: Any, as_json: bool, lines: Callable[[], Iterator[str]]) -> None:
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        for line in lines():
            click.echo(line)


@click.group(invoke_without_command=True)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder.")
@click.version_option(package_name="registration-desk")
@click.pass_context
def desk(context: click.Context, data: Path | None) -> int | None:
    """Check people in, print their badges, see who came: offline, from any export.

    Without a command, the window opens.
    """
    if context.invoked_subcommand:
        return None
    gc.disable()  # importing makes no garbage; `open_window` switches it on again
    from desk_app.app import open_window

    return open_window(data or paths.data_folder())


@desk.command()
@click.option(
    "--tour",
    type=click.Path(path_type=Path, file_okay=False),
    help="Play the day into this folder instead.",
)
@_common
def demo(tour: Path | None, data: Path | None, as_json: bool) -> int:
    """Open the desk on the sample event; where there is no screen, play the day."""
    from desk_app import demo as sample

    return sample.run(tour, data, as_json)


@desk.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--size", default="1280x800", help="Width and height in pixels, such as 1280x800.")
@click.option("--theme", type=click.Choice(["light", "dark", "contrast"]), default="light")
@click.option("--language", type=click.Choice(words.LANGUAGES), default="en")
@_common
def shots(folder: Path, size: str, theme: str, language: str, **options: Any) -> None:
    """Draw every screen with the sample event into PNG files, without a screen."""
    from desk_app import shots as camera

    files = camera.take(folder, size, theme, language, options["data"])
    _answer([str(file) for file in files], options["as_json"], lambda: map(str, files))


@desk.group()
def event() -> None:
    """Events: take one in, list them, show one."""


@event.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_in_session
def event_import(session: Any, file: Path, as_json: bool) -> None:
    """Take in an event: a page as text, a saved web page, or an iCalendar file."""
    from desk_app import answers
    from desk_app.intake.announcement import read_announcement
    from desk_app.services import events

    taken = [
        (events.describe(session, it.event, system_clock()), it.unread)
        for it in read_announcement(file)
    ]
    value = [
        {
            **answers.event(events.one(session, identity)),
            "unread": [answers.told(it) for it in unread],
        }
        for identity, unread in taken
    ]

    def lines() -> Iterator[str]:
        for identity, unread in taken:
            yield answers.event_title_line(events.one(session, identity).event)
            yield from (f"  {answers.told(it)}" for it in unread)

    _answer(value, as_json, lines)


@event.command("list")
@_in_session
def event_list(session: Any, as_json: bool) -> None:
    """List the events of this desk, the latest first."""
    from desk_app import answers
    from desk_app.services import events

    rows = events.all_events(session)
    _answer(
        [answers.event(row) for row in rows],
        as_json,
        lambda: (f"{row.id}  {answers.event_title_line(row.event)}" for row in rows),
    )


@event.command("show")
@click.argument("event", type=str)
@_in_session
def event_show(session: Any, event: str, as_json: bool) -> None:
    """Show all that is known of an event, by its id or a part of its title."""
    from desk_app import answers
    from desk_app.services import events

    value = answers.event(events.one(session, events.named(session, event)))
    _answer(
        value,
        as_json,
        lambda: (f"{key}: {it}" for key, it in value.items() if it not in (None, [])),
    )


@desk.group()
def roster() -> None:
    """People: bring them in, list them, find one."""


@roster.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@click.option("--dry-run", is_flag=True, help="Show what would change, change nothing.")
@click.option("--yes", is_flag=True, help="Import without asking.")
@_common
def roster_import(
    file: Path, event: str, dry_run: bool, yes: bool, data: Path | None, as_json: bool
) -> int:
    """Bring registrations in from an export, or bring in what a newer one changes."""
    from desk_app import answers
    from desk_app.intake.reading import read
    from desk_app.services import imports

    reading = read(file)
    with _desk(data) as store:
        with store.transaction() as session:
            identity, fresh = _event_for(session, event, file)
            plan = imports.plan(session, identity, reading)
        value = answers.plan(plan)
        _answer(value, as_json, lambda: _plan_lines(value))
        if dry_run:
            return 0
        if not yes and not _agreed(len(plan.writes)):
            click.echo(tr("Nothing was imported. Add --yes to import without asking."), err=True)
            return FAILED
        _apply(store, plan, fresh)
    return 0


def _event_for(session: Any, text: str, file: Path) -> tuple[int, Any]:
    """The event's id, and the event itself where an import must make one first."""
    from desk_app.domain.event import Event, with_checkpoints
    from desk_app.services import events

    if text:
        return events.named(session, text), None
    known = events.in_hand(session)
    if known is not None:
        return known, None
    made = with_checkpoints(Event(title=file.stem, language=words.current()))
    return made.id, made


def _apply(store: Any, plan: Any, fresh: Any) -> None:
    from desk_app.services import events, imports

    with imports.only_one(store.folder):
        if fresh:
            with store.transaction() as session:
                events.describe(session, fresh, system_clock())
        work = imports.Import(plan)
        finished = False
        while not finished:
            with store.transaction() as session:
                finished = work.advance(session, system_clock()).finished


def _agreed(count: int) -> bool:
    if not sys.stdin.isatty():
        return False
    return click.confirm(trn(count, "Import one person?", "Import {count} people?"))


def _plan_lines(value: dict[str, Any]) -> Iterator[str]:
    yield value["platform"] or tr("no known platform")
    yield tr(
        "{records} people: {new} new, {changed} changed, {cancelled} cancelled, {missing} missing,"
        " {unchanged} unchanged",
        **{key: value[key] for key in _COUNTS},
    )
    for field, heading in value["columns"].items():
        yield f"  {field} = {heading}"
    for change in value["changes"]:
        for it in change["fields"]:
            yield f"  {change['full_name']}: {it['field']}: {it['old']} → {it['new']}"
    for row in value["refused"]:
        yield tr("Row {row}: {reason}", row=row["row"], reason=row["reason"])
    yield from value["warnings"]


_COUNTS = ("records", "new", "changed", "cancelled", "missing", "unchanged")


@roster.command("list")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@_in_session
def roster_list(session: Any, event: str, as_json: bool) -> None:
    """List everybody, by family name."""
    from desk_app.services import places
    from desk_app.services import roster as people

    standing = places.here(session, system_clock(), event)
    _people(people.everybody(session, standing.place), standing.event.zone, as_json)


@roster.command("find")
@click.argument("text")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 500))
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@_in_session
def roster_find(session: Any, text: str, limit: int, event: str, as_json: bool) -> None:
    """Find people by whatever you know of them, best first."""
    from desk_app.services import places
    from desk_app.services import roster as people

    standing = places.here(session, system_clock(), event)
    found = people.find(session, standing.place, text, limit)
    _people([it.person for it in found], standing.event.zone, as_json)


def _people(found: list[Any], zone: str, as_json: bool) -> None:
    from desk_app import answers

    _answer(
        [answers.person(it, zone) for it in found] if as_json else None,
        as_json,
        lambda: map(answers.person_line, found),
    )


@desk.command("check-in")
@click.argument("code")
@click.option("--checkpoint", default="", help="A checkpoint's key, name or day.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@_in_session
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

    _answer(value, as_json, lines)
    return 0 if verdict.outcome.admits else REFUSED


@desk.command()
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@_in_session
def undo(session: Any, event: str, as_json: bool) -> None:
    """Take back what this desk did last."""
    from desk_app import answers
    from desk_app.services import checkin, places

    standing = places.here(session, system_clock(), event)
    undone = checkin.undo(session, standing.place.event, system_clock())
    if undone is None:
        raise DeskError("There is nothing to undo on this desk.")
    kind = type(undone.fact.body).__name__
    person = answers.person(undone.person, standing.event.zone) if undone.person else None
    name = undone.person.full_name if undone.person else ""
    _answer({"undone": kind, "attendee": person}, as_json, lambda: iter([f"{kind}  {name}"]))


@desk.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--layout", default="", help="A badge layout's id.")
@click.option("--stock", default="a6", show_default=True, help="A label stock's id.")
@click.option("--first-label", default=1, show_default=True, help="The first unused label.")
@click.option("--only", type=click.Choice(["all", "missing", "arrived"]), default="all")
@click.option("--code", "codes", multiple=True, help="Only the person with this code (repeat).")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@_in_session
def badges(session: Any, file: Path, as_json: bool, **options: Any) -> None:
    """Draw badges into a PDF file."""
    from desk_app import answers
    from desk_app.badges import layouts, stocks
    from desk_app.badges.render import render
    from desk_app.services import badges as due
    from desk_app.services import places

    now = system_clock()
    standing = places.here(session, now, options["event"])
    layout = layouts.layout(options["layout"]) if options["layout"] else layouts.layout()
    stock = stocks.stock(options["stock"])
    people = due.chosen(session, standing.place, options["only"], options["codes"])
    drawn = render(
        due.badges_of(session, standing.place, people),
        layout,
        stock,
        first_label=options["first_label"],
    )
    _write(file, drawn.pdf)
    ids = [it.id for it in people]
    due.printed(session, standing.place.event, ids, layout.id, stock.id, "", now)
    names = {it.id: it.full_name for it in people}
    remarks = [
        {"attendee": names.get(it.attendee, ""), "remark": answers.told(it.sentence)}
        for it in drawn.remarks
    ]
    value = {"file": str(file), "badges": len(people), "pages": drawn.pages, "remarks": remarks}

    def lines() -> Iterator[str]:
        yield trn(len(people), "One badge in {file}", "{count} badges in {file}", file=file)
        yield from (f"  {it['attendee']}: {it['remark']}" for it in remarks)

    _answer(value, as_json, lines)


@desk.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--checkpoint", default="", help="A checkpoint's key, name or day.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@_in_session
def attendance(session: Any, file: Path, checkpoint: str, event: str, as_json: bool) -> None:
    """Write who came into a CSV, XLSX or PDF file, by the file's ending."""
    from desk_app.services import documents, places
    from desk_app.services.attendance import figures

    now = system_clock()
    standing = places.here(session, now, event, checkpoint)
    kind = file.suffix.lstrip(".").lower()
    if kind not in documents.KINDS:
        raise DeskError(
            "{file} must end in .csv, .xlsx or .pdf, so that the desk knows what to write.",
            file=file.name,
        )
    language = standing.event.language
    _write(file, documents.document(session, standing.place, kind, language, now))
    counted = figures(session, standing.place)
    value = {
        "file": str(file),
        "registered": counted.registered,
        "expected": counted.expected,
        "arrived": counted.arrived,
        "absent": counted.absent,
        "walk_ins": counted.walk_ins,
    }
    _answer(
        value,
        as_json,
        lambda: iter([tr("{arrived} of {expected} arrived; written to {file}", **value)]),
    )


@desk.command()
@_in_session
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

    _answer(value, as_json, lines)
    return 0 if it.clean else REFUSED


def _write(file: Path, content: bytes) -> None:
    """All of the file or nothing of it: an older one stays until the new one is whole."""
    part = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise DeskError(
            "{file} cannot be written ({why}). Choose another place, or close it where it is open.",
            file=file,
            why=error.strerror,
        ) from error


def _terminal_language() -> str:
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, asked), None) or locale.getlocale()[0] or ""
    return "fr" if spoken.lower().startswith("fr") else "en"


def _speak_plainly() -> None:
    """UTF-8 whatever the console thinks: a name must never stop a command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
