"""The events of this desk: find one, look at it, correct it, and take it in hand."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.events import EventPage, EventsController, Listing, TakenIn
from desk_app.domain.event import Event
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.empty import EmptyState
from desk_app.views.event_form import EventForm
from desk_app.views.event_list import EventList
from desk_app.views.event_page import EventView
from desk_app.views.search_field import SearchField
from desk_app.views.year_view import YearView
from desk_app.words import tr, trn

_NARROW, _WIDE = 320, 400
_ROOMY = 300


class EventsScreen(QWidget):
    """A list beside a page, or the form, or the year.

    `screen_wanted` carries the key of a place of the rail.
    """

    screen_wanted = Signal(str)
    privacy_wanted = Signal(object)  # an event's id

    def __init__(self, controller: EventsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("screen")
        self.setAcceptDrops(True)
        self._controller = controller
        self._empty = NoEvents()
        self._browser = Browser()
        self._form = EventForm()
        self.year = YearView(controller.year)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect_parts()
        controller.listed.connect(self.show_listing)
        controller.shown.connect(self.show_event)
        controller.taken_in.connect(self.show_taken_in)
        controller.saved.connect(self.show_saved)

    def show_listing(self, listing: Listing) -> None:
        self._browser.show_listing(listing)
        if self._stack.currentWidget() is self.year and listing.total:
            self._controller.year.refresh()
        elif self._stack.currentWidget() is not self._form:
            self._turn_to(self._browser if listing.total else self._empty)

    def show_event(self, page: EventPage) -> None:
        self._browser.page.show_event(page)

    def show_taken_in(self, taken: TakenIn) -> None:
        """The page that follows shows what could not be read."""
        count = len(taken.ids)
        announce(self, trn(count, "The event was taken in.", "{count} events were taken in."))
        self._turn_to(self._browser)

    def show_saved(self, _identity: int) -> None:
        self._turn_to(self._browser)

    def choose_file(self) -> None:
        """Ask for an announcement; what it is, the file itself tells."""
        dialog = QFileDialog(self, tr("Choose the announcement of the event"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                tr("Announcements (*.txt *.md *.html *.htm *.mhtml *.ics *.json)"),
                tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self._take_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_new(self) -> None:
        """An empty form."""
        self._form.begin()
        self._turn_to(self._form)

    def show_year(self) -> None:
        """All events with their figures."""
        self._controller.year.refresh()
        self.year.begin()
        self._turn_to(self.year)

    def edit(self) -> None:
        """The form of the event that is shown."""
        page = self._browser.page.page()
        if page is not None:
            self._form.correct(page)
            self._turn_to(self._form)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take_in(_local_file(event))

    def _take_in(self, file: str) -> None:
        self._controller.take_in(Path(file))

    def _save(self, wanted: tuple[Event, int | None]) -> None:
        self._controller.save(*wanted)

    def _leave(self) -> None:
        self._turn_to(self._browser)
        self._controller.refresh()

    def _turn_to(self, part: QWidget) -> None:
        if self._stack.currentWidget() is part:
            return
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)
        if self.isVisible():
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        for part in (self._empty, self._browser, self._form, self.year):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self._empty)

    def _connect_parts(self) -> None:
        controller, browser = self._controller, self._browser
        for part in (self._empty, browser):
            part.file_wanted.connect(self.choose_file)
            part.new_wanted.connect(self.write_new)
        browser.searched.connect(controller.search)
        browser.sorted.connect(controller.sort)
        browser.year_wanted.connect(self.show_year)
        self.year.left.connect(self._leave)
        browser.events.looked_at.connect(controller.show)
        browser.events.wanted.connect(controller.choose)
        browser.page.wanted.connect(controller.choose)
        browser.page.edit_wanted.connect(self.edit)
        browser.page.next_wanted.connect(self.screen_wanted)
        browser.page.privacy_wanted.connect(self.privacy_wanted)
        self._form.wanted.connect(self._save)
        self._form.cancelled.connect(self._leave)


class Browser(QWidget):
    """The list with its search at the left, the page of one event at the right."""

    searched = Signal(str)
    sorted = Signal(bool)
    file_wanted = Signal()
    new_wanted = Signal()
    year_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = SearchField(tr("Find an event"))
        self.events = EventList()
        self.page = EventView()
        self._sort = Button("", icon="chevron-down", look="flat")
        self._import = Button(tr("Import an event…"), shortcut="Ctrl+O", icon="file-input")
        self._new = Button(tr("By hand…"), shortcut="Ctrl+N", icon="plus")
        self._new.setAccessibleName(tr("New event"))
        self._year = Button(tr("All events: figures"), shortcut="Ctrl+T", icon="chart-column")
        self._title = QLabel(tr("Events"))
        self._title.setProperty("look", "row")
        self._newest_first = True
        self._lay_out()
        self._search.textChanged.connect(self.searched)
        self._search.moved.connect(self.events.step)
        self._search.returnPressed.connect(self.events.take)
        self._sort.clicked.connect(self._turn_round)
        self._import.clicked.connect(self.file_wanted)
        self._new.clicked.connect(self.new_wanted)
        self._year.clicked.connect(self.year_wanted)
        self.setFocusProxy(self._search)

    def show_listing(self, listing: Listing) -> None:
        self._newest_first = listing.newest_first
        self._sort.setText(tr("Latest first") if listing.newest_first else tr("Earliest first"))
        self._sort.set_icon("chevron-down" if listing.newest_first else "arrow-right")
        self.events.show_listing(listing)
        self.page.setVisible(listing.total > 0)

    def _turn_round(self) -> None:
        self.sorted.emit(not self._newest_first)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._new.setMaximumWidth(self._new.width_without_keys())
        buttons.addWidget(self._import, 1)
        buttons.addWidget(self._new)
        heading = QHBoxLayout()
        heading.setContentsMargins(4, 0, 0, 0)
        heading.addWidget(self._title, 1)
        heading.addWidget(self._sort)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._search)
        left.addLayout(heading)
        left.addWidget(self.events, 1)
        left.addWidget(self._year)
        left.addLayout(buttons)
        side = QWidget()
        side.setMinimumWidth(_NARROW)
        side.setMaximumWidth(_WIDE)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(side, 2)
        row.addWidget(self.page, 3)


class NoEvents(QWidget):
    """Before the first event: two ways to get one."""

    file_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState(
            "calendar-days",
            tr("No event on this desk yet"),
            tr(
                "Import its announcement: the page copied as text, the saved web page, or a "
                "calendar file (.ics). You can also drop the file here."
            ),
            tr("Import an event…"),
        )
        self._new = Button(tr("New event by hand"), shortcut="Ctrl+N", icon="plus", look="flat")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._empty)
        column.addWidget(self._new, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._empty.setMinimumHeight(_ROOMY)
        self._empty.chosen.connect(self.file_wanted)
        self._new.clicked.connect(self.new_wanted)
        self.setFocusProxy(self._empty.findChild(Button) or self._new)


def _local_file(event: QDropEvent) -> str:
    """The first file that is dropped; "" when it is no file of this computer."""
    files = (url.toLocalFile() for url in event.mimeData().urls())
    return next(filter(None, files), "")
