"""Widgets under one another that scroll where the window is small."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget


def scrolling(*widgets: QWidget, spacing: int = 8) -> QScrollArea:
    """The keys stay with the widgets; the bar is for the hand alone."""
    content = QWidget()
    content.setObjectName("content")
    content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never wider
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return scroll_area(content)


def scroll_area(content: QWidget) -> QScrollArea:
    """The same for widgets that are laid out already."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
