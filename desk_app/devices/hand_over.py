"""The way to each printer: raw to a Zebra, the PDF itself to CUPS, else a picture of it."""

from desk_app.devices import cups, printer, spool, zebra


def print_pdf(
    pdf: bytes,
    name: str,
    width: float,
    height: float,
    *,
    dpi: int = 300,
    title: str = "Badges",
    two_sided: bool = False,
) -> None:
    """Print all pages of `width` × `height` mm at 100 %; returns when the system has them.

    With `two_sided`, every other page belongs on the back of the one before.
    """
    if zebra.speaks(name):
        zebra.print_pdf(pdf, name, dpi=dpi)
    elif cups.takes(name):
        cups.print_pdf(pdf, name, width, height, title=title, two_sided=two_sided)
    else:
        printer.print_pdf(pdf, name, width, height, dpi=dpi, title=title, two_sided=two_sided)


def check(name: str) -> None:
    """A DeskError within two seconds where the printer is off, paused or out of order."""
    if zebra.speaks(name):
        zebra.check(name)
    else:
        spool.check(name)
