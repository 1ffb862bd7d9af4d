"""Where an import may stand: reading, comparing, writing; or nothing under way but past ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk_app.services import imports, settings
from desk_app.services.imports import PastImport
from desk_app.store.session import Session


class Step(StrEnum):
    """What takes a while."""

    READING = "reading"
    COMPARING = "comparing"
    APPLYING = "applying"
    TAKING_BACK = "taking back"


@dataclass(frozen=True, slots=True)
class Underway:
    """How far a step is; `total` is 0 while nobody can say."""

    step: Step
    file: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The past imports of the event in hand (`zone` is None without one), the latest first.

    `desks` names the desks by their ids.
    """

    imports: tuple[PastImport, ...]
    desks: Mapping[str, str]
    zone: str | None


def history(session: Session, event: int, zone: str) -> History:
    """In the database lane."""
    past = tuple(imports.history(session, event))
    return History(past, settings.desk_names(session), zone)
