"""People of one name, with no number and no address, stay who they are."""

from desk_app.services import checkin, imports, planning, roster
from desk_app.services.checkin import Place
from desk_app.services.plan import Plan
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import NINE, museums

HEAD = "Prénom;Nom;Organisme\n"


def planned(session: Session, place: Place, *rows: str) -> Plan:
    from desk_app.intake.reading import read_text

    return planning.plan(
        session, place.event, read_text(HEAD + "".join(f"{row}\n" for row in rows), "list.csv")
    )


def bring(session: Session, place: Place, *rows: str) -> Plan:
    plan = planned(session, place, *rows)
    work = imports.Import(plan)
    while not work.advance(session, NINE).finished:
        pass
    assert verify(session).clean
    return plan


def ids(session: Session, place: Place) -> dict[str, int]:
    return {it.organisation: it.id for it in roster.everybody(session, place)}


JEAN, OTHER, ZOE = "Jean;Martin;Ocim", "Jean;Martin;Louvre", "Zoé;Lefèvre;Orsay"


def test_the_first_stays_who_they_are_when_a_second_appears(session: Session) -> None:
    place = museums(session)
    bring(session, place, JEAN, ZOE)
    before = ids(session, place)
    checkin.enter(session, place, before["Ocim"], NINE)
    plan = bring(session, place, OTHER, JEAN, ZOE)
    assert (len(plan.new), plan.missing, plan.questions) == (1, (), ())
    after = ids(session, place)
    assert {key: after[key] for key in before} == before
    assert len(after) == 3
    assert planned(session, place, JEAN, ZOE, OTHER).unchanged == 3


def test_the_first_stays_who_they_are_when_the_second_is_gone_again(session: Session) -> None:
    place = museums(session)
    bring(session, place, JEAN, ZOE)
    before = ids(session, place)
    bring(session, place, OTHER, JEAN, ZOE)
    plan = bring(session, place, JEAN, ZOE)
    assert (plan.new, [it.name for it in plan.missing]) == ((), ["Jean Martin"])
    assert ids(session, place).items() >= before.items()


def test_two_who_differ_from_the_one_known_are_both_new(session: Session) -> None:
    place = museums(session)
    bring(session, place, JEAN, ZOE)
    plan = planned(session, place, OTHER, "Jean;Martin;Inrap", ZOE)
    assert (len(plan.new), len(plan.missing)) == (2, 1)
