"""Which desk this is: an identity tied to the machine and the folder, so that a copy is another."""

import hashlib
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from desk_app.store.schema import desk


@dataclass(frozen=True, slots=True)
class Desk:
    """`id` stands in every fact that this desk writes; `name` is what people read."""

    id: str
    name: str


def this_desk(connection: Connection, folder: Path) -> Desk:
    """The desk of this folder on this machine; a new one where the data came from elsewhere.

    Two desks must never number facts under one id, or merging their ledgers would lose some.
    """
    fingerprint = _fingerprint(folder)
    known = connection.execute(select(desk).where(desk.c.fingerprint == fingerprint)).first()
    if known:
        return Desk(known.id, known.name)
    count = len(connection.execute(select(desk.c.id)).all())
    new = Desk(secrets.token_hex(4), f"{_machine_name()} {count + 1}" if count else _machine_name())
    connection.execute(insert(desk).values(id=new.id, name=new.name, fingerprint=fingerprint))
    return new


def rename(connection: Connection, identity: str, name: str) -> None:
    """Give a desk the name that people read, such as "Accueil 2"."""
    connection.execute(update(desk).where(desk.c.id == identity).values(name=name))


def _machine_name() -> str:
    return socket.gethostname().partition(".")[0] or "desk"


def _fingerprint(folder: Path) -> str:
    """Machine and folder, one way only: the machine's own number never reaches the database."""
    import machineid

    try:
        machine = str(machineid.hashed_id("registration-desk"))
    except Exception:  # containers and odd systems have none, each fails in its own way
        machine = socket.gethostname()
    return hashlib.sha256(f"{machine}\x1f{folder.resolve()}".encode()).hexdigest()
