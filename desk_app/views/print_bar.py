"""The foot of the badges screen: onto which printer, how far it is, and what became of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desk_app import role
from desk_app.controllers.badges import PrinterInfo, Progress
from desk_app.domain.roles import Right
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.words import tr, trn

_PRINTER = 220
_ZEBRA = "add a zebra"


class PrintBar(QWidget):
    """Nothing is printed before the button is pressed."""

    printer_picked = Signal(str)
    zebra_wanted = Signal()
    file_wanted = Signal(object)  # the Path of the file that was saved

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._printer = ""
        self._saved: Path | None = None
        self._progress = QProgressBar()
        self.told = ElidedLabel()
        self.open = Button(tr("Open the file"), icon="folder-open")
        self.stop = Button(tr("Stop"), icon="x")
        self.save = Button(tr("Save as PDF…"), shortcut="Ctrl+S", icon="download")
        self.printers = QComboBox()
        self.print = Button(tr("Print"), shortcut="Ctrl+P", icon="printer", look="primary")
        if not role.may(Right.EXPORT):
            self.save.hide()
        self._lay_out()
        self.printers.activated.connect(self._pick)
        self.open.clicked.connect(self._open)

    @property
    def printer(self) -> str:
        """The printer that is chosen, "" for none."""
        return str(self.printers.currentData() or "")

    def show_count(self, count: int) -> None:
        """So many badges would be printed."""
        self._count = count
        self.print.setText(trn(count, "Print {count} badge", "Print {count} badges"))
        self.print.setEnabled(bool(count and self.printer))
        self.save.setEnabled(bool(count))

    def show_again(self) -> None:
        """The one badge would be a second one."""
        self.print.setText(tr("Print again"))

    def show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        """The printers of this computer, the default first."""
        self.printers.clear()
        for it in printers:
            state = it.description if it.ready else tr("{printer} (paused)", printer=it.description)
            self.printers.addItem(state, it.name)
        if not printers:
            self.printers.addItem(tr("No printer is connected"), "")
        self.printers.addItem(tr("Zebra printer at an address…"), _ZEBRA)
        self.select_printer(self._printer)
        self.show_count(self._count)

    def select_printer(self, name: str) -> None:
        """The printer chosen last, or the first there is."""
        self._printer = name
        self.printers.setCurrentIndex(max(self.printers.findData(name), 0))

    def show_progress(self, progress: Progress) -> None:
        """A bar while a long job runs."""
        running = progress.done < progress.total
        self._progress.setVisible(running)
        self.stop.setVisible(running)
        self._progress.setRange(0, progress.total)
        self._progress.setValue(progress.done)

    def say(self, text: str, tone: str, saved: Path | None = None) -> None:
        """What became of it, and the file where there is one; a bar is no longer needed."""
        self._saved = saved
        self.open.setVisible(saved is not None)
        self._progress.hide()
        self.stop.hide()
        theme.set_look(self.told, "tone", tone)
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _open(self) -> None:
        self.file_wanted.emit(self._saved)

    def _pick(self, place: int) -> None:
        if self.printers.itemData(place) == _ZEBRA:
            self.select_printer(self._printer)
            self.zebra_wanted.emit()
        else:
            self.printer_picked.emit(str(self.printers.itemData(place)))

    def _lay_out(self) -> None:
        self._progress.hide()
        self._progress.setProperty("tone", "accent")
        self._progress.setTextVisible(False)
        self.open.hide()
        self.told.hide()
        self.stop.hide()
        self.printers.setAccessibleName(tr("Printer"))
        self.printers.setMinimumWidth(_PRINTER)
        above, row = QHBoxLayout(), QHBoxLayout()
        for line in (above, row):
            line.setSpacing(12)
        above.addWidget(self.told, 1)
        above.addWidget(self.open)
        row.addWidget(self._progress, 1)
        row.addStretch(1)
        for part in (self.stop, self.save, self.printers, self.print):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(above)
        column.addLayout(row)
