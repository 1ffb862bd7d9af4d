"""By which column a list is put in order, and which way round: what a heading does for a mouse."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from desk_app.controllers.roster import Wish
from desk_app.views.people_columns import BY
from desk_app.words import tr


class OrderChoice(QWidget):
    """`chosen` carries (word of BY, whether the other way round)."""

    chosen = Signal(object)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by = QComboBox()
        self.by.setAccessibleName(tr("Sorted by"))
        self.by.addItems(list(titles))
        self.backwards = QCheckBox(tr("The other way round"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.by)
        form.addRow(self.backwards)
        self.by.activated.connect(self._tell)
        self.backwards.clicked.connect(self._tell)
        self.setFocusProxy(self.by)

    def show_wish(self, wish: Wish) -> None:
        """The order that holds; without one, people stand by name."""
        self.by.setCurrentIndex(BY.index(wish.by) if wish.by in BY else 0)
        self.backwards.setChecked(wish.descending)

    def _tell(self) -> None:
        self.chosen.emit((BY[self.by.currentIndex()], self.backwards.isChecked()))
