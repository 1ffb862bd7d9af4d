"""The command line tells what is done, and what it tells is done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
    assert "ROE Bob" in run(folder, "roster", "list")[1]


def test_a_check_in_counts_though_nobody_reads_of_it(folder: Path) -> None:
    run(folder, "roster", "import", str(folder / "list.csv"), "--yes")
    assert run_unheard(folder, "check-in", "A1") == 0
    assert run(folder, "check-in", "A1")[1].startswith("already_in")
