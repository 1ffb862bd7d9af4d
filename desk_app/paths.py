"""Where things are: the resources that ship with the program, and the desk's own folder."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The resources folder: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def data_folder() -> Path:
    """The per-user folder of the platform, where the desk keeps its database."""
    from platformdirs import user_data_path  # not needed when --data is given

    return user_data_path("registration-desk", appauthor=False)
