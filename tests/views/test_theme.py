"""The look keeps its promises: legible in every theme, nothing left unfilled."""

import re
import tomllib
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from desk_app import paths
from desk_app.views import theme

FOLDER = paths.resources() / "theme"
TOKENS = tomllib.loads((FOLDER / "tokens.toml").read_text(encoding="utf-8"))
READ = [(ground, ink) for ground, inks in TOKENS["reading"].items() for ink in inks]
SHEET = (FOLDER / "desk.qss").read_text(encoding="utf-8")
THEMES = ("light", "dark", "contrast")


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (light + 0.05) / (dark + 0.05)


def painted_pairs() -> set[tuple[str, str]]:
    """Every (ground, ink) that one rule of the stylesheet sets together."""
    rules = re.findall(r"\{([^{}]*:[^{}]*)\}", SHEET)
    grounds = ((re.search(r"background: \$(\w+)", rule), rule) for rule in rules)
    inks = ((ground, re.search(r"(?<![-\w])color: \$(\w+)", rule)) for ground, rule in grounds)
    return {(ground[1], ink[1]) for ground, ink in inks if ground and ink}


@pytest.mark.parametrize(("name", "pair"), [*product(THEMES, READ)])
def test_text_stands_out_from_its_ground(name: str, pair: tuple[str, str]) -> None:
    ground, ink = (TOKENS[name][part] for part in pair)
    assert contrast(ground, ink) >= 4.5


@pytest.mark.parametrize(("name", "edge"), [*product(THEMES, ("outline", "focus"))])
def test_edges_of_fields_and_focus_stand_out(name: str, edge: str) -> None:
    tokens = TOKENS[name]
    assert min(contrast(tokens[edge], tokens[g]) for g in ("surface", "background")) >= 3


def test_the_stylesheet_pairs_no_colours_that_were_not_judged() -> None:
    tooltip = {("text", "surface")}
    assert painted_pairs() - tooltip <= set(READ)


def test_every_tone_has_its_ground_and_edge_in_every_theme() -> None:
    wanted = {f"{tone}{part}" for tone in theme.TONES for part in ("", "_soft", "_line")}
    assert all(wanted <= TOKENS[name].keys() for name in THEMES)


def test_all_themes_name_the_same_colours() -> None:
    assert TOKENS["light"].keys() == TOKENS["dark"].keys() == TOKENS["contrast"].keys()


@pytest.mark.parametrize("name", THEMES)
def test_every_placeholder_is_filled(name: str) -> None:
    assert "$" not in theme.stylesheet(name)


@pytest.mark.parametrize("name", THEMES)
def test_every_glyph_the_stylesheet_asks_for_is_there(name: str) -> None:
    glyphs = re.findall(r"url\(theme:([^)]+)\)", theme.stylesheet(name))
    assert glyphs
    assert all((FOLDER / glyph).is_file() for glyph in glyphs)


def test_applying_a_theme_changes_colours_and_type(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert theme.color("background").name() == TOKENS["dark"]["background"].lower()
    assert qapp.palette().window().color() == theme.color("background")
    assert QFontInfo(qapp.font()).family() == "Noto Sans"
    theme.apply(qapp, "light")


def test_system_follows_the_desktop(qapp: QApplication) -> None:
    theme.apply(qapp, "system")
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.shown() == ("dark" if dark else "light")


def test_an_unknown_theme_means_the_desktop_s(qapp: QApplication) -> None:
    theme.apply(qapp, "plaid")
    assert theme.shown() in ("light", "dark", "contrast")


def test_a_changed_colour_does_not_spoil_the_theme(qapp: QApplication) -> None:
    theme.color("text").setAlphaF(0.1)
    assert theme.color("text").alphaF() == 1.0


def test_a_look_is_taken_at_once(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    label = QLabel("Name")
    theme.set_look(label, "look", "name")
    label.ensurePolished()
    assert label.font().pixelSize() == TOKENS["size"]["name"]
