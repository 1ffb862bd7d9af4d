"""The desk's window: the frame, and files dropped anywhere on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desk_app.words import tr


class DeskWindow(QMainWindow):
    """`dropped` carries the path of a file; `closing` comes before the window goes.

    While something is unsaved it does not close, and `save_asked` says that it was asked to.
    While it is held it fills the screen, does not close, and `leave_wanted` says that it was asked.
    """

    dropped = Signal(str)
    closing = Signal()
    leave_wanted = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = False
        self._unsaved: Callable[[], bool] = bool
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the title of the current language."""
        self.setWindowTitle(tr("Registration desk"))

    def show_whole(self, content: QWidget) -> None:
        """Fill the window with it at once: a turn later, as Qt does, keys would have been lost."""
        self.setCentralWidget(content)
        content.show()

    def hold(self, held: bool) -> None:
        """Keep visitors in, or let go."""
        self._held = held
        self.setAcceptDrops(not held)
        full = Qt.WindowState.WindowFullScreen
        state = self.windowState()
        self.setWindowState(state | full if held else state & ~full)

    def watch_unsaved(self, unsaved: Callable[[], bool]) -> None:
        """Ask this before the window closes."""
        self._unsaved = unsaved

    def fit_screen(self) -> None:
        """Fill a screen that is too small for the usual size."""
        if self._held:
            return
        room = self.screen().availableSize()
        if room.width() < self.width() or room.height() < self.height():
            self.showMaximized()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.dropped.emit(url.toLocalFile())
                return

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._held:
            event.ignore()
            self.leave_wanted.emit()
            return
        if self._unsaved():
            event.ignore()
            self.save_asked.emit()
            return
        self.closing.emit()
        super().closeEvent(event)
