"""Flowing layouts taken apart into boxes."""

import pytest

from desk_app.badges.composing import compose
from desk_app.badges.designs import faults
from desk_app.badges.frame import frame
from desk_app.badges.layouts import layout
from desk_app.badges.paper import Words
from desk_app.badges.stocks import stock, stocks
from desk_app.badges.unfolding import unfolded
from tests.badges.people import badge


@pytest.mark.parametrize("name", ["classic", "name-only"])
@pytest.mark.parametrize("label", [it.id for it in stocks()])
def test_a_layout_can_be_printed_in_boxes_on_every_stock(name: str, label: str) -> None:
    assert list(faults(unfolded(layout(name), stock(label)))) == []


@pytest.mark.parametrize("label", ["avery-l4785", "62x100", "a6"])
def test_nothing_that_the_layout_prints_gets_lost(label: str) -> None:
    made = unfolded(layout("classic"), stock(label))
    told = badge(no_photo=True, pronouns="elle", event_title="Musées")
    shown = compose(told, made, frame(made, stock(label))).marks
    said = " ".join(it.line.text for it in shown if isinstance(it, Words))
    for text in ("Anne", "Martin", "Ocim", "Chargée de mission", "PARTICIPANTE", "elle", "× PAS"):
        assert text in said


def test_a_design_stays_what_it_is() -> None:
    assert unfolded(layout("centred"), stock("a6")) is layout("centred")
