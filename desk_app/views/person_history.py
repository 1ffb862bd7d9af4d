"""What happened to a person, in plain sentences: when, what, where, and whether it still holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desk_app import role
from desk_app.controllers.roster import UNDOABLE, Card
from desk_app.domain.facts import (
    Accompanied,
    Admitted,
    Amended,
    Annulled,
    Answered,
    BadgePrinted,
    Departed,
    Fact,
    FactId,
    HandedOut,
    HelpGiven,
    HelpWanted,
    Refused,
    Registered,
    WalkedIn,
)
from desk_app.domain.registration import Status
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.person_words import field_word, outcome_word
from desk_app.words import tr, trn


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the history; `void` was taken back since. `fact` can be taken back."""

    when: str
    what: str
    desk: str
    void: bool
    fact: FactId | None = None


def history_of(
    card: Card, moment: Callable[[int], str], desks: Mapping[str, str]
) -> tuple[Happening, ...]:
    """Every fact of the card as a sentence, the latest first."""
    by_id = {fact.id: fact for fact in card.history}
    imports = [fact.id for fact in card.history if isinstance(fact.body, Registered)]
    lines = []
    for fact in reversed(card.history):
        said = _said(fact, by_id, first=bool(imports) and fact.id == imports[0])
        void = fact.id in card.annulled
        open_ = fact.id if isinstance(fact.body, UNDOABLE) and not void else None
        lines.append(Happening(moment(fact.clock), said, desks.get(fact.desk, ""), void, open_))
    return tuple(lines)


def _said(fact: Fact, by_id: Mapping[FactId, Fact], *, first: bool) -> str:
    if isinstance(fact.body, Registered):
        return tr("Came in with an import") if first else tr("Updated by a later import")
    if isinstance(fact.body, Annulled):
        target = by_id.get(fact.body.target)
        said = _said(target, by_id, first=False) if target else tr("an earlier entry")
        if fact.body.author:
            return tr(
                "Taken back after the fact by {author}: {reason} ({what})",
                author=fact.body.author,
                reason=fact.body.reason,
                what=said,
            )
        if fact.body.reason:
            return tr("Taken back: {what} ({reason})", what=said, reason=fact.body.reason)
        return tr("Taken back: {what}", what=said)
    return _SENTENCES[type(fact.body)](fact.body)


def _admitted(body: Admitted) -> str:
    if body.author:
        return tr(
            "Entered after the fact by {author}: {reason}", author=body.author, reason=body.reason
        )
    if body.reason:
        return tr("Checked in all the same: {reason}", reason=body.reason)
    return tr("Checked in")


def _printed(body: BadgePrinted) -> str:
    said = [tr("Badge saved in a PDF file")]
    if body.printer:
        said = [tr("Badge printed on {printer}", printer=body.printer)]
    if body.reason:
        said.append(body.reason)
    if body.voids:
        said.append(tr("the earlier badge is void"))
    return " – ".join(said)


def _amended(body: Amended) -> str:
    if body.source:
        return tr("Kept on the list, against the export")
    if body.field == "status" and body.value == Status.BLOCKED:
        return tr("Blocked: {reason}", reason=body.reason) if body.reason else tr("Blocked")
    field = field_word(body.field)
    if not body.value:
        return tr("{field} emptied", field=field)
    value = role.contact(body.value)
    return tr("{field} corrected to “{value}”", field=field, value=value)


_SENTENCES: dict[type, Callable[[Any], str]] = {
    Admitted: _admitted,
    BadgePrinted: _printed,
    Amended: _amended,
    WalkedIn: lambda _body: tr("Registered at the desk"),
    Departed: lambda _body: tr("Went out"),
    HandedOut: lambda body: tr("Handed out: {what}", what=body.what),
    Answered: lambda body: tr("{what}: {value}", what=body.question, value=body.answer),
    Accompanied: lambda body: trn(
        body.count, "{count} person came along", "{count} people came along"
    ),
    HelpWanted: lambda body: tr("Sent to the help desk: {note}", note=body.note),
    HelpGiven: lambda _body: tr("Helped at the help desk"),
    Refused: lambda body: tr("Not checked in: {why}", why=outcome_word(body.outcome)),
}


class HistoryView(QWidget):
    """The lines under one another; what was taken back is struck out and says so.

    `undo_wanted` carries the Happening that somebody wants to take back.
    """

    undo_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def show_history(self, lines: tuple[Happening, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, line in enumerate(lines):
            self._grid.addWidget(_word(line.when, "hint", line.void), row, 0)
            self._grid.addWidget(_sentence(line), row, 1)
            if line.fact:
                self._grid.addWidget(self._undo_button(line), row, 2)

    def _undo_button(self, line: Happening) -> Button:
        button = Button("", icon="undo-2", look="flat")
        button.setAccessibleName(tr("Take back: {what}", what=line.what))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(partial(self.undo_wanted.emit, line))
        return button


def _sentence(line: Happening) -> QLabel:
    """At which desk stands behind the sentence, as does that it was taken back."""
    parts = [line.what, line.desk, tr("taken back") if line.void else ""]
    label = _word(" · ".join(filter(None, parts)), "", line.void)
    label.setWordWrap(True)
    return label


def _word(text: str, look: str, void: bool) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look or ("muted" if void else ""))
    if void:
        struck = theme.font("hint" if look else "body")
        struck.setStrikeOut(True)
        label.setFont(struck)
    return label
