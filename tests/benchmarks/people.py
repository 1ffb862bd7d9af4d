"""Invented, diverse people in any number, the same for the same seed, as a pretix export."""

import csv
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

HOMONYMS = 0.03
GROUPS = 0.05
FRENCH_WEIGHT = 64
# What pretix draws order codes and ticket secrets from: no letters that look like digits.
CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ3789"
SECRET_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
FIRST_ORDER = datetime(2026, 1, 12, 8, 3, 11)  # noqa: DTZ001 - exports give local times
HEADINGS = (
    "Titre de l'événement",
    "Nom de l'événement",
    "Code de commande",
    "ID de la position",
    "Statut",
    "E-Mail",
    "Numéro de téléphone",
    "Date de commande",
    "Heure de commande",
    "Produit",
    "Prix",
    "Nom du participant",
    "Nom du participant: Prénom",
    "Nom du participant: Nom de famille",
    "E-mail du participant",
    "Entreprise du participant",
    "Secret du billet",
    "Commentaire de commande",
    "Fonction",
    "Régime alimentaire",
    "Langue de la commande",
    "Listes d'enregistrement",
    "Fournisseurs de paiement",
)


class Name(NamedTuple):
    """A name as written, and in Latin letters for an address."""

    given: str
    family: str
    address: str


class _Order(NamedTuple):
    code: str
    email: str
    position: int


def people(count: int, seed: int = 2026) -> Iterator[dict[str, str]]:
    """Rows by heading; about three in a hundred bear a name that an earlier row has."""
    random = Random(seed)
    organisations = _organisations()
    addresses: dict[str, int] = {}
    order = _Order("", "", 0)
    for at, name in enumerate(_names(count, random)):
        email = _address(name.address, addresses, random)
        grouped = bool(order.code) and random.random() < GROUPS
        order = order._replace(position=order.position + 1) if grouped else _order(at, email)
        yield _row(at, name, email, order, random.choice(organisations), random)


