"""The container of .xls files, whole and damaged."""

import struct

import pytest

from desk_app.domain.errors import DeskError
from desk_app.intake import compound, source

END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def container(*following: int, mini_start: int = END, table_start: int = END) -> bytes:
    """A table in sector 0 that says what follows each sector, and as many sectors as it names."""
    header = bytearray(512)
    header[:8] = SIGNATURE
    header[30] = 9
    struct.pack_into("<I", header, 60, mini_start)
    struct.pack_into("<I", header, 68, table_start)
    struct.pack_into("<109I", header, 76, 0, *[FREE] * 108)
    table = struct.pack("<128I", *following, *[FREE] * (128 - len(following)))
    return bytes(header) + table + b"\0" * 512 * (len(following) - 1)


def test_chains_that_end_are_sound() -> None:
    assert compound.is_sound(container(END, 2, 3, END))


@pytest.mark.parametrize("following", [(END, 1), (END, 2, 1), (END, 2, 3, 2)])
def test_a_chain_that_bites_its_tail_is_not_sound(following: tuple[int, ...]) -> None:
    assert not compound.is_sound(container(*following))


def test_a_circle_among_the_small_sectors_is_not_sound() -> None:
    assert not compound.is_sound(container(END, END, mini_start=1))


def test_a_circle_among_the_tables_is_not_sound() -> None:
    data = bytearray(container(END, END, table_start=1))
    struct.pack_into("<I", data, 512 * 2 + 508, 1)
    assert not compound.is_sound(bytes(data))


@pytest.mark.parametrize("data", [SIGNATURE, SIGNATURE + b"\0" * 600, container(END)[:700]])
def test_what_is_cut_short_is_never_followed_for_ever(data: bytes) -> None:
    with pytest.raises(DeskError, match="damaged"):
        source.tables(data)
