"""The way to each printer: the PDF itself where the system takes it, else a picture of it."""

from desk_app.devices import cups, printer


def print_pdf(
    pdf: bytes, name: str, width: float, height: float, *, dpi: int = 300, title: str = "Badges"
) -> None:
    """Print all pages of `width` × `height` mm at 100 %; returns when the system has them."""
    if cups.takes(name):
        cups.print_pdf(pdf, name, width, height, title=title)
    else:
        printer.print_pdf(pdf, name, width, height, dpi=dpi, title=title)
