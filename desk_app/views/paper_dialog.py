"""A document as it will print: which, in what language and order; then printed or saved."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.papers import (
    LETTERS,
    ORDERS,
    PAPER_NAMES,
    PapersController,
    Preview,
    PrinterInfo,
    Wanted,
)
from desk_app.domain.errors import DeskError
from desk_app.views import theme
from desk_app.views.badge_pages import Pager
from desk_app.views.button import Button
from desk_app.views.file_dialogs import ask_for_folder, ask_where_to_save
from desk_app.views.pdf_page import PdfPage
from desk_app.words import current, say, tr, trn

_SIZE = QSize(940, 700)
_SIDE = 300


class PaperDialog(QDialog):
    """Open it with `open()`; what is printed or saved is the very file that is shown."""

    text_wanted = Signal(str, str)  # of which kind of letter, in which language

    def __init__(
        self,
        controller: PapersController,
        kind: str,
        parent: QWidget | None = None,
        only: tuple[int, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Documents"))
        self.setModal(True)
        self._controller = controller
        self._only = only
        offered = [it for it in PAPER_NAMES if it in LETTERS or not only]
        self.kind = _choice(tr("Document"), {it: tr(PAPER_NAMES[it]) for it in offered})
        self.language = _choice(tr("Language"), {"fr": "Français", "en": "English"})
        self.order = _choice(tr("In the order of"), {it: tr(word) for it, word in ORDERS.items()})
        self.printer = _choice(tr("Printer"), {})
        self.page = PdfPage(tr("The document as it will print"))
        self.pager = Pager()
        self.text = Button(tr("Change the text…"), icon="pencil")
        self.print = Button(tr("Print"), shortcut="Ctrl+P", icon="printer", look="primary")
        self.save = Button(tr("Save as PDF…"), shortcut="Ctrl+S", icon="save")
        self.each = Button(tr("One file for each person…"), icon="users")
        self._close = Button(tr("Close"), shortcut="Esc")
        self._told = QLabel()
        self.order.setEnabled(len(only) != 1)
        self._ready(shown=False)
        self._lay_out()
        self._connect()
        usual = controller.usual(kind)
        self.kind.setCurrentIndex(max(self.kind.findData(usual.kind), 0))
        self.language.setCurrentIndex(max(self.language.findData(usual.language), 0))
        controller.list_printers()
        self.draw()

    def draw(self) -> None:
        """Show the document that is chosen."""
        self._ready(shown=False)
        self.text.setVisible(self.kind.currentData() in LETTERS)
        self.each.setVisible(self.kind.currentData() in LETTERS and len(self._only) != 1)
        self._say(tr("Drawing the document…"), "quiet")
        kind, language = self.kind.currentData(), self.language.currentData()
        self._controller.draw(Wanted(kind, language, self.order.currentData(), self._only))

    def show_drawn(self, it: Preview) -> None:
        """The first page, and how many there are."""
        self._say("", "quiet")
        self.page.show_pdf(it.pdf)
        self._turn(0)
        self._ready(shown=True)

    def show_failed(self, error: DeskError) -> None:
        """Why there is nothing to see, or why it did not print."""
        self._say(say(error.sentence, current()), "stop")

    def show_printers(self, known: tuple[PrinterInfo, ...]) -> None:
        """Where it can be printed; without a printer it can be saved."""
        self.printer.clear()
        for it in known:
            self.printer.addItem(it.description, it.name)
        self.printer.setEnabled(bool(known))
        self.printer.setPlaceholderText(tr("No printer was found"))
        self.printer.setCurrentIndex(0 if known else -1)
        self._ready(shown=self.save.isEnabled())

    def ask_where(self) -> None:
        """Ask for a file name, then save it."""
        name = tr(PAPER_NAMES[self.kind.currentData()])
        self.dialog = ask_where_to_save(self, name, name, "pdf")
        self.dialog.fileSelected.connect(self._save)
        self.dialog.open()

    def ask_for_folder(self) -> None:
        """Ask for a folder, then write a file for each person into it."""
        self.dialog = ask_for_folder(self, tr("Where do the files go?"))
        self.dialog.fileSelected.connect(self._save_each)
        self.dialog.open()

    def _save_each(self, path: str) -> None:
        self._say(tr("Writing the files…"), "quiet")
        self._controller.save_each(Path(path))

    def _show_saved_each(self, count: int) -> None:
        self._say(trn(count, "One file saved", "{count} files saved"), "good")

    def _ask_for_text(self) -> None:
        self.text_wanted.emit(self.kind.currentData(), self.language.currentData())

    def _save(self, path: str) -> None:
        self._controller.save(Path(path))

    def _print(self) -> None:
        self._controller.print(str(self.printer.currentData()))

    def _show_saved(self, path: Path) -> None:
        self._say(tr("Saved: {file}", file=path.name), "good")

    def _show_printed(self, printer: str) -> None:
        self._say(tr("Sent to {printer}", printer=printer), "good")

    def _turn(self, page: int) -> None:
        self.page.turn_to(page)
        self.pager.show_page(page, self.page.pages())

    def _ready(self, *, shown: bool) -> None:
        self.save.setEnabled(shown)
        self.each.setEnabled(shown)
        self.print.setEnabled(shown and self.printer.count() > 0)

    def _say(self, text: str, tone: str) -> None:
        theme.set_look(self._told, "tone", tone)
        self._told.setText(text)

    def _connect(self) -> None:
        it = self._controller
        it.drawn.connect(self.show_drawn)
        it.failed.connect(self.show_failed)
        it.known.connect(self.show_printers)
        it.saved.connect(self._show_saved)
        it.saved_each.connect(self._show_saved_each)
        it.printed.connect(self._show_printed)
        for box in (self.kind, self.language, self.order):
            box.activated.connect(self.draw)
        self.pager.wanted.connect(self._turn)
        self.text.clicked.connect(self._ask_for_text)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self.ask_where)
        self.each.clicked.connect(self.ask_for_folder)
        self._close.clicked.connect(self.reject)
        for button in (
            self.text,
            self.print,
            self.save,
            self.each,
            self._close,
            self.pager.back,
            self.pager.on,
        ):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        side = QVBoxLayout()
        side.setSpacing(4)
        for box in (self.kind, self.language, self.order, self.printer):
            label = QLabel(box.accessibleName())
            label.setProperty("look", "hint")
            label.setBuddy(box)
            side.addWidget(label)
            side.addWidget(box)
            side.addSpacing(8)
        self._told.setWordWrap(True)
        side.addWidget(self._told)
        side.addStretch(1)
        for button in (self.text, self.print, self.save, self.each, self._close):
            side.addWidget(button)
            side.addSpacing(4)
        left = QWidget()
        left.setFixedWidth(_SIDE)
        left.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.addWidget(self.page, 1)
        right.addWidget(self.pager, alignment=Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(24)
        row.addWidget(left)
        row.addLayout(right, 1)


def _choice(name: str, words: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumHeight(44)
    for value, word in words.items():
        box.addItem(word, value)
    return box
