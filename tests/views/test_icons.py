"""Icons are there, take the theme's colour, and stay crisp."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from desk_app import paths
from desk_app.views import icons, theme
from desk_app.views.rail import PLACES

FILES = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))


def strongest(pixmap: QPixmap) -> QColor:
    image = pixmap.toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max((image.pixelColor(x, y) for x, y in points), key=QColor.alpha)


@pytest.mark.parametrize("name", FILES)
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    assert strongest(icons.icon(name).pixmap(QSize(24, 24))).alpha() > 0


def test_the_rail_and_the_tones_ask_for_icons_that_exist() -> None:
    assert {place.icon for place in PLACES} | set(icons.BY_TONE.values()) <= set(FILES)


def test_an_icon_follows_the_theme_by_itself(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    icon = icons.icon("minus", "stop")
    before = strongest(icon.pixmap(QSize(48, 48)))
    theme.apply(qapp, "dark")
    after = strongest(icon.pixmap(QSize(48, 48)))
    theme.apply(qapp, "light")
    assert before != after


def test_a_disabled_icon_is_muted(qapp: QApplication) -> None:
    icon = icons.icon("minus", "accent")
    drawn = icon.pixmap(QSize(48, 48), QIcon.Mode.Disabled)
    assert strongest(drawn).rgb() == theme.color("muted").rgb()


def test_an_icon_has_the_pixels_of_the_screen(qapp: QApplication) -> None:
    drawn = icons.pixmap("check", "text", 20, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2.0)


def test_icons_outlive_the_names_that_made_them(qapp: QApplication) -> None:
    kept = [QIcon(icons.icon("check")) for _ in range(200)]
    gc.collect()
    assert not any(icon.pixmap(QSize(16, 16)).isNull() for icon in kept)
