"""The command line: the same services as the window, without one."""

from collections.abc import Sequence
from pathlib import Path

import click

from desk_app import opening
from desk_app.commands import badges, day, event, ledger, paper, pin, privacy, roster, show
from desk_app.exit_codes import FAILED
from desk_app.words import tr


def run(arguments: Sequence[str]) -> int:
    """Run a command, or open the window when there is none; how it ended, 0 for well."""
    try:
        code = desk.main(list(arguments), standalone_mode=False)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        code = FAILED
    except click.Abort:
        click.echo(tr("Stopped; nothing was changed."), err=True)
        code = FAILED
    return code if isinstance(code, int) else 0


@click.group(invoke_without_command=True)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder.")
@click.option(
    "--packed",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Read what a desk packed into this file instead; nothing can be changed.",
)
@click.version_option(package_name="registration-desk")
@click.pass_context
def desk(context: click.Context, data: Path | None, packed: Path | None) -> int | None:
    """Check people in, print their badges, see who came: offline, from any export.

    Without a command, the window opens.
    """
    if context.invoked_subcommand:
        return None
    return opening.open_window(data, packed)


for command in (
    show.demo,
    show.shots,
    event.event,
    roster.roster,
    day.check_in,
    day.enter_late,
    day.was_not_there,
    day.undo,
    badges.badges,
    day.attendance,
    paper.document,
    paper.letterhead,
    paper.letter_text,
    paper.return_export,
    ledger.ledger,
    pin.pin,
    privacy.person,
    day.verify,
):
    desk.add_command(command)
for command in (privacy.anonymise, privacy.keep_until, privacy.sensitive):
    event.event.add_command(command)
