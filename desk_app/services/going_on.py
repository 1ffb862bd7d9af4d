"""What a desk takes up again once its window is there."""

from desk_app.services import own_fonts, own_layouts, own_stocks, print_queue
from desk_app.services.print_queue import Queue
from desk_app.store.session import Session


def go_on(session: Session, now: int) -> Queue:
    """Know the desk's own labels, typefaces and layouts again, and what it was printing."""
    own_stocks.use_own_stocks(session)
    own_fonts.use_own_fonts(session)
    own_layouts.use_own_layouts(session)
    return print_queue.recover(session, now)
