"""What badges are printed with: what there is to choose from, and what is chosen."""

from dataclasses import dataclass

from desk_app.badges import layouts, stocks
from desk_app.badges.layouts import AnyLayout
from desk_app.badges.stocks import Stock
from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence
from desk_app.services import label_counts, own_stocks


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, and what is chosen; an id that is gone was replaced."""

    layouts: tuple[AnyLayout, ...]
    stocks: tuple[Stock, ...]
    layout: str
    stock: Stock
    printer: str
    first_label: int
    offset: tuple[float, float] = (0.0, 0.0)


def fault(made: Stock) -> Sentence | None:
    """What is impossible about a stock, if anything."""
    try:
        stocks.checked(made)
    except DeskError as error:
        return error.sentence
    return None


def usual() -> Choices:
    """What a new desk prints with."""
    return chosen({})


def chosen(known: dict[str, str]) -> Choices:
    """What is remembered, as far as it still exists."""
    layout_ids = {it.id for it in layouts.layouts()}
    stock_ids = {it.id for it in stocks.stocks()}
    layout = known.get("layout", "")
    stock = known.get("stock", "")
    kept = stock if stock in stock_ids else stocks.DEFAULT
    return Choices(
        layouts=layouts.layouts(),
        stocks=stocks.stocks(),
        layout=layout if layout in layout_ids else layouts.DEFAULT,
        stock=stocks.stock(kept),
        printer=known.get("printer", ""),
        first_label=label_counts.first_free(known, kept),
        offset=own_stocks.offset(known, known.get("printer", ""), kept),
    )
