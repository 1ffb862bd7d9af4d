"""Printing a PDF at exactly its own size, without a dialog."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desk_app.domain.errors import DeskError

CLOSE_ENOUGH = 1.5  # mm between a size of the printer and the page that goes on it
_BAND = 1 << 19  # pixels rendered at a time: a longer bite would stop the interpreter for all


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """A printer as the system knows it. `ready` is false when it is paused or in trouble."""

    name: str
    description: str
    is_default: bool
    ready: bool


def available_printers() -> tuple[PrinterInfo, ...]:
    """Every printer, the default first. Asks the system for a third of a second: not for the UI."""
    found = [
        PrinterInfo(
            info.printerName(),
            info.description() or info.printerName(),
            info.isDefault(),
            info.state() != QPrinter.PrinterState.Error,
        )
        for info in QPrinterInfo.availablePrinters()
    ]
    return tuple(sorted(found, key=lambda info: (not info.is_default, info.name.casefold())))


def print_pdf(
    pdf: bytes,
    printer: str,
    page_w_mm: float,
    page_h_mm: float,
    *,
    dpi: int = 300,
    pages: Sequence[int] | None = None,
    output_file: Path | None = None,
    title: str = "Badges",
    two_sided: bool = False,
) -> None:
    """Hand over pages (counted from 0; all by default) at 100 %; returns when the system has them.

    With `output_file` the same pages go into a PDF file instead of to a printer. A DeskError
    means that nothing was printed, unless it says how many pages were.
    """
    document, buffer = _document(pdf)
    try:
        chosen = list(range(document.pageCount())) if pages is None else list(pages)
        if not chosen or not all(0 <= page < document.pageCount() for page in chosen):
            raise DeskError("There is no such page to print. Make the badges again.")
        size = _paper(printer, page_w_mm, page_h_mm) if output_file is None else None
        target = _target(printer, output_file)
        target.setDocName(title)
        _set_up(target, size or _custom(page_w_mm, page_h_mm), dpi)
        if two_sided:
            target.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        _check_page(target, page_w_mm, page_h_mm)
        _paint(document, chosen, target)
    finally:
        document.close()
        buffer.close()


def _document(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    """The document reads from the buffer: both have to live as long as it is used."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready:
        raise DeskError("The file made for printing cannot be read. Make the badges again.")
    return document, buffer


def _target(printer: str, output_file: Path | None) -> QPrinter:
    target = QPrinter(QPrinter.PrinterMode.HighResolution)
    if output_file is None:
        target.setPrinterName(printer)
    else:
        target.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        target.setOutputFileName(str(output_file))
    return target


def _paper(printer: str, width: float, height: float) -> QPageSize:
    """The printer's own name for the page if it has one, else a size made to measure."""
    info = QPrinterInfo.printerInfo(printer) if printer else QPrinterInfo()
    if info.isNull():
        raise DeskError(
            "There is no printer “{printer}”. Check that it is switched on and connected, "
            "or choose another one.",
            printer=printer,
        )
    if info.state() == QPrinter.PrinterState.Error:
        raise DeskError(
            "The printer “{printer}” is paused or out of order. Look at it, or choose another one.",
            printer=printer,
        )
    own = [
        size for size in info.supportedPageSizes() if _distance(size, width, height) <= CLOSE_ENOUGH
    ]
    if own:
        return min(own, key=lambda size: _distance(size, width, height))
    if info.supportsCustomPageSizes():
        return _custom(width, height)
    raise no_such_paper(printer, width, height)


def no_such_paper(printer: str, width: float, height: float) -> DeskError:
    """The printer cannot print a page of this size in mm as large as it is."""
    return DeskError(
        "The printer “{printer}” has no paper of {width} × {height} mm. Choose another label "
        "stock or printer, or save the PDF and print it at 100 %.",
        printer=printer,
        width=f"{width:g}",
        height=f"{height:g}",
    )


def _custom(width: float, height: float) -> QPageSize:
    name = f"Custom.{width:g}x{height:g}mm"
    match = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, name, match)


def _distance(size: QPageSize, width: float, height: float) -> float:
    """By how many mm the worse side differs."""
    found = size.size(QPageSize.Unit.Millimeter)
    return max(abs(found.width() - width), abs(found.height() - height))


def _set_up(target: QPrinter, size: QPageSize, dpi: int) -> None:
    """A new QPrinter starts as A4 with margins at 1200 dpi, whatever the queue holds."""
    target.setFullPage(True)
    target.setPageSize(size)
    target.setPageOrientation(QPageLayout.Orientation.Portrait)
    target.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    target.setResolution(dpi)


def _check_page(target: QPrinter, width: float, height: float) -> None:
    page = target.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    if max(abs(page.width() - width), abs(page.height() - height)) > CLOSE_ENOUGH:
        raise DeskError(
            "The printer would print on {found} instead of {wanted} mm, so nothing was printed. "
            "Choose the roll or paper in the printer's own settings.",
            found=f"{page.width():.0f} × {page.height():.0f}",
            wanted=f"{width:g} × {height:g}",
        )


def _paint(document: QPdfDocument, pages: list[int], target: QPrinter) -> None:
    painter = QPainter()
    if not painter.begin(target):
        raise DeskError(
            "The printer “{printer}” does not take the job. Check that it is switched on, "
            "or choose another one.",
            printer=target.printerName() or target.outputFileName(),
        )
    try:
        for number, page in enumerate(pages):
            if number and not target.newPage():
                raise DeskError(
                    "The printer stopped after {done} of {total} pages. Print the rest again.",
                    done=number,
                    total=len(pages),
                )
            _paint_page(document, page, painter, target.resolution())
    finally:
        painter.end()


def _paint_page(document: QPdfDocument, page: int, painter: QPainter, dpi: int) -> None:
    """Render dot for dot, in bands."""
    points = document.pagePointSize(page)
    width, height = round(points.width() * dpi / 72), round(points.height() * dpi / 72)
    rows = max(1, _BAND // max(width, 1))
    for top in range(0, height, rows):
        band = min(rows, height - top)
        painter.drawImage(
            QPointF(0, top), _rendered(document, page, QSize(width, height), top, band)
        )


def _rendered(document: QPdfDocument, page: int, size: QSize, top: int, band: int) -> QImage:
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(size)
    options.setScaledClipRect(QRectF(0, top, size.width(), band).toRect())
    drawn = document.render(page, QSize(size.width(), band), options)
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))  # the page has no background of its own
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper
