"""How somebody looks at the list, kept on this desk: its columns, and views saved by name."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from desk_app.services import settings
from desk_app.services.arrangement import Wish
from desk_app.store.session import Session

_COLUMNS, _VIEWS = "roster_columns", "roster_views"


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at the list: which columns, whom, in which order."""

    name: str
    columns: tuple[str, ...]
    wish: Wish


@dataclass(frozen=True, slots=True)
class Kept:
    """The columns chosen last (none: nobody chose yet), and the saved views by name."""

    columns: tuple[str, ...] = ()
    views: tuple[View, ...] = ()


def known(session: Session) -> Kept:
    """What this desk keeps."""
    found = settings.read(session)
    views = [_view(it) for it in json.loads(found.get(_VIEWS, "[]"))]
    columns = tuple(found.get(_COLUMNS, "").split())
    return Kept(columns, tuple(sorted(views, key=lambda it: it.name.casefold())))


def keep_columns(session: Session, columns: tuple[str, ...]) -> None:
    """Show these columns from now on."""
    settings.write(session, _COLUMNS, " ".join(columns))


def save(session: Session, view: View) -> Kept:
    """Keep a view; one of the same name gives way."""
    _write(session, [it for it in known(session).views if it.name != view.name] + [view])
    return known(session)


def forget(session: Session, name: str) -> Kept:
    """Let go of a saved view."""
    _write(session, [it for it in known(session).views if it.name != name])
    return known(session)


def _write(session: Session, views: list[View]) -> None:
    settings.write(session, _VIEWS, json.dumps([asdict(it) for it in views], ensure_ascii=False))


def _view(kept: dict[str, Any]) -> View:
    wish = kept["wish"]
    facets = tuple((facet, tuple(values)) for facet, values in wish["facets"])
    return View(kept["name"], tuple(kept["columns"]), Wish(**{**wish, "facets": facets}))
