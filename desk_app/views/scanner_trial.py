"""The keyboard for which a scanner types, and a field into which one scans to try it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.controllers.settings import TRIES, SettingsController, Tried, keyboards
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.words import tr, trn

_FIELD = 320


class KeyboardChoice(QComboBox):
    """As which keyboard the computer takes what a US scanner types; "" where both agree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_FIELD)
        self.addItem(tr("As this computer’s"), "")
        for name in keyboards():
            self.addItem(tr("US keyboard, on {keyboard}", keyboard=keyboard_name(name)), name)

    def show_choice(self, keyboard: str) -> None:
        """The one that is remembered."""
        self.setCurrentIndex(max(self.findData(keyboard), 0))


class ScannerTrial(QWidget):
    """Scan here: nobody is checked in, and the desk says what it read."""

    remember_wanted = Signal(str)  # a keyboard

    def __init__(self, controller: SettingsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyboard = ""
        self.field = QLineEdit()
        self.field.setProperty(TRIES, True)
        self.field.setMinimumWidth(_FIELD)
        self.field.setPlaceholderText(tr("Click here and scan a ticket"))
        self.field.setAccessibleName(tr("Try the scanner"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.remember = Button(tr("Remember this keyboard"), icon="keyboard")
        self._lay_out()
        controller.tried.connect(self.show_tried)
        self.field.returnPressed.connect(self._say_typed)
        self.remember.clicked.connect(self._remember)
        self.setFocusProxy(self.field)

    def show_tried(self, tried: Tried) -> None:
        """What was read, how fast it came, and whose code it is."""
        self._keyboard = tried.keyboard
        known = bool(tried.names)
        self._say(f"{_read(tried)} {_whose(tried)}", "good" if known else "mind")
        self.remember.setVisible(bool(tried.keyboard))

    def _say_typed(self) -> None:
        """Enter came to the field itself: no scan was seen in the keys before."""
        if self.field.text():
            self._say(
                tr("That came as slowly as from fingers. If it was the scanner, have it send its "
                   "keys faster, or end each code with Enter."),
                "mind",
            )  # fmt: skip

    def _say(self, text: str, tone: str) -> None:
        theme.set_look(self.said, "tone", tone)
        self.said.setText(text)
        self.said.show()
        self.remember.hide()
        self.field.clear()

    def _remember(self) -> None:
        self.remember.hide()
        self.remember_wanted.emit(self._keyboard)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self.remember)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.said)
        self.said.hide()
        self.remember.hide()


def keyboard_name(name: str) -> str:
    """A keyboard as people call it."""
    return {
        "azerty": tr("a French one (AZERTY)"),
        "azerty_be": tr("a Belgian one (AZERTY)"),
        "azerty_mac": tr("a French one of a Mac"),
        "qwertz": tr("a German one (QWERTZ)"),
        "qwertz_ch": tr("a Swiss one (QWERTZ)"),
        "bepo": tr("a French one (Bépo)"),
    }.get(name, name)


def _read(tried: Tried) -> str:
    trial = tried.trial
    ends = {"Enter": tr("Enter"), "Tab": tr("Tab"), "": tr("a short silence")}
    return trn(
        len(trial.keys),
        "Read “{code}”: {count} key, ended by {end}.",
        "Read “{code}”: {count} keys, {apart} ms apart, ended by {end}.",
        code=trial.code,
        apart=round(trial.apart),
        end=ends[trial.end],
    )


def _whose(tried: Tried) -> str:
    names = ", ".join(tried.names)
    if tried.keyboard:
        return tr(
            "It is the code of {name}, typed as on a US keyboard; the computer’s is {keyboard}.",
            name=names,
            keyboard=keyboard_name(tried.keyboard),
        )
    if tried.names:
        return tr("It is the code of {name}.", name=names)
    return tr("Nobody on the list has this code.")
