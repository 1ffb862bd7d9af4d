"""The designer: the label as its PDF at the left, its boxes and what they show at the right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk_app import words
from desk_app.controllers.designer import (
    AREA,
    Box,
    CategoryChoice,
    Design,
    DesignerController,
    Draft,
    Kept,
    Sample,
    Shelf,
)
from desk_app.views.badge_canvas import with_box
from desk_app.views.category_layouts import CategoryDialog
from desk_app.views.design_page import DesignPage
from desk_app.views.design_parts import DesignParts
from desk_app.views.designer_bar import DesignerBar
from desk_app.views.file_dialogs import ask_where_to_save, documents_folder
from desk_app.views.leaving import LeaveQuestion, LeavingScreen
from desk_app.views.new_box import new_box
from desk_app.words import tr

_KEPT = {
    "kept": "“{title}” is saved, and badges are printed with it from now on.",
    "forgotten": "“{title}” is off the list.",
    "handed out": "The layout is in the file {title}.",
}


class DesignerScreen(LeavingScreen):
    """The page, the list and the inspector show the same box in hand; -1 is the label."""

    def __init__(self, controller: DesignerController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._draft: Draft | None = None
        self._current = -1
        self._questions: tuple[str, ...] = ()
        self._after_saving: Callable[[], object] | None = None
        self._dialog: QFileDialog | None = None
        self._asked: QDialog | None = None
        self.bar = DesignerBar()
        self.page = DesignPage()
        self.parts = DesignParts()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.page.canvas)

    # What the controller says

    def show_shelf(self, shelf: Shelf) -> None:
        """The layouts there are; files that cannot be used are named."""
        self.bar.show_shelf(shelf)
        self.parts.label.show_label(shelf.label)
        for error in shelf.faults[:1]:
            self.page.say(words.say(error.sentence, words.current()), "stop")

    def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """The people to try a layout on; their answers tell what was asked."""
        self.bar.show_samples(samples)
        asked = (question for it in samples for question, _said in it.badge.answers)
        self._questions = tuple(dict.fromkeys(asked))
        self.parts.inspector.offer_questions(self._questions)

    def show_draft(self, draft: Draft) -> None:
        """The design in hand."""
        if self._draft is None or self._draft.source != draft.source:
            self._current = -1
        self._draft = draft
        self._current = min(self._current, len(draft.design.boxes) - 1)
        self.bar.show_draft(draft)
        self.page.show_draft(draft, self._current)
        self.parts.show_draft(draft, self._current)

    def show_kept(self, kept: Kept) -> None:
        """Say what became of a layout; somebody who was on their way out goes on."""
        self.page.say(tr(_KEPT[kept.how], title=kept.title), "good")
        go, self._after_saving = self._after_saving, None
        if go and kept.how == "kept":
            go()

    def show_categories(self, known: CategoryChoice) -> None:
        """Ask which category has which layout."""
        asked = CategoryDialog(known, self)
        asked.chosen.connect(self._controller.choose_for_category)
        self._open_dialog(asked)

    # What a person does

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """What is not saved is saved first, or given up, or nobody leaves."""
        if self._draft is None or not self._controller.unsaved:
            go()
            return
        title, can_save = self._draft.design.title, self._draft.fault is None
        asked = LeaveQuestion(title, can_save=can_save, parent=self)
        asked.save_wanted.connect(partial(self._save_and_go, go))
        asked.leave_wanted.connect(partial(self._leave_and_go, go))
        self._open_dialog(asked)

    def pick(self, number: int) -> None:
        """Take a box in hand; -1 is the label."""
        self._current = number
        if self._draft:
            self.page.show_current(self._draft, number)
            self.parts.show_current(self._draft, number)

    def add_box(self, shows: str) -> None:
        """Put a new box where there is room; plain areas lie behind all others."""
        if self._draft is None:
            return
        design = self._draft.design
        box = new_box(shows, design, self.page.sides.side, "".join(self._questions[:1]))
        behind = shows == AREA
        boxes = (box, *design.boxes) if behind else (*design.boxes, box)
        self._current = 0 if behind else len(design.boxes)
        self._controller.change(replace(design, boxes=boxes))
        self.pick(self._current)
        self.page.canvas.setFocus()

    def remove_box(self) -> None:
        """Take the box in hand away."""
        if self._draft and self._current >= 0:
            boxes = self._draft.design.boxes
            rest = (*boxes[: self._current], *boxes[self._current + 1 :])
            self._current = min(self._current, len(rest) - 1)
            self._controller.change(replace(self._draft.design, boxes=rest))
            self.pick(self._current)

    def _turn(self, side: str) -> None:
        """To the other side; a box of this one is put down."""
        self.pick(-1)
        self.page.show_side(side)

    def _change(self, design: Design, merge: str) -> None:
        self.page.say("", "quiet")
        self._controller.change(design, merge)

    def _change_box(self, box: Box, name: str) -> None:
        if self._draft and self._current >= 0:
            design = with_box(self._draft.design, self._current, box)
            self._change(design, f"{name} {self._current}")

    def _save_and_go(self, go: Callable[[], object]) -> None:
        self._after_saving = go
        self._controller.keep()

    def _leave_and_go(self, go: Callable[[], object]) -> None:
        self._controller.leave()
        go()

    def _open(self, layout: str) -> None:
        self.ask_to_leave(partial(self._controller.open, layout))

    def _ask(self, what: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "copy": self._controller.copy,
            "forget": self._controller.forget,
            "take_in": partial(self.ask_to_leave, self._ask_file),
            "hand_out": self._ask_where,
            "categories": self._controller.ask_categories,
        }
        acts[what]()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, tr("Import a layout"), documents_folder())
        dialog.setNameFilter("*.toml")
        dialog.fileSelected.connect(self._take_in)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _take_in(self, path: str) -> None:
        self._controller.take_in(Path(path))

    def _ask_where(self) -> None:
        title = self._draft.design.title if self._draft else ""
        self._dialog = ask_where_to_save(self, tr("Export the layout"), title, "toml")
        self._dialog.fileSelected.connect(self._hand_out)
        self._dialog.open()

    def _hand_out(self, path: str) -> None:
        self._controller.hand_out(Path(path))

    def _open_dialog(self, asked: QDialog) -> None:
        self._asked = asked
        asked.open()

    # Parts

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.page, 1)
        sides.addWidget(self.parts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.bar)
        whole.addLayout(sides, 1)

    def _connect(self) -> None:
        self._hear()
        it, page, parts = self._controller, self.page, self.parts
        page.canvas.picked.connect(self.pick)
        page.canvas.moving.connect(it.preview)
        page.canvas.moved.connect(self._change)
        page.canvas.removal_wanted.connect(self.remove_box)
        page.sides.picked.connect(self._turn)
        parts.boxes.picked.connect(self.pick)
        parts.boxes.added.connect(self.add_box)
        parts.boxes.removal_wanted.connect(self.remove_box)
        parts.inspector.changed.connect(self._change_box)
        parts.label.changed.connect(self._change)
        parts.label.fit_wanted.connect(it.fit_to_labels)
        self.bar.layout_picked.connect(self._open)
        self.bar.sample_picked.connect(it.show_sample)
        self.bar.asked.connect(self._ask)
        self.bar.undo.clicked.connect(it.undo)
        self.bar.redo.clicked.connect(it.redo)
        self.bar.save.clicked.connect(it.keep)
        for keys, act in (("Ctrl+Z", it.undo), ("Ctrl+Shift+Z", it.redo), ("Ctrl+Y", it.redo)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _hear(self) -> None:
        it = self._controller
        it.shelved.connect(self.show_shelf)
        it.sampled.connect(self.show_samples)
        it.drafted.connect(self.show_draft)
        it.drawn.connect(self.page.show_drawn)
        it.kept.connect(self.show_kept)
        it.categorised.connect(self.show_categories)
