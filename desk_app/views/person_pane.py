"""The right of the check-in screen: the person in hand, a form, or why all the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desk_app.views.person_card import PersonCard
from desk_app.views.reason_page import ReasonPage
from desk_app.views.walk_in_form import WalkInForm
from desk_app.words import tr

BLANK, CARD, FORM, REASON = range(4)


class PersonPane(QStackedWidget):
    """One of BLANK, CARD, FORM and REASON, or another page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = PersonCard()
        self.form = WalkInForm()
        self.reason = ReasonPage()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for page in (self._blank_page(), self.card, self.form, self.reason):
            self.addWidget(page)

    def show_page(self, page: int) -> None:
        """Bring one of the four forward."""
        self.setCurrentIndex(page)

    def show_instead(self, page: QWidget) -> None:
        """Bring forward what is made when it is first wanted."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)

    def _blank_page(self) -> QWidget:
        page = QFrame()
        page.setProperty("look", "card")
        label = QLabel(tr("The person appears here."))
        label.setProperty("look", "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(page).addWidget(label)
        return page
