"""Who comes from one organisation, however it is spelt."""

from desk_app.services.company import MOST, company_of
from desk_app.store.affiliation import of_organisation
from desk_app.store.session import Session
from tests.services.days import guest, open_with, who

ADA = guest("Ada Wong", "A1", organisation="Musée d’Ôcim", order_id="PW7")
BEA = guest("Bea Ocim", "B1", organisation="MUSEE D'OCIM")
MAX = guest("Max Roy", "M1", organisation="Musée d’Ocim-Nord")
ZOE = guest("Zoé Roy", "Z1", order_id="PW7")


def test_spelling_does_not_matter_but_every_word_does(session: Session) -> None:
    place = open_with(session, ADA, BEA, MAX, ZOE)
    found = of_organisation(session, place.event, "musée d’ocim", MOST)
    assert found == [who(place, BEA), who(place, ADA)]


def test_no_organisation_is_nobodys(session: Session) -> None:
    place = open_with(session, ADA, ZOE)
    assert of_organisation(session, place.event, " – ", MOST) == []


def test_company_begins_with_the_person_by_order_and_by_organisation(session: Session) -> None:
    place = open_with(session, ADA, BEA, MAX, ZOE)
    company = company_of(session, place, who(place, ADA))
    assert [it.full_name for it in company.order] == ["Ada Wong", "Zoé Roy"]
    assert [it.full_name for it in company.organisation] == ["Ada Wong", "Bea Ocim"]
    assert not company.more
