"""The banner answers at once, keeps its height, and its action runs."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.views import theme
from desk_app.views.banner import HEIGHT, Banner, VerdictCard
from desk_app.views.button import Button

LONG = "Already in since 09:02 at the main entrance: Marie-Antoinette Élisabeth de la Tour"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def card(banner: Banner) -> VerdictCard:
    found = banner.findChild(VerdictCard)
    assert isinstance(found, VerdictCard)
    return found


def button_of(banner: Banner) -> Button:
    found = banner.findChild(Button)
    assert isinstance(found, Button)
    return found


def shown(qtbot: QtBot, width: int = 900) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(width, HEIGHT)
    banner.show()
    return banner


class Paints(QObject):
    """Where everything stood whenever the banner was painted."""

    def __init__(self, banner: Banner) -> None:
        super().__init__(banner)
        self.seen: list[list[QRect]] = []
        banner.installEventFilter(self)

    def eventFilter(self, banner: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(banner, Banner):
            self.seen.append(places(banner))
        return False


def places(banner: Banner) -> list[QRect]:
    return [it.geometry() for it in card(banner).findChildren(QWidget) if it.isVisible()]


@pytest.mark.parametrize("width", [400, 1200])
def test_a_verdict_is_painted_at_once_with_everything_in_its_place(
    qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    banner = shown(qtbot, width)
    qtbot.waitExposed(banner)
    qapp.processEvents()
    paints = Paints(banner)
    banner.show_verdict("mind", "triangle-alert", LONG, "by desk 2", "Undo", lambda: None)
    assert len(paints.seen) == 1
    qtbot.waitUntil(lambda: card(banner).y() == 0)
    assert places(banner) == paints.seen[0]


@pytest.mark.parametrize("width", [400, 1200])
def test_its_height_never_changes(qtbot: QtBot, width: int) -> None:
    banner = shown(qtbot, width)
    banner.show_verdict("mind", "triangle-alert", LONG, "by desk 2", "Undo", lambda: None)
    qtbot.waitUntil(lambda: card(banner).y() == 0)
    assert banner.height() == card(banner).height() == HEIGHT


def test_a_verdict_has_its_tone_and_can_be_heard(qtbot: QtBot) -> None:
    banner = shown(qtbot)
    banner.show_verdict("good", "check", "Welcome, Zoé", "badge printing")
    assert card(banner).property("ground") == "good"
    assert card(banner).accessibleName() == "Welcome, Zoé"
    assert card(banner).accessibleDescription() == "badge printing"


def test_its_button_runs_the_action(qtbot: QtBot) -> None:
    undone: list[str] = []
    banner = shown(qtbot)
    banner.show_verdict("good", "check", "Welcome", "", "Undo", lambda: undone.append("once"))
    QTest.mouseClick(button_of(banner), Qt.MouseButton.LeftButton)
    assert undone == ["once"]


def test_a_hint_takes_the_last_action_away(qtbot: QtBot) -> None:
    banner = shown(qtbot)
    banner.show_verdict("good", "check", "Welcome", "", "Undo", lambda: None)
    banner.show_hint("scan-line", "Scan a badge")
    assert button_of(banner).isHidden()
    assert button_of(banner).shortcut().isEmpty()


def test_a_cleared_banner_keeps_its_place(qtbot: QtBot) -> None:
    banner = shown(qtbot)
    banner.show_verdict("stop", "ban", "Cancelled", "")
    banner.clear()
    assert card(banner).isHidden()
    assert banner.height() == HEIGHT
