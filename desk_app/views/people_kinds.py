"""What the kinds of people are called, on filters and on tiles; keys as services know them."""

from desk_app.words import tr


def kind_words() -> dict[str, str]:
    """In the order in which screens show them."""
    return {
        "all": tr("everybody"),
        "expected": tr("expected"),
        "arrived": tr("arrived"),
        "absent": tr("absent"),
        "pending": tr("pending"),
        "waiting": tr("waiting list"),
        "cancelled": tr("cancelled"),
        "walk_ins": tr("walk-ins"),
    }
