"""The roster: listed, filtered, searched, corrected, let in, taken back."""

from pytestqt.qtbot import QtBot

from desk_app.controllers.roster import RosterController
from desk_app.domain.admission import Outcome
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from tests.controllers.standing import clock, heard, standing
from tests.services.days import guest, who

ZOE, MAX = guest("Zoé Lefèvre"), guest("Max Martin")


def roster(store: Store) -> RosterController:
    controller = RosterController(InlineTasks(store), clock)
    controller.stand_at(standing(store, ZOE, MAX))
    controller.refresh()
    return controller


def zoe(controller: RosterController) -> int:
    assert controller.standing is not None
    return who(controller.standing.place, ZOE)


def names(listing: object) -> list[str]:
    return [person.given_name for person in listing.people]  # type: ignore[attr-defined]


def test_everybody_is_listed_with_counts(store: Store) -> None:
    controller = roster(store)
    listed = heard(controller.listed)
    controller.refresh()
    assert names(listed[-1]) == ["Zoé", "Max"]
    assert dict(listed[-1].counts)["expected"] == 2


def test_a_filter_and_an_order_go_together(store: Store) -> None:
    controller = roster(store)
    listed = heard(controller.listed)
    controller.order("name", True)
    controller.filter("expected")
    assert names(listed[-1]) == ["Max", "Zoé"]


def test_a_search_lists_whom_it_finds_until_it_is_emptied(store: Store) -> None:
    controller = roster(store)
    listed = heard(controller.listed)
    controller.search("lefe")
    assert (names(listed[-1]), listed[-1].text) == (["Zoé"], "lefe")
    controller.search("")
    assert names(listed[-1]) == ["Zoé", "Max"]


def test_a_correction_is_shown_and_told(store: Store) -> None:
    controller = roster(store)
    cards, changed = heard(controller.card_shown), heard_nothing(controller)
    controller.open_card(zoe(controller))
    controller.amend(zoe(controller), "organisation", "Ocim")
    assert cards[-1].registration.organisation == "Ocim"
    assert cards[-1].person.amended == ("organisation",)
    assert changed == [True]


def test_a_check_in_is_answered_and_can_be_taken_back(store: Store) -> None:
    controller = roster(store)
    entered, undone = heard(controller.entered), heard(controller.undone)
    controller.check_in(zoe(controller))
    controller.undo()
    controller.undo()
    assert entered[0].outcome is Outcome.WELCOME
    assert undone[0].person.here_at is None
    assert undone[1] is None


def test_without_an_event_nobody_is_listed(store: Store, qtbot: QtBot) -> None:
    controller = RosterController(InlineTasks(store), clock)
    listed = heard(controller.listed)
    controller.refresh()
    assert names(listed[-1]) == []


def heard_nothing(controller: RosterController) -> list[bool]:
    """True for each time that the controller says something was written."""
    told: list[bool] = []
    controller.changed.connect(lambda: told.append(True))
    return told
