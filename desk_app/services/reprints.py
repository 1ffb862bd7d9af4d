"""Badges that would be printed again: who has one already, and whether a reason is wanted."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.services import settings
from desk_app.services.print_jobs import some
from desk_app.services.roster import listed_name
from desk_app.store import people
from desk_app.store.session import Session

REASON_WANTED = "reprint_reason"  # the setting: "yes" where nothing is printed again without one


@dataclass(frozen=True, slots=True)
class Reprint:
    """Of `wanted` people `again` have a badge already; `name` is of the first who has."""

    wanted: int
    again: int = 0
    name: str = ""
    needs_reason: bool = False

    @property
    def is_asked_about(self) -> bool:
        """A batch goes its way, unless somebody wants a reason for each second badge."""
        return bool(self.again) and (self.wanted == 1 or self.needs_reason)


def look(session: Session, ids: Sequence[int]) -> Reprint:
    """Who of these people has a badge already; negative ids are separators."""
    wanted = [it for it in ids if it > 0]
    found = session.run(
        "SELECT count(*) AS again, min(id) AS first FROM attendee"
        " WHERE copies > 0 AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    ).one()
    names = [listed_name(it) for it in people.by_ids(session, [found.first or 0], "")]
    needs = settings.read(session).get(REASON_WANTED) == "yes"
    return Reprint(len(wanted), found.again, "".join(names), needs)


def look_at_jobs(session: Session, jobs: Sequence[int]) -> Reprint:
    """As `look`, for everybody whose badge is in these jobs."""
    return look(session, [it for job in some(session, jobs) for it in job.ids])
