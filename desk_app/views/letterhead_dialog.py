"""Whose documents they are, and the hours of the event's half-days."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.attendance import NATURES, Said
from desk_app.domain.errors import DeskError
from desk_app.views.button import Button
from desk_app.views.file_dialogs import documents_folder
from desk_app.words import current, say, tr


class LetterheadDialog(QDialog):
    """Open it with `open()`; Escape changes nothing. `said` carries a `Said`.

    `logo_wanted` carries the Path of a picture; until `show_logo` brings it, nothing is saved.
    """

    said = Signal(object)
    logo_wanted = Signal(object)

    def __init__(self, known: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Letterhead and hours"))
        self.setModal(True)
        self.setMinimumWidth(620)
        self._known = known
        self._logo: bytes | None = None
        self.lines = {name: QLineEdit(known.texts.get(name, "")) for name in _labels()}
        self.nature = _nature_box(known.texts.get("nature", ""))
        self._told = QLabel(tr("A logo is there.") if known.has_logo else tr("No logo yet."))
        self._choose = Button(tr("Choose a logo…"))
        self._remove = Button(tr("Without logo"), look="flat")
        self._close = Button(tr("Cancel"))
        self.save = Button(tr("Save"), look="primary")
        self._lay_out()
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._without)
        self._close.clicked.connect(self.reject)
        self.save.clicked.connect(self._say)

    def show_logo(self, name: str, content: bytes) -> None:
        """This picture stands on documents, once it is saved."""
        self._logo = content
        self._told.setText(name)
        self.save.setEnabled(True)

    def show_no_logo(self, error: DeskError) -> None:
        """Why there is no such picture; the one there was stays."""
        self._told.setText(say(error.sentence, current()))
        self.save.setEnabled(True)

    def take_logo(self, path: str) -> None:
        """Ask for this picture."""
        self.save.setEnabled(False)
        self.logo_wanted.emit(Path(path))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        for name, label in _labels().items():
            self.lines[name].setAccessibleName(label)
            form.addRow(label, self.lines[name])
        form.addRow(tr("Nature of the training"), self.nature)
        self._told.setWordWrap(True)
        logo = QHBoxLayout()
        logo.addWidget(self._told, 1)
        logo.addWidget(self._choose)
        logo.addWidget(self._remove)
        form.addRow(tr("Logo"), logo)
        self.lines["address"].setPlaceholderText(tr("Lines divided by a semicolon"))
        self.lines["morning"].setPlaceholderText("09:00-12:30")
        self.lines["afternoon"].setPlaceholderText("14:00-17:30")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(form)
        column.addLayout(foot)

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Choose a logo…"), documents_folder())
        dialog.setNameFilter("PNG, JPEG, SVG (*.png *.jpg *.jpeg *.svg)")
        dialog.fileSelected.connect(self.take_logo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _without(self) -> None:
        self._logo = b""
        self._told.setText(tr("No logo yet."))

    def _say(self) -> None:
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        texts["nature"] = self.nature.currentData()
        self.said.emit(Said(texts, self._known.has_logo, self._logo))
        self.accept()


def _nature_box(chosen: str) -> QComboBox:
    words = {
        "": tr("to be ticked by hand"),
        "formation": tr("training course"),
        "bilan": tr("skills assessment"),
        "vae": tr("accreditation of prior experience"),
        "apprentissage": tr("apprenticeship training"),
    }
    box = QComboBox()
    for nature in ("", *NATURES):
        box.addItem(words[nature], nature)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setAccessibleName(tr("Nature of the training"))
    return box


def _labels() -> dict[str, str]:
    return {
        "institution": tr("Institution"),
        "address": tr("Address"),
        "siret": tr("SIRET no."),
        "declaration": tr("Activity no."),
        "representative": tr("Signed by"),
        "role": tr("Role"),
        "city": tr("Signed at"),
        "morning": tr("Mornings of the event"),
        "afternoon": tr("Afternoons of the event"),
        "partners": tr("Partners’ line on badges"),
    }
