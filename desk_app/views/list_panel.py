"""How the list is looked at: saved views, filters that go together, and columns."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.roster import Choices, Kept, View, Wish
from desk_app.views.button import Button
from desk_app.views.facet_words import facet_word, options
from desk_app.views.order_choice import OrderChoice
from desk_app.views.people_columns import BY, USUAL
from desk_app.views.scrolling import scroll_area
from desk_app.words import tr

_FACETS: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("category",),
    ("organisation",),
    ("badge",),
    ("walk_in",),
    ("note",),
    ("inside",),
    ("at", "not_at"),
)
_Chosen = tuple[str, tuple[str, ...]] | None  # a facet and its values


class ListPanel(QFrame):
    """Every choice holds at once; Escape puts the panel away."""

    only = Signal(object)  # (facet, values)
    order_wanted = Signal(object)  # (word of BY, descending)
    columns_chosen = Signal(object)  # words of BY
    view_chosen = Signal(object)  # View
    save_wanted = Signal(object)  # a name
    forget_wanted = Signal(object)  # a name
    closed = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: tuple[View, ...] = ()
        self._wish = Wish()
        self._offered: dict[tuple[str, ...], list[_Chosen]] = {}
        self.setProperty("look", "card")
        self.setAccessibleName(tr("Filters, columns, views"))
        self.close_button = Button("", icon="x", look="flat")
        self.views = _box(tr("Saved views"))
        self.name = QLineEdit()
        self.save = Button("", icon="bookmark")
        self.forget = Button("", icon="trash-2")
        self.facets = {names: _box(facet_word(names[0])) for names in _FACETS}
        self.order = OrderChoice(titles)
        self.columns = {
            name: QCheckBox(title) for name, title in zip(BY, titles, strict=True) if name != "name"
        }
        self.usual = Button(tr("Usual columns"), icon="undo-2", look="flat")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.facets[("category",)])

    def show_wish(self, wish: Wish) -> None:
        """The filters that hold are chosen in their boxes."""
        self._wish = wish
        self.order.show_wish(wish)
        held = dict(wish.facets)
        for names, box in self.facets.items():
            box.blockSignals(True)
            chosen = next(((it, held[it]) for it in names if it in held), None)
            offered = self._offered.get(names, [])
            box.setCurrentIndex(offered.index(chosen) if chosen in offered else 0)
            box.blockSignals(False)

    def show_choices(self, choices: Choices, points: Mapping[str, str]) -> None:
        """What there is to choose from at this event."""
        for names, box in self.facets.items():
            found = [it for facet in names for it in options(facet, choices, points)]
            self._offered[names] = [None, *(chosen for _, chosen in found)]
            box.blockSignals(True)
            box.clear()
            box.addItems([tr("All"), *(word for word, _ in found)])
            box.blockSignals(False)
        self._form.setRowVisible(self.facets[("at", "not_at")], len(points) > 1)
        self.show_wish(self._wish)

    def show_columns(self, names: Collection[str]) -> None:
        for name, tick in self.columns.items():
            tick.blockSignals(True)
            tick.setChecked(name in names)
            tick.blockSignals(False)

    def show_kept(self, kept: Kept) -> None:
        """The views that can be chosen."""
        self._views = kept.views
        self.views.blockSignals(True)
        self.views.clear()
        self.views.addItem(tr("Choose a view…") if kept.views else tr("No view saved yet"))
        for view in kept.views:
            self.views.addItem(view.name)
        self.views.setEnabled(bool(kept.views))
        self.views.blockSignals(False)
        self._tell_forget()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 4)
        column.setSpacing(8)
        for title, part in (
            (tr("Show only"), self._facets_form()),
            (tr("Sorted by"), self._order()),
            (tr("Saved views"), self._views_form()),
            (tr("Columns"), self._columns_list()),
        ):
            column.addWidget(_heading(title))
            column.addLayout(part)
            column.addSpacing(8)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 12, 16)
        whole.setSpacing(4)
        whole.addLayout(self._head())
        whole.addWidget(scroll_area(content), 1)

    def _head(self) -> QHBoxLayout:
        title = QLabel(tr("View of the list"))
        title.setProperty("look", "title")
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.setToolTip(tr("Close"))
        row = QHBoxLayout()
        row.addWidget(title, 1)
        row.addWidget(self.close_button)
        return row

    def _facets_form(self) -> QFormLayout:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for names, box in self.facets.items():
            label = QLabel(facet_word(names[0]))
            label.setProperty("look", "hint")
            label.setMinimumHeight(44)
            label.setBuddy(box)
            self._form.addRow(label, box)
        _let_type(self.facets[("organisation",)])
        return self._form

    def _order(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.order)
        return column

    def _views_form(self) -> QGridLayout:
        self.name.setAccessibleName(tr("Name of the view"))
        self.name.setPlaceholderText(tr("Name of the view"))
        self.save.setAccessibleName(tr("Save the view"))
        self.save.setToolTip(tr("Save the view"))
        self.forget.setAccessibleName(tr("Delete the view"))
        self.forget.setToolTip(tr("Delete the view"))
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.views, 0, 0)
        grid.addWidget(self.forget, 0, 1)
        grid.addWidget(self.name, 1, 0)
        grid.addWidget(self.save, 1, 1)
        return grid

    def _columns_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for tick in self.columns.values():
            column.addWidget(tick)
        column.addWidget(self.usual, alignment=Qt.AlignmentFlag.AlignLeft)
        return column

    def _connect(self) -> None:
        for names, box in self.facets.items():
            box.activated.connect(lambda _=0, names=names: self._tell_only(names))
        self.order.chosen.connect(self.order_wanted)
        for tick in self.columns.values():
            tick.toggled.connect(self._tell_columns)
        self.usual.clicked.connect(lambda: self._choose_columns(USUAL))
        self.views.activated.connect(self._tell_view)
        self.views.currentIndexChanged.connect(self._tell_forget)
        self.save.clicked.connect(self._tell_save)
        self.name.returnPressed.connect(self._tell_save)
        self.forget.clicked.connect(self._want_forget)
        self.close_button.clicked.connect(self.closed)

    def _tell_only(self, names: tuple[str, ...]) -> None:
        """Of two facets that share a box, at most one holds."""
        chosen = self._offered[names][self.facets[names].currentIndex()]
        for facet in names:
            held = bool(self._wish.wanted(facet))
            wanted = chosen[1] if chosen and chosen[0] == facet else ()
            if held or wanted:
                self.only.emit((facet, wanted))

    def _choose_columns(self, names: Collection[str]) -> None:
        self.show_columns(names)
        self._tell_columns()

    def _tell_columns(self) -> None:
        ticked = tuple(name for name, tick in self.columns.items() if tick.isChecked())
        self.columns_chosen.emit(("name", *ticked))

    def _tell_view(self, number: int) -> None:
        if number > 0:
            self.view_chosen.emit(self._views[number - 1])
            self.name.setText(self._views[number - 1].name)

    def _tell_forget(self) -> None:
        self.forget.setEnabled(self.views.currentIndex() > 0)

    def _tell_save(self) -> None:
        if name := " ".join(self.name.text().split()):
            self.save_wanted.emit(name)
        else:
            self.name.setFocus()

    def _want_forget(self) -> None:
        self.forget_wanted.emit(self._views[self.views.currentIndex() - 1].name)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    return box


def _let_type(box: QComboBox) -> None:
    """Among thousands, whoever knows a part of the name types it."""
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    box.setCompleter(completer)
    line = box.lineEdit()
    assert line is not None
    line.editingFinished.connect(lambda: box.setEditText(box.itemText(box.currentIndex())))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "strong")
    return label
