"""Codes are read in pictures as cameras take them."""

import pytest
from PySide6.QtGui import QImage

from desk_app.devices.barcodes import codes_in
from tests.devices.pictures import blurred, code, mirrored, scene, turned

TICKET = "hxewpex6ek4upwgy"


@pytest.mark.parametrize("kind", ["QRCode", "Aztec", "DataMatrix", "PDF417", "Code128", "Code39"])
def test_the_kinds_of_codes_that_tickets_bear_are_read(kind: str) -> None:
    assert codes_in(scene(code("TICKET-0815", kind, 420))) == ("TICKET-0815",)


@pytest.mark.parametrize("kind", ["QRCode", "Aztec", "DataMatrix", "PDF417", "Code128"])
def test_a_mirrored_picture_is_read_as_well(kind: str) -> None:
    assert codes_in(mirrored(scene(code("TICKET-0815", kind, 420)))) == ("TICKET-0815",)


@pytest.mark.parametrize("degrees", [7, 45, 90, 133, 180, 301])
def test_a_ticket_may_be_held_any_way(degrees: float) -> None:
    assert codes_in(turned(scene(code(TICKET)), degrees)) == (TICKET,)


@pytest.mark.parametrize("by", [2, 3])
def test_a_picture_out_of_focus_is_still_read(by: int) -> None:
    assert codes_in(blurred(scene(code(TICKET)), by)) == (TICKET,)


def test_a_dark_picture_is_still_read() -> None:
    picture = scene(code(TICKET)).convertToFormat(QImage.Format.Format_Grayscale8)
    dim = bytes(value // 5 for value in bytes(picture.constBits()))
    wide, tall = picture.width(), picture.height()
    dark = QImage(dim, wide, tall, picture.bytesPerLine(), QImage.Format.Format_Grayscale8)
    assert codes_in(dark) == (TICKET,)


def test_several_codes_are_all_read_each_once() -> None:
    picture = scene(code("QR-ZOE-1"), code("QR-MAX-1"), code("QR-ZOE-1"))
    assert sorted(codes_in(picture)) == ["QR-MAX-1", "QR-ZOE-1"]


def test_a_large_picture_is_shrunk_and_read() -> None:
    picture = scene(code(TICKET, side=600), size=(3840, 2160))
    assert codes_in(picture) == (TICKET,)


@pytest.mark.parametrize("size", [(641, 479), (3, 3), (1, 1)])
def test_a_picture_of_any_size_without_a_code_holds_nothing(size: tuple[int, int]) -> None:
    assert codes_in(scene(size=size)) == ()


def test_no_picture_holds_nothing() -> None:
    assert codes_in(QImage()) == ()


def test_letters_of_any_script_come_out_as_they_are() -> None:
    assert codes_in(scene(code("MECARD:N:Lefèvre,Zoé;;"))) == ("MECARD:N:Lefèvre,Zoé;;",)
