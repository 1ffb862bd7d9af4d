"""JSON exports as tables: pretix order data, and any list of objects."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from desk_app.domain.errors import DeskError
from desk_app.intake import encoding
from desk_app.intake.table import OPENING, Table

_DEPTH = 4
_MOST_COLUMNS = 400

Record = dict[str, str]


def read_json(data: bytes) -> Table:
    """The table of the registrations in a JSON file; DeskError if it holds no list of them."""
    text, warnings = encoding.decoded(data)
    try:
        value = _value(text)
    except (ValueError, RecursionError):
        raise DeskError(
            "This JSON file is damaged or incomplete. Download it from the platform again."
        ) from None
    records = list(_pretix(value) if _is_pretix(value) else map(_flat, _longest_list(value)))
    if "\\ud" in text.lower():  # halves of letters may be escaped in JSON, and are nothing alone
        records = [{_whole(name): _whole(cell) for name, cell in it.items()} for it in records]
    headings = list(dict.fromkeys(name for record in records for name in record))[:_MOST_COLUMNS]
    if not headings:
        raise DeskError(
            "This JSON file holds no list of registrations. "
            "Export the attendees or orders of the event."
        )
    rows = _rows(headings, records)
    return Table("", tuple(islice(rows, OPENING)), rows, len(records), lambda: 0, warnings)


def _rows(headings: list[str], records: list[Record]) -> Iterator[list[str]]:
    yield headings
    for record in records:
        yield [record.get(name, "") for name in headings]


def _value(text: str) -> Any:
    """One value, or one object a line, as logs and many interfaces write lists."""
    try:
        return json.loads(text)
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        if not all(line.lstrip().startswith("{") for line in lines[:2]) or len(lines) < 2:
            raise
        return [json.loads(line) for line in lines]


def _is_pretix(value: Any) -> bool:
    event = value.get("event") if isinstance(value, dict) else None
    orders = event.get("orders") if isinstance(event, dict) else None
    return isinstance(orders, list) and any("positions" in one for one in _dicts(orders))


def _pretix(value: dict[str, Any]) -> Iterator[Record]:
    """One record for each order position, under the headings of pretix's own CSV."""
    event = value["event"]
    items = {one.get("id"): _text(one.get("name")) for one in _dicts(event.get("items"))}
    questions = {
        one.get("id"): _text(one.get("question")) for one in _dicts(event.get("questions"))
    }
    for order in _dicts(event["orders"]):
        for place in _dicts(order.get("positions")):
            yield _pretix_position(order, place, items) | _answers(place, questions)


def _pretix_position(order: dict[str, Any], place: dict[str, Any], items: dict[Any, str]) -> Record:
    said = {
        "Order code": order.get("code"),
        "Position ID": place.get("positionid"),
        "Status": "c" if place.get("canceled") is True else order.get("status"),
        "Email": order.get("email"),
        "Phone number": order.get("phone"),
        "Order date": order.get("datetime"),
        "Product": items.get(place.get("item"), place.get("item")),
        "Attendee name": place.get("attendee_name"),
        "Attendee email": place.get("attendee_email"),
        "Attendee company": place.get("company"),
        "Ticket secret": place.get("secret"),
        "Pseudonymization ID": place.get("pseudonymization_id"),
        "Add-on to position ID": place.get("addon_to"),
        "Check-in lists": place.get("checkins"),
        "Test mode": "yes" if order.get("testmode") is True else None,
        "Order comment": order.get("comment"),
    }
    return {heading: _text(value) for heading, value in said.items()}


def _answers(place: dict[str, Any], questions: dict[Any, str]) -> Record:
    given = _dicts(place.get("answers"))
    return {
        questions.get(one.get("question"), _text(one.get("question"))): _text(one.get("answer"))
        for one in given
    }


def _longest_list(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    """The longest list of objects, in the value or inside it."""
    if isinstance(value, list):
        return _dicts(value)
    if not isinstance(value, dict) or depth >= _DEPTH:
        return []
    inner = (_longest_list(one, depth + 1) for one in value.values())
    return max(inner, key=len, default=[])


def _flat(record: dict[str, Any], prefix: str = "", depth: int = 0) -> Record:
    """Nested objects as `profile: first_name`; lists joined; questions under their own text."""
    flat: Record = {}
    for name, value in record.items():
        heading = f"{prefix}{name}"
        if isinstance(value, dict) and depth < _DEPTH:
            flat |= _flat(value, f"{heading}: ", depth + 1)
        elif isinstance(value, list) and (answers := _asked(value)):
            flat |= answers
        else:
            flat[heading] = _text(value)
    return flat


def _asked(values: list[Any]) -> Record:
    """A list of `{question, answer}` objects as columns; empty if it is another list."""
    flat: Record = {}
    for one in _dicts(values):
        question = one.get("question") or one.get("label") or one.get("title")
        answer = one.get("answer", one.get("value"))
        if isinstance(question, str):
            flat[question] = _text(answer)
    return flat


def _dicts(values: Any) -> list[dict[str, Any]]:
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return _joined(value)
    if isinstance(value, dict):  # a text in several languages
        return next((text for text in value.values() if isinstance(text, str)), "")
    return str(value)


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _joined(values: Iterable[Any]) -> str:
    return ", ".join(text for value in values if (text := _text(value)))
