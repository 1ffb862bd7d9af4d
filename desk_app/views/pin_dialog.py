"""Asking for the lead's PIN, and for a reason where one is kept."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from desk_app.controllers.roles import Tried
from desk_app.views import theme
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.words import tr

_SECOND_MS = 1000


class PinField(QLineEdit):
    """Shows dots; whoever looks over the shoulder learns the length at most."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)


class PinDialog(QDialog):
    """Open it with `open()`; it stays until `accept` or Escape. `typed` carries (PIN, reason)."""

    typed = Signal(object)

    def __init__(
        self, title: str, text: str, *, reasoned: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(440)
        self._wait_s = 0
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("Why? It is kept with the check-in."))
        self.pin = PinField(tr("PIN"))
        self.told = QLabel()
        self.cancel = Button(tr("Cancel"))
        self.go = Button(tr("Go on"), look="primary")
        self._lay_out(title, text, reasoned)
        self._second.timeout.connect(self._count_down)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._tell)
        (self.reason if reasoned else self.pin).setFocus()

    def show_wrong(self, tried: Tried) -> None:
        """Say that this was not the PIN, and count down until somebody may try again."""
        self.pin.clear()
        self.pin.setFocus()
        self._wait_s = -(-tried.wait_ms // 1000)
        self._say()
        announce(self, self.told.text(), urgent=True)
        if self._wait_s:
            self._second.start()

    def _count_down(self) -> None:
        self._wait_s -= 1
        self._say()
        if not self._wait_s:
            self._second.stop()

    def _say(self) -> None:
        wrong = tr("This is not the PIN.")
        again = tr("This is not the PIN. Try again in {seconds} s.", seconds=self._wait_s)
        self.told.setText(again if self._wait_s else wrong)
        self.go.setEnabled(not self._wait_s)

    def _tell(self) -> None:
        if self.reason.isVisible() and not self.reason.text().strip():
            self.reason.setFocus()
            self.told.setText(tr("Say why: the reason is kept."))
        elif self.pin.text():
            self.typed.emit((self.pin.text(), self.reason.text()))

    def _lay_out(self, title: str, text: str, reasoned: bool) -> None:
        heading, lead = QLabel(title), QLabel(text)
        heading.setProperty("look", "title")
        lead.setProperty("look", "muted")
        for label in (heading, lead, self.told):
            label.setWordWrap(True)
        theme.set_look(self.told, "tone", "stop")
        self.told.setMinimumHeight(24)
        self.go.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        form = QFormLayout(self)
        form.setContentsMargins(24, 20, 24, 20)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(heading)
        form.addRow(lead)
        form.addRow(tr("Reason"), self.reason)
        form.addRow(tr("PIN"), self.pin)
        form.addRow(self.told)
        form.addRow(buttons)
        form.setRowVisible(self.reason, reasoned)
