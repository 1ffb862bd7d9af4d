"""Finding people by whatever somebody types: any word order, any accent, also misspelt."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from desk_app.domain.names import joined
from desk_app.domain.registration import Registration
from desk_app.store.asking import Asked, as_digits, asked, phone_words
from desk_app.store.folding import folded, words_in, words_of_name, words_that_recur
from desk_app.store.meant import Meant, is_part
from desk_app.store.sensitivity import is_sensitive
from desk_app.store.session import Session
from desk_app.store.vocabulary import Vocabulary

SHORTEST_CODE = 4
_ENOUGH = 120  # candidates looked at before ranking: more is typed where they are more
_MANY = 200  # bearers of one whole name, or of names near it
_OWN = "{name rest}"  # the columns that say who somebody is
_FEW = 1000  # people: sorting them costs less than looking for them in the whole list
_STATES = {
    "confirmed": "status IN ('confirmed', 'checked_in')",
    "arrived": "arrived_at IS NOT NULL",
    "absent": "(arrived_at IS NULL AND status IN ('confirmed', 'checked_in'))",
}


class Texts(NamedTuple):
    """One person as they are looked up: the key of the family name, words of name and rest.

    `answers` are the words of the columns that nobody recognised, unless they are sensitive:
    whoever types "vegan" is not told who is.
    """

    family_key: str
    name: str
    rest: str
    answers: str


def texts_of(it: Registration) -> Texts:
    """What the tables and the index hold of a registration to find the person by."""
    family = folded(it.family_name)
    given = " ".join(words_that_recur(it.given_name)) if family else ""
    whole = it.full_name or joined(it.given_name, it.family_name)
    known = words_of_name(whole)
    if " " in family and (together := family.replace(" ", "")) not in known:
        known.append(together)
    order = it.external_id if it.order_id in it.external_id else f"{it.order_id} {it.external_id}"
    # A word of the name need not stand twice: most e-mail addresses are made of it.
    rest = {*words_in(f"{it.email} {order}"), *words_that_recur(it.organisation)}
    rest.update(phone_words(it.phone))
    rest.difference_update(known)
    answers = _said(it).difference(known, rest) if it.answers else ()
    key = f"{family or folded(whole)} {given}".strip()
    return Texts(key, *map(" ".join, (known, sorted(rest), sorted(answers))))


def _said(it: Registration) -> set[str]:
    open_to_all = (value for asked, value in it.answers if not is_sensitive(asked))
    return {word for value in open_to_all for word in words_in(value)}


def index(session: Session, people: Sequence[tuple[int, Texts]]) -> None:
    """Make people findable who are not (any more) in the index."""
    rows = [(identity, *texts[1:]) for identity, texts in people]
    session.insert("INSERT INTO person_search (rowid, name, rest, answers)", rows)
    if vocabulary := session.memory.get(Vocabulary):
        vocabulary.learn(word for row in rows for word in row[1].split())


def forget(session: Session, people: Sequence[int]) -> None:
    """Take people out of the index."""
    if people:
        session.run("DELETE FROM person_search WHERE rowid = ?", [(it,) for it in people])


def find(
    session: Session, event: int, text: str, limit: int = 30, *, misspelt: bool = True
) -> list[int]:
    """People's ids, best first: the family name as typed, a code, any words, near words.

    Near words only where nothing else fits, and not at all unless `misspelt`. Filters such as
    "org:ocim" narrow it. The order depends on the text and the roster alone, so that it never
    changes under the finger.
    """
    question = asked(text)
    if question.narrows:
        return _narrowed(session, event, question, limit)
    typed = folded(text)
    if not typed:
        return []
    found = dict.fromkeys(_by_family(session, event, typed, limit))
    if len(found) < limit:
        found.update(dict.fromkeys(_by_code(session, event, text.strip(), limit)))
    if len(found) < limit:
        found.update(dict.fromkeys(_by_words(session, event, typed.split())))
    if len(found) < limit:
        found.update(dict.fromkeys(_by_digits(session, event, text.strip())))
    if not found and misspelt:
        return find_near(session, event, text, limit)
    return list(islice(found, limit))


def find_near(session: Session, event: int, text: str, limit: int = 30) -> list[int]:
    """People whose names are near what was typed, the nearest first."""
    words = [] if asked(text).narrows else folded(text).split()
    return _by_near_words(session, event, words)[:limit]


def by_answers(session: Session, event: int, text: str, limit: int = 30) -> list[int]:
    """Everybody with all the words, were it in an answer to a question of the organiser's.

    For a person to look at: what somebody eats does not say who is meant at the door.
    """
    question = asked(text)
    words = folded(text).split()
    if question.narrows or not words:
        return []
    return _ranked(session, event, _beginning(words), words)[:limit]


def of_order(session: Session, event: int, order: str) -> list[int]:
    """Everybody of one order, by name."""
    words = folded(order).split()
    if not words:
        return []
    match = " AND ".join(f"rest : {word}*" for word in words)
    return _ranked(session, event, match, [], " AND order_id = ?", [order])


def fit(name: str, typed: str) -> int:
    """How well a name fits what was typed, 0 is best: two that fit alike need a question."""
    return _far(" ".join(words_of_name(name)), folded(words_of(typed)).split())


def is_guess(name: str, typed: str) -> bool:
    """Whether something was typed that is no part of the name, not even misspelt."""
    known = words_of_name(folded(name))
    return not all(is_part(word, known) for word in folded(words_of(typed)).split())


def words_of(typed: str) -> str:
    """What was typed, without the filters."""
    return asked(typed).words


def warm(session: Session) -> None:
    """Learn the vocabulary before anybody types."""
    _vocabulary(session).warm()


def warm_ear(session: Session, letter: str) -> None:
    """Learn how the names with this first letter sound."""
    _vocabulary(session).warm_ear(letter)


def _by_family(session: Session, event: int, typed: str, limit: int) -> list[int]:
    rows = session.run(
        "SELECT attendee FROM roster_line WHERE event = ?"
        " AND family_key >= ? AND family_key < ? ORDER BY family_key LIMIT ?",
        (event, typed, typed + "\x7f", limit),
    )
    return [row.attendee for row in rows]


def _by_code(session: Session, event: int, typed: str, limit: int) -> list[int]:
    """Whoever has a code that begins as typed, for tickets that cannot be scanned.

    Nobody holds Shift for a code: one in capitals, or without any, is found however it is typed.
    """
    if len(typed) < SHORTEST_CODE:
        return []
    found: list[int] = []
    for code in dict.fromkeys((typed, typed.upper(), typed.lower())):
        rows = session.run(
            "SELECT attendee FROM ticket_code WHERE event = ? AND code >= ? AND code < ? LIMIT ?",
            (event, code, code + "\U0010ffff", limit),
        )
        found += [row.attendee for row in rows]
    return found


def _by_words(session: Session, event: int, words: list[str]) -> list[int]:
    """Everybody with all the words, each as typed so far; names before the rest.

    Whoever bears the very words is among them, however many there are whose names go on.
    """
    whole = f"name : ({' AND '.join(words)})"
    bearers = _ranked(session, event, whole, words, most=_MANY) if len(words) > 1 else []
    others = _ranked(session, event, f"{_OWN} : ({_beginning(words)})", words)
    return list(dict.fromkeys((*bearers, *others)))


def _beginning(words: list[str]) -> str:
    return " AND ".join(f"{word}*" for word in words)


def _by_digits(session: Session, event: int, typed: str) -> list[int]:
    """Everybody with a phone number or an order that begins with these digits."""
    beginnings = as_digits(typed)
    if not beginnings:
        return []
    return _ranked(session, event, " OR ".join(f"rest : {it}*" for it in beginnings), [])


def _by_near_words(session: Session, event: int, words: list[str]) -> list[int]:
    """Everybody with a word near each of those typed, or alike, or a nickname; nearest first.

    Where one slip explains all that was typed, nobody is looked at who needs more.
    """
    meant = Meant(_vocabulary(session), words)
    for match in meant.matches():
        if rows := _matching(session, event, f"name : ({match})", most=_MANY):
            rows.sort(key=lambda row: (meant.far(row.name), row.family_key, row.id))
            return [row.id for row in rows]
    return []


def _narrowed(session: Session, event: int, it: Asked, limit: int) -> list[int]:
    """Everybody whom the filters leave and the words fit, by name where there are no words."""
    words = folded(it.words).split()
    condition, values = _condition(session, event, it)
    matches = [f"{_OWN} : {word}*" for word in words]
    matches += [f"rest : {word}*" for word in it.organisation.split()]
    matches += [f"answers : {word}*" for word in it.answer.split()]
    if matches:
        found = _ranked(session, event, " AND ".join(matches), words, condition, values)
    else:
        found = _listed(session, event, condition, values, limit)
    return found[:limit]


def _listed(
    session: Session, event: int, condition: str, values: list[str], most: int
) -> list[int]:
    """Whom the filters leave, by name. Where they are few, an index knows them all.

    Where they are many, the first of them stand near the beginning of the list.
    """
    few = session.run(
        "SELECT id FROM attendee INDEXED BY attendee_by_status WHERE event = ? AND listed = 1"
        f"{condition} LIMIT ?",
        (event, *values, _FEW + 1),
    ).all()
    if len(few) > _FEW:
        rows = session.run(
            "SELECT id FROM roster_line CROSS JOIN attendee ON id = roster_line.attendee"
            f" WHERE roster_line.event = ?{condition}"
            " ORDER BY roster_line.family_key, roster_line.attendee LIMIT ?",
            (event, *values, most),
        )
    else:
        rows = session.run(
            f"SELECT id FROM attendee WHERE id IN ({','.join('?' * len(few))})"
            " ORDER BY family_key, id LIMIT ?",
            (*(row.id for row in few), most),
        )
    return [row.id for row in rows]


def _condition(session: Session, event: int, it: Asked) -> tuple[str, list[str]]:
    """The filters as SQL that goes on after a WHERE, and its values."""
    condition, values = "", list[str]()
    if it.ticket_type:
        kinds = _kinds(session, event, it.ticket_type)
        condition += f" AND ticket_type IN ({','.join('?' * len(kinds))})"
        values += kinds
    if it.statuses:
        states = [_STATES.get(status, "status = ?") for status in it.statuses]
        condition += f" AND ({' OR '.join(states)})"
        values += [status for status in it.statuses if status not in _STATES]
    if it.organisation:
        condition += " AND organisation <> ''"
    return condition, values


def _kinds(session: Session, event: int, typed: str) -> list[str]:
    """The kinds of ticket with a word that begins as typed."""
    rows = session.run(
        "SELECT DISTINCT ticket_type FROM attendee INDEXED BY attendee_by_status"
        " WHERE event = ? AND listed = 1",
        (event,),
    )
    return [row[0] for row in rows if f" {typed}" in f" {folded(row[0])}"]


def _ranked(
    session: Session,
    event: int,
    match: str,
    words: list[str],
    condition: str = "",
    values: Sequence[str] = (),
    *,
    most: int = _ENOUGH,
) -> list[int]:
    rows = _matching(session, event, match, condition, values, most=most)
    rows.sort(key=lambda row: (_far(row.name, words), row.name.count(" "), row.family_key, row.id))
    return [row.id for row in rows]


def _matching(
    session: Session,
    event: int,
    match: str,
    condition: str = "",
    values: Sequence[str] = (),
    *,
    most: int,
) -> list[Any]:
    """Whom the index finds: their ids, the words of their names and their places in the list."""
    rows = session.run(
        "SELECT id, person_search.name, family_key FROM person_search CROSS JOIN attendee"
        " ON attendee.id = person_search.rowid"
        f" WHERE person_search MATCH ? AND event = ?{condition} LIMIT ?",
        (match, event, *values, most),
    )
    return list(rows.all())


def _far(name: str, words: list[str]) -> int:
    """0 for each typed word that is a word of the name, 1 for a beginning, 3 for neither."""
    known = name.split()
    return sum(
        0 if word in known else 1 if any(it.startswith(word) for it in known) else 3
        for word in words
    )


def _vocabulary(session: Session) -> Vocabulary:
    vocabulary = session.memory.get(Vocabulary)
    if vocabulary is None:
        rows = session.run("SELECT term FROM person_word WHERE col = 'name'")
        vocabulary = session.memory[Vocabulary] = Vocabulary(row[0] for row in rows)
    return vocabulary
