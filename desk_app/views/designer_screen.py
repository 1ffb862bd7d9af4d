"""The designer: the label as its PDF at the left, its boxes and what they show at the right."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app import words
from desk_app.controllers.designer import (
    ANSWER,
    AREA,
    CODE,
    WORDS,
    Box,
    CategoryChoice,
    Design,
    DesignerController,
    Draft,
    Drawn,
    Kept,
    Sample,
    Sentence,
    Shelf,
)
from desk_app.views import theme
from desk_app.views.badge_canvas import BadgeCanvas, with_box
from desk_app.views.box_inspector import BoxInspector
from desk_app.views.box_list import BoxList
from desk_app.views.category_layouts import CategoryDialog
from desk_app.views.designer_bar import DesignerBar
from desk_app.views.elided import ElidedLabel
from desk_app.views.file_dialogs import ask_where_to_save, documents_folder
from desk_app.views.label_form import LabelForm
from desk_app.views.side_switch import SideSwitch
from desk_app.views.snapping import kept_inside, with_room
from desk_app.words import tr

_SIDE = 320
_KEPT = {
    "kept": "“{title}” is saved, and badges are printed with it from now on.",
    "forgotten": "“{title}” is off the list.",
    "handed out": "The layout is in the file {title}.",
}
_NEW = {CODE: (20.0, 20.0), AREA: (40.0, 10.0)}
_NEW_TEXT = (40.0, 8.0)
_BEGUN: dict[str, dict[str, Any]] = {
    WORDS: {"words": "…"},
    ANSWER: {"words": "…"},
    AREA: {"ground": "#e3e6eb"},
}


class DesignerScreen(QWidget):
    """The canvas, the list and the inspector show the same box in hand; -1 is the label."""

    def __init__(self, controller: DesignerController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._draft: Draft | None = None
        self._current = -1
        self._wanted = ""
        self._questions: tuple[str, ...] = ()
        self._notice = ("", "quiet")
        self._remarks: tuple[Sentence, ...] = ()
        self._dialog: QFileDialog | None = None
        self._asked: QDialog | None = None
        self.bar = DesignerBar()
        self.canvas = BadgeCanvas()
        self.boxes = BoxList()
        self.inspector = BoxInspector()
        self.label = LabelForm()
        self.told = ElidedLabel()
        self._measure = QLabel()
        self.sides = SideSwitch()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.canvas)

    # What the controller says

    def show_shelf(self, shelf: Shelf) -> None:
        """The layouts there are; files that cannot be used are named."""
        self.bar.show_shelf(shelf)
        self.label.show_label(shelf.label)
        for error in shelf.faults[:1]:
            self._notice = (words.say(error.sentence, words.current()), "stop")
        self._say_what_matters()

    def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """The people to try a layout on; their answers tell what was asked."""
        self.bar.show_samples(samples)
        asked = (question for it in samples for question, _said in it.badge.answers)
        self._questions = tuple(dict.fromkeys(asked))
        self.inspector.offer_questions(self._questions)

    def show_draft(self, draft: Draft) -> None:
        """The design in hand."""
        if self._draft is None or self._draft.source != draft.source:
            self._current = -1
        self._draft = draft
        self._current = min(self._current, len(draft.design.boxes) - 1)
        self.bar.show_draft(draft)
        self.canvas.show_draft(draft)
        self.canvas.select(self._current)
        self.boxes.show_draft(draft, self._current)
        self.label.show_design(draft.design)
        self._show_current()
        if known := draft.design.boxes[self._current :][:1] if self._current >= 0 else ():
            self.show_side(known[0].side)
        self._say_what_matters()

    def show_drawn(self, drawn: Drawn) -> None:
        """The label as it prints, and the first thing to know of it."""
        self.canvas.show_pdf(drawn.pdf)
        self._remarks = drawn.remarks
        self._say_what_matters()

    def show_kept(self, kept: Kept) -> None:
        """Say what became of a layout."""
        self._notice = (tr(_KEPT[kept.how], title=kept.title), "good")
        self._say_what_matters()

    def show_categories(self, known: CategoryChoice) -> None:
        """Ask which category has which layout."""
        asked = CategoryDialog(known, self)
        asked.chosen.connect(self._controller.choose_for_category)
        self._asked = asked
        asked.open()

    # What a person does

    def pick(self, number: int) -> None:
        """Take a box in hand; -1 is the label."""
        self._current = number
        if self._draft and 0 <= number < len(self._draft.design.boxes):
            self.show_side(self._draft.design.boxes[number].side)
        self.canvas.select(number)
        self.boxes.select(number)
        self._show_current()

    def show_side(self, side: str) -> None:
        """The front or the back of the label; a box of the other side is put down."""
        self.sides.show_side(side)
        self.canvas.show_side(side)

    def add_box(self, shows: str) -> None:
        """Put a new box where there is room; plain areas lie behind all others."""
        if self._draft is None:
            return
        design = self._draft.design
        box = _new_box(shows, design, self.sides.side)
        if shows == ANSWER and self._questions:
            box = replace(box, words=self._questions[0])
        behind = shows == AREA
        boxes = (box, *design.boxes) if behind else (*design.boxes, box)
        self._current = 0 if behind else len(design.boxes)
        self._controller.change(replace(design, boxes=boxes))
        self.pick(self._current)
        self.canvas.setFocus()

    def remove_box(self) -> None:
        """Take the box in hand away."""
        if self._draft and self._current >= 0:
            boxes = self._draft.design.boxes
            rest = (*boxes[: self._current], *boxes[self._current + 1 :])
            self._current = min(self._current, len(rest) - 1)
            self._controller.change(replace(self._draft.design, boxes=rest))
            self.pick(self._current)

    def _turn(self, side: str) -> None:
        self.pick(-1)
        self.show_side(side)

    def _change(self, design: Design, merge: str) -> None:
        self._notice = ("", "quiet")
        self._controller.change(design, merge)

    def _change_box(self, box: Box, name: str) -> None:
        if self._draft and self._current >= 0:
            design = with_box(self._draft.design, self._current, box)
            self._change(design, f"{name} {self._current}")

    def _open(self, layout: str) -> None:
        """Another layout; changes that are not saved are asked about first."""
        self._wanted = layout
        if self._draft is None or not self._draft.changed:
            self._controller.open(layout)
            return
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setText(tr("The changes to “{title}” are not saved.", title=self._draft.design.title))
        self._leave = asked.addButton(tr("Leave them"), QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton(tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
        asked.buttonClicked.connect(self._answer)
        self._asked = asked
        asked.open()

    def _answer(self, button: object) -> None:
        if button is self._leave:
            self._controller.open(self._wanted)

    def _ask(self, what: str) -> None:
        {
            "copy": self._controller.copy,
            "forget": self._controller.forget,
            "take_in": self._ask_file,
            "hand_out": self._ask_where,
            "categories": self._controller.ask_categories,
        }[what]()

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

    # Parts

    def _show_current(self) -> None:
        if self._draft is None:
            return
        design = self._draft.design
        known = 0 <= self._current < len(design.boxes)
        self.inspector.show_box(design.boxes[self._current] if known else None)
        self.inspector.setVisible(known)
        self.label.setVisible(not known)
        self._measure.setText(tr("{w} × {h} mm", w=f"{design.width:g}", h=f"{design.height:g}"))

    def _say_what_matters(self) -> None:
        """What keeps the design from being saved, else what has just been done, else a remark."""
        fault = self._draft.fault if self._draft else None
        text, tone = self._notice
        if fault:
            text, tone = words.say(fault.sentence, words.current()), "stop"
        elif not text and self._remarks:
            text, tone = words.say(self._remarks[0], words.current()), "mind"
        theme.set_look(self.told, "tone", tone)
        self.told.setText(text)

    def _lay_out(self) -> None:
        page = QFrame()
        page.setProperty("look", "card")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.canvas, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.sides)
        foot.addWidget(self.told, 1)
        self._measure.setProperty("look", "hint")
        foot.addWidget(self._measure)
        column.addLayout(foot)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(page, 1)
        sides.addWidget(self._side())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.bar)
        whole.addLayout(sides, 1)

    def _side(self) -> QFrame:
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 4, 8, 4)
        inside.addWidget(self.label)
        inside.addWidget(self.inspector)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        side = QFrame()
        side.setProperty("look", "card")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        column.addWidget(self.boxes, 2)
        column.addWidget(area, 3)
        return side

    def _connect(self) -> None:
        it = self._controller
        it.shelved.connect(self.show_shelf)
        it.sampled.connect(self.show_samples)
        it.drafted.connect(self.show_draft)
        it.drawn.connect(self.show_drawn)
        it.kept.connect(self.show_kept)
        it.categorised.connect(self.show_categories)
        self.canvas.picked.connect(self.pick)
        self.sides.picked.connect(self._turn)
        self.canvas.moving.connect(it.preview)
        self.canvas.moved.connect(self._change)
        self.canvas.removal_wanted.connect(self.remove_box)
        self.boxes.picked.connect(self.pick)
        self.boxes.added.connect(self.add_box)
        self.boxes.removal_wanted.connect(self.remove_box)
        self.inspector.changed.connect(self._change_box)
        self.label.changed.connect(self._change)
        self.label.fit_wanted.connect(it.fit_to_labels)
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


def _new_box(shows: str, design: Design, side: str) -> Box:
    w, h = _NEW.get(shows, _NEW_TEXT)
    w, h = min(w, design.width), min(h, design.height)
    middle = (design.width - w) / 2, (design.height - h) / 2
    box = Box(shows, *middle, w, h, side=side, **_BEGUN.get(shows, {}))
    return with_room(kept_inside(box, design), design)
