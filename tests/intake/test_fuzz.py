"""Samples spoilt in any way give a reading or a sentence: never anything else."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from desk_app.domain.errors import DeskError
from desk_app.intake.reading import Reading, read_bytes
from tests.intake.bad_files import NAUGHTY
from tests.intake.exports import table
from tests.intake.generality import FILES, SAMPLES, sample_of

pytestmark = pytest.mark.slow

SEED = 2026
WORKBOOKS = [name for name in FILES if name.endswith(".xlsx")]
PLACES = st.floats(0, 1)
NOISE = st.binary(min_size=1, max_size=6) | st.sampled_from(
    [b'"', b"\0", b"\r", b"\n", b";", b"\xff\xfe", b"<", b"&", b"\xed\xa0\x80", b'"""', b"\x1e"]
)
SPOILING = st.tuples(st.sampled_from(("flip", "cut", "double", "put", "lose")), PLACES, NOISE)
CELLS = st.sampled_from(NAUGHTY) | st.text(max_size=20)


def spoilt(data: bytes, how: str, place: float, noise: bytes) -> bytes:
    """The bytes with one thing done to them, somewhere."""
    at = int(place * len(data))
    match how:
        case "flip":
            return data[:at] + bytes(byte ^ 0x55 for byte in data[at : at + 3]) + data[at + 3 :]
        case "cut":
            return data[:at]
        case "double":
            return data[:at] + data[at // 2 :]
        case "lose":
            return data[:at] + data[at + len(noise) * 40 :]
    return data[:at] + noise + data[at + len(noise) :]


@pytest.fixture(autouse=True, scope="module")
def _told(request: pytest.FixtureRequest) -> None:
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print(f"\nfuzzing with the seed {SEED}")


def reading_or_sentence(data: bytes) -> Reading | str:
    try:
        found = read_bytes(data, "x")
    except DeskError as problem:
        return str(problem)
    assert len(found.rows) == len(found.registrations) > 0
    for one in found.registrations:
        assert one.full_name.encode("utf-8")
    return found


@seed(SEED)
@settings(max_examples=180, database=None)
@given(st.sampled_from(FILES), st.lists(SPOILING, min_size=1, max_size=4))
def test_bytes_spoilt_anywhere(name: str, ways: list[tuple[str, float, bytes]]) -> None:
    data = (SAMPLES / name).read_bytes()
    for way in ways:
        data = spoilt(data, *way)
    assert reading_or_sentence(data)


@seed(SEED)
@settings(max_examples=100, database=None)
@given(st.sampled_from(WORKBOOKS), st.integers(0, 30), st.lists(SPOILING, min_size=1, max_size=3))
def test_parts_of_a_workbook_spoilt_anywhere(
    name: str, which: int, ways: list[tuple[str, float, bytes]]
) -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(SAMPLES / name) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        for part in names:
            data = old.read(part)
            for way in ways if part == names[which % len(names)] else ():
                data = spoilt(data, *way)
            new.writestr(part, data)
    assert reading_or_sentence(packed.getvalue())


@seed(SEED)
@settings(max_examples=140, database=None)
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(PLACES, PLACES, CELLS), min_size=1, max_size=12),
    st.sampled_from(",;\t|"),
)
def test_cells_replaced_anywhere(
    name: str, changes: Sequence[tuple[float, float, str]], separator: str
) -> None:
    rows = [[*row] for row in sample_of(name).rows]
    for down, across, text in changes:
        row = rows[int(down * (len(rows) - 1))]
        row[int(across * (len(row) - 1))] = text.encode("utf-8", "replace").decode()
    assert reading_or_sentence(table(*map(tuple, rows), separator=separator))
