"""Facts for tests: single ones by hand, and whole lives as hypothesis invents them."""

from dataclasses import replace

from hypothesis import strategies as st

from desk_app.domain import facts
from desk_app.domain.attendee import AMENDABLE
from desk_app.domain.facts import Body, Fact, FactId
from desk_app.domain.registration import Registration, Status, fingerprint

EVENT, PERSON = 7, 1
DESKS = ("a", "b", "c")
DOORS = ("2026-12-03", "2026-12-04", "room")
SOURCE = FactId("a", 1)
ZOE = Registration(
    external_id="R1",
    scan_code="QR1",
    given_name="Zoé",
    family_name="Lefèvre",
    full_name="Zoé Lefèvre",
    email="zoe@example.org",
)


def registered(source: FactId = SOURCE, **fields: str | Status) -> facts.Registered:
    """Zoé as an import brought her; any field can be given another value."""
    return facts.Registered(replace(ZOE, **fields), source)  # type: ignore[arg-type]  # by name


def life(*bodies: Body, desk: str = "a") -> list[Fact]:
    """One person's facts, numbered from 2 on: number 1 is the import that brought the person."""
    return [
        Fact(desk, number, number * 10, EVENT, PERSON, body)
        for number, body in enumerate(bodies, 2)
    ]


words = st.sampled_from(("", "x", "Zoé", "de La Cruz", "QR1", "{0}'"))
doors = st.sampled_from(DOORS)
times = st.integers(0, 60)
registrations = st.builds(
    lambda name, code, status: replace(ZOE, full_name=name, scan_code=code, status=status),
    words,
    words,
    st.sampled_from(Status),
)
amendments = st.builds(
    lambda field, value, status, why: facts.Amended(
        field, status if field == "status" else value, why
    ),
    st.sampled_from(AMENDABLE),
    words,
    st.sampled_from([status.value for status in Status]),
    words,
)
happenings: st.SearchStrategy[Body] = st.one_of(
    amendments,
    st.builds(facts.Admitted, doors, times, words, words),
    st.builds(facts.Departed, doors, times),
    st.builds(facts.Refused, words, doors, words),
    st.builds(facts.BadgePrinted, words, words, words, words, st.booleans()),
    st.builds(facts.WalkedIn, registrations),
    st.builds(facts.HandedOut, words),
    st.builds(facts.Answered, words, words),
    st.builds(facts.Accompanied, doors, st.integers(0, 3), times),
    st.builds(facts.HelpWanted, words),
    st.builds(facts.HelpGiven, words),
)
imports = st.builds(facts.ImportStarted, words, words, words)


@st.composite
def lives(draw: st.DrawFn) -> list[Fact]:
    """One person's facts and the event's own, in the order in which they were written.

    Several desks write, each by its own clock; anything earlier may be annulled, imports and
    annulments too.
    """
    written: list[Fact] = []
    last = dict.fromkeys(DESKS, (0, 0))
    for _ in range(draw(st.integers(0, 14))):
        desk = draw(st.sampled_from(DESKS))
        number, clock = last[desk]
        last[desk] = number + 1, clock + draw(st.integers(1, 5))
        whose, body = _deed(draw, written)
        written.append(Fact(desk, *last[desk], EVENT, whose, body))
    return written


def _deed(draw: st.DrawFn, written: list[Fact]) -> tuple[int | None, Body]:
    """What happens next, and to whom: the person, or nobody (the event itself)."""
    sources = [fact.id for fact in written if isinstance(fact.body, facts.ImportStarted)]
    match draw(st.sampled_from("IRRHHHHAAECCKG")):
        case "R" if sources:
            source = draw(st.sampled_from(sources))
            return PERSON, facts.Registered(draw(registrations), source)
        case "A" if written:
            return PERSON, facts.Annulled(draw(st.sampled_from(written)).id)
        case "E" if sources:
            return None, facts.Annulled(draw(st.sampled_from(sources)))
        case "C" if sources:
            source = draw(st.sampled_from(sources))
            known = [it.body for it in written if isinstance(it.body, facts.Registered)]
            prints = [fingerprint(it.registration) for it in known if draw(st.booleans())]
            return None, facts.ImportConfirmed(source, facts.gathered(prints))
        case "K" if sources:
            status = draw(st.sampled_from(Status))
            return PERSON, facts.Amended("status", status, source=draw(st.sampled_from(sources)))
        case "G":
            return None, facts.Erased((PERSON,))
        case "I":
            return None, draw(imports)
    return PERSON, draw(happenings)


def standing(written: list[Fact]) -> list[Fact]:
    """What was not taken back; `written` is in the order of writing, so one look back is enough."""
    void: set[FactId] = set()
    kept = []
    for fact in reversed(written):
        if fact.id in void:
            continue
        kept.append(fact)
        if isinstance(fact.body, facts.Annulled):
            void.add(fact.body.target)
    return [it for it in kept[::-1] if getattr(it.body, "source", None) not in void or _stays(it)]


def _stays(fact: Fact) -> bool:
    """Only what was decided about an import goes with it; the fold sees to all the others."""
    return not isinstance(fact.body, facts.Amended)
