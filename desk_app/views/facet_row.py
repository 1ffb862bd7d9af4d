"""The filters that hold just now, each a button that lets it go."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.controllers.roster import Wish
from desk_app.views.button import Button
from desk_app.views.facet_words import said
from desk_app.words import tr

_MOST = 4  # beside one another; what is more is in the panel


class FacetRow(QWidget):
    """Hidden where nothing is filtered; `removed` carries a facet, `cleared` is all of them."""

    removed = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._wish = Wish()
        self.hide()

    def show_wish(
        self, wish: Wish, points: Mapping[str, str], desk: Callable[[str], str] = str
    ) -> None:
        """One button for each filter, and one for all where there are several."""
        if wish.facets == self._wish.facets:
            return
        self._wish = wish
        self._empty()
        for facet, values in wish.facets[:_MOST]:
            self._add(said(facet, values, points, desk), facet)
        if len(wish.facets) > 1:
            every = Button(tr("Remove all filters"), look="flat")
            every.clicked.connect(self.cleared)
            self._row.addWidget(every)
        self._row.addStretch(1)
        self.setVisible(bool(wish.facets))

    def _add(self, words: str, facet: str) -> None:
        button = Button(words.replace("&", "&&"), icon="x")
        button.setAccessibleName(tr("Remove the filter “{filter}”", filter=words))
        button.setMaximumWidth(280)
        button.clicked.connect(lambda: self.removed.emit(facet))
        self._row.addWidget(button)

    def _empty(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
