"""Printing at exactly 100 %."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.badges.paper import MM, Area, Paper
from desk_app.devices.printer import available_printers, print_pdf
from desk_app.domain.errors import DeskError
from tests.badges.people import Picture, document


def boxed(pages: int = 1) -> bytes:
    """Pages of 62 × 100 mm with a black box of 50 × 80 mm at 6, 10 mm."""
    paper = Paper("Box", "en")
    for _ in range(pages):
        paper.open_page(62 * MM, 100 * MM)
        paper.put((Area(6 * MM, 10 * MM, 50 * MM, 80 * MM, 0, "#000000"),))
        paper.close_page()
    return paper.finished()


@pytest.mark.usefixtures("qapp")
def test_a_box_arrives_where_it_was_drawn(tmp_path: Path) -> None:
    print_pdf(boxed(), "", 62, 100, output_file=tmp_path / "out.pdf")
    ink = Picture((tmp_path / "out.pdf").read_bytes(), dpi=600).ink()
    assert ink == pytest.approx((6, 10, 56, 90), abs=0.2)


@pytest.mark.usefixtures("qapp")
def test_chosen_pages_are_printed_in_their_order(tmp_path: Path) -> None:
    print_pdf(boxed(3), "", 62, 100, pages=[2, 0], output_file=tmp_path / "out.pdf")
    assert len(document(tmp_path / "out.pdf")) == 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pages", [[], [1], [-1]])
def test_a_page_that_is_not_there_is_refused(tmp_path: Path, pages: list[int]) -> None:
    with pytest.raises(DeskError, match="no such page"):
        print_pdf(boxed(), "", 62, 100, pages=pages, output_file=tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("printer", ["", "No such printer"])
def test_an_unknown_printer_is_named(printer: str) -> None:
    with pytest.raises(DeskError, match=f"no printer “{printer}”"):
        print_pdf(boxed(), printer, 62, 100)


@pytest.mark.usefixtures("qapp")
def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="cannot be read"):
        print_pdf(b"no pdf", "", 62, 100, output_file=tmp_path / "out.pdf")


def test_printers_are_listed_with_the_default_first(qapp: QApplication) -> None:
    defaults = [printer.is_default for printer in available_printers()]
    assert defaults == sorted(defaults, reverse=True)
