"""QR codes as rectangles of unit cells."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

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
    count = image.shape[0]
    cells = bytes(memoryview(image))  # type: ignore[arg-type]  # its stubs do not say Buffer
    rows = b"\xff".join(cells[row * count : (row + 1) * count] for row in range(count))
    starts, ends = _texts(count)
    spans = [found.span() for found in _BLACK.finditer(rows)]
    return Symbol(count, "\n".join([starts[first] + ends[last - first] for first, last in spans]))


@cache
def _texts(count: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How a run is written by where it begins, and by its length: most work of a batch else."""
    places = (divmod(place, count + 1) for place in range(count * (count + 1)))
    starts = tuple(f"{x} {count - row - 1} " for row, x in places)
    return starts, tuple(f"{length} 1 re" for length in range(count + 1))
