"""Zebra printers: what they are sent is the page, dot for dot."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import zxingcpp

from desk_app.badges import layouts, render, stocks
from desk_app.devices import hand_over, zebra
from desk_app.domain.errors import DeskError
from tests.badges.people import CODE, badge
from tests.devices.test_printer import boxed

pytestmark = pytest.mark.usefixtures("qapp")


@contextmanager
def listening() -> Iterator[tuple[str, bytearray, threading.Thread]]:
    """A printer that keeps all it is sent in one visit."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        got = bytearray()

        def take() -> None:
            visitor, _ = server.accept()
            with visitor:
                while more := visitor.recv(65536):
                    got.extend(more)

        taking = threading.Thread(target=take)
        taking.start()
        yield f"zpl://127.0.0.1:{server.getsockname()[1]}", got, taking


def sent(pdf: bytes, dpi: int) -> bytes:
    with listening() as (name, got, taking):
        hand_over.print_pdf(pdf, name, 62, 100, dpi=dpi)
        taking.join()
        return bytes(got)


def rows(label: bytes) -> list[bytes]:
    """The dots of the picture in a label: 0 black, 255 white."""
    found = re.search(rb"\^GFA,(\d+),\d+,(\d+),([0-9A-F]+)\^FS", label)
    assert found
    data, width = bytes.fromhex(found[3].decode()), int(found[2])
    assert len(data) == int(found[1])
    lines = (data[at : at + width] for at in range(0, len(data), width))
    return [bytes(0 if byte >> bit & 1 else 255 for byte in line for bit in range(7, -1, -1))
            for line in lines]  # fmt: skip


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_box_arrives_where_it_was_drawn(dpi: int) -> None:
    picture = rows(sent(boxed(), dpi))
    dark = [y for y, row in enumerate(picture) if 0 in row]
    columns = [picture[dark[0]].index(0), len(picture[0]) - picture[dark[0]][::-1].index(0)]
    edges = [it * 25.4 / dpi for it in (columns[0], dark[0], columns[1], dark[-1] + 1)]
    assert edges == pytest.approx([6, 10, 56, 90], abs=0.2)


@pytest.mark.parametrize("dpi", [203, 300])
def test_the_code_is_read_from_black_and_white_dots(dpi: int) -> None:
    made = render.render([badge()], layouts.layout(), stocks.stock("62x100"))
    picture = rows(sent(made.pdf, dpi))
    pixels = memoryview(b"".join(picture)).cast("B", (len(picture), len(picture[0])))
    assert [it.text for it in zxingcpp.read_barcodes(pixels)] == [CODE]


def test_each_page_is_a_label() -> None:
    assert sent(boxed(3), 203).count(b"^XZ") == 3


def test_a_printer_that_is_off_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        name = f"zpl://127.0.0.1:{gone.getsockname()[1]}"
    with pytest.raises(DeskError, match="does not answer"):
        hand_over.check(name)


@pytest.mark.parametrize("address", ["192.168.1.50", "zpl://192.168.1.50:9100", " 192.168.1.50 "])
def test_an_address_makes_a_printer(address: str) -> None:
    assert zebra.printer_at(address).name == "zpl://192.168.1.50:9100"


@pytest.mark.parametrize("address", ["", "a b/c", "host:port"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(DeskError, match="not the address"):
        zebra.printer_at(address)
