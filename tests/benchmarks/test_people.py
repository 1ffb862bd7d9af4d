"""The invented people of the benchmarks: diverse, repeatable, and like a real export."""

import csv
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from rapidfuzz.distance import OSA

from tests.benchmarks.people import HEADINGS, misspelt, people, write_csv

NAME = "Nom du participant"
NAMES = ["Élodie Brisefer", "Bo Ek", "O'Dálaigh", "伟明", "Ευδοκία", "x"]


def test_the_same_seed_gives_the_same_people() -> None:
    assert list(people(50)) == list(people(50))
    assert list(people(50, seed=1)) != list(people(50, seed=2))


def test_more_people_begin_with_the_same_ones() -> None:
    assert list(people(80))[:50] == list(people(50))


def test_about_three_in_a_hundred_share_a_name() -> None:
    names = Counter(person[NAME] for person in people(5_000))
    assert 0.02 < 1 - len(names) / 5_000 < 0.04


def test_no_ticket_is_given_twice() -> None:
    rows = list(people(5_000))
    assert len({row["Secret du billet"] for row in rows}) == 5_000
    assert len({(row["Code de commande"], row["ID de la position"]) for row in rows}) == 5_000


def test_names_come_in_many_forms_and_scripts() -> None:
    names = {person[NAME] for person in people(5_000)}
    for sign in ("ł", "ễ", "ε", "я", "欧", "남", "-", "'", "ç", " Le ", " d'"):
        assert any(sign in name for name in names), sign


def test_organisations_are_about_two_thousand() -> None:
    organisations = {person["Entreprise du participant"] for person in people(20_000)}
    assert 1_900 < len(organisations) < 2_200


def test_addresses_are_nobodys_and_each_persons_own() -> None:
    addresses = [row["E-mail du participant"] for row in people(2_000)]
    given = [address for address in addresses if address]
    assert len(set(given)) == len(given)
    assert all(a.split("@")[1] in ("example.org", "example.com", "example.net") for a in given)
    assert all(a.isascii() and a[0].isalpha() for a in given)


def test_most_registrations_are_confirmed() -> None:
    statuses = Counter(person["Statut"] for person in people(3_000))
    assert statuses["Payé"] > 2_700
    assert {"en attente", "annulé"} <= statuses.keys()


def test_four_kinds_of_tickets_are_sold() -> None:
    assert len({person["Produit"] for person in people(1_000)}) == 4


def test_the_file_has_the_form_of_an_export(tmp_path: Path) -> None:
    write_csv(tmp_path / "people.csv", 20)
    written = (tmp_path / "people.csv").read_bytes()
    rows = list(csv.reader(written.decode("utf-8").splitlines(), delimiter=";"))
    assert written.count(b"\r\n") == 21
    assert tuple(rows[0]) == HEADINGS
    assert rows[1][11] == f"{rows[1][12]} {rows[1][13]}"


@pytest.mark.parametrize("name", NAMES)
def test_a_misspelling_is_one_edit_away(name: str) -> None:
    slips = {misspelt(name, Random(seed)) for seed in range(60)}
    assert name not in slips
    assert all(OSA.distance(name, slip) == 1 for slip in slips)


def test_an_accent_can_be_forgotten() -> None:
    assert "Eve" in {misspelt("Ève", Random(seed)) for seed in range(60)}


def test_misspelling_is_repeatable() -> None:
    assert misspelt("Brisefer", Random(3)) == misspelt("Brisefer", Random(3))
