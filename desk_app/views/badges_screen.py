"""The badges screen: whose and on what at the left, the page as it will be at the right."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app import role, words
from desk_app.controllers.badges import (
    BadgesController,
    Batch,
    Choices,
    Person,
    Preview,
    Printed,
    PrinterInfo,
    PrintFailed,
    Progress,
    Queue,
    Remarks,
    Saved,
)
from desk_app.domain.roles import Right
from desk_app.views import theme
from desk_app.views.badge_check import BadgeCheck, grave
from desk_app.views.badge_pages import Pager
from desk_app.views.badge_people import BadgeOrder, BadgePeople
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.file_dialogs import ask_where_to_save
from desk_app.views.own_stock import AdjustDialog, OwnStockDialog
from desk_app.views.pdf_page import PdfPage
from desk_app.views.print_queue import PrintQueuePanel, SideTabs
from desk_app.views.stock_choice import FirstLabel, StockChoice
from desk_app.words import tr, trn

_LEFT = 384
_PRINTER = 220
_ZEBRA = "add a zebra"


class BadgesScreen(QWidget):
    """Every choice redraws the preview; nothing is printed before the button is pressed."""

    import_wanted = Signal()
    design_wanted = Signal()

    def __init__(self, controller: BadgesController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._batch = Batch("missing", ())
        self._printer = ""
        self._dialog: QFileDialog | None = None
        self._asked: QDialog | None = None
        self.people = BadgePeople()
        self.order = BadgeOrder()
        self.layouts = QComboBox()
        self.design = Button(tr("Design…"), icon="pencil")
        self.stocks = StockChoice()
        self.first = FirstLabel()
        self.own = Button(tr("Own labels…"))
        self.adjust = Button(tr("Adjust…"))
        self._choices: Choices | None = None
        self.printers = QComboBox()
        self.page = PdfPage(tr("Preview of the badges"))
        self.pager = Pager()
        self.check = BadgeCheck()
        self.tabs = SideTabs()
        self.queue = PrintQueuePanel()
        self._right = QStackedWidget()
        self.save = Button(tr("Save as PDF…"), shortcut="Ctrl+S", icon="download")
        self.print = Button(tr("Print"), shortcut="Ctrl+P", icon="printer", look="primary")
        if not role.may(Right.EXPORT):
            self.save.hide()
        self.stop = Button(tr("Stop"), icon="x")
        self._progress = QProgressBar()
        self._told = ElidedLabel()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.people.buttons["missing"])

    # What the controller says

    def show_batch(self, batch: Batch) -> None:
        """Whose badges, and how many."""
        self._batch = batch
        self.people.show_batch(batch)
        self.order.show_batch(batch)
        self._name_buttons()

    def show_person(self, person: Person | None) -> None:
        """The one person chosen, with the copies so far."""
        self.people.show_person(person)
        if person is not None and person.copies:
            self.print.setText(tr("Print again"))

    def show_choices(self, choices: Choices) -> None:
        """The layouts and stocks there are, and those chosen."""
        names = [tr(it.title) for it in choices.layouts]
        if names != [self.layouts.itemText(n) for n in range(self.layouts.count())]:
            self.layouts.clear()
            for it in choices.layouts:
                self.layouts.addItem(tr(it.title), it.id)
        self.layouts.setCurrentIndex(self.layouts.findData(choices.layout))
        self.stocks.show_choices(choices)
        self.first.show_choices(choices)
        self._choices = choices
        self._printer = choices.printer
        self._select_printer()

    def show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        """The printers of this computer, the default first."""
        self.printers.clear()
        for it in printers:
            state = it.description if it.ready else tr("{printer} (paused)", printer=it.description)
            self.printers.addItem(state, it.name)
        if not printers:
            self.printers.addItem(tr("No printer is connected"), "")
        self.printers.addItem(tr("Zebra printer at an address…"), _ZEBRA)
        self.queue.show_printers(printers)
        self._select_printer()
        self._name_buttons()

    def show_queue(self, queue: Queue) -> None:
        """What waits for a printer, and what needs a look."""
        self.tabs.show_queue(queue)
        self.queue.show_queue(queue)

    def show_preview(self, preview: Preview | None) -> None:
        """One page as it will be printed."""
        it = preview or Preview(b"", 0, 0, False)
        self.page.show_pdf(it.pdf, turned=it.turned)
        self.pager.show_page(it.page, it.pages)

    def show_remarks(self, remarks: Remarks) -> None:
        """What to know before handing badges out."""
        self.check.show_remarks(remarks)
        self.tabs.show_remarks(grave(remarks))

    def show_progress(self, progress: Progress) -> None:
        """A bar while a long job runs."""
        running = progress.done < progress.total
        self._progress.setVisible(running)
        self.stop.setVisible(running)
        self._progress.setRange(0, progress.total)
        self._progress.setValue(progress.done)

    def show_printed(self, printed: Printed) -> None:
        """Say what went to paper."""
        count = len(printed.ids)
        text = trn(count, "{count} badge sent to {printer}", "{count} badges sent to {printer}",
                   printer=printed.printer)  # fmt: skip
        self._say(text, "good")

    def show_saved(self, saved: Saved) -> None:
        """Say what went into which file."""
        text = trn(saved.count, "{count} badge saved in {file}", "{count} badges saved in {file}",
                   file=saved.path.name)  # fmt: skip
        self._say(text, "good")

    def show_failed(self, failure: PrintFailed) -> None:
        """Say what went wrong and what to do."""
        self._say(words.say(failure.error.sentence, words.current()), "stop")

    # What a person does

    def ask_where(self) -> None:
        """Ask for a file name and save all chosen badges there."""
        self._dialog = ask_where_to_save(self, tr("Save the badges"), tr("badges"), "pdf")
        self._dialog.fileSelected.connect(self._save)
        self._dialog.open()

    def _save(self, path: str) -> None:
        self._controller.save(Path(path))

    def _print(self) -> None:
        self._say("", "quiet")
        self._controller.print(str(self.printers.currentData()))

    def _pick_person(self, identity: int) -> None:
        self._controller.choose_people((identity,))

    def _see_person(self, identity: int) -> None:
        self._controller.choose_people((identity,))
        self.tabs.choose(0)

    def _pick_layout(self, place: int) -> None:
        self._controller.choose_layout(str(self.layouts.itemData(place)))

    def _pick_printer(self, place: int) -> None:
        if self.printers.itemData(place) == _ZEBRA:
            self._select_printer()
            self.ask_address()
            return
        self._controller.choose_printer(str(self.printers.itemData(place)))
        self.queue.choose_printer(str(self.printers.itemData(place)))

    def edit_stock(self) -> None:
        """Describe labels that are on no list, beginning with those in hand."""
        if self._choices:
            asked = OwnStockDialog(self._choices.stock, self)
            asked.kept.connect(self._controller.keep_stock)
            asked.forgotten.connect(self._controller.forget_stock)
            self._asked = asked
            asked.open()

    def adjust_printer(self) -> None:
        """Make up for a printer that prints beside the label."""
        if self._choices:
            asked = AdjustDialog(self._choices, self)
            asked.moved.connect(self._controller.set_offset)
            asked.test_wanted.connect(self._controller.print_test_page)
            self._asked = asked
            asked.open()

    def ask_address(self) -> None:
        """Ask where a printer of the network is."""
        asked = QInputDialog(self)
        asked.setWindowTitle(tr("Zebra printer"))
        asked.setLabelText(tr("Address of the printer, such as 192.168.1.50"))
        asked.textValueSelected.connect(self._controller.add_zebra)
        self._asked = asked
        asked.open()

    def show_tested(self, printer: str) -> None:
        """Say where the test page went."""
        self._say(tr("Test page sent to {printer}", printer=printer), "good")

    # Parts

    def _say(self, text: str, tone: str) -> None:
        self._progress.hide()
        self.stop.hide()
        theme.set_look(self._told, "tone", tone)
        self._told.setText(text)

    def _name_buttons(self) -> None:
        count = len(self._batch.ids)
        self.print.setText(trn(count, "Print {count} badge", "Print {count} badges"))
        self.print.setEnabled(bool(count and self.printers.currentData()))
        self.save.setEnabled(bool(count))

    def _select_printer(self) -> None:
        place = self.printers.findData(self._printer)
        self.printers.setCurrentIndex(max(place, 0))
        self.queue.choose_printer(str(self.printers.currentData() or ""))

    def _lay_out(self) -> None:
        self._progress.hide()
        self._progress.setProperty("tone", "accent")
        self._progress.setTextVisible(False)
        self.stop.hide()
        self.printers.setAccessibleName(tr("Printer"))
        self.printers.setMinimumWidth(_PRINTER)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._left_side())
        sides.addWidget(self._right_side(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(sides, 1)
        column.addLayout(self._foot())

    def _left_side(self) -> QFrame:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(4)
        for label, part in (
            (tr("Whose badges"), self.people),
            ("", self.order),
            (tr("Layout"), self._layout_row()),
            (tr("Labels or paper"), self.stocks),
            ("", self._stock_tools()),
            ("", self.first),
        ):
            column.addSpacing(8)
            if label:
                column.addWidget(_label(label, part))
            column.addWidget(part)
        column.addStretch(1)
        return _scrolling(content)

    def _layout_row(self) -> QWidget:
        self.layouts.setAccessibleName(tr("Layout"))
        choice = QWidget()
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.layouts, 1)
        row.addWidget(self.design)
        return choice

    def _stock_tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.own)
        row.addWidget(self.adjust)
        row.addStretch(1)
        return tools

    def _right_side(self) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self._right, 1)
        self._right.addWidget(self._preview())
        self._right.addWidget(self.check)
        self._right.addWidget(self.queue)
        return card

    def _preview(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.page, 1)
        column.addWidget(self.pager, 0, Qt.AlignmentFlag.AlignHCenter)
        return side

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._told, 1)
        row.addWidget(self._progress, 1)
        row.addWidget(self.stop)
        row.addWidget(self.save)
        row.addWidget(self.printers)
        row.addWidget(self.print)
        return row

    def _connect(self) -> None:
        it = self._controller
        it.chosen.connect(self.show_batch)
        it.found.connect(self.people.show_found)
        it.person_shown.connect(self.show_person)
        it.settled.connect(self.show_choices)
        it.printers_listed.connect(self.show_printers)
        it.previewed.connect(self.show_preview)
        it.remarked.connect(self.show_remarks)
        it.progressed.connect(self.show_progress)
        it.printed.connect(self.show_printed)
        it.saved.connect(self.show_saved)
        it.failed.connect(self.show_failed)
        it.queued.connect(self.show_queue)
        self.tabs.picked.connect(self._right.setCurrentIndex)
        self.queue.again_wanted.connect(it.queue.retry)
        self.queue.given_up.connect(it.queue.cancel)
        self.queue.seen.connect(it.queue.came_out)
        self.queue.labels_counted.connect(it.queue.count_labels)
        self.queue.spare_picked.connect(it.queue.choose_spare)
        self.order.picked.connect(it.arrange)
        self.people.group_picked.connect(it.choose_people)
        self.people.person_picked.connect(self._pick_person)
        self.people.searched.connect(it.search)
        self.layouts.activated.connect(self._pick_layout)
        self.design.clicked.connect(self.design_wanted)
        self.stocks.picked.connect(it.choose_stock)
        self.first.picked.connect(it.set_first_label)
        self.own.clicked.connect(self.edit_stock)
        self.adjust.clicked.connect(self.adjust_printer)
        it.tested.connect(self.show_tested)
        self.printers.activated.connect(self._pick_printer)
        self.pager.wanted.connect(it.preview)
        self.check.chosen.connect(self._see_person)
        self.check.corrected.connect(it.correct)
        self.check.all_wanted.connect(it.look_at_all)
        self.save.clicked.connect(self.ask_where)
        self.print.clicked.connect(self._print)
        self.stop.clicked.connect(it.stop)


def _label(text: str, part: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "strong")
    label.setBuddy(part)
    if not part.accessibleName():
        part.setAccessibleName(text)
    return label


def _scrolling(content: QWidget) -> QFrame:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    card = QFrame()
    card.setProperty("look", "card")
    card.setFixedWidth(_LEFT)
    column = QVBoxLayout(card)
    column.setContentsMargins(2, 2, 2, 2)
    column.addWidget(area)
    return card
