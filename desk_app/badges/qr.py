"""QR codes as rectangles of unit cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_BLACK = re.compile(rb"\0+")
QUIET = 4  # white cells that a reader needs on every side


@dataclass(frozen=True, slots=True)
class Symbol:
    """`code`: PDF rectangles, one per run of black cells of a row, y going up from the bottom."""

    cells: int
    code: str


@lru_cache(maxsize=256)
def symbol(content: str) -> Symbol | None:
    """The QR code of a text at error level M; None when the text is too long for any."""
    import zxingcpp

    try:
        made = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    except (ValueError, RuntimeError):
        return None
    image = made.to_image(scale=1, add_quiet_zones=False)
    rows = image.shape[0]
    cells = bytes(memoryview(image))  # type: ignore[arg-type]  # its stubs do not say Buffer
    runs = [
        f"{start} {rows - row - 1} {end - start} 1 re"
        for row in range(rows)
        for start, end in _runs(cells[row * rows : (row + 1) * rows])
    ]
    return Symbol(rows, "\n".join(runs))


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _BLACK.finditer(row))
