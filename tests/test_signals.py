"""PySide6 6.12.0 aborts the program on Python 3.11 after some thousand emitted signals.

`pyproject.toml` leaves that release out; this proves that the one installed is sound.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from pytestqt.qtbot import QtBot

EMITTED = 20_000


@dataclass(frozen=True)
class Verdict:
    """Sent as the desk sends its answers: one frozen object."""

    number: int


class Sender(QObject):
    resolved = Signal(object)


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    @Slot(object)
    def hear(self, verdict: Verdict) -> None:
        self.heard += verdict.number


def test_twenty_thousand_signals_arrive() -> None:
    sender, listener = Sender(), Listener()
    sender.resolved.connect(listener.hear)
    for _ in range(EMITTED):
        sender.resolved.emit(Verdict(1))
    assert listener.heard == EMITTED


def test_twenty_thousand_queued_signals_arrive(qtbot: QtBot) -> None:
    sender, listener = Sender(), Listener()
    sender.resolved.connect(listener.hear, Qt.ConnectionType.QueuedConnection)
    for _ in range(EMITTED):
        sender.resolved.emit(Verdict(1))
    qtbot.waitUntil(lambda: listener.heard == EMITTED)
