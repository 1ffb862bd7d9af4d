"""A scanner set for another keyboard: read all the same, remembered on one key, tried safely."""

from PySide6.QtCore import Qt

from desk_app.views.scanner_trial import ScannerTrial
from tests.devices.keys import burst
from tests.flows.at_the_desk import CTRL, HELENE, AtTheDesk, offscreen

pytestmark = offscreen
Key = Qt.Key
GARBLED = "_&éà'èè&"  # 81204771 on a French keyboard
WELCOME = "Welcome, Hélène Vaugirault"


def test_one_key_remembers_the_keyboard_and_codes_are_read_back_at_once(
    sample_desk: AtTheDesk,
) -> None:
    sample_desk.scan_from_anywhere(GARBLED)
    assert sample_desk.verdict == WELCOME
    assert "This scanner types as on a US keyboard" in sample_desk.notice[0]
    sample_desk.press(Key.Key_R, CTRL)
    sample_desk.wait(lambda: sample_desk.desk.settings.get("scanner_keyboard") == "azerty")
    assert not sample_desk.notice
    sample_desk.press(Key.Key_Z, CTRL)
    sample_desk.wait(lambda: sample_desk.verdict.startswith("Check-in taken back"))
    sample_desk.scan_from_anywhere(GARBLED)
    assert (sample_desk.verdict, sample_desk.desk.screen.field.text()) == (WELCOME, HELENE)


def test_the_offer_is_made_once(sample_desk: AtTheDesk) -> None:
    sample_desk.scan_from_anywhere(GARBLED)
    sample_desk.desk.frame.notice.close_notice()
    sample_desk.scan_from_anywhere("_&é&èççè")
    assert not sample_desk.notice


def test_a_scan_where_one_tries_the_scanner_lets_nobody_in(sample_desk: AtTheDesk) -> None:
    sample_desk.desk.frame.show_screen("settings")
    controller = sample_desk.desk.rest.settings
    screen = sample_desk.desk.window.findChild(ScannerTrial)
    assert screen
    screen.field.setFocus()
    with sample_desk.qtbot.waitSignal(controller.tried):
        burst(sample_desk.desk.window.windowHandle(), HELENE)
    assert screen.said.text().endswith("It is the code of Hélène Vaugirault.")
    assert (sample_desk.desk.frame.current_key(), sample_desk.counts) == (
        "settings",
        "0 of 60 arrived",
    )
