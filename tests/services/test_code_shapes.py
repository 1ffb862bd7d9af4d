"""The shapes of codes are learnt from the people of one event."""

from desk_app.services import code_shapes
from desk_app.store.session import Session
from tests.services.days import guest, open_with


def test_the_codes_of_everybody_have_their_shapes(session: Session) -> None:
    place = open_with(session, *(guest(f"Guest No{n}", f"QR-{n:04}") for n in range(30)))
    shapes = code_shapes.learn(session, place.event)
    assert shapes.fits("QR-9999")
    assert not shapes.fits("QR-99")


def test_an_event_without_people_has_none(session: Session) -> None:
    place = open_with(session)
    assert not code_shapes.learn(session, place.event).kinds


def test_of_many_people_a_part_tells_the_shapes(session: Session) -> None:
    code_shapes_before, code_shapes.ENOUGH = code_shapes.ENOUGH, 20
    try:
        place = open_with(session, *(guest(f"Guest No{n}", f"QR-{n:04}") for n in range(400)))
        assert code_shapes.learn(session, place.event).fits("QR-9999")
    finally:
        code_shapes.ENOUGH = code_shapes_before
