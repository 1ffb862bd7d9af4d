"""Data protection of one event: what is sensitive, until when names stay, and that they leave."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.privacy import (
    PrivacyController,
    Protection,
    Question,
    Step,
    day_line,
)
from desk_app.views import theme
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.words import current, tr, trn

_WIDTH = 640
_SHOWN = 8  # answers to one question; the rest are counted together


class PrivacyDialog(QDialog):
    """Open it with `open()`; nothing leaves before the word is typed."""

    def __init__(
        self, controller: PrivacyController, event: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Data protection"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._controller = controller
        self._event = event
        self._about = _text("")
        self._kept = _text("muted")
        self._counts = _text("")
        self.purge = Button(tr("Purge these answers"), icon="trash-2")
        self.word = QLineEdit()
        self.go = Button(tr("Anonymise now"), icon="user-x", look="danger")
        self._meant = False
        self._progress = QProgressBar()
        self._told = _text("")
        self._close = Button(tr("Close"), shortcut="Esc")
        self._sensitive = _card(tr("Sensitive answers"), self._counts, self.purge)
        self._leaving = _card(tr("Take the names out"), *self._warning(), self._row())
        self._lay_out()
        self.word.textChanged.connect(self._arm)
        self.word.returnPressed.connect(self.go.click)
        self.go.clicked.connect(self._anonymise)
        self.purge.clicked.connect(self._purge)
        self._close.clicked.connect(self.reject)
        controller.stated.connect(self.show_protection)
        controller.advanced.connect(self.show_step)
        controller.look_at(event)
        self._arm()
        for button in (self.purge, self.go, self._close):
            button.setAutoDefault(False)  # Enter, pressed by habit, must do nothing here
        self._close.setFocus()

    def show_protection(self, it: Protection) -> None:
        """How the event stands."""
        if it.id != self._event:
            return
        people = trn(it.people, "{count} person", "{count} people")
        self._about.setText(f"{it.event.title} · {people}")
        self._kept.setText(_kept(it))
        self._counts.setText("\n".join(_lines(it.state.sensitive)))
        self._sensitive.setVisible(bool(it.state.sensitive))
        self._leaving.setVisible(not it.state.anonymised)
        self._fit()

    def show_step(self, step: Step) -> None:
        """How far it is; once it is done, what was done and what is left to a person."""
        self._progress.setVisible(not step.finished)
        self._progress.setRange(0, max(step.total, 1))
        self._progress.setValue(step.done)
        for part in (self.go, self.purge, self.word):
            part.setEnabled(step.finished)
        if step.finished:
            self.word.clear()
            self._say(step.clean)
            self._controller.look_at(self._event)

    def _say(self, clean: bool) -> None:
        later = tr(
            "Another program is reading the data just now: the last traces go when the desk is"
            " opened next."
        )
        parts = (
            tr("Done: it cannot be read any more."),
            "" if clean else later,
            tr("Copies and documents saved elsewhere are not reached: delete them yourself."),
        )
        said = " ".join(filter(None, parts))
        theme.set_look(self._told, "tone", "good" if clean else "mind")
        self._told.setText(said)
        self._told.show()
        self._fit()
        self._close.setFocus()
        announce(self, said)

    def _fit(self) -> None:
        """As high as its words need: Qt's own way stops at two thirds of the screen."""
        layout = self.layout()
        assert layout
        layout.activate()
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    def _arm(self) -> None:
        """The button works once the word stands there, whatever its capitals."""
        self.go.setEnabled(self.word.text().strip().casefold() == tr("anonymise"))

    def _anonymise(self) -> None:
        self.go.setEnabled(False)
        self._controller.anonymise(self._event)

    def _purge(self) -> None:
        """The first press asks, the second does it."""
        if not self._meant:
            self._meant = True
            self.purge.setText(tr("Really purge them? Press again"))
            return
        self._meant = False
        self.purge.setText(tr("Purge these answers"))
        self.purge.setEnabled(False)
        self._controller.forget_sensitive(self._event)

    def _warning(self) -> tuple[QLabel, ...]:
        stays, leaves = _text(""), _text("")
        leaves.setText(
            tr(
                "Names, addresses, numbers, codes and answers leave this desk for good: its lists,"
                " its history, its search and its backups. Nobody can bring them back."
            )
        )
        stays.setText(
            tr("Every count, the curve of arrivals, categories and half-days stay as they are.")
        )
        return leaves, stays

    def _row(self) -> QWidget:
        told = tr("Type “{word}” to go on", word=tr("anonymise"))
        self.word.setPlaceholderText(told)
        self.word.setAccessibleName(told)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.word, 1)
        row.addWidget(self.go)
        return whole

    def _lay_out(self) -> None:
        self._about.setProperty("look", "row")
        self._told.hide()
        self._progress.hide()
        self._progress.setTextVisible(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (self._about, self._kept, self._sensitive, self._leaving):
            column.addWidget(part)
        column.addWidget(self._progress)
        column.addWidget(self._told)
        column.addStretch(1)
        column.addLayout(foot)


def _kept(it: Protection) -> str:
    if it.state.anonymised:
        return tr("This event is anonymous: no name is kept of it.")
    if it.state.keep_until is None:
        return tr("Nobody has said until when names are kept. Edit the event to say so.")
    day = day_line(it.state.keep_until, current())
    told = tr("Names were to be kept until {day}: it is time.", day=day)
    return told if it.state.overdue else tr("Names are kept until {day}.", day=day)


def _lines(questions: Iterable[Question]) -> Iterable[str]:
    """One line for each question, its commonest answers with how many gave them."""
    for it in questions:
        parts = [f"{said} ({count})" for said, count in it.answers[:_SHOWN]]
        rest = sum(count for _, count in it.answers[_SHOWN:])
        if rest:
            parts.append(tr("others ({count})", count=rest))
        yield tr("{question}: {answers}", question=it.heading, answers=", ".join(parts))


def _card(title: str, *parts: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    heading = QLabel(title)
    heading.setProperty("look", "row")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 14, 20, 18)
    column.setSpacing(8)
    column.addWidget(heading)
    for part in parts:
        side = Qt.AlignmentFlag.AlignLeft if isinstance(part, Button) else Qt.AlignmentFlag(0)
        column.addWidget(part, alignment=side)
    return card


def _text(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
