"""The desk on the sample event: as a window, or playing the day by itself where there is none."""

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from desk_app import paths, sample, shots
from desk_app.clock import system_clock
from desk_app.ground import check_libraries, screen_there, stand_offscreen
from desk_app.words import tr

if TYPE_CHECKING:
    from desk_app.app import DeskApp


def run(tour: Path | None, data: Path | None, as_json: bool) -> int:
    """Open the window, or play the tour into a folder; the exit code."""
    if tour is None and screen_there():
        return _window(data or paths.data_folder().with_name("registration-desk-demo"))
    if tour is None:
        click.echo(tr("There is no screen here, so the desk plays the day by itself."), err=as_json)
    _play((tour or Path("desk-tour")).resolve(), data, as_json)
    return 0


def _window(folder: Path) -> int:
    check_libraries()
    from desk_app.app import open_window
    from desk_app.services.places import open_desk

    store = open_desk(folder, system_clock())
    sample.fill(store, system_clock)
    store.close()
    return open_window(folder)


def _play(folder: Path, data: Path | None, as_json: bool) -> None:
    stand_offscreen()
    check_libraries()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="registration-desk-") as own:
        tour = Tour(data or Path(own), folder)
        told = []
        for title, seconds, files in tour.play():
            told.append({"step": title, "ms": round(seconds * 1000, 1), "files": files})
            if not as_json:
                click.echo(f"{seconds * 1000:8.1f} ms  {title}")
                for file in files:
                    click.echo(f"             {file}")
        tour.close()
    if as_json:
        click.echo(json.dumps({"folder": str(folder), "steps": told}, ensure_ascii=False, indent=2))
    else:
        click.echo(tr("Pictures, badges and lists are in {folder}", folder=folder))


class Tour:
    """One day at the desk through the real window, by the keys a volunteer would press."""

    def __init__(self, data: Path, folder: Path) -> None:
        from desk_app import app
        from desk_app.services.places import open_desk
        from desk_app.tasks import InlineTasks

        self._folder = folder
        self._clock = shots.slow_clock()
        qt = app.application()
        store = open_desk(data, self._clock())
        self._desk: DeskApp = app.start(qt, InlineTasks(store), self._clock)
        self._desk.window.show()

    def play(self) -> Iterator[tuple[str, float, list[str]]]:
        """Each step as it is done: (what, seconds without the picture, names of files)."""
        steps: list[tuple[str, str, Callable[[], list[str]]]] = [
            ("event", tr("The event's page is taken in"), self._event),
            ("import", tr("The export is read and compared"), self._plan),
            ("roster", tr("The registrations are taken in"), self._apply),
            ("search", tr("A name is typed"), self._search),
            ("welcome", tr("Enter lets the person in"), self._enter),
            ("queue", tr("Thirty people are scanned"), self._queue),
            ("refused", tr("A cancelled ticket is refused"), self._refuse),
            ("again", tr("A second scan says when the first was"), self._again),
            ("undo", tr("The last check-in is taken back"), self._undo),
            ("badges", tr("The badges are drawn"), self._badges),
            ("attendance", tr("The lists are written"), self._lists),
        ]
        for number, (name, title, step) in enumerate(steps, 1):
            began = perf_counter()
            files = step()
            seconds = perf_counter() - began
            shot = shots.picture(self._desk, self._folder / f"{number:02d}-{name}.png")
            yield title, seconds, [shot.name, *files]

    def close(self) -> None:
        """Close the window and the ledger."""
        self._desk.window.close()

    def _event(self) -> list[str]:
        self._desk.frame.show_screen("events")
        self._desk.rest.events.take_in(sample.page())
        self._desk.stand()
        self._desk.frame.show_screen("events")
        return []

    def _plan(self) -> list[str]:
        self._desk.frame.show_screen("import")
        self._desk.rest.importing.open(sample.export())
        return []

    def _apply(self) -> list[str]:
        self._desk.rest.importing.apply()
        self._desk.frame.show_screen("roster")
        return []

    def _search(self) -> list[str]:
        self._desk.frame.show_screen("checkin")
        self._type("bau")
        return []

    def _enter(self) -> list[str]:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self._desk.screen.field, Qt.Key.Key_Return)
        return []

    def _queue(self) -> list[str]:
        for person in self._people("absent")[:30]:
            self._desk.checkin.scan(self._code_of(person))
        return []

    def _refuse(self) -> list[str]:
        self._desk.checkin.scan(self._code_of(self._people("cancelled")[0]))
        return []

    def _again(self) -> list[str]:
        self._desk.checkin.scan(self._code_of(self._people("arrived")[0]))
        return []

    def _undo(self) -> list[str]:
        self._desk.checkin.undo()
        return []

    def _badges(self) -> list[str]:
        from desk_app.badges import layouts, stocks
        from desk_app.badges.render import render
        from desk_app.services import badges

        self._desk.frame.show_screen("badges")
        files = []
        for stock in ("a6", "62x100", stocks.DEFAULT):
            with self._desk.tasks.store.transaction() as session:
                place = self._place()
                due = badges.badges_of(session, place, badges.due(session, place))
            drawn = render(due, layouts.layout(), stocks.stock(stock))
            files.append(self._write(f"badges-{stock}.pdf", drawn.pdf))
        return files

    def _lists(self) -> list[str]:
        from desk_app.services import documents

        self._desk.frame.show_screen("attendance")
        assert self._desk.standing
        language = self._desk.standing.event.language
        with self._desk.tasks.store.transaction() as session:
            return [
                self._write(
                    f"attendance.{kind}",
                    documents.document(session, self._place(), kind, language, self._clock()),
                )
                for kind in documents.KINDS
            ]

    def _type(self, text: str) -> None:
        from PySide6.QtTest import QTest

        self._desk.screen.field.clear()
        QTest.keyClicks(self._desk.screen.field, text)

    def _people(self, kind: str) -> Sequence[Any]:
        from desk_app.services import attendance

        with self._desk.tasks.store.transaction() as session:
            return attendance.listing(session, self._place(), kind)

    def _code_of(self, person: Any) -> str:
        return str(person.scan_code or person.external_id)

    def _place(self) -> Any:
        assert self._desk.standing
        return self._desk.standing.place

    def _write(self, name: str, content: bytes) -> str:
        (self._folder / name).write_bytes(content)
        return name
