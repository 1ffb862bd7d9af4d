"""What a walk-in is asked for, in the event's form: each field is asked, needed, or neither."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desk_app.domain.event import WALK_IN_FIELDS, Event
from desk_app.views.person_words import field_word
from desk_app.words import tr

_NOT, _ASKED, _NEEDED = range(3)


class WalkInFields(QWidget):
    """The name is always asked for; one box for each other field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {name: QComboBox() for name in WALK_IN_FIELDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column, (name, box) in enumerate(self.boxes.items()):
            label = QLabel(field_word(name))
            label.setProperty("look", "hint")
            label.setBuddy(box)
            box.addItems([tr("Not asked"), tr("Asked"), tr("Required")])
            box.setAccessibleName(tr("{field} of walk-ins", field=field_word(name)))
            grid.addWidget(label, 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, 1)

    def show_event(self, event: Event) -> None:
        for name, box in self.boxes.items():
            needed = _NEEDED if name in event.walk_in_needs else _ASKED
            box.setCurrentIndex(needed if name in event.walk_in_asks else _NOT)

    def asks(self) -> tuple[str, ...]:
        """Whatever is asked for, needed or not."""
        return tuple(name for name, box in self.boxes.items() if box.currentIndex() != _NOT)

    def needs(self) -> tuple[str, ...]:
        """What nobody is registered without."""
        return tuple(name for name, box in self.boxes.items() if box.currentIndex() == _NEEDED)
