"""How much is still right of exports whose columns nobody has seen like that."""

import pytest

from tests.intake.generality import CHANGES, score

SEED = 2026
LEAST = 0.95


@pytest.mark.parametrize("change", CHANGES)
def test_fields_are_right_in_exports_of_other_columns(
    change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = score(CHANGES[change], SEED, rounds=1)
    with capsys.disabled():
        print(f"\n{change}: {found.share:.2%} of {found.total} fields right (seed {SEED})", end=" ")
    assert found.share >= LEAST, "\n".join(found.missed)