def write_csv(path: Path, count: int, seed: int = 2026) -> None:
    """Write the people as pretix does in "CSV (with semicolons)"."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADINGS, delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(people(count, seed))


def misspelt(name: str, random: Random) -> str:
    """The name with one slip of the hand; it always differs, and never begins with a blank."""
    edits: list[Callable[[str, int, Random], str]] = [_swap, _drop, _double, _neighbour, _bare]
    letters = [at for at, sign in enumerate(name) if sign.isalpha()]
    random.shuffle(edits)
    random.shuffle(letters)
    for edit in edits:
        for at in letters:
            if (slip := edit(name, at, random)).strip() != name and slip.strip():
                return slip
    return name + name[-1:]


def _swap(name: str, at: int, random: Random) -> str:
    return (
        name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
        if name[at + 1 :][:1].isalpha()
        else name
    )


def _drop(name: str, at: int, random: Random) -> str:
    return name[:at] + name[at + 1 :] if at and len(name) > 2 else name


def _double(name: str, at: int, random: Random) -> str:
    return name[: at + 1] + name[at].lower() + name[at + 1 :]


def _neighbour(name: str, at: int, random: Random) -> str:
    beside = _neighbours().get(name[at].lower(), "")
    struck = random.choice(beside) if beside else name[at]
    return name[:at] + (struck.upper() if name[at].isupper() else struck) + name[at + 1 :]


def _bare(name: str, at: int, random: Random) -> str:
    return name[:at] + unicodedata.normalize("NFD", name[at])[0] + name[at + 1 :]


@cache
def _neighbours() -> dict[str, str]:
    rows: list[str] = _pieces()["keyboard"]["rows"]
    return {
        sign: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
        for row in rows
        for at, sign in enumerate(row)
    }


def _names(count: int, random: Random) -> Iterator[Name]:
    known: list[Name] = []
    taken: set[tuple[str, str]] = set()
    for _ in range(count):
        if known and random.random() < HOMONYMS:
            yield random.choice(known)
            continue
        name = _new_name(random)
        while (name.given, name.family) in taken:
            name = _lengthened(name, random)
        taken.add((name.given, name.family))
        known.append(name)
        yield name


def _new_name(random: Random) -> Name:
    origins, weights = _origins()
    given, family = random.choices(origins, cum_weights=weights)[0]
    first, last = random.choice(given), random.choice(family)
    draw = random.random()
    if given is origins[0][0]:
        first, last = _french(first, last, draw, random)
    written = (first[0], last[0].upper() if 0.95 < draw < 0.98 else last[0])
    if draw > 0.995:
        return Name(written[0].lower(), written[1].lower(), f"{first[1]}.{last[1]}")
    return Name(*written, f"{first[1]}.{last[1]}")


Spelling = tuple[str, str]


def _french(
    first: Spelling, last: Spelling, draw: float, random: Random
) -> tuple[Spelling, Spelling]:
    """One in eight has a compound given name, one in eight a double one, some a particle."""
    given, families = _origins()[0][0]
    if draw < 0.12:
        first = _linked(first, random.choice(given))
    elif draw < 0.24:
        last = _linked(last, random.choice(families))
    elif draw < 0.29:
        particle = random.choice(_pieces()["french"]["particles"])
        blank = "" if particle.endswith("'") else " "
        last = (f"{particle}{blank}{last[0]}", _latin(f"{particle}{last[1]}"))
    return first, last


def _linked(one: Spelling, other: Spelling) -> Spelling:
    return f"{one[0]}-{other[0]}", f"{one[1]}-{other[1]}"


def _lengthened(name: Name, random: Random) -> Name:
    """A second family name, as people with a name already taken do not always bother to have."""
    second = random.choice(_origins()[0][0][1])
    return Name(name.given, f"{name.family}-{second[0]}", f"{name.address}-{second[1]}")


@cache
def _origins() -> tuple[list[tuple[list[Spelling], list[Spelling]]], list[int]]:
    """Given and family names by origin, French first, and the sums of their weights."""
    french = _pieces()["french"]
    families = [root + end for root in french["roots"].split() for end in french["ends"].split()]
    origins = [(_spelt(french["given"]), [(name, _latin(name)) for name in families])]
    weights = [FRENCH_WEIGHT]
    for other in _pieces()["others"]:
        origins.append((_spelt(other["given"]), _spelt(other["family"])))
        weights.append(other["weight"])
    return origins, list(accumulate(weights))


def _spelt(names: str) -> list[Spelling]:
    pairs = (name.replace("_", " ").partition("=") for name in names.split())
    return [(native, _latin(latin or native)) for native, _, latin in pairs]


def _latin(text: str) -> str:
    """Lower-case ASCII letters and hyphens, as addresses have them."""
    plain = text.lower().translate(str.maketrans("łđøı", "ldoi"))
    return "".join(
        sign
        for sign in unicodedata.normalize("NFKD", plain)
        if sign.isascii() and (sign.isalpha() or sign == "-")
    )


def _address(local: str, used: dict[str, int], random: Random) -> str:
    """The first bearer of a name has the bare address, the next ones a number."""
    used[local] = used.get(local, 0) + 1
    number = used[local] if used[local] > 1 else ""
    return f"{local}{number}@{random.choice(_pieces()['answers']['domains'])}"


@cache
def _organisations() -> list[str]:
    found = _pieces()["organisations"]
    kinds = [kind.strip() for line in found["kinds"].splitlines() for kind in line.split("|")]
    return [_of(kind, town) for kind in kinds for town in found["towns"].split()]


def _of(kind: str, town: str) -> str:
    vowel = _latin(town)[0] in "aeiouy"
    return f"{kind[:-1]}'{town}" if kind.endswith(" de") and vowel else f"{kind} {town}"


def _order(at: int, email: str) -> _Order:
    """A code of five signs; the factor shares no divisor with 28, so no two are equal."""
    number = (at * 1_000_003 + 345_678) % len(CODE_SIGNS) ** 5
    code = ""
    for _ in range(5):
        number, sign = divmod(number, len(CODE_SIGNS))
        code += CODE_SIGNS[sign]
    return _Order(code, email, 1)


def _row(
    at: int, name: Name, email: str, order: _Order, organisation: str, random: Random
) -> dict[str, str]:
    answers = _pieces()["answers"]
    ordered = FIRST_ORDER + timedelta(seconds=at * 37)
    values = (
        "rencontres26",
        "Rencontres « Conserver, transmettre » 2026",
        order.code,
        str(order.position),
        random.choices(answers["statuses"], answers["status_weights"])[0],
        order.email,
        # French numbers in 06 39 98 belong to nobody; pretix escapes the leading plus.
        f"'+33 6 39 98 {random.randrange(100):02} {random.randrange(100):02}",
        ordered.date().isoformat(),
        ordered.time().isoformat(),
        random.choices(answers["products"], answers["product_weights"])[0],
        "0,00",
        f"{name.given} {name.family}",
        name.given,
        name.family,
        "" if order.position > 1 and random.random() < 0.5 else email,
        organisation,
        "".join(random.choices(SECRET_SIGNS, k=32)),
        "",
        random.choice(answers["functions"]),
        random.choice(answers["diets"]),
        "fr",
        "",
        "",
    )
    return dict(zip(HEADINGS, values, strict=True))


@cache
def _pieces() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))
