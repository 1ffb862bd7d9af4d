"""Commands about the ledger as a file: everything of this desk, to be taken in by another."""

from pathlib import Path
from typing import Any

import click

from desk_app.commands.answering import answer, common, in_session, open_desk_at, write
from desk_app.domain.errors import DeskError
from desk_app.words import tr


@click.group()
def ledger() -> None:
    """The ledger: write it into one file, take in that of another desk."""


@ledger.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@in_session
def ledger_export(session: Any, file: Path, as_json: bool) -> None:
    """Write all facts of this desk, of every event, as JSON lines."""
    from desk_app.store import exchange

    if file.suffix.lower() not in (".jsonl", ".json"):  # never over the desk's own data
        raise DeskError("{file} must end in .jsonl: a ledger is a file of JSON lines.", file=file)
    lines = list(exchange.exported(session))
    write(file, b"".join(lines))
    value = {"file": str(file), "facts": len(lines) - 2}
    answer(value, as_json, lambda: iter([tr("{facts} facts written to {file}", **value)]))


@ledger.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common
def ledger_import(file: Path, data: Path | None, as_json: bool) -> None:
    """Take in the ledger of another desk; the same file again changes nothing."""
    from desk_app.services import events
    from desk_app.store import erasing, exchange

    with open_desk_at(data) as store:
        with store.transaction() as session:
            taken = exchange.take_in(session, file.read_bytes())
            known = events.all_events(session)
            if known and events.in_hand(session) is None:
                events.choose(session, known[0].id)
        if taken.erased:
            erasing.finish(store)
    value = {"facts": taken.facts, "new": taken.new, "people": taken.people}
    answer(
        value,
        as_json,
        lambda: iter([tr("{facts} facts in the file, {new} of them new here.", **value)]),
    )
