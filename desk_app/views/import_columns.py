"""What each column of the export was taken for."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.importing import Reading
from desk_app.tables.row_model import Column, RowModel
from desk_app.views.button import Button
from desk_app.views.import_words import field_word
from desk_app.views.table import table_view
from desk_app.words import tr

Pair = tuple[str, str]
_LOOKED_AT = 200  # registrations whose answers are looked through for more headings


class ColumnsDialog(QDialog):
    """Open it with `open()`; Escape closes it."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columns")
        self.setWindowTitle(tr("Columns of {file}", file=reading.file))
        self.setModal(True)
        self.setMinimumSize(640, 560)
        self._title = QLabel(tr("What each column was taken for"))
        self._title.setProperty("look", "title")
        columns = (
            Column[Pair](tr("Heading in the file"), lambda pair: pair[0], width=320),
            Column[Pair](tr("Taken for"), lambda pair: pair[1], width=240),
        )
        self._model = RowModel(columns, key=lambda pair: pair)
        self._model.set_rows(_pairs(reading))
        self._table = table_view(self._model)
        self._close = Button(tr("Close"))
        self._lay_out()
        self._close.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._table, 1)
        column.addLayout(foot)


def _pairs(reading: Reading) -> list[Pair]:
    """Columns that nobody recognised are kept with each person as answers."""
    known = [(heading, field_word(field)) for field, heading in reading.columns]
    answers = dict.fromkeys(
        heading for it in reading.registrations[:_LOOKED_AT] for heading, _ in it.answers
    )
    return known + [(heading, tr("kept as an answer")) for heading in answers]
