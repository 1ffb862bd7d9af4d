"""The look: colours, type and stylesheet of a theme, applied to the whole program at once."""

import tomllib
from functools import cache, partial
from pathlib import Path
from string import Template
from typing import Any, Literal

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from desk_app import paths

Theme = Literal["light", "dark", "contrast", "system"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark", "contrast")
TONES = ("good", "mind", "stop", "accent", "quiet")

_ROLES = {
    "Window": "background",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "surface",
    "Text": "text",
    "Button": "surface",
    "ButtonText": "text",
    "PlaceholderText": "muted",
    "Highlight": "accent",
    "HighlightedText": "on_accent",
    "ToolTipBase": "text",
    "ToolTipText": "surface",
    "Link": "accent",
    "Mid": "line",
}
_shown = "light"
_wanted: dict[str, str] = {"theme": "light"}


def apply(app: QApplication, theme: str) -> None:
    """Dress the whole program; "system" follows the desktop's light or dark, live."""
    _wanted["theme"] = theme if theme in THEMES else "system"
    if not app.property("dressed"):
        _dress_once(app)
    hints = app.styleHints()
    asked = {"light": Qt.ColorScheme.Light, "system": Qt.ColorScheme.Unknown}
    hints.setColorScheme(asked.get(_wanted["theme"], Qt.ColorScheme.Dark))
    _repaint(app)


def shown() -> str:
    """The theme on the screen: "light", "dark" or "contrast", never "system"."""
    return _shown


def color(name: str, theme: str = "") -> QColor:
    """A colour of the theme on the screen, or of the one named, by its name in tokens.toml."""
    return QColor(_colors(theme or _shown)[name])


def font(size: str = "body", *, bold: bool = False) -> QFont:
    """The desk's type for painting; `size` is a name of the `[size]` table."""
    return QFont(_font(size, bold))


def tabular(size: str = "body") -> QFont:
    """As `font`, with figures of one width, so that columns of numbers stand straight."""
    figures = font(size)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def set_look(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that desk.qss selects on ("look", "tone", ...) and restyle if it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def still() -> bool:
    """Whether the desktop asks for no movement."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) == 0


def stylesheet(theme: str) -> str:
    """desk.qss with the theme's colours; an unknown placeholder raises KeyError."""
    template = (_folder() / "desk.qss").read_text(encoding="utf-8")
    tokens = _tokens()
    return Template(template).substitute(tokens["size"], **tokens[theme], theme=theme)


def _dress_once(app: QApplication) -> None:
    app.setProperty("dressed", True)
    app.setStyle("Fusion")
    QDir.setSearchPaths("theme", [str(_folder())])
    for file in sorted((paths.resources() / "fonts").glob("NotoSans*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    app.setFont(font())
    app.styleHints().colorSchemeChanged.connect(partial(_follow, app))


def _follow(app: QApplication, _scheme: Qt.ColorScheme) -> None:
    if _wanted["theme"] == "system":
        _repaint(app)


def _repaint(app: QApplication) -> None:
    """Show the wanted theme; a stylesheet is costly to set again, so only when it differs."""
    global _shown
    _shown = _resolved(app, _wanted["theme"])
    if app.property("theme") != _shown:
        app.setProperty("theme", _shown)
        app.setPalette(_palette(_shown))
        app.setStyleSheet(stylesheet(_shown))


def _resolved(app: QApplication, theme: str) -> str:
    if theme != "system":
        return theme
    if _wants_contrast(app):
        return "contrast"
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _wants_contrast(app: QApplication) -> bool:
    """Whether the desktop asks for high contrast; Qt says so from 6.10 on."""
    accessibility = getattr(app.styleHints(), "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _palette(theme: str) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(QPalette.ColorRole[role], _colors(theme)[name])
    muted = _colors(theme)["muted"]
    for role in ("WindowText", "Text", "ButtonText"):
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], muted)
    return palette


@cache
def _colors(theme: str) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in _tokens()[theme].items()}


@cache
def _font(size: str, bold: bool) -> QFont:
    found = QFont()
    found.setFamilies(_tokens()["family"]["names"])
    found.setPixelSize(_tokens()["size"][size])
    found.setBold(bold)
    return found


@cache
def _tokens() -> dict[str, dict[str, Any]]:
    return tomllib.loads((_folder() / "tokens.toml").read_text(encoding="utf-8"))


def _folder() -> Path:
    return paths.resources() / "theme"
