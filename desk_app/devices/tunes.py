"""The tune of each verdict as sound: made of notes when first needed, no recordings."""

import io
import math
import tomllib
import wave
from array import array
from collections.abc import Iterator
from functools import cache

from desk_app import paths

RATE = 22_050  # samples a second
_LOUDEST = 0.6 * 32_767
_FADE_S = 0.006  # a note that begins or ends at once would click
_OVERTONES = ((1, 0.75), (2, 0.18), (3, 0.07))


@cache
def tunes() -> dict[str, tuple[tuple[int, int], ...]]:
    """By verdict, the notes as (hertz, milliseconds)."""
    said = tomllib.loads((paths.resources() / "sounds.toml").read_text(encoding="utf-8"))
    return {name: tuple((note[0], note[1]) for note in notes) for name, notes in said.items()}


def wav(notes: tuple[tuple[int, int], ...]) -> bytes:
    """A tune as a WAV file: one channel of 16 bits."""
    samples = array("h", (sample for hertz, ms in notes for sample in _note(hertz, ms)))
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def _note(hertz: int, ms: int) -> Iterator[int]:
    count = RATE * ms // 1000
    for number in range(count):
        turn = 2 * math.pi * hertz * number / RATE
        level = sum(share * math.sin(turn * nth) for nth, share in _OVERTONES)
        edge = min(number, count - 1 - number) / (RATE * _FADE_S)
        yield int(_LOUDEST * level * min(edge, 1.0))
