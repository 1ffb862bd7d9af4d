"""The sample event, as every newcomer first meets the desk."""

from desk_app import sample
from desk_app.intake.reading import read
from desk_app.services import events, planning
from desk_app.store.session import Store

NOW = 1_720_000_000_000


def test_the_newer_export_shows_every_kind_of_change(store: Store) -> None:
    sample.fill(store, lambda: NOW)
    with store.transaction() as session:
        event = events.in_hand(session)
        assert event
        plan = planning.plan(session, event, read(sample.newer_export()))
    found = [len(it) for it in (plan.new, plan.changed, plan.cancelled, plan.missing)]
    assert (found, plan.unchanged) == ([4, 3, 2, 1], 58)


def test_filling_twice_changes_nothing(store: Store) -> None:
    sample.fill(store, lambda: NOW)
    sample.fill(store, lambda: NOW)
    with store.transaction() as session:
        assert [row.registered for row in events.all_events(session)] == [64]
