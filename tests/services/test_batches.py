"""Whose badges: everybody who may come in, those without one, who is here."""

from dataclasses import replace

from desk_app.domain.registration import Status
from desk_app.services import badges, batches, checkin
from desk_app.store.session import Session
from tests.services.days import NINE, guest, open_with, who

ZOE, MAX = guest("Zoé Lefèvre"), guest("Max Martin")
EVE = replace(guest("Ève Adam"), status=Status.PENDING)


def test_each_choice_has_its_people_by_family_name(session: Session) -> None:
    place = open_with(session, MAX, ZOE, EVE)
    badges.printed(session, place.event, [who(place, ZOE)], "classic", "a6", "", NINE)
    checkin.enter(session, place, who(place, MAX), NINE)
    chosen = {kind: batches.batch(session, place, kind) for kind in ("all", "missing", "arrived")}
    assert chosen["all"].ids == (who(place, ZOE), who(place, MAX))
    assert chosen["missing"].ids == chosen["arrived"].ids == (who(place, MAX),)
    assert chosen["all"].counts == (("all", 2), ("missing", 1), ("arrived", 1))
