"""The printers there are: those of the system, and Zebras by their address."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.devices import zebra
from desk_app.devices.printer import PrinterInfo
from desk_app.tasks import InlineTasks, Tasks

ZEBRAS = "zebra_printers"  # the setting that keeps their addresses
Found = tuple[PrinterInfo, ...]


class Printers(QObject):
    """Asks the system away from the UI, as that takes a third of a second."""

    listed = Signal(object)  # tuple of PrinterInfo

    def __init__(
        self, tasks: Tasks | InlineTasks, system: Callable[[], Found], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._system = system
        self._zebras: Found = ()

    @property
    def addresses(self) -> str:
        """Of the Zebras, joined by blanks."""
        return " ".join(it.name for it in self._zebras)

    def know(self, addresses: str) -> None:
        """These Zebras are there."""
        self._zebras = tuple(zebra.printer_at(it) for it in addresses.split())

    def add(self, address: str) -> PrinterInfo:
        """One more Zebra; a DeskError says that this is no address."""
        added = zebra.printer_at(address)
        self._zebras = tuple(dict.fromkeys((*self._zebras, added)))
        return added

    def ask(self) -> None:
        """Look which printers there are; `listed` tells."""
        self._tasks.paper(self._system, done=self._tell, newest="badges-printers")

    def find(self, done: Callable[[Found], None]) -> None:
        """Tell the system's printers once, whoever else asks meanwhile."""
        self._tasks.paper(self._system, done=done)

    def _tell(self, found: Found) -> None:
        self.listed.emit((*found, *self._zebras))
