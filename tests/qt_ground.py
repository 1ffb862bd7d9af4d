"""The ground Qt stands on in tests: no screen is needed, and a machine without Qt's libraries
still runs everything that needs none."""

import os

import pytest

MISSING = ""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    import PySide6.QtWidgets  # noqa: F401
except ImportError as error:  # the wheel is there; one of the system's libraries is not
    MISSING = str(error)


def pytest_configure(config: pytest.Config) -> None:
    if MISSING:
        config.issue_config_time_warning(
            pytest.PytestWarning(f"Qt cannot start, its tests are left out: {MISSING}"), 1
        )


def pytest_ignore_collect(collection_path: object) -> bool | None:
    """Leave the rooms out that need Qt where it cannot start."""
    parts = str(collection_path).replace("\\", "/").split("/")
    needs_qt = {"views", "controllers", "tables", "devices", "flows", "shots"}
    return True if MISSING and needs_qt & set(parts) else None
