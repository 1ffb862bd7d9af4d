"""The sample's registrations: the form of a real export, and nobody's data."""

import csv
from collections import Counter

from desk_app import paths

FILE = paths.resources() / "sample" / "registrations.csv"


def rows() -> list[dict[str, str]]:
    lines = FILE.read_bytes().decode("utf-8-sig").split("\r\n")
    return list(csv.DictReader(lines, delimiter=";"))


def test_the_sample_has_the_dialect_of_its_platform() -> None:
    written = FILE.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == written.count(b"\n") == 65


def test_sixty_four_people_have_their_own_tickets() -> None:
    assert len({row["Numéro de billet"] for row in rows()}) == 64


def test_statuses_and_kinds_of_tickets_are_mixed() -> None:
    statuses = Counter(row["Statut de la commande"] for row in rows())
    assert statuses == {"Validé": 60, "En attente": 2, "Annulé": 2}
    assert len({row["Tarif"] for row in rows()}) == 4


def test_addresses_are_in_domains_kept_for_examples() -> None:
    addresses = {row["Email payeur"] for row in rows()}
    assert {a.split("@")[1] for a in addresses} == {"example.org", "example.com", "example.net"}


def test_homonyms_come_from_different_organisations() -> None:
    homes: dict[tuple[str, str], set[str]] = {}
    for row in rows():
        name = (row["Prénom participant"], row["Nom participant"])
        homes.setdefault(name, set()).add(row["Établissement / organisme"])
    assert sorted(len(found) for found in homes.values())[-2:] == [2, 2]
