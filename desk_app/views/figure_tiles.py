"""The figures of the day as tiles, each of which shows its people."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from desk_app.controllers.attendance import Figures
from desk_app.views.people_kinds import kind_words
from desk_app.views.tile import Tile
from desk_app.words import tr

# key to (figure, tone, icon), in reading order
_LOOKS = {
    "registered": ("registered", "quiet", "users"),
    "expected": ("expected", "accent", "circle-dashed"),
    "arrived": ("arrived", "good", "check"),
    "inside": ("inside", "good", "door-open"),
    "absent": ("absent", "quiet", "user-x"),
    "walk_ins": ("walk_ins", "accent", "user-plus"),
    "pending": ("pending", "mind", "hourglass"),
    "waiting": ("waiting", "mind", "list-ordered"),
    "cancelled": ("cancelled", "stop", "ban"),
    "places": ("places_left", "quiet", "door-open"),
}


class FigureTiles(QWidget):
    """The figures of the day; `chosen` carries the key of one, or "" for everybody."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        words = {
            **kind_words(),
            "registered": tr("registered"),
            "inside": tr("inside now"),
            "places": tr("places left"),
        }
        self.buttons = {
            kind: Tile(words[kind], tone, 0, icon) for kind, (_, tone, icon) in _LOOKS.items()
        }
        self.places = self.buttons["places"]
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for tile in self.buttons.values():
            self._group.addButton(tile)
        self._group.buttonClicked.connect(self._tell)
        self._chosen = ""
        self._place({"inside", "waiting"})

    def show_figures(self, figures: Figures | None) -> None:
        for kind, (figure, _, _) in _LOOKS.items():
            self.buttons[kind].set_number((getattr(figures, figure) if figures else 0) or 0)
        left = figures.places_left if figures else None
        over = figures is not None and figures.over
        self.buttons["absent"].set_label(tr("no-shows") if over else tr("absent"))
        hidden = set() if left is not None else {"places"}
        if figures is None or not figures.waiting:
            hidden.add("waiting")
        if figures is None or figures.inside == figures.arrived:
            hidden.add("inside")
        self._place(hidden)

    def _place(self, hidden: set[str]) -> None:
        """Nine stand three by three; what says nothing at this event stays out of the way."""
        shown = [tile for kind, tile in self.buttons.items() if kind not in hidden]
        across = 3 if len(shown) <= 9 else 4
        for number, tile in enumerate(shown):
            self._grid.addWidget(tile, number // across, number % across)
        for kind, tile in self.buttons.items():  # last: taking a place may hide a tile
            tile.setVisible(kind not in hidden)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < across))

    def choose(self, figure: str) -> None:
        """Mark whose people are shown; "" marks none."""
        self._chosen = figure
        self._group.setExclusive(False)
        for kind, tile in self.buttons.items():
            tile.setChecked(kind == figure)
        self._group.setExclusive(True)

    def _tell(self, button: object) -> None:
        """A chosen tile lets its people go again."""
        figure = next(kind for kind, it in self.buttons.items() if it is button)
        self.chosen.emit("" if figure == self._chosen else figure)


def figure_word(figure: str) -> str:
    """The people of a figure, as the heading of their list names them."""
    words = {
        **kind_words(),
        "": tr("everybody"),
        "registered": tr("registered"),
        "inside": tr("inside now"),
        "places": tr("with a place"),
    }
    return words[figure]
