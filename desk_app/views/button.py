"""A push button that shows its icon, its words and the key that does the same."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desk_app.views import icons, theme
from desk_app.views.keycap import key_words, keycap_width, paint_keycap

_INK = {"primary": "on_accent", "big": "on_accent", "danger": "stop"}
_ICON = 20
_GAP = 9
_SIDE = 15
_BARE = 12


class Button(QPushButton):
    """`look` is "", "primary", "big", "danger" or "flat"; the shortcut works in its window.

    With `told_only` the key is written on the button, and whoever owns the key listens to it.
    """

    def __init__(
        self,
        text: str,
        *,
        shortcut: str = "",
        icon: str = "",
        look: str = "",
        told_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._told_only = told_only
        self._keys = ""
        self._icon = icon
        self._look = look
        # Not wider than its words where it is narrow: a neighbour may need the keycap's room.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("look", look)
        self.setText(text)
        self.set_keys(shortcut)

    def setText(self, text: str) -> None:
        """Qt drops the shortcut with every new text; keep it."""
        super().setText(text)
        if text:
            self.setAccessibleName(self._words())
        self.set_keys(self._keys)

    def set_keys(self, shortcut: str) -> None:
        """The key that presses the button, such as "Ctrl+Z"; "" for none."""
        self._keys = shortcut
        self.setShortcut(QKeySequence("" if self._told_only else shortcut))
        self.setAccessibleDescription(key_words(shortcut) if shortcut else "")
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Change the icon; "" for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._size(self._icon_width() + self._keys_width())

    def minimumSizeHint(self) -> QSize:
        """Narrower than wished, the keycap goes first, then the icon; the words stay."""
        return self._size(0.0 if self.text() else self._icon_width())

    def width_without_keys(self) -> int:
        """Where there never is room for the keycap."""
        return self._size(self._icon_width()).width()

    def _size(self, beside_words: float) -> QSize:
        self.ensurePolished()  # before that, the words have another font
        side = _SIDE if self.text() else _BARE
        wide = self._words_width() + beside_words + 2 * side
        return QSize(ceil(wide), max(super().sizeHint().height(), 44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        side = _SIDE if self.text() else _BARE
        inside = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        words, icon, keys = self._words_width(), self._icon_width(), self._keys_width()
        icon = icon if not self.text() or inside.width() + 1 >= words + icon else 0.0
        spare = inside.width() - words - icon
        keys = keys if spare >= keys else 0.0
        inside.setLeft(inside.left() + max(spare - keys, 0) / 2)
        if icon:
            place = QRectF(inside.left(), 0, _ICON, self.height())
            icons.paint(painter, place, self._icon, self._ink())
            inside.setLeft(inside.left() + icon)
        self._paint_words(painter, inside.adjusted(0, 0, -keys, 0), words)
        if keys:
            at = inside.left() + words + _GAP
            cap = "muted" if self._ink() == "text" else self._ink()
            paint_keycap(painter, QRectF(at, 0, keys, self.height()), self._keys, cap)

    def _paint_words(self, painter: QPainter, place: QRectF, wanted: float) -> None:
        painter.setFont(self.font())
        painter.setPen(theme.color(self._ink()))
        text, room = self._words(), place.width() + 1
        if wanted > room:
            text = QFontMetricsF(self.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _words(self) -> str:
        return self.text().replace("&", "")

    def _ink(self) -> str:
        return _INK.get(self._look, "text") if self.isEnabled() else "muted"

    def _words_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self._words())

    def _icon_width(self) -> float:
        if not self._icon:
            return 0.0
        return _ICON + (_GAP if self.text() else 0)

    def _keys_width(self) -> float:
        return keycap_width(self._keys) + _GAP + 2 if self._keys else 0.0
