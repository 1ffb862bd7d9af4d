"""The text of a published page -> event, by its labels and section headings."""

import html
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, time
from itertools import pairwise

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake.announcement_dates import When, is_when, read_hours, read_when
from desk_app.intake.announcement_event import (
    Announcement,
    announced,
    unread_capacity,
    unread_date,
    unread_hours,
)
from desk_app.intake.announcement_labels import LANGUAGES, key, language_of, wordings
from desk_app.intake.announcement_lines import Line, Mark, marked_lines
from desk_app.intake.announcement_place import capacities_in, capacity_of, place_of

HEAD = "head"
SECTIONS = ("about", "objectives", "audience", "practical", "partners", "related", "rest")


@dataclass
class _Page:
    """What was found where, line by line, before any of it is understood."""

    values: dict[str, list[str]] = field(default_factory=dict)
    sections: dict[str, list[str]] = field(default_factory=dict)
    head: list[Line] = field(default_factory=list)
    wordings: list[str] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The first value given for a field."""
        return self.values.get(name, [""])[0]

    def section(self, name: str) -> str:
        """A section's text, its paragraphs a blank line apart."""
        paragraphs = "\n".join(self.sections.get(name, [])).strip("\n").split("\n\n")
        return "\n\n".join(part.strip("\n") for part in paragraphs if part.strip("\n"))


def read_text(text: str, name: str, title: str = "", language: str = "") -> Announcement:
    """Read a page's text; a known title or language (of a web page) goes before the text's own."""
    page = _sorted_out(marked_lines(html.unescape(text)))
    if not _announces(page):
        _refuse(text, name)
    return _understood(page, title, language)


def _refuse(text: str, name: str) -> None:
    if _is_table(text):
        raise DeskError(
            "“{name}” is a table, not the announcement of an event: import it as registrations.",
            name=name,
        )
    raise DeskError(
        "No event could be recognised in “{name}”: "
        "a title with a date, a city or a venue is expected.",
        name=name,
    )


def _is_table(text: str) -> bool:
    """Whether the first line looks like the headings of an export."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return first.count(";") > 1 or first.count("\t") > 1 or first.count(",") > 3


def _announces(page: _Page) -> bool:
    """A date or a place, or two of the sections that only announcements have."""
    told = {name for name in page.sections if name not in ("rest", HEAD)}
    certain = {"dates", "starts", "city", "venue"} & page.values.keys()
    return bool(certain) or len(told | page.values.keys()) > 1


def _sorted_out(lines: list[Line]) -> _Page:
    page, current = _Page(), HEAD
    for line in lines:
        if line.mark is Mark.HEADING:
            current = _begin_section(page, line)
        elif current == "related":
            _keep_title(page, line)
        elif line.mark is Mark.LABEL:
            _keep_value(page, line)
        elif current == HEAD:
            _keep_head(page, line)
        else:
            page.sections.setdefault(current, []).append(line.text)
    return page


def _begin_section(page: _Page, line: Line) -> str:
    page.wordings.append(line.wording)
    kept = page.sections.setdefault(line.field, [])
    if kept or line.field == "rest":
        kept += ["", line.text]
    elif line.value:
        kept.append(line.value)
    return line.field


def _keep_title(page: _Page, line: Line) -> None:
    """Of other events only their titles: their dates and places must not pass for this one's."""
    if line.mark is Mark.TEXT and not is_when(line.text):
        page.sections["related"].append(line.text)


def _keep_value(page: _Page, line: Line) -> None:
    page.wordings.append(line.wording)
    kept = page.values.setdefault(line.field, [])
    if line.value in kept:
        return
    if kept and line.field not in ("dates", "access", "partners", "organiser"):
        page.sections.setdefault("rest", []).append(line.text)
    else:
        kept.append(line.value)


def _keep_head(page: _Page, line: Line) -> None:
    """A date needs no label before the first section."""
    if line.mark is Mark.TEXT and is_when(line.text):
        page.values.setdefault("dates", []).append(line.text)
    elif line.mark is not Mark.BLANK:
        page.head.append(line)


def _understood(page: _Page, title: str, language: str) -> Announcement:
    found, kind, others = _titled(page, title)
    days, opens, closes, notes = _when(page)
    capacity, doubts = _capacity(page)
    place = place_of(page.value("venue"))
    texts = _texts(page, [*others, place.address, *_unused(page, notes)])
    event = Event(
        title=found,
        kind=kind,
        days=days,
        opens=opens,
        closes=closes,
        city=page.value("city") or place.city,
        venue=place.venue,
        access=" ; ".join(page.values.get("access", [])),
        organiser=", ".join(page.values.get("organiser", [])),
        url=page.value("url"),
        capacity=capacity,
        language=language or _language(page),
        about=texts["about"],
        objectives=texts["objectives"],
        audience=texts["audience"],
        practical=texts["practical"],
        partners=texts["partners"],
        related=texts["related"],
        rest=texts["rest"],
    )
    return announced(event, [*notes, *doubts])


