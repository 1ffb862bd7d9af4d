"""The command line tells what is done, and what it tells is done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.commands.answering import write
from desk_app.domain.errors import DeskError

ROOT = Path(__file__).parents[2]
EXPORT = b"Name,Barcode\nAnn Lee,A1\nBob Roe,B2\n"


def run(folder: Path, *words: str, stdout: int = subprocess.PIPE) -> tuple[int, str]:
    """The exit code and the answer of a command on this data folder."""
    command = [sys.executable, "main.py", *words, "--data", str(folder / "desk")]
    done = subprocess.run(command, cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, check=False)
    assert not done.stderr, done.stderr.decode()
    return done.returncode, (done.stdout or b"").decode()


def run_unheard(folder: Path, *words: str) -> int:
    """The exit code where whoever should read the answer has left already."""
    ears, mouth = os.pipe()
    os.close(ears)
    try:
        return run(folder, *words, stdout=mouth)[0]
    finally:
        os.close(mouth)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "list.csv").write_bytes(EXPORT)
    return tmp_path


def test_an_import_is_made_though_nobody_reads_of_it(folder: Path) -> None:
    assert run_unheard(folder, "roster", "import", str(folder / "list.csv"), "--yes") == 0
    assert "Bob Roe" in run(folder, "roster", "list")[1]


def test_a_check_in_counts_though_nobody_reads_of_it(folder: Path) -> None:
    run(folder, "roster", "import", str(folder / "list.csv"), "--yes")
    assert run_unheard(folder, "check-in", "A1") == 0
    assert run(folder, "check-in", "A1")[1].startswith("already_in")


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b.pdf", b"new")
    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"new"
    assert [it.name for it in (tmp_path / "a").iterdir()] == ["b.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"an older and longer one")
    write(tmp_path / "b.pdf", b"new")
    assert (tmp_path / "b.pdf").read_bytes() == b"new"


def test_what_cannot_be_replaced_stays_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()
    (tmp_path / "b.pdf" / "kept").touch()
    with pytest.raises(DeskError, match=r"b\.pdf cannot be written"):
        write(tmp_path / "b.pdf", b"new")
    assert [it.name for it in tmp_path.iterdir()] == ["b.pdf"]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(DeskError, match=r"b\.pdf cannot be written"):
        write(tmp_path / "taken" / "b.pdf", b"new")


def test_badges_never_write_over_what_is_no_pdf(folder: Path) -> None:
    run(folder, "roster", "import", str(folder / "list.csv"), "--yes")
    ledger = folder / "desk" / "desk.db"
    before = ledger.read_bytes()
    with pytest.raises(AssertionError, match=r"must end in \.pdf"):
        run(folder, "badges", str(ledger))
    assert ledger.read_bytes() == before
