"""Label stocks."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.badges.stocks import DEFAULT, Stock, checked, read_stocks, stock, stocks
from desk_app.domain.errors import DeskError

FINE = Stock("x", "X", "sheet", 210, 297, 80, 50, 17.5, 13.5, 95, 55, 2, 5)


def test_every_stock_that_ships_is_on_its_page() -> None:
    assert len([checked(one) for one in stocks()]) > 50


def test_ids_are_unique_and_the_easy_ones_exist() -> None:
    ids = [one.id for one in stocks()]
    assert len(set(ids)) == len(ids)
    assert {"a6", "62x100", "avery-l7418", DEFAULT} <= set(ids)


def test_a6_stands_upright() -> None:
    assert (stock("a6").page_w, stock("a6").page_h, stock("a6").per_page) == (105, 148, 1)


def test_an_unknown_id_is_answered_with_near_ones() -> None:
    with pytest.raises(DeskError, match="avery-l4785"):
        stock("avery-l478")


def test_labels_are_counted_along_the_rows() -> None:
    assert FINE.corner(3) == (112.5, 68.5)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "box"}, "neither a sheet"),
        ({"page_w": 5}, "between 15 and 1000"),
        ({"label_h": 9}, "at least 15"),
        ({"cols": 0}, "at least one column"),
        ({"dx": 70}, "overlap"),
        ({"cols": 3}, "at the side"),
        ({"rows": 6}, "top or bottom"),
    ],
)
def test_a_faulty_stock_is_refused_by_name(change: dict[str, float], fault: str) -> None:
    with pytest.raises(DeskError, match=fault):
        checked(replace(FINE, **change))  # type: ignore[arg-type]  # faults on purpose


def test_a_stock_file_with_a_missing_figure_names_the_stock(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[stock]]\nid = "mine"\n')
    with pytest.raises(DeskError, match="mine"):
        read_stocks(tmp_path / "own.toml")


def test_a_stock_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[[stock")
    with pytest.raises(DeskError, match=r"own\.toml"):
        read_stocks(tmp_path / "own.toml")
