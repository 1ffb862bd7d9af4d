"""Which columns a list shows, and the ways to look at it that somebody saved by name."""

from PySide6.QtCore import QObject, Signal

from desk_app.services import list_views
from desk_app.services.arrangement import Wish
from desk_app.services.list_views import Kept, View
from desk_app.tasks import InlineTasks, Tasks

__all__ = ["Kept", "SavedViews", "View"]


class SavedViews(QObject):
    """Kept on this desk."""

    known = Signal(object)  # Kept

    def __init__(self, tasks: Tasks | InlineTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def refresh(self) -> None:
        """Ask what is kept."""
        self._tasks.db(list_views.known, done=self.known.emit)

    def keep_columns(self, columns: tuple[str, ...]) -> None:
        """Show these columns from now on."""
        self._tasks.db(list_views.keep_columns, columns)

    def save(self, name: str, columns: tuple[str, ...], wish: Wish) -> None:
        """Keep a way to look at the list."""
        self._tasks.db(list_views.save, View(name, columns, wish), done=self.known.emit)

    def forget(self, name: str) -> None:
        """Let go of one."""
        self._tasks.db(list_views.forget, name, done=self.known.emit)
