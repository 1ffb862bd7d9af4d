"""Before an import: where to drop the export, and what came in earlier."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.importing import History
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.empty import EmptyState
from desk_app.views.icon_label import IconLabel
from desk_app.views.import_history import HistoryList
from desk_app.views.import_watch import WatchLine
from desk_app.words import tr


class StartPage(QWidget):
    """Emits `file_wanted`, `undo_wanted` (a FactId), or `event_wanted` while there is none."""

    file_wanted = Signal()
    paste_wanted = Signal()
    undo_wanted = Signal(object)
    event_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watch = WatchLine()
        self._no_event = EmptyState(
            "calendar-days",
            tr("Choose an event first"),
            tr("Registrations come in for one event: take it in hand, then import its export."),
            tr("Go to the events"),
        )
        self._target = DropTarget()
        self._history = HistoryList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self._no_event, 1)
        column.addWidget(self._target, 3)
        column.addWidget(self.watch)
        column.addWidget(self._history, 4)
        self._no_event.hide()
        self._history.hide()
        self._no_event.chosen.connect(self.event_wanted)
        self._target.file_wanted.connect(self.file_wanted)
        self._target.paste_wanted.connect(self.paste_wanted)
        self._history.undo_wanted.connect(self.undo_wanted)
        self.setFocusProxy(self._target)

    def show_history(self, history: History) -> None:
        has_event = history.zone is not None
        self._no_event.setHidden(has_event)
        self._target.setVisible(has_event)
        self.watch.setVisible(has_event)
        self._history.show_history(history)


class DropTarget(QWidget):
    """Says what to do with an export; its buttons do it without a mouse."""

    file_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("upload", "accent", 40)
        self._title = _centred(tr("Drop the export of the registrations here"), "title")
        self._text = _centred(
            tr("CSV, Excel, OpenDocument or JSON, from any registration platform."), "muted"
        )
        self._choose = Button(
            tr("Choose a file…"), shortcut="Ctrl+O", icon="folder-open", look="primary"
        )
        self._paste = Button(tr("Paste a table"), shortcut="Ctrl+V", icon="copy")
        self._lay_out()
        self._choose.clicked.connect(self.file_wanted)
        self._paste.clicked.connect(self.paste_wanted)
        self.setFocusProxy(self._choose)
        self.setMinimumHeight(228)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("outline"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._paste)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)


def _centred(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
