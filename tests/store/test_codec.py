"""Facts survive their way into the database and back."""

import json
from dataclasses import fields, replace
from datetime import date, time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.domain import facts
from desk_app.domain.event import Checkpoint, Event, Handout
from desk_app.domain.facts import Body, FactId
from desk_app.domain.half_days import Hours
from desk_app.domain.papers import Letterhead, LetterText
from desk_app.domain.registration import Registration, Status, fingerprint
from desk_app.store.codec import (
    decode,
    encode,
    fact_of,
    kind_of,
    packed_event,
    packed_registration,
    unpacked_event,
)
from tests.domain.lives import ZOE

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
tuples = st.lists(texts, max_size=3).map(tuple)
pairs = st.lists(st.tuples(texts, texts), max_size=3).map(tuple)
sources = st.builds(FactId, texts, st.integers(1, 2**40))
numbers = st.integers(0, 2**62)


def _texts_of(kind: type) -> st.SearchStrategy[dict[str, str]]:
    """Some of the text fields of a dataclass, filled with anything."""
    names = [field.name for field in fields(kind) if field.type is str]
    return st.dictionaries(st.sampled_from(names), texts, max_size=4)


registrations = st.builds(
    lambda said, **more: Registration(**{**more, **said}),
    _texts_of(Registration),
    status=st.sampled_from(Status),
    codes=tuples,
    answers=pairs,
)
points = st.builds(Checkpoint, key=texts, name=texts, day=st.none() | st.dates())
announced = st.builds(
    lambda said, **more: Event(**{"title": "", **more, **said}),
    _texts_of(Event),
    days=st.lists(st.dates(), max_size=3).map(tuple),
    opens=st.none() | st.times(),
    closes=st.none() | st.times(),
    capacity=st.none() | numbers,
    checkpoints=st.lists(points, max_size=3).map(tuple),
)
spans = st.none() | st.builds(Hours, st.times(), st.times())
BODIES: dict[type, st.SearchStrategy[Body]] = {
    facts.EventDescribed: st.builds(facts.EventDescribed, announced),
    facts.PapersDescribed: st.builds(
        facts.PapersDescribed,
        st.builds(Letterhead, texts, texts, logo=st.binary(max_size=9)),
        spans,
        spans,
        texts,
    ),
    facts.LetterWritten: st.builds(
        facts.LetterWritten, texts, texts, st.none() | st.builds(LetterText, texts, tuples, texts)
    ),
    facts.ImportStarted: st.builds(facts.ImportStarted, texts, texts, texts),
    facts.ImportFinished: st.builds(
        facts.ImportFinished, sources, numbers, numbers, numbers, st.booleans()
    ),
    facts.ImportConfirmed: st.builds(facts.ImportConfirmed, sources, st.binary(max_size=20)),
    facts.Registered: st.builds(facts.Registered, registrations, sources),
    facts.WalkedIn: st.builds(facts.WalkedIn, registrations),
    facts.Amended: st.builds(facts.Amended, texts, texts, texts, st.none() | sources),
    facts.Admitted: st.builds(facts.Admitted, texts, numbers, texts),
    facts.Departed: st.builds(facts.Departed, texts, numbers),
    facts.Refused: st.builds(facts.Refused, texts, texts, texts),
    facts.BadgePrinted: st.builds(facts.BadgePrinted, texts, texts, texts, texts, st.booleans()),
    facts.HandedOut: st.builds(facts.HandedOut, texts),
    facts.Answered: st.builds(facts.Answered, texts, texts),
    facts.Accompanied: st.builds(facts.Accompanied, texts, numbers, numbers),
    facts.HelpWanted: st.builds(facts.HelpWanted, texts),
    facts.HelpGiven: st.builds(facts.HelpGiven, texts),
    facts.Annulled: st.builds(facts.Annulled, sources, texts),
    facts.Erased: st.builds(facts.Erased, st.lists(numbers).map(tuple), tuples, tuples),
}


def test_every_kind_of_fact_is_proved_here() -> None:
    assert set(BODIES) == set(get_args(Body))


@pytest.mark.parametrize("kind", BODIES, ids=lambda kind: kind.__name__)
@settings(max_examples=50)
@given(data=st.data())
def test_a_body_comes_back_as_it_went(kind: type[Body], data: st.DataObject) -> None:
    body = data.draw(BODIES[kind])
    name, text = encode(body)
    assert name == kind_of(kind)
    assert decode(name, text) == body


def test_kinds_have_names_of_their_own() -> None:
    assert len({kind_of(kind) for kind in BODIES}) == len(BODIES)


def test_only_what_is_said_is_written() -> None:
    packed = packed_registration(Registration(full_name="Pelé"))
    assert packed == {"full_name": "Pelé", "status": "confirmed"}


def test_letters_stay_readable_in_the_ledger() -> None:
    assert "Lefèvre" in encode(facts.WalkedIn(ZOE))[1]


def test_a_row_of_the_ledger_is_a_fact() -> None:
    body = facts.Amended("note", "vegan")
    fact = facts.Fact("a", 1, 2, 3, None, body)
    assert fact_of(("a", 1, 2, 3, None, *encode(body))) == fact


def test_an_event_is_packed_without_what_is_unknown() -> None:
    event = Event("A", days=(date(2026, 12, 3),), opens=time(9))
    assert packed_event(event) == {
        "title": "A",
        "days": ["2026-12-03"],
        "opens": "09:00:00",
        "zone": "Europe/Paris",
        "language": "fr",
        "checkpoints": [],
    }


@given(announced)
def test_an_event_survives_json(event: Event) -> None:
    assert unpacked_event(json.loads(json.dumps(packed_event(event)))) == event


@given(registrations, registrations)
def test_the_fingerprint_tells_any_change(one: Registration, other: Registration) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


@pytest.mark.parametrize("name", [field.name for field in fields(Registration)])
def test_the_fingerprint_looks_at_every_field(name: str) -> None:
    values = {"status": Status.PENDING, "codes": ("x",), "answers": (("Diet", "x"),)}
    assert fingerprint(replace(ZOE, **{name: values.get(name, "x")})) != fingerprint(ZOE)  # type: ignore[arg-type]  # by name


def test_what_an_event_asks_at_the_desk_comes_back() -> None:
    event = Event(
        "A",
        walk_in_asks=("phone",),
        walk_in_needs=("phone",),
        handouts=(Handout("Bag"), Handout("Lunch", ("VIP", "Speaker"))),
        layouts=(("VIP", "name-only"),),
        consents=("Photos?",),
        questions=("Which workshop?",),
    )
    assert unpacked_event(packed_event(event)) == event
