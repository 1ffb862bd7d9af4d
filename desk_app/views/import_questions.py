"""What somebody should decide before an import: both sides, a choice, and a careful default."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.importing import WHY, Kind, Preview, Question
from desk_app.views import import_words
from desk_app.views.button import Button
from desk_app.views.chip import Chip
from desk_app.views.elided import ElidedLabel
from desk_app.views.icon_label import IconLabel
from desk_app.views.import_kind_bar import CHIPS, KindBar
from desk_app.words import current, say, tr, trn

_CARDS = 30  # made at once: more would hold up the window
_LONGEST = 70  # letters of a value; the tool tip has them all
_FIELD = 132
_REASON = 176  # the least width, in which a reason takes two lines
_INDENT = 38  # as far in as the words beside a radio button

Answer = tuple[int, Question]  # with its place in the plan


class Questions(QScrollArea):
    """Sentences to read, a bar for each kind of question, then a card for each person.

    Emits `answered` (place, take), and `kind_answered` (kind, take).
    """

    answered = Signal(object, object)
    kind_answered = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cards: list[list[Answer]] = []
        self._shown: list[Card] = []
        self._preview: Preview | None = None
        self._column = QVBoxLayout()
        self._more = Button("", icon="chevron-down")
        self._more.clicked.connect(self._show_more)

    def show_preview(self, preview: Preview) -> None:
        numbered = enumerate(preview.plan.questions)
        cards = groupby(numbered, key=lambda it: (it[1].attendee, it[1].other))
        self._preview = preview
        self._cards = [list(its) for _, its in cards]
        self._shown = []
        content = QWidget()
        content.setObjectName("content")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 0, 16, 12)
        self._column.setSpacing(12)
        for warning in preview.plan.warnings[:_CARDS]:
            self._column.addWidget(_sentence(say(warning, current())))
        self._more = Button("", icon="chevron-down")
        self._more.clicked.connect(self._show_more)
        self._add_bars(preview)
        if self._cards:
            self._column.addWidget(_titles())
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._show_more()
        self.setWidget(content)

    def show_answers(self, preview: Preview) -> None:
        """The same questions, answered otherwise."""
        self._preview = preview
        for card in self._shown:
            card.show_answers(preview.answers.taken)

    def _add_bars(self, preview: Preview) -> None:
        """Where there is more than one question of a kind."""
        counts = Counter(it.kind for it in preview.plan.questions)
        for kind in Kind:
            if counts[kind] > 1:
                bar = KindBar(kind, counts[kind], say(WHY[kind], current()))
                bar.answered.connect(self.kind_answered)
                self._column.addWidget(bar)

    def _show_more(self) -> None:
        assert self._preview is not None
        some, self._cards = self._cards[:_CARDS], self._cards[_CARDS:]
        for answers in some:
            card = Card(answers, self._preview.answers.taken)
            card.answered.connect(self.answered)
            self._shown.append(card)
            self._column.insertWidget(self._column.indexOf(self._more), card)
        left = len(self._cards)
        self._more.setVisible(left > 0)
        self._more.setText(
            trn(left, "Show one more person", "Show {shown} more people", shown=_number(left))
        )


class Card(QFrame):
    """One person: why somebody is asked, and each question with its two sides."""

    answered = Signal(object, object)

    def __init__(
        self, answers: Sequence[Answer], taken: frozenset[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._sides: dict[int, tuple[QRadioButton, QRadioButton]] = {}
        first = answers[0][1]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(4)
        column.addLayout(_heading(first))
        grid = _grid()
        for row, (place, question) in enumerate(answers):
            self._add_choice(grid, row, place, question, place in taken)
        column.addLayout(grid)

    def _add_choice(
        self, grid: QGridLayout, row: int, place: int, question: Question, take: bool
    ) -> None:
        field, desk, export = _SIDES[question.kind](question)
        label = QLabel(field)
        label.setProperty("look", "muted")
        grid.addWidget(label, row, 0)
        group = QButtonGroup(self)
        self._sides[place] = _radio(desk, field), _radio(export, field)
        for side, radio in enumerate(self._sides[place]):
            radio.setChecked(side == take)
            radio.clicked.connect(partial(self._answer, place, bool(side)))
            group.addButton(radio)
            grid.addWidget(radio, row, 1 + side)

    def show_answers(self, taken: frozenset[int]) -> None:
        """Stand as somebody answered elsewhere."""
        for place, sides in self._sides.items():
            sides[place in taken].setChecked(True)

    def _answer(self, place: int, take: bool, _checked: bool = True) -> None:
        self.answered.emit(place, take)


class MissingChoice(QWidget):
    """What becomes of everybody who is in the export no more. Emits `answered` (cancel?)."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = QRadioButton(tr("Keep them on the list"))
        self._cancel = QRadioButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 4)
        row.setSpacing(16)
        row.addWidget(self._keep)
        row.addWidget(self._cancel)
        row.addStretch(1)
        self._keep.clicked.connect(partial(self._answer, False))
        self._cancel.clicked.connect(partial(self._answer, True))

    def show_preview(self, preview: Preview) -> None:
        absent = preview.plan.absent
        self._cancel.setText(
            trn(
                absent,
                "Cancel the one person who has not come",
                "Cancel the {shown} who have not come",
                shown=_number(absent),
            )
        )
        self._cancel.setEnabled(absent > 0)
        chosen = self._cancel if preview.answers.cancel_missing else self._keep
        chosen.setChecked(True)

    def _answer(self, cancel: bool, _checked: bool = True) -> None:
        self.answered.emit(cancel)


