"""Commands that show the desk itself: the demo, and pictures of every screen."""

from pathlib import Path
from typing import Any

import click

from desk_app import words
from desk_app.commands.answering import answer, common, folder_said


@click.command()
@click.option(
    "--tour",
    type=click.Path(path_type=Path, file_okay=False),
    help="Play the day into this folder instead.",
)
@common
def demo(tour: Path | None, data: Path | None, as_json: bool) -> int:
    """Open the desk on the sample event; where there is no screen, play the day."""
    from desk_app import demo as sample

    return sample.run(tour, folder_said(data), as_json)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--size", default="1280x800", help="Width and height in pixels, such as 1280x800.")
@click.option("--theme", type=click.Choice(["light", "dark", "contrast"]), default="light")
@click.option("--language", type=click.Choice(words.LANGUAGES), default="en")
@common
def shots(folder: Path, size: str, theme: str, language: str, **options: Any) -> None:
    """Draw every screen with the sample event into PNG files, without a screen."""
    from desk_app import shots as camera

    files = camera.take(folder, size, theme, language, folder_said(options["data"]))
    answer([str(file) for file in files], options["as_json"], lambda: map(str, files))
