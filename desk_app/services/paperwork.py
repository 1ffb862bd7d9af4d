"""Every document that goes to paper: one table of what there is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desk_app.collecting import without_collecting
from desk_app.services.papers import letters, lists
from desk_app.services.papers.request import ORDERS, Draw, Request
from desk_app.services.papers.sign_in import sign_in
from desk_app.services.papers.summary import summary
from desk_app.store.session import Session

__all__ = ["ORDERS", "PAPERS", "PAPER_NAMES", "Draw", "Request", "gather", "letters_of"]


@dataclass(frozen=True, slots=True)
class Paperwork:
    """A kind of document: its English name, and what reads all of it from the database."""

    name: str
    gather: Callable[[Session, Request], Draw]
    for_each: bool = False  # one page for each person: it can be had one file for each


def gather(session: Session, kind: str, request: Request) -> Draw:
    """Read what a document says; what is given back draws it, on any thread."""
    return partial(_drawn, PAPERS[kind].gather(session, request))


def letters_of(session: Session, kind: str, request: Request) -> list[tuple[str, Draw]]:
    """A document of each person's own, with the name of its file."""
    made = letters.one_each(session, kind, request)
    return [(name, partial(_drawn, draw)) for name, draw in made]


def _drawn(draw: Draw) -> bytes:
    with without_collecting():
        return draw()


def _letters(name: str, kind: str) -> Paperwork:
    return Paperwork(name, partial(letters.in_one, kind), for_each=True)


PAPERS = {
    "attendance": Paperwork("Attendance list", lists.attendance),
    "sign-in": Paperwork("Sign-in sheet", sign_in),
    "paper-list": Paperwork("List for the morning without a computer", lists.paper_list),
    "absent": Paperwork("People absent", lists.absent),
    "by-organisation": Paperwork("List by organisation", lists.organisations),
    "attestation": _letters("Attestations of presence", "attestation"),
    "certificate": _letters("Certificates of completion", "certificate"),
    "summary": Paperwork("Summary of the event", summary),
}

PAPER_NAMES = {kind: it.name for kind, it in PAPERS.items()}  # in English
