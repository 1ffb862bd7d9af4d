"""Asking for a file without stopping the desk: connect `fileSelected`, then `open()`."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desk_app.words import tr

_KINDS = {
    "csv": "CSV (*.csv)",
    "xlsx": "Excel (*.xlsx)",
    "pdf": "PDF (*.pdf)",
    "db": "*.db",
    "toml": "*.toml",
    "json": "JSON (*.json)",
    "jsonl": "*.jsonl",
}


def ask_where_to_save(parent: QWidget, title: str, name: str, kind: str) -> QFileDialog:
    """A dialog that begins in the documents folder, with a name and the ending of the kind."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(_KINDS[kind])
    dialog.setDefaultSuffix(kind)
    dialog.setDirectory(documents_folder())
    dialog.selectFile(f"{name}.{kind}")
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Save"))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def ask_for_file(parent: QWidget, title: str) -> QFileDialog:
    """A dialog for one file that is there, of whatever kind."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setDirectory(documents_folder())
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def ask_for_folder(parent: QWidget, title: str) -> QFileDialog:
    """A dialog for a folder, where many files go."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setDirectory(documents_folder())
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def documents_folder() -> str:
    """Where people look for what they saved."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place) or str(Path.home())
