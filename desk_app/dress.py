"""The one QApplication, and how it looks and speaks."""

import logging
import sys

from PySide6.QtCore import QLocale, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desk_app import words
from desk_app.views import theme

log = logging.getLogger(__name__)


def application() -> QApplication:
    """The one QApplication of this process."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    qInstallMessageHandler(_to_log)
    sys.setswitchinterval(0.001)  # the UI thread gets its turn while others compute
    app = QApplication(sys.argv[:1])
    app.setApplicationName("registration-desk")
    app.setApplicationDisplayName("")
    return app


def apply_theme(chosen: dict[str, str]) -> None:
    """Show the theme that was chosen, else the system's."""
    theme.apply(application(), chosen.get("theme", "system"))


def speak(chosen: dict[str, str]) -> None:
    """Use the chosen language, also in the number fields of what is built from now on."""
    language = _language_of(chosen)
    words.use(language)
    QLocale.setDefault(QLocale(language))


def _language_of(chosen: dict[str, str]) -> str:
    """The language that was chosen, else the system's where we speak it, else English."""
    spoken = chosen.get("language", "system")
    return spoken if spoken in words.LANGUAGES else QLocale.system().name()[:2]


def _to_log(kind: QtMsgType, _context: object, message: str) -> None:
    """Qt's own remarks are for whoever looks for a fault, not for a volunteer's terminal."""
    grave = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    log.log(logging.ERROR if grave else logging.INFO, message)
