"""The typeface of badges and documents: which it is, another one, or the usual one again."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from desk_app.views.button import Button
from desk_app.views.file_dialogs import documents_folder
from desk_app.words import tr


class FontChoice(QWidget):
    """A row of the settings."""

    chosen = Signal(object)  # the Path of a font file
    usual_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLabel()
        self.choose = Button(tr("Choose a font file…"))
        self.usual = Button(tr("The usual one"), look="flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.choose)
        row.addWidget(self.usual)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._ask)
        self.usual.clicked.connect(self.usual_wanted)

    def show_font(self, name: str) -> None:
        """The typeface in use; "" is the usual one."""
        self.name.setText(name or "Noto Sans")
        self.usual.setVisible(bool(name))

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Choose a font file…"), documents_folder())
        dialog.setNameFilter("TrueType, OpenType (*.ttf *.otf)")
        dialog.fileSelected.connect(self._tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, path: str) -> None:
        self.chosen.emit(Path(path))
