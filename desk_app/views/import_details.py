"""The card of a preview: the people of one kind in a table, or what to check in sentences."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.importing import Preview
from desk_app.views.elided import ElidedLabel
from desk_app.views.icon_label import IconLabel
from desk_app.views.import_kinds import Kind
from desk_app.views.import_rows import PlanRows
from desk_app.views.import_words import number
from desk_app.views.table import TableView, table_view
from desk_app.words import current, say, tr, trn

_SORTED = 2000  # rows: sorting more would hold up the window
_TOLD = 30


class Details(QFrame):
    """Tables are made when first looked at, and filled without copying anybody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._title = QLabel()
        self._title.setProperty("look", "row")
        self._hint = ElidedLabel(look="muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._stack = QStackedLayout()
        self._empty = _Nothing()
        self._sentences = Sentences()
        self._tables: dict[str, TableView] = {}
        self._lay_out()

    def show_kind(self, kind: Kind, preview: Preview) -> None:
        count = kind.count(preview)
        rows = kind.rows(preview)
        self._title.setText(tr(kind.title))
        self._hint.setText(_hint(kind, preview) if count else "")
        if kind.name == "check" and count:
            self._sentences.setAccessibleName(tr(kind.title))
            self._sentences.say(list(_told(preview)))
            self._stack.setCurrentWidget(self._sentences)
        elif rows:
            self._show_table(kind, preview)
        else:
            self._empty.say(_nobody(kind, count), kind.icon)
            self._stack.setCurrentWidget(self._empty)

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
        column.addLayout(self._stack, 1)
        # Only now: a stack without a parent would show its first page as a window of its own.
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._sentences)


class Sentences(QScrollArea):
    """What a person should read, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def say(self, sentences: list[str]) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(8)
        for text in sentences:
            column.addWidget(_sentence(text))
        column.addStretch(1)
        self.setWidget(content)


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


def _sentence(text: str) -> QWidget:
    line = QFrame()
    line.setProperty("ground", "mind")
    words = QLabel(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row = QHBoxLayout(line)
    row.setContentsMargins(12, 10, 12, 10)
    row.setSpacing(12)
    row.addWidget(IconLabel("triangle-alert", "mind", 20), alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return line


def _told(preview: Preview) -> Iterator[str]:
    for warning in preview.plan.warnings[:_TOLD]:
        yield say(warning, current())
    for person in preview.absent[:_TOLD]:
        yield tr("{name} has arrived, but is no longer in the export.", name=person.name)
    beyond = max(len(preview.absent) - _TOLD, 0)
    if beyond:
        yield tr("And {count} more: see “missing”.", count=number(beyond))


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
