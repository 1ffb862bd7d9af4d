"""What each verdict sounds like; where there is no audio, the desk is silent and nothing else."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QGuiApplication

from desk_app.devices.tunes import tunes, wav

log = logging.getLogger(__name__)
VOLUMES = {"off": 0.0, "quiet": 0.25, "normal": 0.6, "loud": 1.0}
"""How loud, by the setting "sound"."""
DEFAULT = "normal"

Play = Callable[[str, float], None]


class Sounds(QObject):
    """`play` takes a verdict's name and a volume from 0 to 1; by default it is this computer's."""

    def __init__(self, play: Play | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._play = play
        self._volume = VOLUMES[DEFAULT]

    def configure(self, settings: dict[str, str]) -> None:
        """Take over what the settings say of the volume."""
        self._volume = VOLUMES.get(settings.get("sound", DEFAULT), VOLUMES[DEFAULT])

    def prepare(self) -> None:
        """Find the loudspeaker beforehand, so that the first verdict need not wait for it."""
        if self._play is None:
            self._play = _speaker(self)

    def sound(self, verdict: str) -> None:
        """Let a verdict be heard, unless sounds are off."""
        if self._volume and verdict in tunes():
            self.prepare()
            assert self._play
            self._play(verdict, self._volume)


def _speaker(parent: QObject) -> Play:
    """This computer's loudspeaker, or none: QtMultimedia needs libraries that may be missing."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return _silence
    try:
        return _Effects(parent).play
    except (ImportError, OSError, RuntimeError) as error:
        log.warning("There will be no sounds: %s", type(error).__name__)
        return _silence


def _silence(_verdict: str, _volume: float) -> None:
    """No audio here."""


class _Effects:
    """One effect for each verdict, ready to be played without a delay."""

    def __init__(self, parent: QObject) -> None:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            raise RuntimeError("no audio output")
        self._folder = QTemporaryDir()
        self._effects: dict[str, Any] = {}
        for name, notes in tunes().items():
            file = Path(self._folder.filePath(f"{name}.wav"))
            file.write_bytes(wav(notes))
            effect = QSoundEffect(parent)
            effect.setSource(QUrl.fromLocalFile(str(file)))
            self._effects[name] = effect

    def play(self, verdict: str, volume: float) -> None:
        for effect in self._effects.values():
            effect.stop()
        self._effects[verdict].setVolume(volume)
        self._effects[verdict].play()
