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
    samples = array("h")
    for hertz, ms in notes:
        samples += _note(hertz, RATE * ms // 1000)
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def _note(hertz: int, count: int) -> "array[int]":
    """One wave, over and over, so that the tunes of all verdicts are made in a few ms."""
    wave_of_it = array("h", _wave(hertz))
    samples = (wave_of_it * (count // len(wave_of_it) + 1))[:count]
    fade = int(RATE * _FADE_S)
    for number in range(min(fade, count // 2)):
        for place in (number, count - 1 - number):
            samples[place] = samples[place] * number // fade
    return samples


def _wave(hertz: int) -> Iterator[int]:
    length = round(RATE / hertz) if hertz else 1
    for number in range(length):
        turn = 2 * math.pi * number / length
        yield int(_LOUDEST * sum(share * math.sin(turn * nth) for nth, share in _OVERTONES))
