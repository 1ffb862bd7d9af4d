"""Scanners read a code again while it is in front of them: such a repeat counts once."""

from desk_app.domain.admission import Outcome
from desk_app.services.checkin import CheckIn

READ_TWICE_MS = 2000  # nobody hands over the same ticket again so soon; scanners read it again


class ReadTwice:
    """Remembers the last code and its answer; a new one knows nothing, as after another deed.

    `answer` is the first answer of the code that was scanned last, once it is there.
    """

    def __init__(self) -> None:
        self.answer: CheckIn | None = None
        self._code, self._at = "", 0
        self._latest: CheckIn | None = None
        self._waits = False

    def is_repeat(self, code: str, now: int) -> bool:
        """Whether this is the last code again, read by the same glance of the scanner."""
        if code == self._code and 0 <= now - self._at < READ_TWICE_MS:
            self._waits = self.answer is None
            return True
        self._code, self._at, self.answer, self._waits = code, now, None, False
        return False

    def latest_instead_of(self, answer: CheckIn) -> CheckIn | None:
        """What was answered a moment ago to another of the codes printed on the same ticket."""
        before = self._latest
        if before is None or before.person is None or answer.person is None:
            return None
        again = answer.outcome in (Outcome.ALREADY_IN, Outcome.NOT_IN)
        passed = before.outcome.admits or before.outcome is Outcome.GOODBYE
        soon = 0 <= answer.at - before.at < READ_TWICE_MS
        same = again and passed and soon and answer.person.id == before.person.id
        return before if same else None

    def note(self, answer: CheckIn) -> bool:
        """Keep an answer; whether its code was read a second time before the answer was there."""
        self._latest = answer
        if answer.code != self._code and not answer.person:
            return False
        self.answer = answer
        waited, self._waits = self._waits, False
        return waited
