"""The year: every event with its figures, several compared, and who came to several."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_app.controllers.year import Comparison, Regulars, YearController
from desk_app.views.event_comparison import EventComparison
from desk_app.views.regulars_page import RegularsPage
from desk_app.views.year_page import YearPage


class YearView(QWidget):
    """Three pages; `left` where somebody goes back to the list of events."""

    left = Signal()

    def __init__(self, controller: YearController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.page = YearPage()
        self.comparison = EventComparison()
        self.regulars = RegularsPage()
        self._stack = QStackedWidget()
        for page in (self.page, self.comparison, self.regulars):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        controller.years_known.connect(self.page.show_years)
        controller.compared.connect(self._show_comparison)
        controller.regulars_known.connect(self._show_regulars)
        self.page.compare_wanted.connect(controller.compare)
        self.page.regulars_wanted.connect(controller.ask_regulars)
        self.page.left.connect(self.left)
        self.comparison.left.connect(self.begin)
        self.regulars.left.connect(self.begin)
        self.setFocusProxy(self.page)

    def begin(self) -> None:
        """Show all events."""
        self._turn_to(self.page)

    def _show_comparison(self, it: Comparison) -> None:
        self.comparison.show_comparison(it)
        self._turn_to(self.comparison)

    def _show_regulars(self, it: Regulars) -> None:
        self.regulars.show_regulars(it)
        self._turn_to(self.regulars)

    def _turn_to(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
