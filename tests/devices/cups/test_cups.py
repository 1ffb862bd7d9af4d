"""On a real CUPS: what is printed arrives at 100 %, and the desk learns what became of it."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import zxingcpp

from desk_app.badges import layouts, render, stocks
from desk_app.badges.paper import MM, Area, Paper
from desk_app.devices import cups, printer, spool
from desk_app.devices.cups import medium
from desk_app.domain.errors import DeskError
from tests.badges.people import CODE, badge
from tests.devices.cups.bench import QUEUE, Page, arrived, bench, missing

pytestmark = pytest.mark.slow
EXACT, NEARLY = 0.2, 0.3  # mm


@pytest.fixture(scope="module")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The one place where a fixture is dear: CUPS takes a second or two to start."""
    if why := missing():
        pytest.skip(f"no printing bench: {why}")
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(bench(tmp_path_factory.mktemp("bench")))
        except TimeoutError as why_not:
            pytest.skip(f"no printing bench: {why_not}")
        yield folder


def boxed(width: float = 62, height: float = 100) -> bytes:
    """A box 6 mm from the sides, 10 mm from top and bottom."""
    paper = Paper("Box", "en")
    paper.open_page(width * MM, height * MM)
    paper.put((Area(6 * MM, 10 * MM, (width - 12) * MM, (height - 20) * MM, 0, "#000000"),))
    paper.close_page()
    return paper.finished()


@pytest.mark.parametrize(("width", "height"), [(62.0, 100.0), (54.0, 90.0)])
def test_a_box_arrives_by_cups_where_it_was_drawn(jobs: Path, width: float, height: float) -> None:
    title = f"cups {width:g}"
    cups.print_pdf(boxed(width, height), QUEUE, width, height, title=title)
    (page,) = arrived(jobs, title)
    assert page.ink() == pytest.approx((6, 10, width - 6, height - 10), abs=EXACT)


@pytest.mark.usefixtures("qapp")
def test_a_box_arrives_by_qt_where_it_was_drawn(jobs: Path) -> None:
    printer.print_pdf(boxed(), QUEUE, 62, 100, title="by qt")
    (page,) = arrived(jobs, "by qt")
    assert page.ink() == pytest.approx((6, 10, 56, 90), abs=NEARLY)


def test_the_code_of_a_badge_is_read_from_what_arrived(jobs: Path) -> None:
    stock = stocks.stock("62x100")
    made = render.render([badge()], layouts.layout(), stock)
    cups.print_pdf(made.pdf, QUEUE, stock.page_w, stock.page_h, title="coded")
    (page,) = arrived(jobs, "coded")
    assert read_code(page) == CODE


def test_paper_the_printer_has_not_is_refused(jobs: Path) -> None:
    assert jobs.is_dir()
    with pytest.raises(DeskError, match="no paper of 210 × 297 mm"):
        cups.print_pdf(boxed(210, 297), QUEUE, 210, 297, title="too large")


def test_the_desk_learns_that_a_job_came_out(jobs: Path) -> None:
    cups.print_pdf(boxed(), QUEUE, 62, 100, title="followed")
    arrived(jobs, "followed")
    assert became("followed") == "printed"


def test_the_desk_learns_that_a_job_was_cancelled(jobs: Path) -> None:
    assert jobs.is_dir()
    subprocess.run(["cupsdisable", QUEUE], check=True)
    cups.print_pdf(boxed(), QUEUE, 62, 100, title="unwanted")
    subprocess.run(["cancel", "-a", QUEUE], check=True)
    subprocess.run(["cupsenable", QUEUE], check=True)
    assert became("unwanted") == "failed"


def test_a_paused_printer_is_noticed(jobs: Path) -> None:
    assert jobs.is_dir()
    subprocess.run(["cupsdisable", QUEUE], check=True)
    with pytest.raises(DeskError, match="paused"):
        spool.check(QUEUE)
    subprocess.run(["cupsenable", QUEUE], check=True)


def test_a_printer_that_is_off_is_noticed(jobs: Path) -> None:
    """Nothing listens on a port that was free a moment ago."""
    assert jobs.is_dir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    subprocess.run(["lpadmin", "-p", "Off", "-E", "-v", f"socket://127.0.0.1:{port}"], check=True)
    with pytest.raises(DeskError, match="does not answer"):
        spool.check("Off")
    subprocess.run(["lpadmin", "-x", "Off"], check=True)


@pytest.mark.parametrize(
    ("width", "height", "found"),
    [
        (62, 100, "om_label_62x100mm"),
        (61, 99.5, "om_label_62x100mm"),
        (54, 90, "Custom.54x90mm"),
        (101.6, 152.4, "na_index-4x6_4x6in"),
        (210, 297, None),
    ],
)
def test_the_nearest_paper_is_named(width: float, height: float, found: str | None) -> None:
    papers = ["om_label_62x100mm", "na_index-4x6_4x6in", "custom_min_25x25mm",
              "custom_max_62x300mm"]  # fmt: skip
    assert medium(papers, width, height) == found


def became(title: str) -> str:
    """The fate of a job, once it has one."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        fate = spool.fates(QUEUE, [title]).get(title)
        if fate and fate.state != "sent":
            return fate.state
        time.sleep(0.05)
    return "nothing"


def read_code(page: Page) -> str:
    """As a 1-bit printer shows it: every dot black or white."""
    dots = bytes(255 * (dot >= 128) for row in page.rows for dot in row)
    pixels = memoryview(dots).cast("B", (page.height, page.width))
    return str(zxingcpp.read_barcodes(pixels)[0].text)
