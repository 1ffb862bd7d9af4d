"""A terminal for tests: commands as they are typed, and what they answer."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.entry import main


@dataclass(frozen=True)
class Answer:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def is_one_sentence(self) -> bool:
        """Whether this is how an error ends: nothing on stdout, one line that ends as one."""
        said = self.err.rstrip("\n")
        return self.code == 2 and not self.out and "\n" not in said and said.endswith((".", "?"))


class Terminal:
    """Every command works on the same data folder; nobody is there to answer questions."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def type(self, *words: str | Path) -> Answer:
        return run(*words, "--data", self.data)

    def ask(self, *words: str | Path) -> Any:
        """The JSON that a command answers; it must have gone well."""
        answer = self.type(*words, "--json")
        assert (answer.code, answer.err) == (0, "")
        return answer.json


def run(*words: str | Path) -> Answer:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    stdin, sys.stdin = sys.stdin, io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main([str(word) for word in words])
    except SystemExit as end:
        return Answer(int(end.code or 0), out.getvalue(), err.getvalue())
    finally:
        sys.stdin = stdin
    raise AssertionError("a command always ends with a code")


EXPORT = """Prénom;Nom;Email;Code-barres;Statut
Zoé;Lefèvre;zoe@example.org;QR-ZOE;Validé
Max;Martin;max@example.org;QR-MAX;Validé
Carl;Caron;carl@example.org;QR-CARL;Annulé
"""


def with_three(data: Path) -> Terminal:
    """An event with Zoé and Max, who may come in, and Carl, who cancelled."""
    page, export = data / "page.txt", data / "export.csv"
    page.write_text("Atelier\n\nMusées\n\nDate(s) 03/07/2024\nVille Dijon\n", encoding="utf-8")
    export.write_text(EXPORT, encoding="utf-8")
    desk = Terminal(data)
    desk.ask("event", "import", page)
    desk.ask("roster", "import", export, "--yes")
    return desk
