"""An index made by other rules of what is sensitive is made anew when the desk opens."""

from pathlib import Path

from desk_app.services import places
from desk_app.store import reindexing, search
from desk_app.store.session import Session, Store
from desk_app.store.verify import verify
from tests.services.days import NINE, guest, open_with

ANSWERS = (("Régime", "vegan"), ("Bus", "oui"))


def made_by_older_rules(session: Session, event: int) -> None:
    """As if diets had not been known as sensitive."""
    session.run("UPDATE person_search SET answers = 'oui vegan' WHERE answers <> ''")
    assert search.by_answers(session, event, "vegan")
    session.run("PRAGMA user_version = 0")


def test_what_became_sensitive_is_found_no_more(store: Store, folder: Path) -> None:
    with store.transaction() as session:
        place = open_with(session, guest("Paul Roche", answers=ANSWERS), guest("Max Martin"))
        made_by_older_rules(session, place.event)
    store.close()
    opened = places.open_desk(folder, NINE)
    with opened.transaction() as session:
        assert search.by_answers(session, place.event, "vegan") == []
        assert len(search.by_answers(session, place.event, "oui")) == 1
        assert verify(session).clean
    opened.close()


def test_it_is_done_once(session: Session) -> None:
    place = open_with(session, guest("Paul Roche", answers=ANSWERS), guest("Max Martin"))
    assert reindexing.renew(session) == 0  # a new desk's index is of today
    made_by_older_rules(session, place.event)
    assert reindexing.renew(session) == 1
    assert reindexing.renew(session) == 0
