"""What this desk remembers of itself: the event in hand, the language, the printer."""

from desk_app.store import desk
from desk_app.store.session import Session


def read(session: Session) -> dict[str, str]:
    """All settings by their keys, such as "event", "theme", "language", "stock", "printer"."""
    return {row.key: row.value for row in session.run("SELECT key, value FROM setting")}


def write(session: Session, key: str, value: str) -> None:
    """Remember one setting."""
    session.run(
        "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def forget(session: Session, key: str) -> None:
    """Let go of one setting."""
    session.run("DELETE FROM setting WHERE key = ?", (key,))


def rename_desk(session: Session, name: str) -> None:
    """Name this desk as people call it; shown with every check-in from the next start on."""
    desk.rename(session.connection, session.desk.id, name.strip() or session.desk.name)


def desk_names(session: Session) -> dict[str, str]:
    """Every desk that is known here: id to name."""
    return {row.id: row.name for row in session.run("SELECT id, name FROM desk")}
