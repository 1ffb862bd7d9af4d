"""The one exception that a person can act on."""

from typing import Any

from desk_app.domain.sentence import Sentence, sentence


class DeskError(Exception):
    """Says what is wrong, where, and what to do; whoever raises it has changed nothing.

    Caught once at each edge (window, command line) and shown through `words.say`.
    """

    def __init__(self, text: str, /, **facts: Any) -> None:
        self.sentence: Sentence = sentence(text, **facts)
        super().__init__(str(self.sentence))
