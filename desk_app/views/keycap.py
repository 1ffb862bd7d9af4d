"""The key that does the same as a button, drawn small beside its words."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desk_app.views import icons, theme
from desk_app.words import current, tr

HEIGHT = 22
_SIDE = 7
_ARROW = 14


def key_words(shortcut: str) -> str:
    """A shortcut as the keyboard of the language names it, such as "Maj+F3"."""
    return _key_words(shortcut, current())


def keycap_width(shortcut: str) -> float:
    """The logical width `paint_keycap` needs."""
    return _width(*_face(shortcut))


def paint_keycap(painter: QPainter, place: QRectF, shortcut: str, tone: str) -> None:
    """Draw the cap centred in height at the left of `place`; Enter is drawn as its arrow."""
    text, has_arrow = _face(shortcut)
    wide = _width(text, has_arrow)
    cap = QRectF(place.left(), place.center().y() - HEIGHT / 2, wide, HEIGHT)
    edge = theme.color(tone)
    edge.setAlphaF(0.45)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(theme.color(tone))
    painter.setFont(theme.font("small"))
    if not has_arrow:
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)
        return
    inside = cap.adjusted(_SIDE, 0, -_SIDE, 0)
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    corner = QPointF(inside.right() - _ARROW, inside.center().y() - _ARROW / 2)
    icons.paint(painter, QRectF(corner.x(), corner.y(), _ARROW, _ARROW), "corner-down-left", tone)


@cache
def _key_words(shortcut: str, _language: str) -> str:
    names = {"Shift": tr("Shift"), "Esc": tr("Esc"), "Del": tr("Del"), "Space": tr("Space")}
    names |= {"Return": tr("Enter"), "Enter": tr("Enter")}
    return "+".join(names.get(key, key) for key in shortcut.split("+"))


@cache
def _width(text: str, has_arrow: bool) -> float:
    words = QFontMetricsF(theme.font("small")).horizontalAdvance(text)
    return max(words + (_ARROW if has_arrow else 0) + 2 * _SIDE, HEIGHT)


def _face(shortcut: str) -> tuple[str, bool]:
    """The words on the cap, and whether the arrow of the Enter key follows them."""
    *held, last = shortcut.split("+")
    if last in ("Return", "Enter"):
        return key_words("+".join(held)) + "+" if held else "", True
    return key_words(shortcut), False
