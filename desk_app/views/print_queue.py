"""The print queue: what waits, what went out, what needs a look, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from desk_app import words
from desk_app.controllers.badges import Line, PrinterInfo, Queue, State
from desk_app.tables.row_model import Column, RowModel
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.table import table_view
from desk_app.words import tr, trn

_LOOKS = {
    State.QUEUED: ("quiet", "hourglass"),
    State.SENDING: ("accent", "printer"),
    State.SENT: ("accent", "printer"),
    State.PRINTED: ("good", "circle-check"),
    State.FAILED: ("stop", "circle-x"),
    State.UNKNOWN: ("mind", "circle-help"),
    State.CANCELLED: ("quiet", "ban"),
}
_FEW_LABELS = 10
_NUMBER = 148
_SPARE = 112
_MOST_LABELS = 5000
_TROUBLED = (State.FAILED, State.UNKNOWN)
_OUT = (State.SENT, State.PRINTED)


class PrintQueuePanel(QWidget):
    """The buttons act on the selected rows, or on all that need it where none is selected.

    What came out is printed again only where nothing else is selected.
    """

    again_wanted = Signal(object, str)  # ids of jobs, another printer or ""
    copies_wanted = Signal(object)  # ids of jobs that came out, to be printed once more
    given_up = Signal(object)  # ids of jobs
    seen = Signal(object)  # ids of jobs that did come out
    labels_counted = Signal(str, object)  # a printer, how many labels its roll has
    spare_picked = Signal(str)  # a printer, or ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printer = ""
        self._labels: dict[str, int] = {}
        self._spare = ""
        self._told = QLabel()
        self._called: dict[str, str] = {}
        self._rows: RowModel[Line] = RowModel(_columns(self._called), key=lambda it: it.job.id)
        self.table = table_view(self._rows)
        self._rows.setParent(self)
        self.again = Button(tr("Print again"))
        self.elsewhere = Button(tr("Move"))
        self.came_out = Button(tr("It came out"))
        self.cancel = Button(tr("Cancel"))
        self.labels = QSpinBox()
        self.spare = QComboBox()
        self._lay_out()
        self._connect()
        self.show_queue(Queue((), (), (), ""))

    def show_queue(self, queue: Queue) -> None:
        """All jobs that are open, and the last that went out."""
        self._rows.set_rows(queue.lines)
        self._labels, self._spare = dict(queue.labels), queue.spare
        self._told.setText(summary(queue))
        trouble = queue.count(*_TROUBLED)
        theme.set_look(self._told, "tone", "mind" if trouble else "quiet")
        self._select_spare()
        self._show_labels()
        self._allow()

    def show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        """Which printers can take over."""
        self._called.update({it.name: it.description for it in printers})
        self.spare.clear()
        self.spare.addItem(tr("No other printer"), "")
        for it in printers:
            self.spare.addItem(it.description, it.name)
        self._select_spare()

    def choose_printer(self, name: str) -> None:
        """The printer to which jobs can be moved, and whose roll is counted."""
        self._printer = name
        self._show_labels()
        self._allow()

    # Parts

    def _marked(self, *states: State) -> tuple[int, ...]:
        picked = self.table.selectionModel().selectedRows()
        lines = [self._rows.row(index) for index in picked] or self._rows.rows()
        return tuple(sorted(it.job.id for it in lines if it.job.state in states))

    def _allow(self) -> None:
        states = (*_TROUBLED, State.CANCELLED, *_OUT) if self._has_selection() else _TROUBLED
        self.again.setEnabled(bool(self._marked(*states)))
        movable = self._marked(State.QUEUED, *_TROUBLED)
        self.elsewhere.setEnabled(bool(movable and self._printer))
        self.came_out.setEnabled(bool(self._marked(State.UNKNOWN)))
        self.cancel.setEnabled(bool(movable))

    def _has_selection(self) -> bool:
        return self.table.selectionModel().hasSelection()

    def _ask_again(self) -> None:
        states = (*_TROUBLED, State.CANCELLED) if self._has_selection() else _TROUBLED
        if wanted := self._marked(*states):
            self.again_wanted.emit(wanted, "")
        else:
            self.copies_wanted.emit(self._marked(*_OUT))

    def _ask_elsewhere(self) -> None:
        self.again_wanted.emit(self._marked(State.QUEUED, *_TROUBLED), self._printer)

    def _give_up(self) -> None:
        self.given_up.emit(self._marked(State.QUEUED, *_TROUBLED))

    def _tell_seen(self) -> None:
        self.seen.emit(self._marked(State.UNKNOWN))

    def _tell_labels(self) -> None:
        if self._printer and self.labels.value() != self._labels.get(self._printer, -1):
            self.labels_counted.emit(self._printer, self.labels.value())

    def _pick_spare(self, place: int) -> None:
        self.spare_picked.emit(str(self.spare.itemData(place)))

    def _select_spare(self) -> None:
        self.spare.setCurrentIndex(max(self.spare.findData(self._spare), 0))

    def _show_labels(self) -> None:
        left = self._labels.get(self._printer, -1)
        if not self.labels.hasFocus():
            self.labels.setValue(left)
        self.labels.setEnabled(bool(self._printer))
        low = 0 <= left <= _FEW_LABELS
        theme.set_look(self._few, "tone", "mind")
        self._few.setText(tr("Nearly at its end: have a new roll at hand.") if low else "")
        self._few.setVisible(low)

    def _lay_out(self) -> None:
        self._few = QLabel()
        self.table.setAccessibleName(tr("Print queue"))
        self._told.setWordWrap(True)
        self.elsewhere.setToolTip(tr("Print it on the printer that is chosen below"))
        self.labels.setFixedWidth(_NUMBER)
        self.spare.setMinimumWidth(_SPARE)
        self.labels.setRange(-1, _MOST_LABELS)
        self.labels.setSpecialValueText(tr("not counted"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.again, self.elsewhere, self.came_out, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        column.addLayout(self._foot())
        column.addWidget(self._few)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for short, text, part in (
            (tr("Labels left"), tr("Labels left on the roll"), self.labels),
            (tr("Spare printer"), tr("If it fails, print on"), self.spare),
        ):
            label = QLabel(short)
            label.setBuddy(part)
            part.setAccessibleName(text)
            part.setToolTip(text)
            row.addWidget(label)
            row.addWidget(part)
        row.setStretch(3, 1)
        return row

    def _connect(self) -> None:
        self.again.clicked.connect(self._ask_again)
        self.elsewhere.clicked.connect(self._ask_elsewhere)
        self.came_out.clicked.connect(self._tell_seen)
        self.cancel.clicked.connect(self._give_up)
        self.labels.editingFinished.connect(self._tell_labels)
        self.spare.activated.connect(self._pick_spare)
        self.table.selectionModel().selectionChanged.connect(self._allow)


def summary(queue: Queue) -> str:
    """How many badges wait, failed, or are in doubt; calm words when none does."""
    waiting = queue.count(State.QUEUED, State.SENDING)
    failed, unknown = queue.count(State.FAILED), queue.count(State.UNKNOWN)
    told = [
        trn(waiting, "{count} badge waits", "{count} badges wait") if waiting else "",
        trn(failed, "{count} badge failed", "{count} badges failed") if failed else "",
        trn(unknown, "{count} badge may have come out: look, then choose",
            "{count} badges may have come out: look, then choose") if unknown else "",
    ]  # fmt: skip
    return " · ".join(filter(None, told)) or tr("Nothing waits for a printer.")


def _columns(called: dict[str, str]) -> tuple[Column[Line], ...]:
    """A printer is `called` what the system calls it, where it is known."""
    return (
        Column(tr("Badge"), _name, width=168),
        Column(tr("State"), _state, tone=lambda it: _LOOKS[it.job.state][0],
               icon=lambda it: _LOOKS[it.job.state][1], width=168),
        Column(tr("Remark"), _remark, width=240),
        Column(tr("Printer"), lambda it: called.get(it.job.printer, it.job.printer), width=120),
    )  # fmt: skip


def _name(line: Line) -> str:
    more = len(line.job.ids) - 1
    return trn(more, "{name} and {count} more", "{name} and {count} more",
               name=line.name) if more else line.name  # fmt: skip


def _state(line: Line) -> str:
    return {
        State.QUEUED: tr("Waiting"),
        State.SENDING: tr("Being sent"),
        State.SENT: tr("Sent"),
        State.PRINTED: tr("Printed"),
        State.FAILED: tr("Failed"),
        State.UNKNOWN: tr("Came out?"),
        State.CANCELLED: tr("Cancelled"),
    }[line.job.state]


def _remark(line: Line) -> str:
    return words.say(line.job.reason, words.current()) if line.job.reason else ""


class SideTabs(QWidget):
    """Buttons that choose what the right side of the badges screen shows."""

    picked = Signal(object)  # 0: the preview, 1: the remarks, 2: the queue

    def __init__(self) -> None:
        super().__init__()
        self.preview = Button(tr("Preview"), icon="id-card")
        self.check = Button(tr("Check"), icon="shield-check")
        self.queue = Button(tr("Queue"), icon="list-ordered")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, button in enumerate((self.preview, self.check, self.queue)):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("number", number)
            button.clicked.connect(self._pick)
            row.addWidget(button)
        row.addStretch(1)
        self.preview.setChecked(True)

    def show_queue(self, queue: Queue) -> None:
        """How many badges need a look or wait, on the button itself."""
        number = queue.count(State.QUEUED, State.SENDING, *_TROUBLED)
        self.queue.setText(tr("Queue ({count})", count=number) if number else tr("Queue"))

    def show_remarks(self, count: int) -> None:
        """How many remarks should be read before printing."""
        self.check.setText(tr("Check ({count})", count=count) if count else tr("Check"))

    def choose(self, number: int) -> None:
        """Show this page."""
        (self.preview, self.check, self.queue)[number].click()

    def _pick(self) -> None:
        self.picked.emit(int(self.sender().property("number")))
