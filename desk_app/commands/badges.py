"""The command that draws badges: whose, in which order, on what, into one PDF file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from desk_app import whole_file
from desk_app.clock import system_clock
from desk_app.commands.answering import answer, in_session
from desk_app.domain.errors import DeskError
from desk_app.words import trn


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--layout", default="", help="A badge layout's id.")
@click.option("--stock", default="a6", show_default=True, help="A label stock's id.")
@click.option("--first-label", default=1, show_default=True, help="The first unused label.")
@click.option(
    "--only", type=click.Choice(["all", "missing", "changed", "arrived"]), default="all",
    help="Everybody, or those without a badge, changed since it was printed, or here.",
)  # fmt: skip
@click.option("--category", default="", help="Only this category.")
@click.option(
    "--order", type=click.Choice(["name", "organisation", "category"]), default="name",
    help="How they are handed out.",
)  # fmt: skip
@click.option("--separators", is_flag=True, help="A label before each initial.")
@click.option("--code", "codes", multiple=True, help="Only the person with this code (repeat).")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def badges(session: Any, file: Path, as_json: bool, **options: Any) -> None:
    """Draw badges into a PDF file."""
    from desk_app.badges import layouts, stocks
    from desk_app.services import badges as due
    from desk_app.services import own_layouts, own_stocks, places

    if file.suffix.lower() != ".pdf":  # a slip of the hand must not write over the desk's data
        raise DeskError(
            "{file} must end in .pdf: badges are drawn into a PDF file.", file=file.name
        )
    now = system_clock()
    standing = places.here(session, now, options["event"])
    own_layouts.use_own_layouts(session)
    own_stocks.use_own_stocks(session)
    layout = layouts.layout(options["layout"] or layouts.DEFAULT)
    stock = stocks.stock(options["stock"])
    run = _run(session, standing.place, options)
    several = due.of_people(session, standing.place, run)
    drawn = _drawn(several, layout, stock, options["first_label"], file)
    due.printed(session, standing.place.event, run, layout.id, stock.id, "", now)
    _tell(file, [it for it in run if it > 0], several, drawn, as_json)


def _run(session: Any, place: Any, options: dict[str, Any]) -> tuple[int, ...]:
    """The ids of the people, in the order of handing out; separators as in a `Batch`."""
    from desk_app.services import badges as due
    from desk_app.services import batches

    if options["codes"]:
        return tuple(it.id for it in due.with_codes(session, place, options["codes"]))
    category, order = options["category"], options["order"]
    wish = batches.Wish(category, order, options["separators"])
    batch = batches.batch(session, place, options["only"], wish)
    if not batch.run or batch.wish.category != category:
        raise DeskError("There is no badge to draw: nobody of this event is in that choice.")
    return batch.run


def _drawn(several: Any, layout: Any, stock: Any, first_label: int, file: Path) -> Any:
    """A `Rendered`; the file is written page by page, and is there when it is whole."""
    from desk_app.badges.render import render

    with whole_file.opened(file, folders=True) as pages:
        return render(several, layout, stock, first_label=first_label, file=pages)


def _tell(file: Path, ids: list[int], several: Any, drawn: Any, as_json: bool) -> None:
    from desk_app import answers

    names = {it.attendee: it.full_name for it in several}
    remarks = [
        {"attendee": names.get(it.attendee, ""), "remark": answers.told(it.sentence)}
        for it in drawn.remarks
    ]
    value = {"file": str(file), "badges": len(ids), "pages": drawn.pages, "remarks": remarks}

    def lines() -> Iterator[str]:
        yield trn(len(ids), "One badge in {file}", "{count} badges in {file}", file=file)
        yield from (f"  {it['attendee']}: {it['remark']}" for it in remarks)

    answer(value, as_json, lines)
