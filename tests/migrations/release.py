"""Writes a small database of the release at hand, as SQL text beside this file.

Run once for each release, from the project's folder: `python -m tests.migrations.release 0.1.0`.
What it wrote is never written again: `test_releases.py` opens every one of them.
"""

import contextlib
import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from desk_app.domain.registration import Status
from desk_app.services import badges, checkin, imports, settings, undoing, walk_ins, welcoming
from desk_app.store.session import Session, Store
from tests.services.days import FRIDAY, MINUTE, NINE, bring, guest, museums, reading, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE", email="zoe@example.org", organisation="Ocim")
JEAN = guest("Jean-Luc d'Aubrac", "QR-JEAN", codes=("ORDER-1",), answers=(("Diet", "vegan"),))
MAX = guest("Max Martin", "QR-MAX", status=Status.PENDING)
GONE = guest("Anne Petit", "QR-ANNE")


def lived(session: Session) -> None:
    """A little of everything that a desk can do."""
    place = museums(session)
    bring(session, place, reading(ZOE, JEAN, MAX, digest="first"))
    bring(session, place, reading(replace(ZOE, job_title="Curator"), JEAN, MAX, digest="second"))
    imports.undo(session, bring(session, place, reading(GONE, digest="third")), NINE)
    checkin.scan(session, place, "QR-ZOE", NINE)
    checkin.scan(session, place, "QR-MAX", NINE + MINUTE)
    checkin.scan(session, replace(place, checkpoint=FRIDAY), "QR-JEAN", NINE + 2 * MINUTE)
    checkin.enter(session, place, who(place, JEAN), NINE + 3 * MINUTE)
    undoing.undo(session, place.event, NINE + 4 * MINUTE)
    checkin.amend(session, place.event, who(place, ZOE), "organisation", "Musée", NINE + MINUTE)
    walk_ins.register(session, place, guest("Ewa Kowalczyk"), NINE + 5 * MINUTE)
    welcoming.hand_out(session, place, who(place, ZOE), "Bag", NINE + 6 * MINUTE)
    welcoming.answer(session, place, who(place, ZOE), "Photos?", "no", NINE + 6 * MINUTE)
    welcoming.accompany(session, place, who(place, ZOE), 2, NINE + 6 * MINUTE)
    welcoming.send_to_help(session, place, who(place, MAX), "no invoice", NINE + 6 * MINUTE)
    welcoming.solve(session, place, who(place, MAX), "", NINE + 7 * MINUTE)
    badges.printed(session, place.event, [who(place, ZOE)], "classic", "a6", "", NINE)
    settings.write(session, "language", "fr")


def dump(file: Path) -> Iterator[str]:
    """The database as SQL text; the machine that made it is not named."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE desk SET name = 'Accueil', fingerprint = 'another machine'")
        connection.commit()
        yield from (it for it in connection.iterdump() if not re.search("person_|schema", it))
        yield from _search_tables(connection)


def _search_tables(connection: sqlite3.Connection) -> Iterator[str]:
    """SQLite's own dump of full-text tables cannot be read back, so they are written by name."""
    for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"):
        yield f"{row[0]};"
    for row in connection.execute("SELECT rowid, name, rest, answers FROM person_search"):
        yield f"INSERT INTO person_search (rowid, name, rest, answers) VALUES {row};"


def main(release: str) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.transaction() as session:
            lived(session)
        store.close()
        text = "\n".join(dump(store.file)) + "\n"
    Path(__file__).with_name(f"{release}.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
