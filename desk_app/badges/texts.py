"""Every text that a badge can show, by the name that layouts know it by."""

from collections.abc import Callable

from desk_app import words
from desk_app.badges.badge import Badge

TEXTS: dict[str, Callable[[Badge], str]] = {
    "event_title": lambda badge: badge.event_title,
    "event_line": lambda badge: badge.event_line,
    "given": lambda badge: badge.given_name or badge.family_name or badge.full_name,
    "family": lambda badge: badge.family_name if badge.given_name else "",
    "full_name": lambda badge: badge.full_name or f"{badge.given_name} {badge.family_name}".strip(),
    "pronouns": lambda badge: badge.pronouns,
    "no_photo": lambda badge: words.say("× NO PHOTO", badge.language) if badge.no_photo else "",
    "organisation": lambda badge: badge.organisation,
    "job_title": lambda badge: badge.job_title,
    "category": lambda badge: badge.category.upper(),
    "partners": lambda badge: badge.partners,
}
"""What is written, of a badge whose texts are tidy; a lone name stands in the first one's place."""
