"""Looking badges through before they are printed: what to know, and what would mend it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk_app.badges.badge import Badge
from desk_app.badges.composing import both_sides
from desk_app.badges.frame import rooms
from desk_app.badges.layouts import AnyLayout
from desk_app.badges.remarks import Kind, kind_of, without_organisation
from desk_app.badges.shaping import tidy
from desk_app.badges.short_form import shorter
from desk_app.badges.stocks import Stock
from desk_app.domain.sentence import Sentence

_FIELDS = ("given_name", "family_name", "full_name", "organisation", "job_title")


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark on one badge; `field` holds `value`, which `proposal` would mend. "" is none."""

    attendee: int
    kind: Kind
    sentence: Sentence
    field: str = ""
    value: str = ""
    proposal: str = ""


def look_through(badges: Sequence[Badge], layout: AnyLayout, stock: Stock) -> tuple[Finding, ...]:
    """Everything there is to know of these badges, in their order."""
    room = rooms(layout, stock)
    found: list[Finding] = []
    for number, badge in enumerate(badges):
        own, place = room(badge.layout)
        said: list[Sentence] = []
        for made in both_sides(badge, own, place, folded=stock.folded):
            said += [*(made.event_remarks if number == 0 else ()), *made.remarks, *made.breaks]
        found += [_finding(badge, it) for it in dict.fromkeys(said)]
        found += _lacking(badge, own)
    return tuple(found)


def _finding(badge: Badge, said: Sentence) -> Finding:
    text = str(dict(said.facts).get("words", ""))
    kind = kind_of(said)
    field = next((it for it in _FIELDS if text and tidy(getattr(badge, it)) == text), "")
    if kind == Kind.NAMELESS:
        field = "given_name"
    value = getattr(badge, field) if field else ""
    return Finding(badge.attendee, kind, said, field, value, shorter(field, value))


def _lacking(badge: Badge, layout: AnyLayout) -> Iterator[Finding]:
    if layout.organisation and not tidy(badge.organisation):
        yield Finding(badge.attendee, Kind.NO_ORGANISATION, without_organisation(), "organisation")
