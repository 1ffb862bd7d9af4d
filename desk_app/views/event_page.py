"""One event to look at: what was announced, how many come, and what to do with it."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.events import EventPage, checkpoint_name, days_line
from desk_app.domain.event import Event
from desk_app.views.button import Button
from desk_app.views.chip import Chip
from desk_app.views.event_list import title_of
from desk_app.views.event_unread import Unread
from desk_app.words import current, tr, trn

_TEXTS = (
    ("about", "About"),
    ("objectives", "Objectives"),
    ("audience", "Audience"),
    ("practical", "Practical information"),
    ("partners", "Partners"),
    ("related", "Related events"),
    ("rest", "Also in the announcement"),
)


class EventView(QFrame):
    """Emits `wanted` (work with it), `edit_wanted`, and for the one in hand `next_wanted`

    with the key of the screen that comes next.
    """

    wanted = Signal(object)
    edit_wanted = Signal()
    privacy_wanted = Signal(object)  # the event's id
    next_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._page: EventPage | None = None
        self._title = QLabel()
        self._title.setProperty("look", "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._chip = Chip(tr("In hand"), "accent", "check")
        self._area = QScrollArea()
        self._take = EnterButton(tr("Work with this event"), look="primary", shortcut="Return")
        self._next = Button("", icon="arrow-right", look="primary")
        self._edit = Button(tr("Edit"), shortcut="Ctrl+E", icon="pencil")
        self._privacy = Button(tr("Data protection…"), icon="shield-check")
        self._lay_out()
        self._next.hide()  # until it has its words
        self._take.clicked.connect(self._want)
        self._next.clicked.connect(self._go_on)
        self._edit.clicked.connect(self.edit_wanted)
        self._privacy.clicked.connect(self._protect)

    def show_event(self, page: EventPage) -> None:
        """Show another event from its top, or the same one where it was scrolled to."""
        same = self._page is not None and self._page.row.id == page.row.id
        place = self._area.verticalScrollBar().value() if same else 0
        self._page = page
        self._title.setText(title_of(page.row))
        self._chip.setVisible(page.in_hand)
        self._take.setHidden(page.in_hand)
        self._next.setVisible(page.in_hand)
        self._next.setText(tr("Go to check-in") if page.row.people else tr("Import registrations"))
        self._area.setWidget(_content(page))
        self._area.verticalScrollBar().setValue(place)

    def page(self) -> EventPage | None:
        return self._page

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(24, 20, 20, 0)
        top.setSpacing(16)
        top.addWidget(self._title, 1)
        top.addWidget(self._chip, alignment=Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 20, 16)
        foot.setSpacing(12)
        foot.addWidget(self._take)
        foot.addWidget(self._next)
        foot.addStretch(1)
        foot.addWidget(self._privacy)
        foot.addWidget(self._edit)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("What was announced"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def _want(self) -> None:
        if self._page is not None:
            self.wanted.emit(self._page.row.id)

    def _protect(self) -> None:
        if self._page is not None:
            self.privacy_wanted.emit(self._page.row.id)

    def _go_on(self) -> None:
        if self._page is not None:
            self.next_wanted.emit("checkin" if self._page.row.people else "import")


class EnterButton(Button):
    """Shows the Enter key, which the list beside it obeys: in other places Enter has other work."""

    def set_keys(self, shortcut: str) -> None:
        super().set_keys(shortcut)
        self.setShortcut(QKeySequence())


class Facts(QGridLayout):
    """Short facts, label and value, in two pairs of columns."""

    def __init__(self, facts: list[tuple[str, str]]) -> None:
        super().__init__()
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setColumnStretch(1, 1)
        for line, (label, value) in enumerate(facts):
            self.addWidget(_label(label), line, 0, alignment=Qt.AlignmentFlag.AlignTop)
            self.addWidget(_value(value), line, 1)


def _content(page: EventPage) -> QWidget:
    content = QWidget()
    content.setObjectName("content")
    column = QVBoxLayout(content)
    column.setContentsMargins(24, 0, 24, 8)
    column.setSpacing(16)
    if page.unread:
        column.addWidget(Unread(page.unread))
    if page.overdue or page.anonymised:
        column.addWidget(_protection(page))
    column.addLayout(_figures(page))
    column.addLayout(Facts(list(_facts(page.row.event))))
    column.addLayout(_checkpoints(page))
    for name, heading in _TEXTS:
        if text := getattr(page.row.event, name):
            column.addLayout(_section(tr(heading), text))
    column.addStretch(1)
    return content


def _protection(page: EventPage) -> Chip:
    if page.anonymised:
        return Chip(tr("Anonymous: no name is kept"), "quiet", "shield-check")
    return Chip(tr("Names should be gone by now: see data protection"), "mind", "triangle-alert")


def _figures(page: EventPage) -> QHBoxLayout:
    row = page.row
    shown: list[tuple[int, str]] = [
        (row.registered, tr("registered")),
        (row.arrived, tr("arrived")),
    ]
    if row.places_left is not None:
        shown.append((row.places_left, tr("places left")))
    line = QHBoxLayout()
    line.setSpacing(32)
    for count, word in shown:
        line.addLayout(_figure(QLocale(current()).toString(count), word))
    line.addStretch(1)
    return line


def _figure(number: str, word: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for text, look in ((number, "name"), (word, "muted")):
        label = QLabel(text)
        label.setProperty("look", look)
        column.addWidget(label)
    return column


def _facts(event: Event) -> Iterator[tuple[str, str]]:
    found = (
        (tr("Kind of event"), event.kind),
        (tr("When"), _when(event)),
        (tr("Where"), ", ".join(filter(None, (event.venue, event.city)))),
        (tr("Access"), event.access),
        (
            tr("Places"),
            "" if event.capacity is None else QLocale(current()).toString(event.capacity),
        ),
        (tr("Organiser"), event.organiser),
        (tr("Web page"), event.url),
        (tr("Time zone"), event.zone),
        (tr("Names are kept until"), days_line((event.keep_until,), current()))
        if event.keep_until
        else ("", ""),
    )
    return ((label, value) for label, value in found if value)


def _when(event: Event) -> str:
    days = days_line(event.days, current()) or tr("Date not known")
    hours = " – ".join(f"{hour:%H:%M}" for hour in (event.opens, event.closes) if hour)
    return f"{days}, {hours}" if hours else days


def _checkpoints(page: EventPage) -> QVBoxLayout:
    points = page.row.event.checkpoints
    lines = [
        trn(
            count,
            "{name}: {shown} arrived",
            "{name}: {shown} have arrived",
            name=checkpoint_name(point, current()),
            shown=QLocale(current()).toString(count),
        )
        for point in points
        for count in [page.arrived.get(point.key, 0)]
    ]
    return _section(tr("Checkpoints"), "\n".join(lines))


def _section(title: str, text: str) -> QVBoxLayout:
    heading = QLabel(title)
    heading.setProperty("look", "row")
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(heading)
    column.addWidget(_value(text))
    return column


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "muted")
    return label


def _value(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
