"""The line that says where newer exports are looked for, and lets somebody change it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.watching import Watching
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.file_dialogs import ask_for_folder
from desk_app.views.icon_label import IconLabel
from desk_app.words import tr


class WatchLine(QWidget):
    """Emits `place_chosen` with a Path, `stopped`, or `apply_changed` with a bool."""

    place_chosen = Signal(object)
    stopped = Signal()
    apply_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("clock", "muted", 20)
        self._words = QLabel()
        self._place = ElidedLabel(look="strong", mode=Qt.TextElideMode.ElideMiddle)
        self._choose = Button(tr("Watch a folder…"), icon="folder-open")
        self._stop = Button(tr("Stop watching"), icon="x")
        self._apply = QCheckBox(tr("Apply an export by itself when there is nothing to decide"))
        self._lay_out()
        self._choose.clicked.connect(self._ask)
        self._stop.clicked.connect(self.stopped)
        self._apply.clicked.connect(self._change_apply)
        self.show_watching(Watching())

    def show_watching(self, it: Watching) -> None:
        active = bool(it.place)
        self._words.setText(
            tr("New exports are taken from")
            if active
            else tr("The desk can watch the folder where new exports are saved.")
        )
        self._place.setText(it.place)
        self._place.setVisible(active)
        self._choose.setVisible(not active)
        self._stop.setVisible(active)
        self._apply.setVisible(active)
        self._apply.setChecked(it.apply)

    def _lay_out(self) -> None:
        self._words.setProperty("look", "muted")
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addWidget(self._words)
        line.addWidget(self._place, 1)
        line.addStretch(0)
        line.addWidget(self._choose)
        line.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._apply)

    def _ask(self) -> None:
        dialog = ask_for_folder(self, tr("Choose the folder where new exports are saved"))
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, folder: str) -> None:
        self.place_chosen.emit(Path(folder))

    def _change_apply(self, checked: bool) -> None:
        self.apply_changed.emit(checked)
