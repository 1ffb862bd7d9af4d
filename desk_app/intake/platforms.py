"""Which registration platform wrote a file, and what is particular to its exports."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.domain.registration import Status
from desk_app.intake import vocabulary
from desk_app.intake.wording import key, variants


@dataclass(frozen=True, slots=True)
class RowRule:
    """Rows to set aside: those whose `field` is filled, empty or says yes."""

    field: str
    when: str
    reason: str


@dataclass(frozen=True, slots=True)
class Platform:
    """One export of one platform; every part but the id may be empty (the general rules)."""

    id: str = ""
    name: str = ""
    signature: tuple[frozenset[str], ...] = ()
    needs: int = 0
    must: frozenset[str] = frozenset()
    external_id: tuple[tuple[str, ...], ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    last: frozenset[str] = frozenset()
    states: Mapping[str, Status] = field(default_factory=dict)
    missing_means: str = "ask"
    set_aside: tuple[RowRule, ...] = ()
    buyer_stands_in: bool = False
    scan_from: str = ""
    family_before_comma: bool = False

    def likeness(self, present: Collection[str]) -> int:
        """How many of its signature headings are among the compared headings of a file."""
        return sum(1 for wordings in self.signature if not wordings.isdisjoint(present))


UNKNOWN = Platform()


@cache
def platforms() -> tuple[Platform, ...]:
    """The profiles in `resources/exports/platforms.toml`."""
    file = paths.resources() / "exports" / "platforms.toml"
    described = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(_platform(each, described["reasons"]) for each in described["platform"])


def recognise(headings: Collection[str]) -> Platform:
    """The platform whose signature the headings bear best, or UNKNOWN."""
    present = {vocabulary.core(text) for heading in headings for text in variants(heading)}
    likely = [(one.likeness(present), one) for one in platforms()]
    fitting = [(n, one) for n, one in likely if n >= one.needs and one.must <= present]
    return max(fitting, key=lambda pair: pair[0], default=(0, UNKNOWN))[1]


def _platform(said: dict[str, Any], reasons: dict[str, str]) -> Platform:
    rules = (
        RowRule(rule["field"], rule["when"], reasons[rule["reason"]])
        for rule in said.get("set_aside", ())
    )
    return Platform(
        id=said["id"],
        name=said["name"],
        signature=tuple(
            frozenset(vocabulary.core(word) for word in wordings) for wordings in said["signature"]
        ),
        needs=said["needs"],
        must=frozenset(vocabulary.core(word) for word in said.get("must", ())),
        external_id=tuple(tuple(fields) for fields in said["external_id"]),
        columns={vocabulary.core(word): to for word, to in said.get("columns", {}).items()},
        last=frozenset(vocabulary.core(word) for word in said.get("last", ())),
        states={key(word): Status(state) for word, state in said.get("status", {}).items()},
        missing_means=said["missing_means"],
        set_aside=tuple(rules),
        buyer_stands_in=said.get("buyer_stands_in", False),
        scan_from=said.get("scan_from", ""),
        family_before_comma=said.get("family_before_comma", False),
    )
