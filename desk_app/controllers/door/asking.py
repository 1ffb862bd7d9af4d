"""Asking the database, and telling each answer with what stood in the box when it was asked."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Concatenate, TypeVar

from desk_app.services.checkin import CheckIn
from desk_app.services.undoing import Undone
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

T = TypeVar("T")


class Asking:
    """`in_box` is what stands in the box: an answer that comes late is not taken for the answer to
    what stands there by then.
    """

    def __init__(self, tasks: Tasks | InlineTasks) -> None:
        self._tasks = tasks
        self.in_box = ""

    def ask(
        self,
        work: Callable[Concatenate[Session, ...], T],
        *args: Any,
        then: Callable[[T], None],
        asked: str | None = None,
    ) -> None:
        """Have something done, and tell the answer; `asked` where it belongs to other words."""
        text = self.in_box if asked is None else asked
        self._tasks.db(work, *args, done=lambda answer: then(_asked_with(text, answer)))


def _asked_with(text: str, answer: T) -> T:
    """The answer, or each of several, with what stood in the box; what is none stays as it is."""
    told: Any = answer
    if isinstance(told, tuple):
        told = tuple(replace(it, asked=text) for it in told)
    elif isinstance(told, CheckIn | Undone):
        told = replace(told, asked=text)
    return told  # type: ignore[no-any-return]  # of the kind that came
