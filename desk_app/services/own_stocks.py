"""Label stocks that were made at this desk, and how far each printer prints beside the label."""

import json
import re
from contextlib import suppress
from dataclasses import asdict

from desk_app.badges import stocks
from desk_app.badges.stocks import Stock, checked
from desk_app.domain.errors import DeskError
from desk_app.domain.names import plain
from desk_app.services import settings
from desk_app.store.session import Session

_STOCK = "own_stock:"
MOST_OFFSET = 5.0  # mm


def use_own_stocks(session: Session) -> None:
    """Have the desk's own stocks at hand; one that cannot be read is left out."""
    found = []
    for key, value in settings.read(session).items():
        if key.startswith(_STOCK) and value:
            with suppress(DeskError, KeyError, TypeError, ValueError):
                found.append(_read(value))
    stocks.use_own(sorted(found, key=lambda it: plain(it.name)))


def keep_stock(session: Session, made: Stock) -> str:
    """Keep a stock under its name, in place of an older one of that name; gives its id."""
    name = made.name.strip()
    if not name:
        raise DeskError("Give these labels a name, to find them again.")
    identity = "own-" + (re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-") or "labels")
    entry = {**asdict(made), "id": identity, "name": name}
    checked(Stock(**entry))
    settings.write(session, _STOCK + identity, json.dumps(entry))
    use_own_stocks(session)
    return identity


def forget_stock(session: Session, identity: str) -> None:
    """Take one of the desk's own stocks off the list."""
    settings.write(session, _STOCK + identity, "")
    use_own_stocks(session)


def offset(known: dict[str, str], printer: str, stock: str) -> tuple[float, float]:
    """By how many mm to the right and down this printer is moved on this stock."""
    try:
        x, y = known.get(_offset_key(printer, stock), "").split()
        return float(x), float(y)
    except ValueError:
        return 0.0, 0.0


def set_offset(session: Session, printer: str, stock: str, x: float, y: float) -> None:
    """Move what this printer prints on this stock, by mm to the right and down."""
    near = (min(max(it, -MOST_OFFSET), MOST_OFFSET) for it in (x, y))
    settings.write(session, _offset_key(printer, stock), " ".join(f"{it:.1f}" for it in near))


def _offset_key(printer: str, stock: str) -> str:
    return f"offset:{stock}:{printer}"


def _read(value: str) -> Stock:
    entry = json.loads(value)
    entry["unprintable"] = tuple(entry["unprintable"])
    return checked(Stock(**entry))
