"""What the designer calls the things that a layout can hold; a kind it does not know by its id."""

from desk_app.controllers.designer import Box
from desk_app.words import tr

_WORDS = {
    "event_title": "Event title",
    "event_line": "Dates and city",
    "given": "First name",
    "family": "Family name",
    "full_name": "Whole name",
    "pronouns": "Pronouns",
    "no_photo": "No-photo mark",
    "organisation": "Organisation",
    "job_title": "Job title",
    "category": "Category",
    "words": "Words of your own",
    "answer": "Answer to a question",
    "logo": "Logo",
    "partners": "Partners’ line",
    "front": "On the front",
    "back": "On the back",
    "code": "Code to scan",
    "area": "Plain area",
    "": "Always",
    "filled": "is there",
    "empty": "is not there",
    "equal": "is exactly",
    "start": "At the left",
    "centre": "In the centre",
    "end": "At the right",
    "top": "At the top",
    "middle": "In the middle",
    "bottom": "At the bottom",
}
_PROPERTIES = {
    "shows": "Shows",
    "words": "Words",
    "x": "From the left",
    "y": "From the top",
    "w": "Width",
    "h": "Height",
    "largest": "Largest size",
    "least": "Least size",
    "lines": "Lines at most",
    "bold": "Bold",
    "align": "Across",
    "upright": "Height in the box",
    "colour": "Colour",
    "ground": "Ground",
    "when": "Show if",
    "rule": "Rule",
    "value": "Text to compare",
    "side": "Side",
}


def word_of(value: str) -> str:
    """A kind of box, a rule or a side, in the language in use."""
    known = _WORDS.get(value)
    return tr(_WORDS[value]) if known else value.replace("_", " ").capitalize()


def property_word(name: str) -> str:
    """The name of something that can be set about a box."""
    return tr(_PROPERTIES[name]) if name in _PROPERTIES else name.replace("_", " ").capitalize()


def box_word(box: Box, number: int) -> str:
    """A box as the list calls it, with the number that faults name it by."""
    own = box.shows in ("words", "answer") and box.words
    name = f"“{box.words}”" if own else word_of(box.shows)
    return f"{number + 1} · {name}"
