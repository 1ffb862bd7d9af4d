"""Columns and views that a desk keeps."""

from desk_app.services import list_views
from desk_app.services.arrangement import Wish
from desk_app.services.list_views import Kept, View
from desk_app.store.session import Session

SPEAKERS = View(
    "Speakers", ("name", "note"), Wish("absent", "email", True, (("category", ("Speaker",)),))
)


def test_a_desk_begins_with_nothing(session: Session) -> None:
    assert list_views.known(session) == Kept()


def test_a_view_comes_back_as_it_was_saved(session: Session) -> None:
    list_views.save(session, SPEAKERS)
    assert list_views.known(session).views == (SPEAKERS,)


def test_a_view_of_the_same_name_gives_way(session: Session) -> None:
    list_views.save(session, SPEAKERS)
    later = View("Speakers", ("name",), Wish())
    assert list_views.save(session, later).views == (later,)


def test_a_view_is_forgotten_by_its_name(session: Session) -> None:
    list_views.save(session, SPEAKERS)
    list_views.save(session, View("absent", ("name",), Wish("absent")))
    assert [it.name for it in list_views.forget(session, "Speakers").views] == ["absent"]


def test_columns_are_kept_in_their_order(session: Session) -> None:
    list_views.keep_columns(session, ("name", "email", "note"))
    assert list_views.known(session).columns == ("name", "email", "note")
