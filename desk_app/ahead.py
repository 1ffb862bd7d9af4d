"""Loads between frames what a screen will need when it is first opened."""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 20
ROOMS = (  # each needs those before it, so that none takes long
    "desk_app.intake.dates",
    "desk_app.intake.headings",
    "desk_app.intake.evidence",
    "desk_app.intake.content",
    "desk_app.intake.columns",
    "desk_app.intake.naming",
    "desk_app.intake.people",
    "desk_app.intake.reading",
    "desk_app.services.planning",
    "desk_app.badges.stocks",
    "desk_app.badges.layouts",
    "desk_app.services.own_layouts",
    "desk_app.services.badges",
    "desk_app.services.print_queue",
    "desk_app.controllers.settings",
    "desk_app.controllers.events",
    "desk_app.controllers.everybody",
    "desk_app.controllers.roster",
    "desk_app.controllers.import_run.attempt",
    "desk_app.controllers.importing",
    "desk_app.devices.spool",
    "desk_app.controllers.print_run.queue",
    "desk_app.devices.printer",
    "desk_app.controllers.print_run.printers",
    "desk_app.controllers.badges",
    "desk_app.controllers.attendance",
    "desk_app.controllers.designer",
    "desk_app.controllers.afterwards",
    "desk_app.views.list_panel",
    "desk_app.views.person_detail",
    "desk_app.views.roster_screen",
    "desk_app.views.import_preview",
    "desk_app.views.import_screen",
    "desk_app.views.year_view",
    "desk_app.views.events_screen",
    "desk_app.views.attendance_screen",
    "desk_app.views.badges_screen",
    "desk_app.views.reprint_dialog",
    "desk_app.views.settings_screen",
)


class Ahead(QObject):
    """Goes through the rooms once, one at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rooms: Iterator[str] = iter(ROOMS)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._load)

    def begin(self) -> None:
        """From now on, between whatever else there is to do."""
        self._timer.start()

    def _load(self) -> None:
        room = next(self._rooms, None)
        if room is None:
            self._timer.stop()
        else:
            import_module(room)
