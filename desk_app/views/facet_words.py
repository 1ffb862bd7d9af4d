"""What a list can be filtered by, and what is chosen of it, in words."""

from collections.abc import Callable, Mapping

from desk_app.controllers.roster import Choices
from desk_app.words import tr

Options = list[tuple[str, tuple[str, tuple[str, ...]]]]  # word, and (facet, values)


def facet_word(facet: str) -> str:
    """A facet as a label; those that ask where somebody was share one."""
    words = {
        "status": tr("Status"),
        "category": tr("Category"),
        "organisation": tr("Organisation"),
        "badge": tr("Badge"),
        "desk": tr("Desk"),
        "walk_in": tr("Walk-ins"),
        "note": tr("Note for the desk"),
        "inside": tr("Inside now"),
        "at": tr("Checkpoint"),
        "not_at": tr("Checkpoint"),
    }
    return words[facet]


def value_words(facet: str, points: Mapping[str, str]) -> dict[str, str]:
    """The words of a facet's values where they are few; `points` are checkpoints by key."""
    words = {
        "status": {
            "confirmed": tr("Confirmed"),
            "pending": tr("Pending"),
            "waiting_list": tr("Waiting list"),
            "cancelled": tr("Cancelled"),
            "blocked": tr("Blocked"),
            "checked_in": tr("Checked in by the platform"),
        },
        "badge": {"yes": tr("Badge printed"), "no": tr("No badge yet")},
        "walk_in": {"yes": tr("Only walk-ins"), "no": tr("Without walk-ins")},
        "note": {"yes": tr("With a note"), "no": tr("Without a note")},
        "inside": {"yes": tr("Inside now"), "no": tr("Not inside")},
        "at": {key: tr("Was at {name}", name=name) for key, name in points.items()},
        "not_at": {key: tr("Not at {name}", name=name) for key, name in points.items()},
    }
    return words.get(facet, {})


def said(
    facet: str,
    values: tuple[str, ...],
    points: Mapping[str, str],
    desk: Callable[[str], str] = str,
) -> str:
    """What is chosen, such as "Category: VIP" or "Badge printed"."""
    if facet == "desk":
        names = ", ".join(desk(value) or tr("Another desk") for value in values)
        return tr("Let in at {desk}", desk=names)
    known = value_words(facet, points)
    chosen = ", ".join(known.get(value, value) or tr("not said") for value in values)
    if facet in ("category", "organisation", "status"):
        return tr("{facet}: {values}", facet=facet_word(facet), values=chosen)
    return chosen


def options(facet: str, choices: Choices, points: Mapping[str, str]) -> Options:
    """What may be chosen of a facet, each with how many people have it where that is known."""
    if facet in ("category", "organisation"):
        found = choices.categories if facet == "category" else choices.organisations
        return [
            (f"{value or tr('not said')} ({count})", (facet, (value,))) for value, count in found
        ]
    return [(word, (facet, (key,))) for key, word in value_words(facet, points).items()]
