"""An import where no window is open: two threads, and the same roster as from one."""

from pathlib import Path

import pytest

from desk_app.domain.errors import DeskError
from desk_app.services import events, imports, places, planning, roster
from desk_app.services.carrying import carried_out
from desk_app.services.imports import Import
from desk_app.services.plan import Plan
from desk_app.store import verify
from desk_app.store.session import Store
from tests.services.days import MUSEUMS, NINE, guest, reading

PEOPLE = [guest(f"Guest{number} Aubrac", f"QR-{number}") for number in range(2 * imports.SLICE)]


def planned(store: Store) -> Plan:
    with store.transaction() as session:
        event = events.describe(session, MUSEUMS, NINE)
        return planning.plan(session, event, reading(*PEOPLE))


def names(store: Store) -> list[str]:
    with store.transaction() as session:
        assert verify.verify(session).clean
        here = places.here(session, NINE).place
        return sorted(it.full_name for it in roster.everybody(session, here))


def test_two_threads_bring_everybody_in(tmp_path: Path) -> None:
    store = places.open_desk(tmp_path, NINE)
    told = list(carried_out(store, Import(planned(store)), lambda: NINE))
    assert [it.done for it in told][-1] == len(PEOPLE)
    assert [it.finished for it in told] == [False] * (len(told) - 1) + [True]
    assert names(store) == sorted(it.full_name for it in PEOPLE)
    store.close()


def test_an_import_that_cannot_begin_says_why(tmp_path: Path) -> None:
    store = places.open_desk(tmp_path, NINE)
    first, second = planned(store), planned(store)
    list(carried_out(store, Import(first), lambda: NINE))
    with pytest.raises(DeskError, match="changed since"):
        list(carried_out(store, Import(second), lambda: NINE))
    store.close()
