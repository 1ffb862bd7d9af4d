"""Before a batch: what is worth knowing of the badges, each mended on the spot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk_app import words
from desk_app.controllers.badges import Note, Remarks
from desk_app.tables.row_model import Column, RowModel
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.table import table_view
from desk_app.words import tr, trn

_GRAVE = ("layout", "nameless", "letters", "left_out", "small", "twice", "code")
_ORDER = (*_GRAVE, "broken", "no_organisation")


class BadgeCheck(QWidget):
    """Choose a line, change the words or take the short form, and the badge is drawn anew."""

    chosen = Signal(object)  # a person's id, to see the badge
    corrected = Signal(object, str, str)  # a person's id, a field, what it shall say
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks = Remarks((), 0, 0)
        self._rows: RowModel[Note] = RowModel(_columns(), key=lambda it: (it.attendee, it.kind))
        self.table = table_view(self._rows)
        self._rows.setParent(self)
        self._title = QLabel()
        self.kinds = QComboBox()
        self.all = Button(tr("Look through all"))
        self._said = QLabel()
        self._field = QLabel()
        self.value = QLineEdit()
        self.short = Button("")
        self.correct = Button(tr("Correct"), look="primary")
        self.see = Button(tr("See the badge"))
        self._lay_out()
        self._connect()
        self.show_remarks(self._remarks)

    def show_remarks(self, remarks: Remarks) -> None:
        """What was found so far."""
        self._remarks = remarks
        self._title.setText(_summary(remarks))
        theme.set_look(self._title, "tone", "mind" if grave(remarks) else "quiet")
        self.all.setVisible(_stopped(remarks))
        self._count_kinds()
        self._show_rows()

    # Parts

    def _count_kinds(self) -> None:
        kept = self.kinds.currentData() or ""
        self.kinds.clear()
        self.kinds.addItem(tr("All remarks ({count})", count=len(self._remarks.notes)), "")
        for kind in _ORDER:
            if count := sum(it.kind == kind for it in self._remarks.notes):
                self.kinds.addItem(f"{_word(kind)} ({count})", kind)
        self.kinds.setCurrentIndex(max(self.kinds.findData(kept), 0))
        self.kinds.setVisible(self.kinds.count() > 2)

    def _show_rows(self) -> None:
        kind = self.kinds.currentData() or ""
        notes = [it for it in self._remarks.notes if not kind or it.kind == kind]
        self._rows.set_rows(sorted(notes, key=lambda it: _ORDER.index(it.kind)))
        self._show_current()

    def _current(self) -> Note | None:
        index = self.table.currentIndex()
        return self._rows.row(index) if index.isValid() else None

    def _show_current(self) -> None:
        """The words of the chosen line, ready to be changed."""
        note = self._current()
        mendable = note is not None and bool(note.field)
        for part in (self._field, self.value, self.correct):
            part.setVisible(mendable)
        self.see.setEnabled(note is not None)
        self._said.setText(words.say(note.sentence, words.current()) if note else "")
        self._said.setVisible(note is not None)
        self.short.setVisible(bool(note and note.proposal))
        if note and note.field:
            self._field.setText(_field_word(note.field))
            self.value.setAccessibleName(_field_word(note.field))
            self.value.setText(note.value)
            self.value.setCursorPosition(0)
            self.short.setText(tr("Short form: {words}", words=note.proposal))
            self._allow()

    def _allow(self) -> None:
        note = self._current()
        self.correct.setEnabled(note is not None and self.value.text().strip() != note.value)

    def _correct(self) -> None:
        note = self._current()
        if note and self.correct.isEnabled():
            self.corrected.emit(note.attendee, note.field, self.value.text())

    def _take_short_form(self) -> None:
        note = self._current()
        if note:
            self.value.setText(note.proposal)
            self._correct()

    def _see(self) -> None:
        note = self._current()
        if note:
            self.chosen.emit(note.attendee)

    def _lay_out(self) -> None:
        self._title.setWordWrap(True)
        self._said.setWordWrap(True)
        self.table.setAccessibleName(tr("Remarks"))
        self.kinds.setAccessibleName(tr("Which remarks"))
        self.short.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head, foot, mend = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.all)
        for part, stretch in ((self._field, 0), (self.value, 1), (self.correct, 0)):
            mend.addWidget(part, stretch)
        foot.addWidget(self.see)
        foot.addWidget(self.short, 4)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.kinds)
        column.addWidget(self.table, 1)
        column.addWidget(self._said)
        column.addLayout(mend)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.table.activated.connect(self._see)
        self.kinds.activated.connect(self._show_rows)
        self.value.textChanged.connect(self._allow)
        self.value.returnPressed.connect(self._correct)
        self.correct.clicked.connect(self._correct)
        self.short.clicked.connect(self._take_short_form)
        self.see.clicked.connect(self._see)
        self.all.clicked.connect(self.all_wanted)


def grave(remarks: Remarks) -> int:
    """How many remarks somebody should read before printing."""
    return sum(it.kind in _GRAVE for it in remarks.notes)


def _columns() -> tuple[Column[Note], ...]:
    return (
        Column(tr("Name"), lambda it: it.name, width=176),
        Column(tr("Remark"), lambda it: words.say(it.sentence, words.current()), width=320),
    )


def _summary(remarks: Remarks) -> str:
    count = len(remarks.notes)
    looked = tr(
        "{checked} of {total} badges looked through", checked=remarks.checked, total=remarks.total
    )
    fine = tr("All texts fit: no remarks.") if remarks.checked else ""
    told = trn(count, "{count} remark", "{count} remarks") if count else fine
    part = "" if remarks.checked == remarks.total else looked
    return " · ".join(filter(None, (told, part)))


def _stopped(remarks: Remarks) -> bool:
    """Where more badges were chosen than are looked through unasked."""
    return 0 < remarks.checked < remarks.total and remarks.checked % 1000 == 0


def _word(kind: str) -> str:
    return {
        "layout": tr("Layout not on this desk"),
        "nameless": tr("Without a name"),
        "letters": tr("Letters no font has"),
        "left_out": tr("Left out or cut"),
        "small": tr("Hard to read"),
        "twice": tr("Same name twice"),
        "code": tr("Code"),
        "broken": tr("In several lines"),
        "no_organisation": tr("Without an organisation"),
    }[kind]


def _field_word(field: str) -> str:
    return {
        "given_name": tr("Given name"),
        "family_name": tr("Family name"),
        "full_name": tr("Name"),
        "organisation": tr("Organisation"),
        "job_title": tr("Job title"),
    }[field]
