"""Which label of the sheet is the first unused one, and how many the rolls still have."""

from desk_app.badges import stocks
from desk_app.services import settings
from desk_app.store.session import Session


def next_label(session: Session, stock: str) -> int:
    """The first unused label of the sheet of this stock, counted from 1."""
    return first_free(settings.read(session), stock)


def first_free(known: dict[str, str], stock: str) -> int:
    """As `next_label`, from settings that were read before."""
    wanted = known.get(_label_key(stock), "1")
    return min(max(int(wanted), 1), stocks.stock(stock).per_page)


def set_next_label(session: Session, stock: str, label: int) -> None:
    """The sheet in the printer begins here."""
    settings.write(session, _label_key(stock), str(label))


def labels_left(session: Session) -> dict[str, int]:
    """How many labels the roll of each printer still has, where somebody said how many it had."""
    known = settings.read(session)
    begin = _roll_key("")
    return {key.removeprefix(begin): int(value) for key, value in known.items()
            if key.startswith(begin) and value.isdigit()}  # fmt: skip


def set_labels_left(session: Session, printer: str, count: int) -> None:
    """The roll in this printer has so many labels."""
    settings.write(session, _roll_key(printer), str(count))


def _label_key(stock: str) -> str:
    return f"first_label:{stock}"


def _roll_key(printer: str) -> str:
    return f"labels_left:{printer}"
