"""The old container of .xls files: sectors that are chained like the blocks of a disk."""

import struct
from collections.abc import Iterator, Sequence

_HEADER = 512
_SHIFT, _MINI_START, _TABLE_START, _TABLES = 30, 60, 68, 76
_SIZES = (9, 12)  # sectors of 512 or 4096 bytes, as powers of two
_RESERVED = 0xFFFFFFFA  # from here on, numbers are marks such as "end" and "free"


def is_sound(data: bytes) -> bool:
    """Whether every chain of sectors ends.

    The workbook reader trusts the chains: one that bites its own tail would have it fill the
    memory until the system ends the program.
    """
    if len(data) < _HEADER or data[_SHIFT] not in _SIZES:
        return False
    sectors = _Sectors(data)
    following = sectors.following()
    if following is None or _circles(following):
        return False
    return not _circles(sectors.numbers_along(_number(data, _MINI_START), following))


class _Sectors:
    """The sectors after the header, by number."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << data[_SHIFT]
        self.count = max(0, (len(data) - 1) // self._size)

    def numbers(self, sector: int) -> tuple[int, ...]:
        """The whole numbers in a sector; none where the file ends before it."""
        start = (sector + 1) * self._size
        some = self._data[start : start + self._size]
        return struct.unpack(f"<{len(some) // 4}I", some[: len(some) // 4 * 4])

    def following(self) -> list[int] | None:
        """For each sector of the file the next one of its chain; None if even that goes round."""
        tables = list(struct.unpack_from("<109I", self._data, _TABLES))
        more, visited = _number(self._data, _TABLE_START), set[int]()
        while more < self.count:
            if more in visited:
                return None
            visited.add(more)
            *some, more = self.numbers(more) or (_RESERVED,)
            tables += some
        known = dict.fromkeys(table for table in tables if table < self.count)
        return [number for table in known for number in self.numbers(table)][: self.count]

    def numbers_along(self, start: int, following: Sequence[int]) -> list[int]:
        """The numbers in all sectors of a chain that ends."""
        return [number for it in _chain(start, following) for number in self.numbers(it)]


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4], "little")


def _chain(sector: int, following: Sequence[int]) -> Iterator[int]:
    while sector < len(following):
        yield sector
        sector = following[sector]


def _circles(following: Sequence[int]) -> bool:
    """Whether somebody following these numbers could come back to where he was."""
    left = bytearray(len(following))
    for start in range(len(following)):
        trail: list[int] = []
        sector = start
        while sector < len(following) and not left[sector]:
            left[sector] = 1
            trail.append(sector)
            sector = following[sector]
        if sector < len(following) and left[sector] == 1:
            return True
        for sector in trail:
            left[sector] = 2
    return False
