"""What an import must not decide by itself: each is a question with a careful default."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.attendee import Attendee
from desk_app.domain.facts import Amended, Annulled, Body, Fact, FactId, Registered
from desk_app.domain.names import plain
from desk_app.domain.registration import Registration, Status, attendee_id
from desk_app.domain.sentence import sentence

_LIKE = 70  # of 100: below this two names are two people
_NEARLY = 85  # of 100: from this on, two names may be one that was mistyped


class Kind(StrEnum):
    """Why somebody is asked. `take` means: as the export has it; otherwise as the desk has it."""

    CONFLICT = "conflict"  # corrected at the desk, and changed in the export since
    CANCELLED = "cancelled"  # cancelled in the export, but has come
    GONE = "gone"  # no longer in the export
    SOMEBODY_ELSE = "somebody_else"  # the number now stands for another person
    NEW_NUMBER = "new_number"  # somebody is gone, and somebody of that name or e-mail is new
    WALK_IN = "walk_in"  # registered at the desk, and now in the export too


WHY = {
    Kind.CONFLICT: sentence("corrected at this desk, and changed in the export since"),
    Kind.CANCELLED: sentence("has arrived, and is cancelled in the export"),
    Kind.GONE: sentence("has arrived, and is no longer in the export"),
    Kind.SOMEBODY_ELSE: sentence("the number stands for another person now"),
    Kind.NEW_NUMBER: sentence("gone, and perhaps in the export under a new number"),
    Kind.WALK_IN: sentence("registered at this desk, and perhaps in the export now"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One field, as this desk has it and as the export has it."""

    field: str
    desk: str
    export: str


@dataclass(frozen=True, slots=True)
class Question:
    """`take` is the default answer. `arrived_at` is in ms UTC; `other` is the person of the export.

    For NEW_NUMBER and WALK_IN, taking means that both are the same person.
    """

    kind: Kind
    attendee: int
    name: str
    take: bool
    lines: tuple[Line, ...] = ()
    arrived_at: int | None = None
    other: int | None = None

    @property
    def asked(self) -> "Asked":
        """What tells the questions about one person apart."""
        return self.kind, self.lines[0].field if self.kind == Kind.CONFLICT else ""


Asked = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom this desk knows and the export changes: as folded, with all their facts."""

    attendee: Attendee
    facts: tuple[Fact, ...]


def of_change(known: Known, new: Registration) -> Iterator[Question]:
    """What is to be asked before a newer registration of somebody is written."""
    it = known.attendee
    name, arrived = it.registration.full_name, it.arrived_at
    if _is_somebody_else(it.exported, new):
        lines = tuple(_lines(it.registration, new, ("full_name", "email")))
        yield Question(Kind.SOMEBODY_ELSE, it.id, name, arrived is None, lines, arrived)
        return
    contested = [field for field in _corrected(known) if _is_contested(it, new, field)]
    if arrived is not None and _cancels(it.registration, it.exported, new):
        line = Line("status", it.registration.status, new.status)
        yield Question(Kind.CANCELLED, it.id, name, False, (line,), arrived)
        contested = [field for field in contested if field != "status"]
    if {"given_name", "family_name"} & {*contested}:
        contested = [field for field in contested if field != "full_name"]  # made of its parts
    for line in _lines(it.registration, new, contested):
        yield Question(Kind.CONFLICT, it.id, name, False, (line,), arrived)


def answered(
    known: Known, new: Registration, answers: Mapping[Asked, bool], source: FactId
) -> list[Body]:
    """The facts that an answered change amounts to.

    Whoever takes another person's place takes none of what was corrected of that person. Whoever
    is kept against the export, keeps the status by a decision of the desk's, so that nobody is
    asked again until the export says something else.
    """
    it = known.attendee
    kept = Amended("status", it.registration.status, source=source)
    if not answers.get((Kind.GONE, ""), True):
        return [kept]
    given_up = {field for (kind, field), take in answers.items() if kind == Kind.CONFLICT and take}
    if answers.get((Kind.CANCELLED, "")):
        given_up.add("status")
    if answers.get((Kind.SOMEBODY_ELSE, "")):
        given_up = set(known.attendee.amended)
    return [
        Registered(new, source, matched=attendee_id(it.event, new) != it.id),
        *([] if answers.get((Kind.CANCELLED, ""), True) else [kept]),
        *(
            Annulled(fact.id, "import", source)
            for fact in known.facts
            if isinstance(fact.body, Amended) and fact.body.field in given_up
        ),
    ]


class Namesakes:
    """People to be found by name and e-mail, else by name, else by e-mail; each is found once.

    Where nothing else fits, a name that differs by a letter or two does.
    """

    def __init__(self, people: Iterable[tuple[int, str, str]]) -> None:
        """Of (id, full name, e-mail)."""
        self._found: set[int] = set()
        self._by: dict[str, dict[str, list[int]]] = {way: {} for way in WAYS}
        self._names: dict[int, str] = {}
        for identity, name, email in people:
            self._names[identity] = plain(name)
            for way in WAYS:
                if key := _key(way, name, email):
                    self._by[way].setdefault(key, []).append(identity)

    def of(self, it: Registration, way: str) -> int | None:
        """Whoever fits in this way and was not found yet."""
        if way == "like":
            return self._like(plain(it.full_name))
        fitting = self._by[way].get(_key(way, it.full_name, it.email), ())
        found = next((identity for identity in fitting if identity not in self._found), None)
        if found is not None:
            self._found.add(found)
        return found

    def _like(self, name: str) -> int | None:
        """The name most like it."""
        left = {one: it for one, it in self._names.items() if one not in self._found and it}
        if not name or not left:
            return None
        from rapidfuzz.fuzz import token_sort_ratio
        from rapidfuzz.process import extractOne

        best = extractOne(name, left, scorer=token_sort_ratio, score_cutoff=_NEARLY)
        if best is None:
            return None
        self._found.add(best[2])
        return best[2]


WAYS = ("both", "name", "email", "like")
"""The surest first: an e-mail alone may be shared by a family or an office."""


def _key(way: str, name: str, email: str) -> str:
    whole, address = plain(name), email.casefold()
    if way == "both":
        return f"{whole}\n{address}" if whole and address else ""
    return {"name": whole, "email": address}.get(way, "")


def _lines(old: Registration, new: Registration, fields: Iterable[str]) -> Iterator[Line]:
    for field in fields:
        here, there = str(getattr(old, field)), str(getattr(new, field))
        if here != there:
            yield Line(field, here, there)


def _corrected(known: Known) -> list[str]:
    """The fields that somebody corrected; not those that follow from a correction."""
    named = {fact.body.field for fact in known.facts if isinstance(fact.body, Amended)}
    return [field for field in known.attendee.amended if field in named]


def _is_contested(it: Attendee, new: Registration, field: str) -> bool:
    """Both sides have changed the field, and not to the same."""
    there = getattr(new, field)
    return field in it.amended and there not in (
        getattr(it.exported, field),
        getattr(it.registration, field),
    )


def _cancels(here: Registration, exported: Registration, new: Registration) -> bool:
    """Since the last export: what somebody declined then is not asked again."""
    return new.status == Status.CANCELLED and Status.CANCELLED not in (here.status, exported.status)


def _is_somebody_else(old: Registration, new: Registration) -> bool:
    """Neither the name nor the e-mail is what it was; a corrected name is like the old one."""
    if not old.full_name or not new.full_name:
        return False
    if old.email and old.email.casefold() == new.email.casefold():
        return False
    if plain(old.full_name) == plain(new.full_name):
        return False
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(plain(old.full_name), plain(new.full_name)) < _LIKE
