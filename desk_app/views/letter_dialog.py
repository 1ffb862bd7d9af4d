"""The words of attestations and certificates: typed on the left, drawn on the right."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.letters import FIELDS, Known, LettersController
from desk_app.domain.errors import DeskError
from desk_app.domain.papers import LetterText
from desk_app.views import theme
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.pdf_page import PdfPage
from desk_app.words import current, say, tr

_SIZE = QSize(1080, 720)
_TYPING_MS = 150  # a pause this long, and the page is drawn


class LetterDialog(QDialog):
    """Open it with `open()`. Each language has a text of its own; saving keeps all that were typed.

    A text with a mistake is refused in a sentence as soon as it is typed, and cannot be saved.
    """

    def __init__(
        self, controller: LettersController, kind: str, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._controller = controller
        self._kind = kind
        self._known: dict[str, Known] = {}
        self._drafts: dict[str, LetterText] = {}
        self._leaving = False
        self._shown = ""  # the language of the text in the fields; "" until one is there
        self.language = QComboBox()
        self.heading = QLineEdit()
        self.body = QPlainTextEdit()
        self.signature = QLineEdit()
        self.fields = QComboBox()
        self.page = PdfPage(tr("An example of the letter"))
        self._told = QLabel()
        self.original = Button(tr("Back to the original text"), look="flat", icon="undo-2")
        self._close = Button(tr("Cancel"), shortcut="Esc")
        self.save = Button(tr("Save"), shortcut="Ctrl+S", icon="save", look="primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._fill()
        self._lay_out()
        self._connect()
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self._turn()

    def show_known(self, it: Known) -> None:
        """What letters say so far, unless somebody has typed another text meanwhile."""
        if it.kind == self._kind:
            self._known[it.language] = it
            if it.language == self.language.currentData():
                self._shown = it.language
                self._show(self._drafts.get(it.language, it.text))

    def text(self) -> LetterText:
        """What is typed: each line is a paragraph."""
        lines = (line.strip() for line in self.body.toPlainText().splitlines())
        return LetterText(
            self.heading.text().strip(), tuple(filter(None, lines)), self.signature.text().strip()
        )

    def draw(self) -> None:
        """Show an example of what is typed."""
        self._pause.stop()
        if known := self._known.get(self._shown):
            self._drafts[self._shown] = self.text()
            self.original.setEnabled(self.text() != known.original)
            self._say("")
            self.save.setEnabled(True)
            self._controller.draw(self._shown, self.text())

    def reject(self) -> None:
        """Escape leaves everything as it was; with something typed it takes a second press."""
        if self._changes() and not self._leaving:
            self._leaving = True
            self._say(tr("This text is not saved. Press Esc again to leave without it."), "mind")
            return
        super().reject()

    def _show(self, text: LetterText) -> None:
        self.heading.setText(text.heading)
        self.signature.setText(text.signature)
        self.body.setPlainText("\n".join(text.paragraphs))
        self.draw()

    def _turn(self) -> None:
        """To the text of another language; until it is there, what stands here is no draft."""
        self._pause.stop()
        self._shown = ""
        self._controller.read(self._kind, self.language.currentData())

    def _type(self) -> None:
        """What is typed is drawn when the fingers rest."""
        self._leaving = False
        if self._shown:
            self._drafts[self._shown] = self.text()
        self._pause.start()

    def _insert(self) -> None:
        field = self.fields.currentData()
        if field:
            self.body.insertPlainText(f"{{{field}}}")
            self.fields.setCurrentIndex(0)
            self.body.setFocus()

    def _back_to_original(self) -> None:
        """As one step, so that Ctrl+Z brings back what was typed."""
        if not self._shown:
            return
        text = self._known[self._shown].original
        self.heading.setText(text.heading)
        self.signature.setText(text.signature)
        cursor = self.body.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText("\n".join(text.paragraphs))
        self.draw()

    def _changes(self) -> dict[str, LetterText]:
        return {
            language: text
            for language, text in self._drafts.items()
            if text != self._known[language].text
        }

    def _save(self) -> None:
        self.draw()
        if self.save.isEnabled():
            self._controller.keep(self._kind, self._changes())

    def _refuse(self, error: DeskError) -> None:
        self.save.setEnabled(False)
        self._say(say(error.sentence, current()), "stop")

    def _say(self, text: str, tone: str = "quiet") -> None:
        theme.set_look(self._told, "tone", tone)
        self._told.setText(text)
        if text:
            announce(self, text)

    def _fill(self) -> None:
        title = {
            "attestation": tr("Text of attestations"),
            "certificate": tr("Text of certificates"),
        }
        self.setWindowTitle(title[self._kind])
        for language, name in {"fr": "Français", "en": "English"}.items():
            self.language.addItem(name, language)
        self.fields.addItem(tr("Insert a field…"), "")
        for field, name in FIELDS.items():
            self.fields.addItem(f"{tr(name)} – {{{field}}}", field)
        self.body.setTabChangesFocus(True)
        self._told.setWordWrap(True)

    def _connect(self) -> None:
        it = self._controller
        it.known.connect(self.show_known)
        it.drawn.connect(self.page.show_pdf)
        it.refused.connect(self._refuse)
        it.kept.connect(self.accept)
        self.language.activated.connect(self._turn)
        self.fields.activated.connect(self._insert)
        for line in (self.heading, self.signature):
            line.textEdited.connect(self._type)
        self.body.textChanged.connect(self._type)
        self._pause.timeout.connect(self.draw)
        self.original.clicked.connect(self._back_to_original)
        self._close.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (self.original, self._close, self.save):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name, part in (
            (tr("Language"), self.language),
            (tr("Title"), self.heading),
            (tr("Text"), self.body),
            (tr("Fields"), self.fields),
            (tr("Signature"), self.signature),
        ):
            part.setAccessibleName(name)
            part.setMinimumHeight(44)
            form.addRow(name, part)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.original)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self.save)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(form, 1)
        left.addWidget(self._hint())
        left.addWidget(self._told)
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(24)
        row.addLayout(left, 3)
        row.addWidget(self.page, 2)

    def _hint(self) -> QLabel:
        hint = QLabel(
            tr(
                "Each line is a paragraph. “#” before it: large letters. “?” before it: left out"
                " when its field is empty. “[ ]” before it: a box to tick."
            )
        )
        hint.setProperty("look", "hint")
        hint.setWordWrap(True)
        return hint
