"""The layout of each category belongs to the event, and is known wherever the event is."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.badges import layouts
from desk_app.badges.designs import Box, Design
from desk_app.services import badges, category_layouts, own_layouts
from desk_app.store import exchange, people
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import NINE, desk_in, guest, museums, open_with, who

MINE = Design("", "Mine", 86, 55, (Box("given", 4, 4, 78, 20, largest=30),))


@pytest.fixture(autouse=True)
def none_left() -> Iterator[None]:
    yield
    layouts.use_own([])


def test_a_category_has_its_layout_until_it_has_the_usual_one_again(session: Session) -> None:
    place = open_with(session, guest("Zoé Lefèvre"), guest("Max Martin", ticket_type="VIP"))
    assert category_layouts.categories(session, place.event) == ("Participant", "VIP")
    category_layouts.choose(session, place.event, "VIP", "name-only", NINE)
    assert category_layouts.of_categories(session, place.event) == {"VIP": "name-only"}
    category_layouts.choose(session, place.event, "VIP", "", NINE)
    assert category_layouts.of_categories(session, place.event) == {}


def test_badges_name_the_layout_of_their_category(session: Session) -> None:
    zoe, max_ = guest("Zoé Lefèvre"), guest("Max Martin", ticket_type="VIP")
    place = open_with(session, zoe, max_)
    category_layouts.choose(session, place.event, "VIP", "name-only", NINE)
    persons = people.by_ids(session, [who(place, zoe), who(place, max_)], place.checkpoint)
    made = badges.badges_of(session, place, persons)
    assert [it.layout for it in made] == ["", "name-only"]


def test_a_layout_that_is_gone_gives_way_to_the_usual_one(session: Session) -> None:
    place = museums(session)
    identity = own_layouts.keep_layout(session, MINE)
    category_layouts.choose(session, place.event, "VIP", identity, NINE)
    own_layouts.forget_layout(session, identity)
    assert category_layouts.of_categories(session, place.event) == {}


def test_the_layout_of_a_category_travels_with_the_event(
    session: Session, new_file: Path, tmp_path: Path
) -> None:
    place = open_with(session, guest("Max Martin", ticket_type="VIP"))
    category_layouts.choose(session, place.event, "VIP", "name-only", NINE)
    file = b"".join(exchange.exported(session))
    (tmp_path / "other").mkdir()
    shutil.copy(new_file, tmp_path / "other" / "desk.db")
    with desk_in(tmp_path / "other") as there:
        exchange.take_in(there, file)
        assert category_layouts.of_categories(there, place.event) == {"VIP": "name-only"}
        assert verify(there).clean


def test_a_layout_that_was_made_at_another_desk_is_missed(session: Session) -> None:
    place = open_with(session, guest("Max Martin", ticket_type="VIP"))
    category_layouts.choose(session, place.event, "VIP", "own-elsewhere", NINE)
    assert category_layouts.missing(session, place.event) == {"VIP": "own-elsewhere"}
    kept = own_layouts.keep_layout(session, replace(MINE, title="Elsewhere"))
    assert category_layouts.of_categories(session, place.event) == {"VIP": kept}
