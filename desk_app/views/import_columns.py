"""What each column of the export was taken for, and what it really holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.importing import ANSWER, FIELDS, IGNORED, Fields, Head
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.import_words import field_word
from desk_app.views.scrolling import scroll_area
from desk_app.words import tr

_MOST = 120  # columns to choose for: more are kept as answers, and widgets cost time


class ColumnsDialog(QDialog):
    """Open it with `open()`; Escape changes nothing.

    Emits `corrected` with the sheet and ((position, field), …) of what was changed by hand; no
    pairs mean that columns are recognised as at first. Emits `sheet_chosen` with another sheet.
    """

    corrected = Signal(object, object)
    sheet_chosen = Signal(object)

    def __init__(
        self,
        file: str,
        heads: Sequence[Head],
        sheets: Sequence[str] = (),
        sheet: str = "",
        reason: str = "",
        before: Fields = (),
        parent: QWidget | None = None,
    ) -> None:
        """`before` are corrections that were followed already; `reason` says what is wrong."""
        super().__init__(parent)
        self.setObjectName("columns")
        self.setWindowTitle(tr("Columns of {file}", file=file))
        self.setModal(True)
        self.setMinimumSize(760, 560)
        self._heads = heads[:_MOST]
        self._sheet = sheet
        self._before = dict(before)
        self._title = QLabel(tr("What each column holds"))
        self._title.setProperty("look", "title")
        self._reason = QLabel(reason)
        self._reason.setWordWrap(True)
        if not reason:  # to show a part before it is laid out would open a window for it
            self._reason.hide()
        self._sheets = _sheet_box(sheets, sheet)
        self._boxes = [_field_box(head) for head in self._heads]
        self._recognise = Button(tr("Recognise again"), icon="undo-2", look="flat")
        self._close = Button(tr("Cancel"))
        self._read = Button(tr("Read with these columns"), look="primary")
        self._lay_out()
        self._recognise.clicked.connect(self._start_over)
        self._close.clicked.connect(self.reject)
        self._read.clicked.connect(self._correct)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._sheets)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._recognise)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._reason)
        column.addWidget(self._table(), 1)
        column.addLayout(foot)

    def _table(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        titles = (tr("Heading in the file"), tr("Example"), tr("Taken for"))
        for place, title in enumerate(titles):
            grid.addWidget(_muted(title), 0, place)
        for row, (head, box) in enumerate(zip(self._heads, self._boxes, strict=True), 1):
            name = ElidedLabel()
            name.setText(head.heading or tr("Column {number}", number=head.position + 1))
            example = ElidedLabel(look="muted")
            example.setText(head.example)
            grid.addWidget(name, row, 0)
            grid.addWidget(example, row, 1)
            grid.addWidget(box, row, 2)
        grid.setRowStretch(len(self._heads) + 1, 1)
        return scroll_area(content)

    def _correct(self) -> None:
        sheet = self._sheets.currentText() if self._sheets.count() else self._sheet
        if sheet != self._sheet:  # another sheet has other columns: what was chosen here is void
            self.sheet_chosen.emit(sheet)
        else:
            self.corrected.emit(sheet, self._chosen())
        self.accept()

    def _start_over(self) -> None:
        self.corrected.emit(self._sheet, ())
        self.accept()

    def _chosen(self) -> Fields:
        """The corrections of before, and those of now."""
        pairs = zip(self._heads, self._boxes, strict=True)
        now = {
            head.position: box.currentData()
            for head, box in pairs
            if box.currentData() != head.field
        }
        return tuple(sorted({**self._before, **now}.items()))


def _field_box(head: Head) -> QComboBox:
    box = QComboBox()
    for field in FIELDS:
        box.addItem(_word(field), field)
    box.setCurrentIndex(FIELDS.index(head.field))
    box.setAccessibleName(tr("Taken for: {heading}", heading=head.heading))
    return box


def _sheet_box(sheets: Sequence[str], sheet: str) -> QComboBox:
    box = QComboBox()
    box.addItems(list(sheets) if len(sheets) > 1 else [])
    box.setCurrentText(sheet)
    box.setAccessibleName(tr("Sheet of the workbook"))
    if len(sheets) < 2:
        box.hide()
    return box


def _word(field: str) -> str:
    if field == ANSWER:
        return tr("kept as an answer")
    return tr("left out") if field == IGNORED else field_word(field)


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "muted")
    return label
