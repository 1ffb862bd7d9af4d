"""The label of a design as its PDF shows it, and over it the boxes, to be moved by hand or keys."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk_app.controllers.designer import FRONT, SIDES, Box, Design, Draft
from desk_app.views import theme
from desk_app.views.announcement import announce
from desk_app.views.design_words import box_word
from desk_app.views.pdf_page import PdfPage
from desk_app.views.snapping import Guide, Snapped, laid, stepped, stretched
from desk_app.words import tr

_REACH = 7  # pixels within which things snap, and handles are met
_HANDLE = 9
_STEP, _FAR = 0.5, 5.0  # mm
_HANDLES = {
    "lt": (0.0, 0.0), "t": (0.5, 0.0), "rt": (1.0, 0.0), "r": (1.0, 0.5),
    "rb": (1.0, 1.0), "b": (0.5, 1.0), "lb": (0.0, 1.0), "l": (0.0, 0.5),
}  # fmt: skip
_CURSORS = {
    "lt": Qt.CursorShape.SizeFDiagCursor, "rb": Qt.CursorShape.SizeFDiagCursor,
    "rt": Qt.CursorShape.SizeBDiagCursor, "lb": Qt.CursorShape.SizeBDiagCursor,
    "t": Qt.CursorShape.SizeVerCursor, "b": Qt.CursorShape.SizeVerCursor,
    "l": Qt.CursorShape.SizeHorCursor, "r": Qt.CursorShape.SizeHorCursor,
}  # fmt: skip
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class BadgeCanvas(PdfPage):
    """Tab goes from box to box and then on; arrows move, with Shift further, with Ctrl resize."""

    picked = Signal(int)  # a box, from 0; -1 for none
    moving = Signal(object)  # Design, while the mouse is down
    moved = Signal(object, str)  # Design, and a word for steps that are undone as one
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Label of the layout"), parent)
        self._design: Design | None = None
        self._current = -1
        self._fault = -1
        self._side = FRONT
        self._held: tuple[str, QPointF, Box] | None = None  # handle, offset in mm, box before
        self._loose: Design | None = None
        self._guides: tuple[Guide, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_draft(self, draft: Draft) -> None:
        """The boxes as they are now."""
        self._design = draft.design
        self._fault = draft.fault.box if draft.fault and draft.fault.box is not None else -1
        if self._current >= len(draft.design.boxes):
            self._current = -1
        self._describe()
        self.update()

    def select(self, number: int) -> None:
        """Mark a box; -1 marks none."""
        if number != self._current:
            self._current = number
            self._describe()
            self.update()

    def show_side(self, side: str) -> None:
        """The front, or what is printed on the back."""
        self._side = side
        self.turn_to(SIDES.index(side))
        self.update()

    def _there(self) -> list[int]:
        """The boxes of the side that is shown."""
        boxes = self._design.boxes if self._design else ()
        return [number for number, box in enumerate(boxes) if box.side == self._side]

    def box_place(self, number: int) -> QRectF:
        """Where a box is on the screen."""
        design = self._shown()
        assert design is not None
        box, page = design.boxes[number], self.page_place()
        scale = page.width() / design.width
        corner = page.topLeft() + QPointF(box.x * scale, box.y * scale)
        return QRectF(corner.x(), corner.y(), box.w * scale, box.h * scale)

    # Keys

    def focusNextPrevChild(self, next: bool) -> bool:
        """Through the boxes first."""
        order = self._there() if next else self._there()[::-1]
        place = order.index(self._current) + 1 if self._current in order else 0
        if self.hasFocus() and place < len(order):
            self._pick(order[place])
            return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        ends = {Qt.FocusReason.TabFocusReason: 0, Qt.FocusReason.BacktabFocusReason: -1}
        if event.reason() in ends and (there := self._there()):
            self._pick(there[ends[event.reason()]])
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._current >= 0:
            self._step(_ARROWS[key], event.modifiers())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._current >= 0:
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Escape and (self._held or self._current >= 0):
            self._let_go() if self._held else self._pick(-1)
        else:
            super().keyPressEvent(event)

    def _step(self, way: tuple[int, int], held: Qt.KeyboardModifier) -> None:
        design = self._design
        assert design is not None
        far = _FAR if held & Qt.KeyboardModifier.ShiftModifier else _STEP
        resize = bool(held & Qt.KeyboardModifier.ControlModifier)
        box = design.boxes[self._current]
        made = stepped(box, design, way[0] * far, way[1] * far, resize=resize)
        if made != box:
            merge = f"{'resize' if resize else 'move'} {self._current}"
            self.moved.emit(with_box(design, self._current, made), merge)
            announce(self, place_words(made))

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._design is None:
            return
        handle = self._handle_at(event.position())
        if not handle:
            self._pick(self._box_at(event.position()))
        if self._current >= 0:
            box = self._design.boxes[self._current]
            at = self._millimetres(event.position())
            self._held = (handle, QPointF(at.x() - box.x, at.y() - box.y), box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            self._show_cursor(event.position())
            return
        snapped = self._snapped(event.position(), event.modifiers())
        assert self._design is not None
        self._loose = with_box(self._design, self._current, snapped.box)
        self._guides = snapped.guides
        self.update()
        self.moving.emit(self._loose)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        made = self._loose
        self._held, self._loose, self._guides = None, None, ()
        if made is not None and made != self._design:
            self.moved.emit(made, "")
        self.update()

    def _let_go(self) -> None:
        """Put back what is being moved."""
        self._held, self._loose, self._guides = None, None, ()
        if self._design:
            self.moving.emit(self._design)
        self.update()

    def _snapped(self, at: QPointF, held: Qt.KeyboardModifier) -> Snapped:
        """Nothing snaps while Alt is down."""
        assert self._design is not None
        assert self._held is not None
        handle, grip, box = self._held
        point, free = self._millimetres(at), held & Qt.KeyboardModifier.AltModifier
        reach = 0.0 if free else _REACH * self._design.width / self.page_place().width()
        if handle:
            return stretched(box, handle, point.x(), point.y(), self._design, self._current, reach)
        corner = point - grip
        return laid(box, corner.x(), corner.y(), self._design, self._current, reach)

    def _show_cursor(self, at: QPointF) -> None:
        handle = self._handle_at(at)
        over = Qt.CursorShape.SizeAllCursor if self._box_at(at) >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(_CURSORS.get(handle, over))

    def _box_at(self, at: QPointF) -> int:
        """The uppermost box there; of plain areas only where nothing else is."""
        there = [it for it in self._there() if self.box_place(it).contains(at)]
        above = [it for it in there if self._design and self._design.boxes[it].shows != "area"]
        if self._current in there:
            return self._current
        return (above or there or [-1])[-1]

    def _handle_at(self, at: QPointF) -> str:
        if self._current not in self._there():
            return ""
        place = self.box_place(self._current)
        near = (
            name for name in _HANDLES
            if (_corner(place, name) - at).manhattanLength() <= _REACH + _HANDLE / 2
        )  # fmt: skip
        return next(near, "")

    def _millimetres(self, at: QPointF) -> QPointF:
        page, design = self.page_place(), self._design
        assert design is not None
        return (at - page.topLeft()) * (design.width / page.width())

    # What is seen

    def _shown(self) -> Design | None:
        return self._loose or self._design

    def _pick(self, number: int) -> None:
        self.select(number)
        self.picked.emit(number)
        if self._design and number >= 0:
            box = self._design.boxes[number]
            announce(self, f"{box_word(box, number)}, {place_words(box)}")

    def _describe(self) -> None:
        """What a screen reader says of the box in hand, and what the keys do."""
        keys = tr("Tab: next box. Arrows move it, with Shift further; with Ctrl they resize it.")
        if self._design and 0 <= self._current < len(self._design.boxes):
            box = self._design.boxes[self._current]
            keys = f"{box_word(box, self._current)}, {place_words(box)}. {keys}"
        self.setAccessibleDescription(keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        design = self._shown()
        if design is None or not self.has_page():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        for number in self._there():
            if number != self._current:
                self._paint_box(painter, number)
        self._paint_guides(painter, design)
        if self._current in self._there():
            self._paint_current(painter)

    def _paint_box(self, painter: QPainter, number: int) -> None:
        wrong = number == self._fault
        pen = QPen(_on_paper("stop" if wrong else "outline"), 2 if wrong else 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.box_place(number))

    def _paint_guides(self, painter: QPainter, design: Design) -> None:
        page = self.page_place()
        scale = page.width() / design.width
        painter.setPen(QPen(_on_paper("stop"), 1))
        for guide in self._guides:
            if guide.upright:
                x = page.left() + guide.at * scale
                painter.drawLine(QPointF(x, page.top() - 6), QPointF(x, page.bottom() + 6))
            else:
                y = page.top() + guide.at * scale
                painter.drawLine(QPointF(page.left() - 6, y), QPointF(page.right() + 6, y))

    def _paint_current(self, painter: QPainter) -> None:
        place = self.box_place(self._current)
        shade = _on_paper("stop" if self._current == self._fault else "accent")
        soft = QColor(shade)
        soft.setAlpha(26)
        painter.setPen(QPen(shade, 2))
        painter.setBrush(soft)
        painter.drawRect(place)
        painter.setPen(QPen(shade, 1.5))
        painter.setBrush(Qt.GlobalColor.white)
        for name in _HANDLES:
            at = _corner(place, name)
            half = _HANDLE / 2
            painter.drawRect(QRectF(at.x() - half, at.y() - half, _HANDLE, _HANDLE))


def with_box(design: Design, number: int, box: Box) -> Design:
    """The design with another box in that place."""
    boxes = design.boxes
    return replace(design, boxes=(*boxes[:number], box, *boxes[number + 1 :]))


def place_words(box: Box) -> str:
    """Where a box is and how large, as a screen reader says it."""
    return tr(
        "{x} mm from the left, {y} mm from the top, {w} by {h} mm",
        x=f"{box.x:g}", y=f"{box.y:g}", w=f"{box.w:g}", h=f"{box.h:g}",
    )  # fmt: skip


def _corner(place: QRectF, handle: str) -> QPointF:
    across, along = _HANDLES[handle]
    return QPointF(place.left() + across * place.width(), place.top() + along * place.height())


def _on_paper(name: str) -> QColor:
    """Paper is white in every theme, so its lines have the light theme's colours."""
    return theme.color(name, "light")
