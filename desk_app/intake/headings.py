"""Where the headings of a table are, among titles and notes."""

from collections.abc import Sequence

from desk_app.intake import vocabulary
from desk_app.intake.table import Table

_SEARCHED_ROWS = 40


def heading_row(table: Table) -> int:
    """The index in `opening` of the row that best reads as headings; the first such, else 0."""
    scores = [_resemblance(row) for row in table.opening[:_SEARCHED_ROWS]]
    best = max(scores, default=0)
    return scores.index(best) if best > 0 else 0


def bands(table: Table, row: int) -> tuple[str, ...]:
    """For each column the title that stands over it in the row above the headings, else ""."""
    width = len(table.opening[row])
    above = table.opening[row - 1] if row else []
    if not any(cell.strip() for cell in above[1:]):  # a title stands alone, in the first cell
        return ("",) * width
    spread: list[str] = []
    for index in range(width):
        cell = above[index].strip() if index < len(above) else ""
        spread.append(cell or (spread[-1] if spread else ""))
    return tuple(spread)


def _resemblance(row: Sequence[str]) -> int:
    """How many cells are headings we know, less those that no heading would hold."""
    known = [cell for cell in row if cell.strip()]
    score = 0
    for cell in known:
        if "@" in cell or len(cell) > 200 or cell.strip().isdigit():
            score -= 2
        elif meanings := vocabulary.meanings(cell):
            score += 3 if meanings[0].rank < vocabulary.LOOSE else 1
    return score
