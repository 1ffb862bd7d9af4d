"""Bringing registrations in: drop or choose an export, look, accept, and take back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from desk_app.controllers.importing import (
    History,
    ImportController,
    PastImport,
    Preview,
    Underway,
    Unread,
)
from desk_app.controllers.watching import WatchController
from desk_app.views.import_columns import ColumnsDialog
from desk_app.views.import_done import DonePage
from desk_app.views.import_preview import PreviewPage
from desk_app.views.import_progress import ProgressPage
from desk_app.views.import_start import StartPage
from desk_app.words import current, say, tr


class ImportScreen(QWidget):
    """One page at a time; `screen_wanted` carries the key of a place of the rail."""

    screen_wanted = Signal(str)

    def __init__(
        self,
        controller: ImportController,
        watching: WatchController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("screen")
        self.setAcceptDrops(True)
        self._controller = controller
        self._watching = watching
        self._start = StartPage()
        self._progress = ProgressPage()
        self._preview = PreviewPage()
        self._done = DonePage()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect_pages()
        controller.listed.connect(self.show_history)
        controller.advanced.connect(self.show_progress)
        controller.planned.connect(self.show_preview)
        controller.answered.connect(self._preview.show_answers)
        controller.finished.connect(self.show_import)
        controller.unread.connect(self.ask_for_columns)
        watching.watching.connect(self._start.watch.show_watching)
        watching.refresh()

    def show_history(self, history: History) -> None:
        self._preview.forget()
        self._start.show_history(history)
        self._turn_to(self._start)

    def show_progress(self, underway: Underway) -> None:
        self._preview.forget()
        self._progress.show_progress(underway)
        self._turn_to(self._progress)

    def show_preview(self, preview: Preview) -> None:
        self._preview.show_preview(preview)
        self._turn_to(self._preview)

    def show_import(self, past: PastImport) -> None:
        self._preview.forget()
        self._done.show_import(past)
        self._turn_to(self._done)

    def ask_for_columns(self, it: Unread) -> None:
        """A file without names: somebody may say which columns hold them."""
        reason = say(it.error.sentence, current())
        dialog = ColumnsDialog(it.file, it.look.heads, it.look.sheets, it.look.sheet, reason)
        dialog.setParent(self, dialog.windowFlags())
        dialog.corrected.connect(partial(self._controller.correct, unread=it))
        dialog.sheet_chosen.connect(partial(self._controller.choose_sheet, unread=it))
        dialog.rejected.connect(partial(self._controller.leave, it))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Take a table, or a file, from the clipboard."""
        copied = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in copied.urls()]
        if file := next(filter(None, files), ""):
            self._open(file)
        else:
            self._controller.paste(copied.text() or copied.html())

    def choose_file(self) -> None:
        """Ask for an export; what a file is called does not matter to the reader."""
        dialog = QFileDialog(self, tr("Choose the export of the registrations"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                tr("Exports (*.csv *.tsv *.txt *.xlsx *.xls *.xlsb *.ods *.json *.zip)"),
                tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self._open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._open(_local_file(event))

    def _open(self, file: str) -> None:
        self._controller.open(Path(file))

    def _lay_out(self) -> None:
        for page in (self._start, self._progress, self._preview, self._done):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self._start)

    def _connect_pages(self) -> None:
        controller = self._controller
        self._start.file_wanted.connect(self.choose_file)
        self._start.paste_wanted.connect(self.paste)
        self._start.watch.place_chosen.connect(self._watching.watch)
        self._start.watch.stopped.connect(self._watching.stop)
        self._start.watch.apply_changed.connect(self._watching.allow)
        self._start.undo_wanted.connect(controller.undo)
        self._start.event_wanted.connect(self._go_to_events)
        self._progress.cancelled.connect(controller.cancel)
        self._preview.accepted.connect(controller.apply)
        self._preview.corrected.connect(controller.correct)
        self._preview.sheet_chosen.connect(controller.choose_sheet)
        self._preview.answered.connect(controller.answer)
        self._preview.kind_answered.connect(controller.answer_all)
        self._preview.missing_answered.connect(controller.cancel_missing)
        self._preview.cancelled.connect(controller.cancel)
        self._done.checkin_wanted.connect(self._go_to_checkin)
        self._done.more_wanted.connect(controller.start_over)
        self._done.undo_wanted.connect(controller.undo)

    def _turn_to(self, page: QWidget) -> None:
        if self._stack.currentWidget() is page:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is None or self.isAncestorOf(focused)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if had_focus and self.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_events(self) -> None:
        self.screen_wanted.emit("events")

    def _go_to_checkin(self) -> None:
        self.screen_wanted.emit("checkin")


def _local_file(event: QDropEvent) -> str:
    """The first file that is dropped; "" when it is no file of this computer."""
    files = (url.toLocalFile() for url in event.mimeData().urls())
    return next(filter(None, files), "")
