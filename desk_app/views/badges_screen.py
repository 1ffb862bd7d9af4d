"""The badges screen: whose and on what at the left, the page as it will be at the right."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app import words
from desk_app.controllers.badges import (
    BadgesController,
    Batch,
    Choices,
    Person,
    Printed,
    PrinterInfo,
    PrintFailed,
    Queue,
    Remarks,
    Saved,
)
from desk_app.views.badge_check import BadgeCheck, grave
from desk_app.views.badge_choices import BadgeChoices
from desk_app.views.badge_preview import BadgePreview
from desk_app.views.file_dialogs import ask_where_to_save
from desk_app.views.own_stock import AdjustDialog, OwnStockDialog
from desk_app.views.print_bar import PrintBar
from desk_app.views.print_queue import PrintQueuePanel, SideTabs
from desk_app.words import tr, trn


class BadgesScreen(QWidget):
    """Every choice redraws the preview; the foot prints, and says what became of it."""

    import_wanted = Signal()
    design_wanted = Signal()

    def __init__(self, controller: BadgesController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._choices: Choices | None = None
        self._dialog: QFileDialog | None = None
        self._asked: QDialog | None = None
        self.left = BadgeChoices()
        self.preview = BadgePreview()
        self.check = BadgeCheck()
        self.tabs = SideTabs()
        self.queue = PrintQueuePanel()
        self.foot = PrintBar()
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.left.people.buttons["missing"])

    # What the controller says

    def show_batch(self, batch: Batch) -> None:
        """Whose badges, and how many."""
        self.left.people.show_batch(batch)
        self.left.order.show_batch(batch)
        self.foot.show_count(len(batch.ids))
        self.preview.say_why_empty(nobody=not dict(batch.counts).get("all"))

    def show_person(self, person: Person | None) -> None:
        """The one person chosen, with the copies so far."""
        self.left.people.show_person(person)
        if person is not None and person.copies:
            self.foot.show_again()

    def show_choices(self, choices: Choices) -> None:
        """The layouts and stocks there are, and what is printed with."""
        self._choices = choices
        self.left.show_choices(choices)
        self.foot.select_printer(choices.printer)
        self.queue.choose_printer(self.foot.printer)

    def show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        """The printers of this computer, the default first."""
        self.foot.show_printers(printers)
        self.queue.show_printers(printers)
        self.queue.choose_printer(self.foot.printer)

    def show_queue(self, queue: Queue) -> None:
        """What waits for a printer, and what needs a look."""
        self.tabs.show_queue(queue)
        self.queue.show_queue(queue)

    def show_remarks(self, remarks: Remarks) -> None:
        """What to know before handing badges out."""
        self.check.show_remarks(remarks)
        self.tabs.show_remarks(grave(remarks))

    def show_printed(self, printed: Printed) -> None:
        """Say what went to paper."""
        count = len(printed.ids)
        text = trn(count, "{count} badge sent to {printer}", "{count} badges sent to {printer}",
                   printer=printed.printer)  # fmt: skip
        self.foot.say(text, "good")

    def show_saved(self, saved: Saved) -> None:
        """Say what went into which file."""
        text = trn(
            saved.count,
            "{count} badge saved in {file}. Print it at 100 %, never fitted to the page.",
            "{count} badges saved in {file}. Print them at 100 %, never fitted to the page.",
            file=saved.path.name,
        )
        self.foot.say(text, "good", saved.path)

    def show_tested(self, printer: str) -> None:
        """Say where the test page went."""
        self.foot.say(tr("Test page sent to {printer}", printer=printer), "good")

    def show_failed(self, failure: PrintFailed) -> None:
        """Say what went wrong and what to do."""
        self.foot.say(words.say(failure.error.sentence, words.current()), "stop")

    # What a person does

    def ask_where(self) -> None:
        """Ask for a file name and save all chosen badges there."""
        self._dialog = ask_where_to_save(self, tr("Save the badges"), tr("badges"), "pdf")
        self._dialog.fileSelected.connect(self._save)
        self._dialog.open()

    def edit_stock(self) -> None:
        """Describe labels that are on no list, beginning with those in hand."""
        if self._choices:
            asked = OwnStockDialog(self._choices.stock, self)
            asked.kept.connect(self._controller.setup.keep_stock)
            asked.forgotten.connect(self._controller.setup.forget_stock)
            self._open(asked)

    def adjust_printer(self) -> None:
        """Make up for a printer that prints beside the label."""
        if self._choices:
            asked = AdjustDialog(self._choices, self)
            asked.moved.connect(self._controller.setup.set_offset)
            asked.test_wanted.connect(self._controller.setup.print_test_page)
            self._open(asked)

    def ask_address(self) -> None:
        """Ask where a printer of the network is."""
        asked = QInputDialog(self)
        asked.setWindowTitle(tr("Zebra printer"))
        asked.setLabelText(tr("Address of the printer, such as 192.168.1.50"))
        asked.textValueSelected.connect(self._controller.setup.add_zebra)
        self._open(asked)

    def _open(self, asked: QDialog) -> None:
        self._asked = asked
        asked.open()

    def _open_saved(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _save(self, path: str) -> None:
        self._controller.save(Path(path))

    def _print(self) -> None:
        self.foot.say("", "quiet")
        self._controller.print(self.foot.printer)

    def _pick_person(self, identity: int) -> None:
        self._controller.choose_people((identity,))

    def _see_person(self, identity: int) -> None:
        self._controller.choose_people((identity,))
        self.tabs.choose(0)

    def _pick_printer(self, name: str) -> None:
        self._controller.setup.choose_printer(name)
        self.queue.choose_printer(name)

    # Parts

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.left)
        sides.addWidget(self._right_side(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(sides, 1)
        column.addWidget(self.foot)

    def _right_side(self) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self._right, 1)
        for page in (self.preview, self.check, self.queue):
            self._right.addWidget(page)
        return card

    def _connect(self) -> None:
        self._hear()
        it, left, foot = self._controller, self.left, self.foot
        left.people.group_picked.connect(it.choose_people)
        left.people.person_picked.connect(self._pick_person)
        left.people.searched.connect(it.search)
        left.order.picked.connect(it.arrange)
        left.layout_picked.connect(it.setup.choose_layout)
        left.design.clicked.connect(self.design_wanted)
        left.stocks.picked.connect(it.setup.choose_stock)
        left.first.picked.connect(it.setup.set_first_label)
        left.own.clicked.connect(self.edit_stock)
        left.adjust.clicked.connect(self.adjust_printer)
        self.tabs.picked.connect(self._right.setCurrentIndex)
        self.preview.pager.wanted.connect(it.preview)
        self.preview.empty.chosen.connect(self.import_wanted)
        self.check.chosen.connect(self._see_person)
        self.check.corrected.connect(it.correct)
        self.check.all_wanted.connect(it.look_at_all)
        self.queue.again_wanted.connect(it.queue.retry)
        self.queue.copies_wanted.connect(it.print_jobs_again)
        self.queue.given_up.connect(it.queue.cancel)
        self.queue.seen.connect(it.queue.came_out)
        self.queue.labels_counted.connect(it.queue.count_labels)
        self.queue.spare_picked.connect(it.queue.choose_spare)
        foot.printer_picked.connect(self._pick_printer)
        foot.zebra_wanted.connect(self.ask_address)
        foot.save.clicked.connect(self.ask_where)
        foot.print.clicked.connect(self._print)
        foot.stop.clicked.connect(it.stop)
        foot.file_wanted.connect(self._open_saved)

    def _hear(self) -> None:
        it = self._controller
        it.chosen.connect(self.show_batch)
        it.found.connect(self.left.people.show_found)
        it.person_shown.connect(self.show_person)
        it.previewed.connect(self.preview.show_preview)
        it.remarked.connect(self.show_remarks)
        it.progressed.connect(self.foot.show_progress)
        it.printed.connect(self.show_printed)
        it.saved.connect(self.show_saved)
        it.failed.connect(self.show_failed)
        it.queued.connect(self.show_queue)
        it.setup.settled.connect(self.show_choices)
        it.setup.printers_listed.connect(self.show_printers)
        it.setup.tested.connect(self.show_tested)
