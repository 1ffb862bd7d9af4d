"""What the camera sees, with its buttons: below the list while the camera is on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPainterPath, QPaintEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.controllers.camera import CameraController, CameraState
from desk_app.views import icons, theme
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.words import tr

SWITCH, SHOW = "F9", "Shift+F9"
_TALL = 104
_WIDE = 168


class CameraButton(Button):
    """Switches the camera on and off, on the button and by its key anywhere in the window."""

    def __init__(self, controller: CameraController, parent: QWidget | None = None) -> None:
        super().__init__(tr("Camera"), shortcut=SWITCH, icon="camera", parent=parent)
        self._controller = controller
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys in the box
        controller.changed.connect(self.show_state)
        controller.refused.connect(self._show_still_off)
        self.clicked.connect(controller.turn)
        self.show_state(controller.state)

    def show_state(self, state: CameraState) -> None:
        """Pressed while the camera looks."""
        self.setChecked(state.on)

    def _show_still_off(self, _error: object) -> None:
        self.show_state(self._controller.state)


class CameraStrip(QFrame):
    """Gone while the camera is off; a single line while its picture is hidden."""

    def __init__(self, controller: CameraController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.setProperty("look", "card")
        self.view = CameraView()
        self._name = ElidedLabel(look="strong")
        self._hint = ElidedLabel(tr("Hold the ticket’s code before the camera."), look="hint")
        self.other = Button(tr("Other camera"), icon="camera")
        self.hide_picture = Button("", shortcut=SHOW, told_only=True)
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        controller.changed.connect(self.show_state)
        controller.pictured.connect(self.view.show_picture)
        self.other.clicked.connect(controller.use_next)
        self.hide_picture.clicked.connect(self._turn_picture)
        QShortcut(QKeySequence(SHOW), self).activated.connect(self._turn_picture)
        self.show_state(controller.state)

    def show_state(self, state: CameraState) -> None:
        """Which camera looks, and whether its picture is shown."""
        self._name.setText(state.name)
        self.other.setVisible(len(state.names) > 1)
        self.view.setVisible(state.shown)
        self._show_next_step(state.shown)
        if not state.on:
            self.view.show_picture(QImage())
        self.setVisible(state.on)

    def _show_next_step(self, shown: bool) -> None:
        """Beside the picture the words stand above the buttons, else all is one line."""
        self.hide_picture.setText(tr("Hide") if shown else tr("Show"))
        name = tr("Hide the picture") if shown else tr("Show the picture")
        self.hide_picture.setAccessibleName(name)
        self.hide_picture.set_icon("eye-off" if shown else "eye")
        way = QBoxLayout.Direction
        self._words.setDirection(way.TopToBottom if shown else way.LeftToRight)

    def _turn_picture(self) -> None:
        self._controller.show_picture(not self._controller.state.shown)

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(8)
        for button in (self.hide_picture, self.other):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keys.addWidget(button)
        keys.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self._name)
        lines.addWidget(self._hint)
        lines.addStretch(1)
        self._words.setSpacing(8)
        self._words.addLayout(lines, 1)
        self._words.addLayout(keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(self.view)
        row.addLayout(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


class CameraView(QWidget):
    """The latest picture as in a mirror: hands find their way in no other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.setFixedSize(QSize(_WIDE, _TALL))
        self.setAccessibleName(tr("What the camera sees"))

    def show_picture(self, picture: QImage) -> None:
        """Paint this one from now on; a null picture for none."""
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place, corners = QRectF(self.rect()), QPainterPath()
        corners.addRoundedRect(place, 8, 8)
        painter.setClipPath(corners)
        painter.fillRect(place, theme.color("quiet_soft"))
        if self._picture.isNull():
            icons.paint(
                painter, QRectF(0, 0, _WIDE, _TALL).adjusted(0, 32, 0, -32), "camera", "muted"
            )
            return
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        painter.drawImage(place, self._picture, self._part(place))

    def _part(self, place: QRectF) -> QRectF:
        """The middle of the picture, in the shape of this place: nothing is stretched."""
        wide, tall = self._picture.width(), self._picture.height()
        scale = min(wide / place.width(), tall / place.height())
        part = QRectF(0, 0, place.width() * scale, place.height() * scale)
        part.moveCenter(QRectF(0, 0, wide, tall).center())
        return part
