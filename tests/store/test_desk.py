"""Which desk this is: a copied folder is another one."""

import shutil
from pathlib import Path

from desk_app.services import checkin, roster, settings
from desk_app.store.desk import rename
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import MINUTE, NINE, desk_in, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE")


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(folder, folder.with_name("copy")))


def test_a_folder_keeps_its_desk(folder: Path) -> None:
    with desk_in(folder) as first:
        pass
    with desk_in(folder) as again:
        assert again.desk == first.desk


def test_a_copied_folder_is_another_desk(folder: Path) -> None:
    with desk_in(folder) as first:
        pass
    with desk_in(copied(folder)) as other:
        assert other.desk.id != first.desk.id
        assert other.desk.name == f"{first.desk.name} 2"
        assert settings.desk_names(other) == {
            first.desk.id: first.desk.name,
            other.desk.id: other.desk.name,
        }


def test_a_copy_keeps_what_the_first_desk_wrote(folder: Path) -> None:
    with desk_in(folder) as first:
        place = open_with(first, ZOE)
        checkin.scan(first, place, "QR-ZOE", NINE)
    with desk_in(copied(folder)) as other:
        again = checkin.scan(other, place, "QR-ZOE", NINE + MINUTE)
        assert (again.outcome, again.first_at, again.desk) == ("already_in", NINE, first.desk.name)
        assert verify(other).clean


def test_a_copy_numbers_its_own_facts_from_one(folder: Path) -> None:
    with desk_in(folder) as first:
        place = open_with(first, ZOE)
    with desk_in(copied(folder)) as other:
        checkin.scan(other, place, "QR-ZOE", NINE + MINUTE)
        last = roster.card(other, place, who(place, ZOE)).history[-1]
        assert last.id == (other.desk.id, 1)


def test_moved_back_a_folder_is_its_first_desk_again(folder: Path) -> None:
    with desk_in(folder) as first:
        pass
    away = folder.rename(folder.with_name("away"))
    with desk_in(away) as moved:
        assert moved.desk.id != first.desk.id
    with desk_in(away.rename(folder)) as back:
        assert back.desk == first.desk


def test_the_machine_is_not_named_by_its_number(session: Session) -> None:
    import machineid

    row = session.run("SELECT fingerprint FROM desk").one()
    assert len(row.fingerprint) == 64
    assert row.fingerprint != machineid.hashed_id("registration-desk")


def test_a_renamed_desk_is_known_by_its_new_name(folder: Path) -> None:
    with desk_in(folder) as session:
        rename(session.connection, session.desk.id, "Accueil 2")
    with desk_in(folder) as again:
        assert again.desk.name == "Accueil 2"