Sides = tuple[str, str, str]  # what it is about, as the desk has it, as the export has it


def _values(it: Question) -> Sides:
    line = it.lines[0]
    field = import_words.field_word(line.field)
    return (
        field,
        import_words.field_value(line.field, line.desk),
        import_words.field_value(line.field, line.export),
    )


def _whether_cancelled(_it: Question) -> Sides:
    return tr("Registration"), tr("Keep as it is"), tr("Cancel")


def _who(it: Question) -> Sides:
    names = next(line for line in it.lines if line.field == "full_name")
    return (
        tr("Person"),
        tr("Keep {name}", name=names.desk),
        tr("Replace by {name}", name=names.export),
    )


def _same_or_not(it: Question) -> Sides:
    export = " · ".join(line.export for line in it.lines if line.export)
    return (
        tr("Person"),
        tr("Two different people"),
        tr("The same person: {other}", other=export),
    )


_SIDES: dict[Kind, Callable[[Question], Sides]] = {
    Kind.CONFLICT: _values,
    Kind.CANCELLED: _whether_cancelled,
    Kind.GONE: _whether_cancelled,
    Kind.SOMEBODY_ELSE: _who,
    Kind.NEW_NUMBER: _same_or_not,
    Kind.WALK_IN: _same_or_not,
}


def _heading(it: Question) -> QHBoxLayout:
    word, tone = CHIPS[it.kind]
    name = ElidedLabel(it.name, look="row", mode=Qt.TextElideMode.ElideMiddle)
    reason = QLabel(say(WHY[it.kind], current()))
    reason.setProperty("look", "muted")
    reason.setTextFormat(Qt.TextFormat.PlainText)
    reason.setWordWrap(True)
    reason.setMinimumWidth(_REASON)
    reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(name)
    row.addWidget(Chip(tr(word), tone))
    row.addWidget(reason, 1)
    return row


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(0)
    grid.setColumnMinimumWidth(0, _FIELD)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    return grid


def _titles() -> QWidget:
    """Over the cards: which side is whose."""
    titles = QWidget()
    grid = _grid()
    grid.setContentsMargins(16, 0, 16, 0)
    for column, words in enumerate(("", tr("On this desk"), tr("In the export"))):
        label = QLabel(words)
        label.setProperty("look", "muted")
        label.setIndent(_INDENT if column else 0)
        grid.addWidget(label, 0, column)
    titles.setLayout(grid)
    return titles


def _radio(words: str, field: str) -> QRadioButton:
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    radio = QRadioButton(shown.replace("&", "&&"))
    radio.setToolTip(words)
    radio.setAccessibleName(f"{field}: {words}")
    radio.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return radio


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


def _number(count: int) -> str:
    return import_words.number(count)
