"""What a person said of a file's columns, remembered for every file with the same headings."""

import json
from collections.abc import Mapping
from pathlib import Path

from desk_app.intake.wishes import Fields
from desk_app.services import settings
from desk_app.store.session import Session

_KEY = "columns:"  # and the form of the headings


def remembered(session: Session) -> Mapping[str, Fields]:
    """Every correction, by the form of the headings (`Reading.form`)."""
    return {
        key.removeprefix(_KEY): tuple((place, field) for place, field in json.loads(value))
        for key, value in settings.read(session).items()
        if key.startswith(_KEY)
    }


def remember(session: Session, form: str, fields: Fields) -> None:
    """Keep a correction; empty `fields` forget it."""
    if fields:
        settings.write(session, f"{_KEY}{form}", json.dumps(fields))
    else:
        settings.forget(session, f"{_KEY}{form}")


def profiles(folder: Path) -> Path:
    """Where somebody may put profiles of further platforms, in a data folder."""
    return folder / "exports"
