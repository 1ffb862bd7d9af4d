"""A packed desk opened to be read, as the one who reads it is used to see a desk."""

from pathlib import Path

from desk_app.services import events, settings
from desk_app.store.packed import PackedDesk
from desk_app.store.session import Store

_TAKEN_ALONG = ("language", "theme", "sound")


def open_packed(file: Path, folder: Path) -> PackedDesk:
    """Open what a desk packed; DeskError where the file is none. `folder` is the reader's own."""
    store = PackedDesk(file, folder)
    chosen = _chosen_at(folder)
    with store.transaction() as session:
        for key in _TAKEN_ALONG:
            if key in chosen:
                settings.write(session, key, chosen[key])
        if known := events.all_events(session):
            events.choose(session, known[0].id)
    return store


def _chosen_at(folder: Path) -> dict[str, str]:
    if not (folder / "desk.db").exists():
        return {}
    store = Store(folder)
    try:
        with store.transaction() as session:
            return settings.read(session)
    finally:
        store.close()
