"""Choosing a colour: a few that print well, or any other."""

import tomllib
from functools import cache

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QWidget

from desk_app import paths
from desk_app.controllers.designer import OF_CATEGORY
from desk_app.views import theme
from desk_app.words import tr

_OTHER = "other"
_SWATCH = 18


class ColourChoice(QComboBox):
    """`chosen` carries `#rrggbb`; of a ground also "" for none, or the category's own."""

    chosen = Signal(str)

    def __init__(self, *, ground: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._dialog: QColorDialog | None = None
        if ground:
            self.addItem(tr("None"), "")
            self.addItem(tr("Colour of the category"), OF_CATEGORY)
        for name, value in _colours():
            self.addItem(_swatch(value), tr(name), value)
        self.addItem(tr("Another colour…"), _OTHER)
        self.activated.connect(self._pick)

    def show_colour(self, value: str) -> None:
        """Select a colour; one that is not on the list is added."""
        self._shown = value
        if self.findData(value) < 0:
            self.insertItem(self.count() - 1, _swatch(value), value, value)
        self.setCurrentIndex(self.findData(value))

    def _pick(self, place: int) -> None:
        if self.itemData(place) != _OTHER:
            self.chosen.emit(str(self.itemData(place)))
            return
        self.show_colour(self._shown)
        dialog = QColorDialog(QColor(self._shown or "#000000"), self)
        dialog.colorSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _take(self, colour: QColor) -> None:
        self.chosen.emit(colour.name())


@cache
def _colours() -> tuple[tuple[str, str], ...]:
    file = paths.resources() / "badges" / "colours.toml"
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["colour"]
    return tuple((it["name"], it["value"]) for it in entries)


def _swatch(value: str) -> QIcon:
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(QColor(value))
    painter = QPainter(picture)
    painter.setPen(QPen(theme.color("outline"), 1))
    painter.drawRect(0, 0, _SWATCH - 1, _SWATCH - 1)
    painter.end()
    return QIcon(picture)
