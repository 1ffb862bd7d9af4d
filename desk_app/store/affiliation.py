"""Who comes from one organisation, however their exports spell it."""

from desk_app.store.folding import folded
from desk_app.store.session import Session


def of_organisation(session: Session, event: int, organisation: str, most: int) -> list[int]:
    """Whoever is on the list from there, by name: the same words, whatever accents and capitals.

    The search index narrows them down; a word that is in somebody's name stands there alone.
    """
    words = folded(organisation).split()
    if not words:
        return []
    rows = session.run(
        "SELECT id, organisation FROM person_search CROSS JOIN attendee"
        " ON attendee.id = person_search.rowid"
        " WHERE person_search MATCH ? AND event = ? AND listed ORDER BY family_key, id",
        (" AND ".join(f"{{name rest}} : {word}" for word in words), event),
    )
    same = (row.id for row in rows if folded(row.organisation).split() == words)
    return [identity for identity, _ in zip(same, range(most), strict=False)]
