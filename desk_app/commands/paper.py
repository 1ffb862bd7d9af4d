"""Commands about documents: drawing them, and saying whose they are."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from desk_app import words
from desk_app.clock import system_clock
from desk_app.commands.answering import answer, in_session, write
from desk_app.domain.errors import DeskError
from desk_app.domain.papers import LetterText
from desk_app.words import tr, trn

KINDS = (
    "attendance",
    "sign-in",
    "paper-list",
    "absent",
    "by-organisation",
    "attestation",
    "certificate",
    "summary",
)
ORDERS = ("name", "organisation", "category", "arrival")
LETTERS = ("attestation", "certificate")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(words.LANGUAGES), help="Else the event's own.")
@click.option("--code", "codes", multiple=True, help="Only the person with this code (repeat).")
@click.option(
    "--order",
    type=click.Choice(ORDERS),
    default="name",
    show_default=True,
    help="How people stand in it.",
)
@click.option("--each", is_flag=True, help="One file for each person, in the folder FILE.")
@click.option("--checkpoint", default="", help="A checkpoint's key, name or day.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def document(session: Any, kind: str, file: Path, as_json: bool, **options: Any) -> None:
    """Draw a document as a PDF file: sign-in sheets, lists, attestations, a summary."""
    from desk_app.services import badges, paperwork, places

    now = system_clock()
    standing = places.here(session, now, options["event"], options["checkpoint"])
    language = options["language"] or standing.event.language
    if (options["codes"] or options["each"]) and not paperwork.PAPERS[kind].for_each:
        raise DeskError("Only attestations and certificates can be had for single people.")
    only = (
        tuple(it.id for it in badges.with_codes(session, standing.place, options["codes"]))
        if options["codes"]
        else ()
    )
    request = paperwork.Request(standing.place, language, now, only, options["order"])
    files = (
        _each(session, kind, file, request)
        if options["each"]
        else [_one(session, kind, file, request)]
    )
    value = {"kind": kind, "files": [str(it) for it in files]}
    answer(value, as_json, lambda: _lines(files))


def _one(session: Any, kind: str, file: Path, request: Any) -> Path:
    from desk_app.services import paperwork

    if file.suffix.lower() != ".pdf":  # a slip of the hand must not write over the desk's data
        raise DeskError("{file} must end in .pdf: documents are PDF files.", file=file.name)
    write(file, paperwork.gather(session, kind, request)())
    return file


def _each(session: Any, kind: str, folder: Path, request: Any) -> list[Path]:
    from desk_app.services import paperwork

    files = []
    for name, draw in paperwork.letters_of(session, kind, request):
        file = folder / name
        write(file, draw())
        files.append(file)
    return files


@click.command("return-export")
@click.argument("original", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--checkpoint", default="", help="A checkpoint's key, name or day.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def return_export(
    session: Any, original: Path, file: Path, checkpoint: str, event: str, as_json: bool
) -> None:
    """Write the organiser's own export with the attendance added, into a CSV or XLSX file."""
    from desk_app.intake.original import original as read
    from desk_app.intake.wishes import Wishes
    from desk_app.services import corrections, places
    from desk_app.services import return_export as back

    kind = file.suffix.lstrip(".").lower()
    if kind not in back.KINDS:
        raise DeskError("{file} must end in .csv or .xlsx.", file=file.name)
    standing = places.here(session, system_clock(), event, checkpoint)
    wishes = Wishes(remembered=corrections.remembered(session))
    found = read(original, wishes=wishes, profiles=corrections.profiles(session.folder))
    made = back.returned(session, standing.place, found, standing.event.language)
    write(file, back.drawn(made, found, kind))
    value = {"file": str(file), "people": len(found.people), "unknown": made.unknown}
    answer(value, as_json, lambda: iter([tr("Written: {file}", file=file)]))


def _lines(files: list[Path]) -> Iterator[str]:
    if len(files) == 1:
        yield tr("Written: {file}", file=files[0])
    else:
        yield trn(
            len(files), "One file in {folder}", "{count} files in {folder}", folder=files[0].parent
        )


@click.command()
@click.option("--institution", help="Who signs.")
@click.option("--address", help="Its address; lines are divided by a semicolon.")
@click.option("--siret", help="Its SIRET number.")
@click.option("--declaration", help="Its number as a provider of training.")
@click.option("--representative", help="Who signs for it.")
@click.option("--role", help="What they are there.")
@click.option("--city", help="Where documents are signed.")
@click.option("--nature", help="formation, bilan, vae or apprentissage; or nothing.")
@click.option("--logo", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--no-logo", is_flag=True, help="Take the logo away.")
@click.option("--morning", help="The event's mornings, such as 09:00-12:30.")
@click.option("--afternoon", help="The event's afternoons, such as 14:00-17:30.")
@click.option("--partners", help="Who supports the event, as badges say it.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def letterhead(
    session: Any,
    logo: Path | None,
    no_logo: bool,
    event: str,
    as_json: bool,
    **texts: str | None,
) -> None:
    """Say whose documents an event's are, and the hours of its half-days; or show it."""
    from desk_app.services import particulars, places

    now = system_clock()
    identity = places.here(session, now, event).place.event
    said = {name: it for name, it in texts.items() if it is not None}
    picture = b"" if no_logo else logo.read_bytes() if logo else None
    made = particulars.keep(session, identity, particulars.Said(said, logo=picture), now)
    value = {**made.texts, "logo": made.has_logo}
    answer(value, as_json, lambda: (f"{key}: {it}" for key, it in value.items() if it))


@click.command("letter-text")
@click.argument("kind", type=click.Choice(LETTERS))
@click.option("--language", type=click.Choice(words.LANGUAGES), help="Else the event's own.")
@click.option("--heading", help="What stands above it.")
@click.option("--signature", help="What stands where it is signed.")
@click.option(
    "--paragraphs",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A text file, each line a paragraph.",
)
@click.option("--original", is_flag=True, help="Go back to the text that came with the desk.")
@click.option("--event", "event", default="", help="An event's id or a part of its title.")
@in_session
def letter_text(
    session: Any, kind: str, language: str | None, event: str, as_json: bool, **options: Any
) -> None:
    """Show what attestations or certificates of an event say, or write it anew."""
    from desk_app.services import letters, places

    now = system_clock()
    standing = places.here(session, now, event)
    identity, spoken = standing.place.event, language or standing.event.language
    text = letters.text(session, identity, kind, spoken)
    text = letters.original(kind, spoken) if options["original"] else _changed(text, options)
    letters.write(session, identity, kind, spoken, text, now)
    value = {"kind": kind, "language": spoken, **asdict(text)}
    answer(value, as_json, lambda: iter((text.heading, *text.paragraphs, text.signature)))


def _changed(text: LetterText, said: dict[str, Any]) -> LetterText:
    heading, signature, file = said["heading"], said["signature"], said["paragraphs"]
    if heading is not None:
        text = replace(text, heading=heading)
    if signature is not None:
        text = replace(text, signature=signature)
    if file is not None:
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        text = replace(text, paragraphs=tuple(filter(None, map(str.strip, lines))))
    return text
