"""Where the program begins, and where each of its errors ends: in one sentence.

The window alone, as most people open it, needs no command line, and does not wait for one to load.
"""

import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desk_app import words
from desk_app.domain.errors import DeskError
from desk_app.exit_codes import FAILED
from desk_app.words import say, tr


def main(arguments: Sequence[str] | None = None) -> None:
    """Open the window when nothing else is asked for, or run a command; ends the program."""
    _speak_plainly()
    words.use(_terminal_language())
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
    except DeskError as error:
        code = _failed(say(error.sentence, words.current()))
    except KeyboardInterrupt:
        code = _failed(tr("Stopped; nothing was changed."))
    except OSError as error:
        file = error.filename or "stdout"
        code = _failed(tr("{file}: {why}.", file=file, why=error.strerror))
    sys.exit(code)


def _run(asked: Sequence[str]) -> int:
    match asked:
        case []:
            data = None
        case ["--data", folder] if folder and not folder.startswith("-"):
            data = Path(folder)
        case _:
            from desk_app import cli

            return cli.run(asked)
    from desk_app import opening

    return opening.open_window(data)


def _failed(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED


def _terminal_language() -> str:
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, asked), None) or locale.getlocale()[0] or ""
    return "fr" if spoken.lower().startswith("fr") else "en"


def _speak_plainly() -> None:
    """UTF-8 whatever the console thinks: a name must never stop a command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
