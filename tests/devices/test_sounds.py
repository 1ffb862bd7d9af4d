"""Every verdict is heard, and told apart by ear; off is off."""

import io
import wave

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.devices.sounds import VOLUMES, Sounds
from desk_app.devices.tunes import RATE, tunes, wav
from desk_app.domain.admission import Outcome

Heard = list[tuple[str, float]]


def sounds(heard: Heard, **settings: str) -> Sounds:
    made = Sounds(lambda verdict, volume: heard.append((verdict, volume)))
    made.configure(settings)
    return made


def test_every_verdict_has_a_tune_of_its_own() -> None:
    assert set(tunes()) == {it.value for it in Outcome}
    assert len({wav(notes) for notes in tunes().values()}) == len(Outcome)


@pytest.mark.parametrize("name", list(Outcome))
def test_a_tune_is_a_short_sound_file(name: Outcome) -> None:
    with wave.open(io.BytesIO(wav(tunes()[name]))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert 0.1 < file.getnframes() / RATE < 1


def test_a_tune_begins_and_ends_without_a_click() -> None:
    with wave.open(io.BytesIO(wav(tunes()["welcome"]))) as file:
        frames = file.readframes(file.getnframes())
    assert frames[:2] == frames[-2:] == b"\x00\x00"


@pytest.mark.parametrize("setting", ["quiet", "normal", "loud"])
def test_a_verdict_is_heard_as_loud_as_the_setting_says(setting: str) -> None:
    heard: Heard = []
    sounds(heard, sound=setting).sound("welcome")
    assert heard == [("welcome", VOLUMES[setting])]


def test_off_is_off() -> None:
    heard: Heard = []
    sounds(heard, sound="off").sound("welcome")
    assert heard == []


def test_an_unknown_setting_is_the_usual_one() -> None:
    heard: Heard = []
    sounds(heard, sound="deafening").sound("welcome")
    assert heard == [("welcome", VOLUMES["normal"])]


def test_where_there_is_no_audio_nothing_happens(qapp: QApplication) -> None:
    made = Sounds()
    made.prepare()
    made.sound("welcome")
    made.sound("no such verdict")
