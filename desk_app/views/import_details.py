"""The card of a preview: the people of one kind in a table, or what to check in sentences."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.importing import Preview
from desk_app.views.elided import ElidedLabel
from desk_app.views.icon_label import IconLabel
from desk_app.views.import_kinds import Kind
from desk_app.views.import_questions import MissingChoice, Questions
from desk_app.views.import_rows import PlanRows
from desk_app.views.import_words import number
from desk_app.views.table import TableView, table_view
from desk_app.words import tr, trn

_SORTED = 2000  # rows: sorting more would hold up the window


class Details(QFrame):
    """Tables are made when first looked at, and filled without copying anybody.

    Emits `answered` (the question's place in the plan, whether the export is right),
    `kind_answered` (the same for all of a kind) and `missing_answered` (whether missing people are
    cancelled).
    """

    answered = Signal(object, object)
    kind_answered = Signal(object, object)
    missing_answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._title = QLabel()
        self._title.setProperty("look", "row")
        self._hint = ElidedLabel(look="muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._stack = QStackedLayout()
        self._empty = _Nothing()
        self._questions = Questions()
        self._missing = MissingChoice()
        self._tables: dict[str, TableView] = {}
        self._lay_out()
        self._questions.answered.connect(self.answered)
        self._questions.kind_answered.connect(self.kind_answered)
        self._missing.answered.connect(self.missing_answered)

    def show_kind(self, kind: Kind, preview: Preview) -> None:
        count = kind.count(preview)
        rows = kind.rows(preview)
        self._title.setText(tr(kind.title))
        self._hint.setText(_hint(kind, preview) if count else "")
        self._missing.setVisible(kind.name == "missing" and count > 0)
        self._missing.show_preview(preview)
        if kind.name == "check" and count:
            self._questions.setAccessibleName(tr(kind.title))
            self._questions.show_preview(preview)
            self._stack.setCurrentWidget(self._questions)
        elif rows:
            self._show_table(kind, preview)
        else:
            self._empty.say(_nobody(kind, count), kind.icon)
            self._stack.setCurrentWidget(self._empty)

    def show_answers(self, preview: Preview) -> None:
        """The same plan, answered otherwise."""
        self._questions.show_answers(preview)

    def forget(self) -> None:
        """Hold on to nobody."""
        for table in self._tables.values():
            self._stack.removeWidget(table)
            table.deleteLater()
        self._tables.clear()

    def _show_table(self, kind: Kind, preview: Preview) -> None:
        rows = kind.rows(preview)
        if kind.name not in self._tables:
            self._tables[kind.name] = _table(kind)
            self._stack.addWidget(self._tables[kind.name])
        table = self._tables[kind.name]
        model = table.model()
        assert isinstance(model, PlanRows)
        model.set_rows(rows)
        table.setSortingEnabled(len(rows) <= _SORTED)
        self._stack.setCurrentWidget(table)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(16)
        top.addWidget(self._title)
        top.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._missing)
        column.addLayout(self._stack, 1)
        # Only now: a stack without a parent would show its first page as a window of its own.
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._questions)


class _Nothing(QWidget):
    """One sentence in place of a table."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("check", "muted", 40)
        self._words = QLabel()
        self._words.setProperty("look", "muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addStretch(1)

    def say(self, text: str, icon: str) -> None:
        self._icon.set_icon(icon, "muted")
        self._words.setText(text)


def _table(kind: Kind) -> TableView:
    model = PlanRows(kind.columns())
    table = table_view(model)
    model.setParent(table)
    table.setAccessibleName(tr(kind.title))
    return table


def _hint(kind: Kind, preview: Preview) -> str:
    if kind.name == "unchanged" and preview.enriched:
        return trn(
            preview.enriched,
            "{shown} of them answers new questions",
            "{shown} of them answer new questions",
            shown=number(preview.enriched),
        )
    return tr(kind.hint) if kind.hint else ""


def _nobody(kind: Kind, count: int) -> str:
    if kind.name == "unchanged" and count:
        return tr("{count} people are in the export just as before.", count=number(count))
    return tr(kind.empty)
