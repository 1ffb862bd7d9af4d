"""What an export would change, before anything is written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.importing import Preview
from desk_app.views import import_words
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.import_columns import ColumnsDialog
from desk_app.views.import_details import Details
from desk_app.views.import_kinds import KINDS
from desk_app.views.tile import Tile
from desk_app.words import tr, trn


class PreviewPage(QWidget):
    """Tiles choose what the card below them shows. Emits `accepted` or `cancelled`."""

    accepted = Signal()
    cancelled = Signal()
    corrected = Signal(object, object)  # as of ColumnsDialog
    sheet_chosen = Signal(object)
    answered = Signal(object, object)  # as of Details
    kind_answered = Signal(object, object)
    missing_answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._heading = QLabel(tr("What this export would change"))
        self._heading.setProperty("look", "title")
        self._source = ElidedLabel(look="muted")
        self._columns = Button(tr("Columns…"), icon="list-ordered")
        self._tiles = {kind.name: Tile(tr(kind.word), kind.tone, 0, kind.icon) for kind in KINDS}
        self._group = QButtonGroup(self)
        self._details = Details()
        self._foot = Foot()
        self._lay_out()
        self._columns.clicked.connect(self._show_columns)
        self._group.idToggled.connect(self._show_kind)
        self._details.answered.connect(self.answered)
        self._details.kind_answered.connect(self.kind_answered)
        self._details.missing_answered.connect(self.missing_answered)
        self._foot.accepted.connect(self.accepted)
        self._foot.cancelled.connect(self.cancelled)
        self.setFocusProxy(self._foot)

    def show_preview(self, preview: Preview) -> None:
        """Open at the first kind that has anybody, what is to check before all."""
        self._preview = preview
        reading = preview.plan.reading
        people = import_words.people(len(reading.registrations))
        platform = import_words.platform_word(reading.platform)
        self._source.setText(f"{reading.file} · {platform} · {people}")
        counts = [kind.count(preview) for kind in KINDS]
        for kind, count in zip(KINDS, counts, strict=True):
            self._tiles[kind.name].set_number(count)
        self._foot.show_preview(preview)
        first = next((number for number, count in enumerate(counts) if count), 0)
        if self._group.checkedId() == first:
            self._show_kind(first, True)
        self._group.button(first).setChecked(True)
        announce(self, f"{self._heading.text()}: {self._source.text()}")

    def show_answers(self, preview: Preview) -> None:
        """The same plan with another answer: only what would be written is another."""
        self._preview = preview
        self._details.show_answers(preview)
        self._foot.show_preview(preview)

    def forget(self) -> None:
        """Hold on to nobody."""
        self._preview = None
        self._details.forget()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._source)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self._columns)
        tiles = QHBoxLayout()
        tiles.setSpacing(8)
        for number, kind in enumerate(KINDS):
            self._group.addButton(self._tiles[kind.name], number)
            tiles.addWidget(self._tiles[kind.name], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(tiles)
        column.addWidget(self._details, 1)
        column.addWidget(self._foot)

    def _show_kind(self, number: int, checked: bool) -> None:
        if checked and self._preview is not None:
            self._details.show_kind(KINDS[number], self._preview)

    def _show_columns(self) -> None:
        if self._preview is not None:
            it = self._preview.plan.reading
            dialog = ColumnsDialog(
                it.file, it.heads, it.sheets, it.sheet, before=it.corrected, parent=self
            )
            dialog.corrected.connect(self.corrected)
            dialog.sheet_chosen.connect(self.sheet_chosen)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()


class Foot(QWidget):
    """The promise, and the two ways out."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._promise = QLabel()
        self._promise.setProperty("look", "muted")
        self._promise.setWordWrap(True)
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self._apply = Button("", shortcut="Ctrl+Return", look="big")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._promise, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._apply)
        self._cancel.clicked.connect(self.cancelled)
        self._apply.clicked.connect(self.accepted)

    def show_preview(self, preview: Preview) -> None:
        """Where nothing would change there is nothing to accept."""
        writes = preview.writes > 0
        self._apply.setVisible(writes)
        self._apply.setText(_apply_words(preview))
        self._cancel.setText(tr("Cancel") if writes else tr("Close"))
        self._promise.setText(_promise(writes))
        self.setFocusProxy(self._apply if writes else self._cancel)


def _apply_words(preview: Preview) -> str:
    """New answers alone are no change that anybody sees on a list."""
    count = preview.changes + preview.struck
    if not count and preview.enriched:
        return tr("Take the new answers")
    if not count:
        return tr("Remember these answers")
    shown = import_words.number(count)
    return trn(count, "Apply {shown} change", "Apply {shown} changes", shown=shown)


def _promise(writes: bool) -> str:
    if not writes:
        return tr("There is nothing to change: this desk knows all of this already.")
    return tr(
        "Nothing is written before you accept. Check-ins, notes and desk corrections are never "
        "overwritten. An import can be undone later."
    )
