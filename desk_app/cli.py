"""The command line: the same services as the window, without one."""

import gc
import locale
import os
import sys
from pathlib import Path

import click

from desk_app import paths, words
from desk_app.commands import day, event, ledger, paper, pin, privacy, roster, show
from desk_app.commands.answering import FAILED
from desk_app.domain.errors import DeskError
from desk_app.words import say, tr


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
    except OSError as error:
        file = error.filename or "stdout"
        click.echo(tr("{file}: {why}.", file=file, why=error.strerror), err=True)
        code = FAILED
    sys.exit(code if isinstance(code, int) else 0)


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
    from desk_app.ground import check_libraries, check_screen

    gc.disable()  # importing makes no garbage; `open_window` switches it on again
    check_screen()
    check_libraries()
    from desk_app.app import open_window

    return open_window(data or paths.data_folder())


for command in (
    show.demo,
    show.shots,
    event.event,
    roster.roster,
    day.check_in,
    day.enter_late,
    day.was_not_there,
    day.undo,
    day.badges,
    day.attendance,
    paper.document,
    paper.letterhead,
    paper.return_export,
    ledger.ledger,
    pin.pin,
    privacy.person,
    day.verify,
):
    desk.add_command(command)
for command in (privacy.anonymise, privacy.keep_until, privacy.sensitive):
    event.event.add_command(command)


def _terminal_language() -> str:
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, asked), None) or locale.getlocale()[0] or ""
    return "fr" if spoken.lower().startswith("fr") else "en"


def _speak_plainly() -> None:
    """UTF-8 whatever the console thinks: a name must never stop a command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
