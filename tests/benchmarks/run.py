"""Every promised figure, measured beside a floor in the same run. Never a test.

    uv run python tests/benchmarks/run.py [--people N] [--only NAME ...] [--json FILE]

Each benchmark is a script of its own in this folder, run in a process of its own, which prints
its figures as JSON lines.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ALL = (
    "start",
    "recognise",
    "importing",
    "growth",
    "search",
    "scan",
    "camera",
    "memory",
    "roster",
    "busy",
    "badges",
    "heartbeat",
    "rehearsal",
)


def main() -> None:
    options = _options()
    figures: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="desk-benchmark-") as folder:
        for name in options.only or ALL:
            for figure in _run(name, options.people, Path(folder)):
                figures.append(figure)
                print(_line(figure), flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--only", nargs="+", choices=ALL)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def _run(name: str, people: int, folder: Path) -> Iterator[dict[str, Any]]:
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", str(people), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE.parents[1]) as child:
        assert child.stdout
        for line in child.stdout:
            yield json.loads(line)
    if child.returncode:
        sys.exit(f"{name} failed")


def _line(it: dict[str, Any]) -> str:
    mark = "  " if it["met"] is None else "ok" if it["met"] else "NO"
    goal = f"goal {it['goal']:g}" if it["goal"] is not None else ""
    floor = f"floor {it['floor']:.3g}" if it["floor"] is not None else ""
    return (
        f"{mark} {it['name']:<52} {it['value']:>10.3f} {it['unit']:<6} {goal:<14} {floor:<14}"
        f" {it['people']} people"
    )


if __name__ == "__main__":
    main()
