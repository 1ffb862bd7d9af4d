"""The design in hand: changed, taken back, tried on people, kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.badges import layouts
from desk_app.controllers.designer import Box, Design, DesignerController, Draft
from desk_app.services import own_layouts, settings
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from tests.badges.people import document, text
from tests.controllers.standing import clock, heard, standing
from tests.services.days import guest

ZOE = guest("Zoé Lefèvre", "QR-Z")
NEW = Box("words", 2, 2, 20, 5, words="Hello")


@pytest.fixture(autouse=True)
def none_left() -> Iterator[None]:
    yield
    layouts.use_own([])


def controller(store: Store) -> tuple[DesignerController, list[Draft]]:
    made = DesignerController(InlineTasks(store), clock)
    drafts = heard(made.drafted)
    made.stand_at(standing(store, ZOE))
    made.refresh()
    return made, drafts


def with_more(draft: Draft) -> Design:
    return replace(draft.design, boxes=(*draft.design.boxes, NEW))


def remembered(store: Store) -> dict[str, str]:
    with store.transaction() as session:
        return settings.read(session)


def test_the_layout_in_use_is_in_hand_first(store: Store) -> None:
    _, drafts = controller(store)
    assert drafts[-1].source == "classic"
    assert not drafts[-1].own
    assert drafts[-1].design.title == "Classic 2"


def test_a_change_is_drawn_on_the_person_chosen(store: Store) -> None:
    made, drafts = controller(store)
    drawn = heard(made.drawn)
    made.change(with_more(drafts[-1]))
    assert "Hello" in text(drawn[-1].pdf)
    width, height = document(drawn[-1].pdf)[0].get_size()
    assert width / height == pytest.approx(80 / 50, rel=0.01)


def test_another_person_is_tried(store: Store) -> None:
    made, _ = controller(store)
    samples, drawn = heard(made.sampled), heard(made.drawn)
    made.refresh()
    made.show_sample(samples[-1][-1].badge)
    assert "Zoé" in text(drawn[-1].pdf)


def test_changes_are_taken_back_and_made_again(store: Store) -> None:
    made, drafts = controller(store)
    first = drafts[-1].design
    made.change(with_more(drafts[-1]))
    made.undo()
    assert (drafts[-1].design, drafts[-1].can_undo, drafts[-1].can_redo) == (first, False, True)
    made.redo()
    assert drafts[-1].design.boxes[-1] == NEW


def test_steps_of_one_kind_are_taken_back_as_one(store: Store) -> None:
    made, drafts = controller(store)
    first = drafts[-1].design
    for width in (81, 82, 83):
        made.change(replace(drafts[-1].design, width=width), "label")
    made.undo()
    assert drafts[-1].design == first


def test_a_new_change_ends_what_could_be_made_again(store: Store) -> None:
    made, drafts = controller(store)
    made.change(with_more(drafts[-1]))
    made.undo()
    made.change(replace(drafts[-1].design, title="Other"))
    assert not drafts[-1].can_redo


def test_what_cannot_be_printed_is_said_with_the_draft(store: Store) -> None:
    made, drafts = controller(store)
    made.change(replace(drafts[-1].design, boxes=()))
    assert drafts[-1].fault is not None
    assert "add a box" in drafts[-1].fault.sentence.text


def test_a_layout_that_is_kept_is_printed_with(store: Store) -> None:
    made, drafts = controller(store)
    made.change(replace(with_more(drafts[-1]), title="Ours"))
    kept = heard(made.kept)
    made.keep()
    assert kept[-1].title == "Ours"
    assert layouts.layout(remembered(store)["layout"]).title == "Ours"
    assert (drafts[-1].own, drafts[-1].changed) == (True, False)


def test_keeping_does_not_end_what_can_be_taken_back(store: Store) -> None:
    made, drafts = controller(store)
    made.change(with_more(drafts[-1]))
    made.keep()
    assert drafts[-1].can_undo
    made.undo()
    assert drafts[-1].changed


def test_a_copy_leaves_the_first_as_it_is(store: Store) -> None:
    made, drafts = controller(store)
    made.keep()
    made.copy()
    made.change(with_more(drafts[-1]))
    made.keep()
    titles = [it.title for it in layouts.layouts()]
    assert {"Classic 2", "Classic 3"} <= set(titles)


def test_a_layout_is_taken_off_the_list(store: Store) -> None:
    made, drafts = controller(store)
    made.keep()
    made.forget()
    assert "Classic 2" not in [it.title for it in layouts.layouts()]
    assert drafts[-1].source == "classic"


def test_unsaved_changes_outlive_going_away_and_coming_back(store: Store) -> None:
    made, drafts = controller(store)
    made.change(with_more(drafts[-1]))
    made.refresh()
    assert drafts[-1].design.boxes[-1] == NEW


def test_another_layout_in_use_is_in_hand_where_nothing_was_changed(store: Store) -> None:
    made, drafts = controller(store)
    with store.transaction() as session:
        settings.write(session, "layout", "name-only")
    made.refresh()
    assert drafts[-1].source == "name-only"


def test_a_layout_comes_as_a_file_and_goes_as_one(store: Store, tmp_path: Path) -> None:
    made, drafts = controller(store)
    made.change(replace(with_more(drafts[-1]), title="Travelling"))
    made.hand_out(tmp_path / "travelling.toml")
    made.open("classic")
    made.take_in(tmp_path / "travelling.toml")
    assert drafts[-1].design.title == "Travelling"
    assert drafts[-1].own


def test_categories_are_told_with_their_layouts(store: Store) -> None:
    made, _ = controller(store)
    told = heard(made.categorised)
    made.choose_for_category("Participant", "name-only")
    made.ask_categories()
    assert told[-1].chosen == (("Participant", "name-only"),)


def test_a_spoilt_file_is_named_and_nothing_else_suffers(store: Store) -> None:
    (store.folder / "layouts").mkdir()
    (store.folder / "layouts" / "own-bad.toml").write_text("nonsense")
    made, _ = controller(store)
    shelves = heard(made.shelved)
    made.refresh()
    assert "own-bad.toml" in str(shelves[-1].faults[0])
    assert own_layouts.free_title("Classic", [it.title for it in shelves[-1].layouts]) != "Classic"
