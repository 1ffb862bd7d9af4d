"""Whose row of an export is whose on this desk."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from desk_app.domain.event import stable_id
from desk_app.domain.registration import (
    Registration,
    are_homonyms,
    attendee_id,
    homonym_id,
)
from desk_app.services.folding import folded
from desk_app.services.plan import Change
from desk_app.store.session import Session


def of_rows(session: Session, event: int, people: Iterable[Registration]) -> list[int]:
    """Whose rows these are on this desk, whether it knows them or not."""
    owns = [attendee_id(event, it) for it in people]
    whose = Whose(fingerprints(session, event), aliases(session, event), owns)
    return [whose.row(own) for own in owns]


def again(identity: int) -> int:
    """The id of whoever has a number that stands for somebody else here; the same on any desk."""
    return stable_id("again", str(identity))


class Whose:
    """Whose row is whose: no two numbers of one export ever stand for one person of this desk."""

    def __init__(
        self, known: Mapping[int, int], aliases: Mapping[int, int], owns: Sequence[int]
    ) -> None:
        self._known = known
        self._aliases = aliases
        self._taken = {aliases[own] for own in owns if own in aliases} if aliases else set()

    def row(self, own: int) -> int:
        """The person of this desk, known or not, by the id that the export's number gives."""
        if not self._aliases:
            return own
        if own in self._aliases:
            return self._aliases[own]
        other = again(own)
        return other if own in self._taken or other in self._known else own


def fingerprints(session: Session, event: int) -> dict[int, int]:
    """Everybody an export brought: id to the fingerprint of the registration."""
    rows = session.run(
        "SELECT id, fingerprint FROM attendee WHERE event = ? AND listed AND NOT walk_in", (event,)
    )
    return {row[0]: row[1] for row in rows}


def aliases(session: Session, event: int) -> dict[int, int]:
    """Whose id is not the one that the export's number gives, since somebody matched them."""
    rows = session.run("SELECT id FROM attendee WHERE event = ? AND matched", (event,)).all()
    return {
        attendee_id(event, known.attendee.exported): identity
        for identity, known in folded(session, event, [row.id for row in rows])
    }


def told_apart_now(
    session: Session, event: int, new: Sequence[Change], absent: Set[int]
) -> dict[int, int]:
    """Newcomers who have a number only since a namesake stands beside them: who they were alone."""
    nameless = (it for it in new if absent and not it.registration.email)
    alone = {
        it.attendee: attendee_id(event, replace(it.registration, external_id=""))
        for it in nameless
        if it.registration.external_id == homonym_id(it.registration)
    }
    wanted = sorted({*alone.values()} & absent)
    known = {identity: known.attendee for identity, known in folded(session, event, wanted)}
    found: dict[int, int] = {}
    for it in new:
        before = known.get(alone.get(it.attendee, 0))
        if before and not are_homonyms(before.exported, it.registration):
            found[it.attendee] = known.pop(before.id).id
    return found
