"""One person of a list, painted in two lines; what was typed is marked in the name."""

from functools import cache, lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.views import theme
from desk_app.views.chip import HEIGHT as CHIP
from desk_app.views.chip import paint_chip
from desk_app.views.legible import legible
from desk_app.views.person_model import Marks, PersonModel, PersonRow

ROW = 60
_SIDE = 14
_GAP = 16
_NARROW = 460
_LINE = 30
_Index = QModelIndex | QPersistentModelIndex


class PersonDelegate(QStyledItemDelegate):
    """Paints a person in two lines; what was typed is marked in the name."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, PersonModel)
        row = model.rows[index.row()]
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, place, option)
        inside = place.adjusted(_SIDE, 0, -_SIDE, 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_chip(painter, inside, row, _chip_width(inside, model), selected)
        inside.setRight(_paint_category(painter, inside, row, model))
        _paint_words(painter, inside, row)
        painter.restore()


def _paint_ground(painter: QPainter, place: QRectF, option: QStyleOptionViewItem) -> None:
    state = option.state
    view = option.widget
    card = place.adjusted(2, 2, -2, -2)
    if state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.setBrush(theme.color("accent_soft"))
        painter.drawRoundedRect(card, 10, 10)
    elif state & QStyle.StateFlag.State_MouseOver and view.isEnabled():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(card, 10, 10)


def _chip_width(inside: QRectF, model: PersonModel) -> float:
    """All chips are as wide as the widest, so that they stand in a column."""
    return min(model.chip_column, inside.width() * 0.45)


def _paint_chip(
    painter: QPainter, inside: QRectF, row: PersonRow, width: float, selected: bool
) -> None:
    if row.chip_text:
        place = QRectF(inside.right() - width, inside.center().y() - CHIP / 2, width, CHIP)
        paint_chip(painter, place, row.chip_text, row.chip_tone, row.chip_icon, lifted=selected)


def _paint_category(painter: QPainter, inside: QRectF, row: PersonRow, model: PersonModel) -> float:
    """Draw the category left of the chips where there is room; say where the words must end."""
    right = inside.right() - _chip_width(inside, model) - _GAP
    width = model.category_column
    if inside.width() < _NARROW or not width:
        return right
    painter.setPen(theme.color("muted"))
    _draw(painter, _plain(row.category, width), QPointF(right - width, inside.top() + 35))
    return right - width - _GAP


def _paint_words(painter: QPainter, inside: QRectF, row: PersonRow) -> None:
    width = int(inside.width())
    name = _name(row.name, row.marks, width, theme.shown())
    base = inside.top() + (25 if row.detail else 36)
    painter.setPen(theme.color("text"))
    _draw(painter, name, QPointF(inside.left(), base))
    if row.detail:
        painter.setPen(theme.color("muted"))
        _draw(painter, _plain(row.detail, width), QPointF(inside.left(), inside.top() + 48))


def _draw(painter: QPainter, layout: QTextLayout, base: QPointF) -> None:
    """Draw a line on its base, clipped where a tall script's marks would cover the next."""
    line = layout.lineAt(0)
    tall = line.height() > _LINE
    if tall:
        painter.setClipRect(QRectF(base.x(), base.y() - 22, line.width() + 2, 30))
    layout.draw(painter, base - QPointF(0, line.ascent()))
    if tall:
        painter.setClipping(False)


@lru_cache(maxsize=512)
def _name(name: str, marks: Marks, width: int, _theme: str) -> QTextLayout:
    """The name in one line; shaping is the dear part, so it is kept, and marks keep a colour."""
    readable = legible(name)
    if readable != name:  # the marks are places in the name as it is written
        name, marks = readable, ()
    layout = _line(name, _font("row", True), width, marks)
    if layout.lineAt(0).naturalTextWidth() <= width:
        return layout
    text, kept = shortened(name, marks, _metrics("row", True), width)
    return _line(text, _font("row", True), width, kept)


@lru_cache(maxsize=512)
def _plain(text: str, width: int) -> QTextLayout:
    text = legible(text)
    layout = _line(text, _font("body", False), width, ())
    if layout.lineAt(0).naturalTextWidth() <= width:
        return layout
    return _line(_elided(text, "body", width), _font("body", False), width, ())


def _line(text: str, font: QFont, width: int, marks: Marks) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(_one_line())
    if marks:
        layout.setFormats([_highlight(start, length) for start, length in marks])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


@cache
def _one_line() -> QTextOption:
    """Names of every script start at the left edge, under one another."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def shortened(name: str, marks: Marks, metrics: QFontMetricsF, width: float) -> tuple[str, Marks]:
    """The name cut in its middle to fit, and the marks that survive, where they are now."""
    text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
    if text == name:
        return name, marks
    head = next((n for n, (a, b) in enumerate(zip(text, name, strict=False)) if a != b), len(text))
    tail = len(text) - head - 1
    moved = (_moved(mark, head, len(name) - tail, len(text) - len(name)) for mark in marks)
    return text, tuple(mark for mark in moved if mark[1] > 0)


def _moved(mark: tuple[int, int], head: int, tail: int, shift: int) -> tuple[int, int]:
    """A mark in the head is cut at its end, one in the tail slides, one between vanishes."""
    start, end = mark[0], mark[0] + mark[1]
    if start < head:
        return start, min(end, head) - start
    start = max(start, tail)
    return start + shift, end - start


def _highlight(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, _ink(theme.shown())
    return found


@cache
def _ink(_theme: str) -> QTextCharFormat:
    ink = QTextCharFormat()
    ink.setBackground(theme.color("mark"))
    ink.setForeground(theme.color("mark_text"))
    return ink


def _elided(text: str, size: str, width: int) -> str:
    return _metrics(size, False).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _advance(text: str, size: str) -> float:
    return _metrics(size, False).horizontalAdvance(text)


@cache
def _metrics(size: str, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(size, bold))


@cache
def _font(size: str, bold: bool) -> QFont:
    return theme.font(size, bold=bold)
