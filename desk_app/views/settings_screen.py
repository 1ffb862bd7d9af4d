"""The settings screen: how the desk looks and speaks, what it prints, and its data."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.settings import (
    REASON_WANTED,
    Settings,
    SettingsController,
    Taken,
    Verification,
)
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.file_dialogs import ask_for_file, ask_where_to_save
from desk_app.views.font_choice import FontChoice
from desk_app.views.scanner_trial import KeyboardChoice, ScannerTrial
from desk_app.views.scrolling import scroll_area
from desk_app.views.settings_card import SettingsCard, words_in_lines
from desk_app.words import tr, trn

_FIELD = 320


class SettingsScreen(QWidget):
    """Every choice is kept and takes effect at once; there is nothing to confirm.

    `more` are cards of other parts of the desk.
    """

    badges_wanted = Signal()

    def __init__(
        self,
        controller: SettingsController,
        more: Sequence[QFrame] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._more = more
        self._dialog: QFileDialog | None = None
        self.language = _choice(_languages())
        self.theme = _choice(_themes())
        self.desk = QLineEdit()
        self.sound = _choice(_volumes())
        self.scanner_end = _choice(_ends())
        self.scanner_prefix = QLineEdit()
        self.scanner_suffix = QLineEdit()
        self.scanner_keyboard = KeyboardChoice()
        self.trial = ScannerTrial(controller)
        self.follow_schedule = QCheckBox(tr("Change the checkpoint by its opening hours"))
        self.print_at_check_in = QCheckBox(tr("Print the badge at check-in"))
        self.reason_wanted = QCheckBox(tr("Print a badge again only with a reason"))
        self.printer = QLabel()
        self.stock = QLabel()
        self.typeface = FontChoice()
        self.to_badges = Button(tr("Change on the badges screen"), icon="id-card")
        self.folder = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.open_folder = Button(tr("Open"), icon="folder-open")
        self.check = Button(tr("Check the ledger"), icon="shield-check")
        self.copy = Button(tr("Save a copy of the data…"), icon="hard-drive")
        self._checked = words_in_lines()
        self._copied = words_in_lines()
        self.pack = Button(tr("Pack into one file…"), icon="upload")
        self.unpack = Button(tr("Take in a packed desk…"), icon="download")
        self.review = Button(tr("Read a packed desk…"), icon="eye")
        self._packed = words_in_lines()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.language)

    def show_settings(self, settings: Settings) -> None:
        """Everything as it stands."""
        for box, value in (
            (self.language, settings.language),
            (self.theme, settings.theme),
            (self.sound, settings.sound),
            (self.scanner_end, settings.scanner_end),
        ):
            box.setCurrentIndex(max(box.findData(value), 0))
        for field, text in (
            (self.scanner_prefix, settings.scanner_prefix),
            (self.scanner_suffix, settings.scanner_suffix),
        ):
            if not field.hasFocus():
                field.setText(text)
        self.scanner_keyboard.show_choice(settings.scanner_keyboard)
        if not self.desk.hasFocus():
            self.desk.setText(settings.desk_name)
        self.follow_schedule.setChecked(settings.follow_schedule)
        self.print_at_check_in.setChecked(settings.print_at_check_in)
        self.reason_wanted.setChecked(settings.reason_wanted)
        self.printer.setText(settings.printer or tr("The printer of the system"))
        self.stock.setText(tr(settings.stock))
        self.typeface.show_font(settings.font)
        self.folder.setText(str(settings.folder))

    def show_verified(self, it: Verification) -> None:
        """What the check found, in a sentence."""
        self.check.setEnabled(True)
        flaws = len(it.flaws)
        clean = tr(
            "All is well: {facts} facts about {people} people are complete, and every list agrees "
            "with them.",
            facts=it.facts,
            people=it.attendees,
        )
        wrong = trn(
            flaws,
            "{count} thing is not as it should be ({where}). Save a copy of the data, then restart "
            "the desk.",
            "{count} things are not as they should be ({where} first). Save a copy of the data, "
            "then restart the desk.",
            where=" ".join(it.flaws[0]) if flaws else "",
        )
        _say(self._checked, clean if it.clean else wrong, "good" if it.clean else "stop")

    def show_copied(self, path: Path) -> None:
        """Where the copy is."""
        _say(self._copied, tr("A whole copy is in {file}.", file=path), "good")

    def show_packed(self, path: Path) -> None:
        """Where the file for another desk is."""
        told = tr("Every event with all that happened is in {file}.", file=path)
        _say(self._packed, told, "good")

    def show_unpacked(self, it: Taken) -> None:
        """What another desk's file brought."""
        told = trn(
            it.new,
            "{count} fact of that desk is new here.",
            "{count} facts of that desk are new here.",
        )
        gone = tr("Names that were erased there have left this desk too.") if it.erased else ""
        _say(self._packed, f"{told} {gone}".strip(), "good")

    def ask_where_to_pack(self) -> None:
        """Ask where the file for another desk goes, then write it."""
        title = tr("Pack into one file")
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        self._dialog = ask_where_to_save(self, title, f"desk-{day}", "jsonl")
        self._dialog.fileSelected.connect(self._pack)
        self._dialog.open()

    def ask_what_to_take_in(self) -> None:
        """Ask for the file of another desk, then take it in."""
        self._dialog = ask_for_file(self, tr("Take in a packed desk"))
        self._dialog.setNameFilter("*.jsonl")
        self._dialog.fileSelected.connect(self._unpack)
        self._dialog.open()

    def ask_what_to_read(self) -> None:
        """Ask for the file of another desk, then open it in a window of its own."""
        self._dialog = ask_for_file(self, tr("Read a packed desk"))
        self._dialog.setNameFilter("*.jsonl")
        self._dialog.fileSelected.connect(self._review)
        self._dialog.open()

    def _ask(self, what: str) -> None:
        asked = {"review": self.ask_what_to_read, "unpack": self.ask_what_to_take_in}
        asked[what]()

    def _review(self, path: str) -> None:
        self._controller.review(Path(path))

    def _pack(self, path: str) -> None:
        self._controller.pack(Path(path))

    def _unpack(self, path: str) -> None:
        self._controller.unpack(Path(path))

    def ask_where(self) -> None:
        """Ask where the copy goes, then make it."""
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        self._dialog = ask_where_to_save(self, tr("Save a copy of the data"), f"desk-{day}", "db")
        self._dialog.fileSelected.connect(self._save_copy)
        self._dialog.open()

    def _save_copy(self, path: str) -> None:
        self._controller.save_copy(Path(path))

    def _choose(self, key: str, box: QComboBox, place: int) -> None:
        self._controller.choose(key, str(box.itemData(place)))

    def _choose_following(self, follows: bool) -> None:
        self._controller.choose("follow_schedule", "yes" if follows else "no")

    def _choose_printing(self, prints: bool) -> None:
        self._controller.choose("print_at_check_in", "yes" if prints else "no")

    def _choose_reason(self, wanted: bool) -> None:
        self._controller.choose(REASON_WANTED, "yes" if wanted else "no")

    def _rename(self) -> None:
        if self.desk.isModified():
            self.desk.setModified(False)
            self._controller.rename_desk(self.desk.text())

    def _keep_typed(self, key: str, field: QLineEdit) -> None:
        if field.isModified():
            field.setModified(False)
            self._controller.choose(key, field.text().strip())

    def _check_ledger(self) -> None:
        self.check.setEnabled(False)
        _say(self._checked, tr("Reading the whole ledger…"), "quiet")
        self._controller.verify()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))

    def _connect(self) -> None:
        it = self._controller
        it.known.connect(self.show_settings)
        it.verified.connect(self.show_verified)
        it.copied.connect(self.show_copied)
        it.packed.connect(self.show_packed)
        it.unpacked.connect(self.show_unpacked)
        it.asked.connect(self._ask)
        self.language.activated.connect(partial(self._choose, "language", self.language))
        self.theme.activated.connect(partial(self._choose, "theme", self.theme))
        self.sound.activated.connect(partial(self._choose, "sound", self.sound))
        self.scanner_keyboard.activated.connect(
            partial(self._choose, "scanner_keyboard", self.scanner_keyboard)
        )
        self.trial.remember_wanted.connect(partial(it.choose, "scanner_keyboard"))
        self.scanner_end.activated.connect(partial(self._choose, "scanner_end", self.scanner_end))
        for key, field in (
            ("scanner_prefix", self.scanner_prefix),
            ("scanner_suffix", self.scanner_suffix),
        ):
            field.editingFinished.connect(partial(self._keep_typed, key, field))
        self.desk.editingFinished.connect(self._rename)
        self.follow_schedule.clicked.connect(self._choose_following)
        self.print_at_check_in.clicked.connect(self._choose_printing)
        self.reason_wanted.clicked.connect(self._choose_reason)
        self.to_badges.clicked.connect(self.badges_wanted)
        self.typeface.chosen.connect(it.choose_font)
        self.typeface.usual_wanted.connect(it.usual_font)
        self.open_folder.clicked.connect(self._open_folder)
        self.check.clicked.connect(self._check_ledger)
        self.copy.clicked.connect(self.ask_where)
        self.pack.clicked.connect(self.ask_where_to_pack)
        self.unpack.clicked.connect(self.ask_what_to_take_in)
        self.review.clicked.connect(self.ask_what_to_read)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self._this_desk())
        column.addWidget(self._scanning())
        column.addWidget(self._printing())
        for card in self._more:
            column.addWidget(card)
        column.addWidget(self._data())
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scroll_area(content))

    def _this_desk(self) -> QFrame:
        self.desk.setMinimumWidth(_FIELD)
        self.desk.setPlaceholderText(tr("Such as “Main entrance”"))
        card = SettingsCard(tr("This desk"))
        card.add_row(tr("Language"), self.language)
        card.add_row(tr("Appearance"), self.theme)
        card.add_row(tr("Name of this desk"), self.desk)
        card.add_hint(tr("The name stands with every check-in, so that several desks can be told."))
        card.add_row("", self.follow_schedule)
        return card

    def _scanning(self) -> QFrame:
        for field in (self.scanner_prefix, self.scanner_suffix):
            field.setMinimumWidth(_FIELD)
            field.setPlaceholderText(tr("Nothing"))
        card = SettingsCard(tr("Scanning"))
        card.add_row(tr("Sounds"), self.sound)
        card.add_row(tr("A code ends with"), self.scanner_end)
        card.add_row(tr("Before a code"), self.scanner_prefix)
        card.add_row(tr("After a code"), self.scanner_suffix)
        card.add_hint(tr("What the scanner types around each code is taken off."))
        card.add_row(tr("The scanner’s keyboard"), self.scanner_keyboard)
        card.add_row(tr("Try the scanner"), self.trial)
        return card

    def _printing(self) -> QFrame:
        card = SettingsCard(tr("Badges"))
        card.add_row("", self.print_at_check_in)
        card.add_row("", self.reason_wanted)
        card.add_row(tr("Printer"), self.printer)
        card.add_row(tr("Labels or paper"), self.stock)
        card.add_row("", self.to_badges)
        card.add_row(tr("Typeface"), self.typeface)
        return card

    def _data(self) -> QFrame:
        card = SettingsCard(tr("Data of this desk"))
        card.add_row(tr("Folder"), self.folder, self.open_folder)
        card.add_row(tr("Nothing lost?"), self.check)
        card.add_line(self._checked)
        card.add_row(tr("Safe keeping"), self.copy)
        card.add_line(self._copied)
        card.add_row(tr("Another desk"), self.pack, self.unpack)
        card.add_row("", self.review)
        card.add_hint(tr("Read: in a window of its own, and nothing can be changed there."))
        card.add_line(self._packed)
        return card


def _choice(words: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setMinimumWidth(_FIELD)
    for value, word in words.items():
        box.addItem(word, value)
    return box


def _say(label: QLabel, text: str, tone: str) -> None:
    theme.set_look(label, "tone", tone)
    label.setText(text)
    label.show()


def _languages() -> dict[str, str]:
    """Each language is named in itself, so that everybody finds their own."""
    return {"system": tr("As the computer"), "fr": "Français", "en": "English"}


def _volumes() -> dict[str, str]:
    return {
        "off": tr("Off"),
        "quiet": tr("Quiet"),
        "normal": tr("Normal"),
        "loud": tr("Loud"),
    }


def _ends() -> dict[str, str]:
    return {"key": tr("Enter or Tab"), "none": tr("Nothing: a short silence")}


def _themes() -> dict[str, str]:
    return {
        "system": tr("As the computer"),
        "light": tr("Light"),
        "dark": tr("Dark"),
        "contrast": tr("High contrast"),
    }
