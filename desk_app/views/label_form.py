"""The name of a layout, and the label it is made for."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.controllers.designer import Design
from desk_app.views.button import Button
from desk_app.views.decimal_field import DecimalField
from desk_app.words import tr


class LabelForm(QWidget):
    """`changed` carries the design as it should be, and what was changed."""

    changed = Signal(object, str)
    fit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design: Design | None = None
        self.setObjectName("inspector")
        self.name = QLineEdit()
        self.across = _millimetres()
        self.along = _millimetres()
        self.fit = Button("…")
        self.fit.setToolTip(tr("The size of the labels that are printed on now"))
        self._label = (0.0, 0.0)
        self._lay_out()
        self.name.textEdited.connect(self._rename)
        self.across.valueChanged.connect(self._measure)
        self.along.valueChanged.connect(self._measure)
        self.fit.clicked.connect(self.fit_wanted)

    def show_label(self, label: tuple[float, float]) -> None:
        """The size of the labels that are printed on now."""
        self._label = label
        w, h = (f"{it:g}" for it in label)
        self.fit.setText(tr("Fit to {w} × {h} mm", w=w, h=h))

    def show_design(self, design: Design) -> None:
        """The design as it is now."""
        self._design = design
        if self.name.text() != design.title:
            self.name.setText(design.title)
        for field, value in ((self.across, design.width), (self.along, design.height)):
            field.blockSignals(True)  # showing is not choosing
            field.setValue(value)
            field.blockSignals(False)
        self.fit.setEnabled((design.width, design.height) != self._label)

    def _rename(self, title: str) -> None:
        if self._design:
            self.changed.emit(replace(self._design, title=title), "title")

    def _measure(self, _value: float) -> None:
        if self._design:
            made = replace(self._design, width=self.across.value(), height=self.along.value())
            self.changed.emit(made, "label")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for row, column, span, text, field in (
            (0, 0, 2, tr("Name of the layout"), self.name),
            (2, 0, 1, tr("Label width"), self.across),
            (2, 1, 1, tr("Label height"), self.along),
        ):
            label = QLabel(text)
            label.setProperty("look", "hint")
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, row, column, 1, span)
            grid.addWidget(field, row + 1, column, 1, span)
        hint = QLabel(
            tr("On other labels the layout is stretched; letters and codes keep their shape.")
        )
        hint.setProperty("look", "hint")
        hint.setWordWrap(True)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(12)
        column_box.addLayout(grid)
        column_box.addWidget(self.fit)
        column_box.addWidget(hint)
        column_box.addStretch(1)


def _millimetres() -> DecimalField:
    field = DecimalField()
    field.setRange(15, 1000)
    field.setDecimals(2)
    field.setSuffix(" mm")
    field.setMinimumWidth(96)
    return field
