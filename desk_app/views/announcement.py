"""Words spoken by a screen reader without moving the focus."""

from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a running screen reader say the text; silent where Qt is too old or none runs."""
    event_type = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if event_type is None or not text or not QAccessible.isActive():
        return
    event = event_type(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
