"""A box that is put on a layout: how large it is at first, and where there is room."""

from typing import Any

from desk_app.controllers.designer import ANSWER, AREA, CODE, WORDS, Box, Design
from desk_app.views.snapping import kept_inside, with_room

_SIZES = {CODE: (20.0, 20.0), AREA: (40.0, 10.0)}
_TEXT = (40.0, 8.0)
_BEGUN: dict[str, dict[str, Any]] = {
    WORDS: {"words": "…"},
    ANSWER: {"words": "…"},
    AREA: {"ground": "#e3e6eb"},
}


def new_box(shows: str, design: Design, side: str, question: str = "") -> Box:
    """In the middle, or near it; the box of an answer shows the one to that `question`."""
    w, h = _SIZES.get(shows, _TEXT)
    w, h = min(w, design.width), min(h, design.height)
    middle = (design.width - w) / 2, (design.height - h) / 2
    begun = dict(_BEGUN.get(shows, {}))
    if shows == ANSWER and question:
        begun["words"] = question
    box = Box(shows, *middle, w, h, side=side, **begun)
    return with_room(kept_inside(box, design), design)
