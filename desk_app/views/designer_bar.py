"""Above the designer's label: which layout, on whom it is tried, back and forth, and saving."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget

from desk_app.controllers.designer import Draft, Sample, Shelf
from desk_app.views.button import Button
from desk_app.words import tr

_SAMPLES = {
    "usual": "Somebody usual",
    "longest": "The longest names",
    "shortest": "The shortest names",
    "right_to_left": "Right-to-left script",
    "no_organisation": "No organisation",
    "everything": "Pronouns and no photo",
}
_ACTIONS = (
    ("copy", "Make a copy"),
    ("forget", "Take off the list"),
    ("", ""),
    ("take_in", "Import from a file…"),
    ("hand_out", "Export as a file…"),
    ("", ""),
    ("categories", "Layout for each category…"),
)


class DesignerBar(QWidget):
    """`asked` carries one of the words of the menu: "copy", "forget", "take_in"..."""

    layout_picked = Signal(str)
    sample_picked = Signal(object)  # Badge
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self.layouts = QComboBox()
        self.samples = QComboBox()
        self.more = Button(tr("More…"))
        self.undo = Button("", icon="undo-2")
        self.redo = Button("", icon="redo-2")
        self.save = Button(tr("Save layout"), shortcut="Ctrl+S", icon="save", look="primary")
        self.menu = QMenu(self)
        self.actions_by_key = {}
        for key, text in _ACTIONS:
            if key:
                action = self.menu.addAction(tr(text))
                action.triggered.connect(partial(self._ask, key))
                self.actions_by_key[key] = action
            else:
                self.menu.addSeparator()
        self._name_parts()
        self._lay_out()
        self.layouts.activated.connect(self._pick_layout)
        self.samples.activated.connect(self._pick_sample)
        self.more.clicked.connect(self._offer)

    def show_shelf(self, shelf: Shelf) -> None:
        """List the layouts: those that ship with the desk, then its own."""
        self.layouts.clear()
        for it in shelf.layouts:
            name = (
                it.title if it.id in shelf.own else tr("{layout} (built in)", layout=tr(it.title))
            )
            self.layouts.addItem(name, it.id)
        self.show_source(self._source)

    def show_source(self, source: str) -> None:
        """Mark the layout in hand."""
        self._source = source
        self.layouts.setCurrentIndex(self.layouts.findData(source))

    def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """List the people to try a layout on, and keep the one that was chosen."""
        chosen = max(self.samples.currentIndex(), 0)
        self.samples.clear()
        for it in samples:
            self.samples.addItem(tr(_SAMPLES[it.key]) if it.key else it.name, it.badge)
        self.samples.setCurrentIndex(min(chosen, self.samples.count() - 1))

    def show_draft(self, draft: Draft) -> None:
        """What can be done with the design in hand."""
        self.show_source(draft.source)
        self.undo.setEnabled(draft.can_undo)
        self.redo.setEnabled(draft.can_redo)
        self.save.setEnabled(draft.fault is None and (draft.changed or not draft.own))
        self.actions_by_key["forget"].setEnabled(draft.own)
        self.actions_by_key["hand_out"].setEnabled(draft.fault is None)

    def _pick_layout(self, place: int) -> None:
        wanted = str(self.layouts.itemData(place))
        self.show_source(self._source)  # until it is in hand
        self.layout_picked.emit(wanted)

    def _pick_sample(self, place: int) -> None:
        self.sample_picked.emit(self.samples.itemData(place))

    def _ask(self, key: str, _checked: bool = False) -> None:
        self.asked.emit(key)

    def _offer(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _name_parts(self) -> None:
        for part, name in (
            (self.layouts, tr("Layout")),
            (self.samples, tr("Try it on")),
            (self.undo, tr("Undo (Ctrl+Z)")),
            (self.redo, tr("Redo (Ctrl+Shift+Z)")),
            (self.menu, tr("More…")),
        ):
            part.setAccessibleName(name)
            part.setToolTip(name)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self.layouts, self.samples):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(14)
        row.addWidget(self.layouts, 3)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.samples, 3)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.save)
