"""Commands about events."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from desk_app.clock import system_clock
from desk_app.commands.answering import answer, in_session


@click.group()
def event() -> None:
    """Events: take one in, list them, show one."""


@event.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@in_session
def event_import(session: Any, file: Path, as_json: bool) -> None:
    """Take in an event: a page as text, a saved web page, or an iCalendar file."""
    from desk_app import answers
    from desk_app.intake.announcement import read_announcement
    from desk_app.services import events

    taken = [
        (events.take_in(session, it.event, system_clock()), it.unread)
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

    answer(value, as_json, lines)


@event.command("list")
@in_session
def event_list(session: Any, as_json: bool) -> None:
    """List the events of this desk, the latest first."""
    from desk_app import answers
    from desk_app.services import events

    rows = events.all_events(session)
    answer(
        [answers.event(row) for row in rows],
        as_json,
        lambda: (f"{row.id}  {answers.event_title_line(row.event)}" for row in rows),
    )


@event.command("show")
@click.argument("event", type=str)
@in_session
def event_show(session: Any, event: str, as_json: bool) -> None:
    """Show all that is known of an event, by its id or a part of its title."""
    from desk_app import answers
    from desk_app.services import events

    value = answers.event(events.one(session, events.named(session, event)))
    answer(
        value,
        as_json,
        lambda: (f"{key}: {it}" for key, it in value.items() if it not in (None, [])),
    )
