"""The language changes while the desk is in use: everything is said anew, nothing is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app import words
from desk_app.views.rail import RailButton
from desk_app.views.settings_screen import SettingsScreen
from tests.flows.at_the_desk import CTRL, HELENE, AtTheDesk, offscreen, visible_words

pytestmark = offscreen
KEYS = ("events", "checkin", "roster", "badges", "designer", "attendance", "import", "settings")


def speak_french(it: AtTheDesk) -> None:
    """By the keys, on the settings screen."""
    with it.qtbot.waitSignal(it.desk.rest.settings.known):
        it.press(Qt.Key.Key_Comma, CTRL)
    screen = it.desk.frame.findChild(SettingsScreen)
    assert isinstance(screen, SettingsScreen)
    steps = screen.language.findData("fr") - screen.language.currentIndex()
    key = Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up
    before = it.desk.frame
    for _ in range(abs(steps)):
        QTest.keyClick(screen.language, key)
    it.wait(lambda: words.current() == "fr" and it.desk.frame is not before)


def test_every_screen_speaks_the_new_language(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    english = {key: said(it, key) for key in KEYS}
    speak_french(it)
    for key in KEYS:
        assert len(english[key]) > 10
        still = said(it, key) & english[key]
        assert not {text for text in still if words.catalogue("fr").get(text, text) != text}
    assert it.desk.window.windowTitle() == words.say("Registration desk", "fr")


def said(it: AtTheDesk, key: str) -> set[str]:
    """The words on a screen, as soon as it is built."""
    it.desk.frame.show_screen(key)
    QApplication.processEvents()
    return visible_words(it.desk.frame)


def test_the_rail_is_in_french(sample_desk: AtTheDesk) -> None:
    speak_french(sample_desk)
    names = [it.text() for it in sample_desk.desk.frame.findChildren(RailButton)]
    assert names[:3] == ["Événements", "Accueil", "Participants"]


def test_the_desk_stays_where_it_stands(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    it.scan(HELENE)
    before = it.desk.standing
    speak_french(it)
    assert it.desk.frame.current_key() == "settings"
    it.wait(lambda: it.counts.startswith("1 ") and "60" in it.counts)
    assert it.desk.standing == before


def test_the_day_goes_on_in_french(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    speak_french(it)
    it.go_to(Qt.Key.Key_F2, "checkin")
    it.scan(HELENE)
    assert it.verdict == words.say("Welcome, {name}", "fr", name="Hélène Vaugirault")
    assert it.verdict != "Welcome, Hélène Vaugirault"


@pytest.mark.parametrize("times", [4])
def test_changing_back_and_forth_leaves_one_frame(sample_desk: AtTheDesk, times: int) -> None:
    it = sample_desk
    for number in range(times):
        it.desk.change_settings({"language": ("fr", "en")[number % 2]})
    it.scan(HELENE)
    assert it.verdict == "Welcome, Hélène Vaugirault"
    it.wait(lambda: it.counts == "1 of 60 arrived")
