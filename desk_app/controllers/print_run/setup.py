"""What badges are printed with: chosen once, remembered, and used again unasked."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.badges import stocks
from desk_app.badges.stocks import Stock
from desk_app.controllers.print_run.choices import Choices, chosen, usual
from desk_app.controllers.print_run.printers import ZEBRAS, Found, Printers
from desk_app.controllers.print_run.queue import Ways, print_test_page
from desk_app.domain.errors import DeskError
from desk_app.services import label_counts, own_stocks, settings
from desk_app.tasks import InlineTasks, Tasks


class Setup(QObject):
    """Layout, stock and printer; a sheet begins where the last one ended."""

    settled = Signal(object)  # Choices
    read = Signal()  # the choices, again
    turned = Signal()  # badges look otherwise, or stand elsewhere
    printers_listed = Signal(object)  # tuple of PrinterInfo
    tested = Signal(object)  # the printer that got a test page
    refused = Signal(object)  # DeskError

    def __init__(
        self, tasks: Tasks | InlineTasks, system: Callable[[], Found], ways: Ways, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ways = ways
        self._printers = Printers(tasks, system, self)
        self._printers.listed.connect(self.printers_listed)
        self.choices = usual()

    def refresh(self) -> None:
        """Read the choices again, and look for printers."""
        self._tasks.db(settings.read, done=self._read, newest="badges-settings")
        self._printers.ask()

    def read_quietly(self) -> None:
        """Read the choices again, where no badge looks otherwise for it."""
        self._tasks.db(settings.read, done=self._settle, newest="badges-quiet")

    def choose_layout(self, layout: str) -> None:
        """Print with this layout, also next time."""
        self._remember("layout", layout)
        self._turn(replace(self.choices, layout=layout))

    def choose_stock(self, stock: str) -> None:
        """Print on this stock, also next time."""
        self._remember("stock", stock)
        self.choices = replace(self.choices, stock=stocks.stock(stock), first_label=1)
        self._read_and_turn()

    def choose_printer(self, name: str) -> None:
        """Print on this printer, also next time."""
        self._remember("printer", name)
        self.choices = replace(self.choices, printer=name)
        self.read_quietly()

    def add_zebra(self, address: str) -> None:
        """Print on the Zebra printer at this address of the network, also next time."""
        try:
            added = self._printers.add(address)
        except DeskError as error:
            self.refused.emit(error)
            return
        self._remember(ZEBRAS, self._printers.addresses)
        self.choose_printer(added.name)
        self._printers.ask()

    def keep_stock(self, made: Stock) -> None:
        """Keep labels that somebody measured, and print on them."""
        self._tasks.db(own_stocks.keep_stock, made, done=self.choose_stock)

    def forget_stock(self, stock: str) -> None:
        """Take one of the desk's own stocks off the list."""
        self._tasks.db(own_stocks.forget_stock, stock)
        self._read_and_turn()

    def set_offset(self, x: float, y: float) -> None:
        """Move what the chosen printer prints on the chosen stock, by mm right and down."""
        it = self.choices
        self._tasks.db(own_stocks.set_offset, it.printer, it.stock.id, x, y)
        self.read_quietly()

    def set_first_label(self, number: int) -> None:
        """The first unused label of the sheet in the printer, counted from 1."""
        self._tasks.db(label_counts.set_next_label, self.choices.stock.id, number)
        self._turn(replace(self.choices, first_label=number))

    def print_test_page(self) -> None:
        """A frame on each label, to see how far the chosen printer is off; `tested` tells."""
        it = self.choices
        self._tasks.paper(
            print_test_page, it.stock, it.printer, it.offset, self._ways,
            done=self.tested.emit, failed=self.refused.emit,
        )  # fmt: skip

    def find_printer(self, done: Callable[[str], None]) -> None:
        """The printer chosen last; the system's first where none ever was, "" without any."""
        self._tasks.db(settings.read, done=partial(self._find_printer, done))

    def _find_printer(self, done: Callable[[str], None], known: dict[str, str]) -> None:
        self.choices = chosen(known)
        if self.choices.printer:
            done(self.choices.printer)
        else:
            self._printers.find(partial(_first, done))

    def _read_and_turn(self) -> None:
        self._tasks.db(settings.read, done=self._turn_as_known, newest="badges-stock")

    def _remember(self, key: str, value: str) -> None:
        self._tasks.db(settings.write, key, value)

    def _read(self, known: dict[str, str]) -> None:
        self._printers.know(known.get(ZEBRAS, ""))
        self._settle(known)
        self.read.emit()

    def _settle(self, known: dict[str, str]) -> None:
        self.choices = chosen(known)
        self.settled.emit(self.choices)

    def _turn_as_known(self, known: dict[str, str]) -> None:
        self._turn(chosen(known))

    def _turn(self, choices: Choices) -> None:
        self.choices = choices
        self.settled.emit(choices)
        self.turned.emit()


def _first(done: Callable[[str], None], found: Found) -> None:
    done(found[0].name if found else "")
