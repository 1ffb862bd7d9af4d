"""What is known of a person and nobody corrects."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desk_app.controllers.roster import Card, is_sensitive
from desk_app.views.button import Button
from desk_app.words import tr, trn


class KnownFacts(QWidget):
    """What nobody corrects here: codes, order, booking, answers; sensitive ones when asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._card: Card | None = None
        self.ask = Button("", icon="shield-check", look="flat")
        self.ask.clicked.connect(self._show_all)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_known(self, card: Card) -> None:
        self._card = card
        count = sum(bool(said) and is_sensitive(asked) for asked, said in card.registration.answers)
        told = trn(count, "Show one sensitive answer", "Show {count} sensitive answers")
        self._show(card, lambda heading: not is_sensitive(heading))
        self.ask.setText(told)
        self.ask.setVisible(bool(count))

    def _show_all(self) -> None:
        """Until another person's card is shown."""
        if self._card:
            self._show(self._card, lambda _heading: True)
            self.ask.hide()

    def _show(self, card: Card, may_show: Callable[[str], bool]) -> None:
        self._grid.removeWidget(self.ask)
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        known = _known_of(card, may_show)
        self._grid.addWidget(self.ask, len(known), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        for row, (what, value) in enumerate(known):
            self._grid.addWidget(plain_label(what, "hint"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(plain_label(value, ""), row, 1)


def _known_of(card: Card, may_show: Callable[[str], bool]) -> list[tuple[str, str]]:
    it = card.registration
    booked = it.buyer_name if it.buyer_name != it.full_name else ""
    known = (
        (tr("Phone"), it.phone),
        (tr("Code of the ticket"), it.scan_code),
        (tr("Registration number"), it.external_id),
        (tr("Other codes"), ", ".join(it.codes)),
        (tr("Order"), it.order_id),
        (tr("Booked by"), " · ".join(filter(None, (booked, it.buyer_email if booked else "")))),
        (tr("Registered on"), it.registered_at),
        (tr("Status in the export"), it.status_raw),
        *(answer for answer in it.answers if may_show(answer[0])),
    )
    return [(what, value) for what, value in known if value]


def plain_label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
