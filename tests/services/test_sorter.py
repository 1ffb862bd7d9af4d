"""Things come back in one order, however they were taken in."""

from hypothesis import given
from hypothesis import strategies as st

from desk_app.services.sorter import Sorter

things = st.lists(st.lists(st.tuples(st.integers())))


@given(things, st.integers(1, 5))
def test_what_was_added_by_the_slice_comes_back_sorted(
    slices: list[list[tuple[int]]], most: int
) -> None:
    sorter = Sorter[tuple[int]]()
    for some in slices:
        sorter.add(some)
    taken = []
    while sorter:
        taken += sorter.take(most)
    assert taken == sorted(it for some in slices for it in some)
