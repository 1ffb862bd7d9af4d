"""The badge of the person who is being corrected, at its true proportions."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.controllers.badge_sketch import Sketch
from desk_app.views.pdf_page import PdfPage
from desk_app.words import tr

_HEIGHT = 120  # the name can be read, and the fields have room in a small window


class BadgeSketchView(PdfPage):
    """The picture before stays until the next is there: nothing flickers while somebody types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The badge as it would be printed"), parent)
        self.setMinimumWidth(120)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def clear(self) -> None:
        """Somebody else's badge is not shown for this person."""
        self.show_pdf(b"")

    def show_sketch(self, sketch: Sketch) -> None:
        """Show it in the place of the one before."""
        self.show_pdf(sketch.pdf, turned=sketch.turned)
