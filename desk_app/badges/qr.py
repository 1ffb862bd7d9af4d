"""QR codes as rectangles of unit cells."""

from dataclasses import dataclass
from functools import lru_cache

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
    lines = (_runs(cells[row * rows : (row + 1) * rows], rows - row - 1) for row in range(rows))
    return Symbol(rows, "\n".join(run for line in lines for run in line))


def _runs(row: bytes, y: int) -> list[str]:
    runs, start = [], row.find(0)
    while start >= 0:
        end = row.find(255, start)
        end = len(row) if end < 0 else end
        runs.append(f"{start} {y} {end - start} 1 re")
        start = row.find(0, end)
    return runs