def _texts(page: _Page, others: list[str]) -> dict[str, str]:
    """Every section's text; a label of the same meaning speaks where the section is silent."""
    texts = {name: page.section(name) for name in SECTIONS}
    for name in ("audience", "partners"):
        beside = ", ".join(page.values.get(name, []))
        texts[name] = "\n".join(part for part in (beside, texts[name]) if part)
    texts["rest"] = "\n".join(part for part in (*others, texts["rest"]) if part)
    return texts


def _unused(page: _Page, notes: list[Sentence]) -> list[str]:
    """The wording of dates and hours that were not, or not wholly, understood."""
    told = [text for name in ("dates", "starts", "ends", "hours") for text in _all(page, name)]
    return told if notes else []


def _all(page: _Page, name: str) -> list[str]:
    return page.values.get(name, [])


def _titled(page: _Page, title: str) -> tuple[str, str, list[str]]:
    """Title, kind and the other lines; the title is the line after the kind, else the first."""
    kinds = [line.text for line in page.head if line.mark is Mark.KIND]
    texts = [line.text for line in page.head if line.mark is Mark.TEXT]
    chosen = title or page.value("title") or _after_kind(page.head) or next(iter(texts), "")
    kind = page.value("kind") or next(iter(kinds), "")
    others = [text for text in (*kinds, *texts) if key(text) not in (key(chosen), key(kind))]
    return chosen, kind, others


def _after_kind(head: list[Line]) -> str:
    for line, following in pairwise(head):
        sentence_like = following.text.endswith(".")
        if line.mark is Mark.KIND and following.mark is Mark.TEXT and not sentence_like:
            return following.text
    return ""


def _when(
    page: _Page,
) -> tuple[tuple[date, ...], time | None, time | None, list[Sentence]]:
    dated = [read_when(text) for text in _date_values(page)]
    timed = [read_hours(text) for text in _all(page, "hours")]
    days = tuple(sorted({day for when in dated for day in when.days}))
    hours = [when for when in (*timed, *dated) if when.opens or when.closes]
    opens = min((when.opens for when in hours if when.opens), default=None)
    closes = max((when.closes for when in hours if when.closes), default=None)
    return days, opens, closes, _doubts(dated, timed, hours)


def _date_values(page: _Page) -> list[str]:
    """Every wording of dates; a beginning and an end given apart become one range."""
    starts, ends = page.value("starts"), page.value("ends")
    span = [f"{starts} - {ends}"] if starts and ends else [text for text in (starts, ends) if text]
    return _all(page, "dates") + span


def _doubts(dated: list[When], timed: list[When], hours: list[When]) -> list[Sentence]:
    notes = [unread_date(when.doubt) for when in dated if when.doubt]
    notes += [unread_hours(when.doubt) for when in timed if when.doubt]
    notes += [
        sentence("The words “{wording}” beside the date were not understood.", wording=when.left)
        for when in dated
        if when.left
    ]
    if any(when.many_hours for when in hours) or len({_hours(when) for when in hours}) > 1:
        notes.append(
            sentence("Several hours are given: the first opening and the last closing were kept.")
        )
    return notes


def _hours(when: When) -> tuple[time | None, time | None]:
    return when.opens, when.closes


def _capacity(page: _Page) -> tuple[int | None, list[Sentence]]:
    """The labelled number, else the only one that the page's text states."""
    if given := page.value("capacity"):
        count = capacity_of(given)
        return count, [] if count is not None else [unread_capacity(given)]
    where = (*_all(page, "access"), *(line.text for line in page.head))
    text = "\n".join((*where, *(page.section(name) for name in SECTIONS if name != "related")))
    stated = capacities_in(text)
    if len(stated) > 1:
        return None, [unread_capacity(", ".join(map(str, sorted(stated))))]
    return next(iter(stated), None), []


def _language(page: _Page) -> str:
    """The language most labels are in; where they do not tell, that of the words."""
    known = wordings().languages
    votes = Counter(name for word in page.wordings for name in known.get(word, ()))
    if votes["fr"] != votes["en"]:
        return max(LANGUAGES, key=lambda name: votes[name])
    told = [line.text for line in page.head]
    return language_of("\n".join((*told, *(page.section(name) for name in SECTIONS))))
