"""The layouts there are, and which of them each category of the event has."""

from dataclasses import dataclass

from desk_app.badges import layouts
from desk_app.badges.layouts import AnyLayout
from desk_app.domain.errors import DeskError
from desk_app.services import category_layouts, own_layouts, settings
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every layout there is; `own` are the ids of those that can be changed in place.

    `label` is the width and height of the labels that are printed on now, as badges are read.
    """

    layouts: tuple[AnyLayout, ...]
    own: frozenset[str]
    faults: tuple[DeskError, ...] = ()
    label: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class CategoryChoice:
    """Which layout each category of the event has; "" is the one that all others have.

    `missing` are the categories whose layout is not on this desk, though the event names one.
    """

    chosen: tuple[tuple[str, str], ...]
    layouts: tuple[AnyLayout, ...]
    missing: frozenset[str] = frozenset()


def shelved(session: Session) -> tuple[Shelf, dict[str, str]]:
    """The shelf, and the settings that say what is printed with."""
    wrong = own_layouts.use_own_layouts(session)
    known = layouts.layouts()
    own = frozenset(it.id for it in known if layouts.is_own(it.id))
    return Shelf(known, own, wrong), settings.read(session)


def category_choice(session: Session, event: int) -> CategoryChoice:
    """What each category of the event has, and can have."""
    chosen = category_layouts.of_categories(session, event)
    names = category_layouts.categories(session, event)
    gone = frozenset(category_layouts.missing(session, event))
    return CategoryChoice(tuple((it, chosen.get(it, "")) for it in names), layouts.layouts(), gone)
