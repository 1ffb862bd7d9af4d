"""Profiles of platforms: what a TOML file says of their exports, checked entry by entry."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from desk_app import paths
from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Status
from desk_app.intake import vocabulary
from desk_app.intake.wording import key

_LINE = re.compile(r"line (\d+)")
_MISSING = ("ask", "cancelled")
_WHEN = ("filled", "empty", "yes")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class RowRule:
    """Rows to set aside: those whose `field` is filled, empty or says yes."""

    field: str
    when: str
    reason: str


@dataclass(frozen=True, slots=True)
class Platform:
    """One export of one platform; every part but the id may be empty (the general rules)."""

    id: str = ""
    name: str = ""
    signature: tuple[frozenset[str], ...] = ()
    needs: int = 0
    must: tuple[frozenset[str], ...] = ()
    external_id: tuple[tuple[str, ...], ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    last: frozenset[str] = frozenset()
    states: Mapping[str, Status] = field(default_factory=dict)
    missing_means: str = "ask"
    set_aside: tuple[RowRule, ...] = ()
    buyer_stands_in: bool = False
    scan_from: str = ""
    family_before_comma: bool = False


def read_profiles(file: Path) -> tuple[Platform, ...]:
    """The profiles in a file; DeskError names the file, the entry and what is wrong with it."""
    try:
        stamp = file.stat()
        return _read(file, stamp.st_mtime_ns, stamp.st_size)
    except (OSError, UnicodeDecodeError):
        raise DeskError(
            "The profiles in {file} cannot be read. Save the file as text in UTF-8, or remove it.",
            file=file.name,
        ) from None
    except tomllib.TOMLDecodeError as problem:
        line = _LINE.search(str(problem))
        raise DeskError(
            "The profiles in {file} are not well-formed TOML (line {line}). "
            "Correct that line, or remove the file.",
            file=file.name,
            line=line[1] if line else len(file.read_bytes().splitlines()),
        ) from None


@lru_cache(maxsize=32)
def _read(file: Path, _changed: int, _size: int) -> tuple[Platform, ...]:
    described = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    whole = _Entry(file.name, file.stem, described)
    whole.refuse_strangers(["platform", "reasons"])
    reasons = whole.get("reasons", _is_texts_by_name, {}, '{name = "sentence"}')
    entries = whole.get("platform", _is_tables, [], "[[platform]]")
    return tuple(
        _platform(_Entry(file.name, str(entry.get("id", number)), entry), reasons)
        for number, entry in enumerate(entries, start=1)
    )


def _platform(said: "_Entry", reasons: Mapping[str, str]) -> Platform:
    said.refuse_strangers(_KNOWN)
    signature = said.get("signature", _is_signature, None, '[["Order code", "Code"], ["Secret"]]')
    most = len(signature)
    return Platform(
        id=said.get("id", _is_text, None, '"my_platform"'),
        name=said.get("name", _is_text, None, '"My platform"'),
        signature=tuple(_cores(wordings) for wordings in signature),
        needs=said.get("needs", lambda it: _is_count(it) and it <= most, None, f"1–{most}"),
        must=tuple(
            _cores(wordings)
            for wordings in said.get("must", _is_signature_or_none, [], '[["Order code", "Code"]]')
        ),
        external_id=tuple(
            tuple(fields)
            for fields in said.get("external_id", _is_identity, [], _fields_in_words())
        ),
        columns={
            vocabulary.core(word): to
            for word, to in said.get("columns", _is_columns, {}, _fields_in_words()).items()
        },
        last=_cores(said.get("last", _is_texts, [], '["Heading"]')),
        states={
            key(word): Status(state)
            for word, state in said.get("status", _is_states, {}, ", ".join(Status)).items()
        },
        missing_means=said.get("missing_means", _MISSING.__contains__, "ask", ", ".join(_MISSING)),
        set_aside=tuple(_rules(said, reasons)),
        buyer_stands_in=said.get("buyer_stands_in", _is_truth, False, "true, false"),
        scan_from=said.get("scan_from", _is_field_or_none, "", _fields_in_words()),
        family_before_comma=said.get("family_before_comma", _is_truth, False, "true, false"),
    )


_KNOWN = (
    "id name signature needs must external_id columns last status missing_means set_aside "
    "buyer_stands_in scan_from family_before_comma"
).split()


class _Entry:
    """One table of a file, which tells what is wrong with what stands in it."""

    def __init__(self, file: str, name: str, values: Mapping[str, Any]) -> None:
        self._file = file
        self._name = name
        self._values = values

    def get(self, name: str, suits: Callable[[Any], bool], default: Any, allowed: str) -> Any:
        """The value of a key, once it suits; None as the default means that it must be there."""
        if name not in self._values and default is not None:
            return default
        value = self._values.get(name)
        if value is None or not suits(value):
            raise self.wrong(name, value, allowed)
        return value

    def wrong(self, name: str, value: Any, allowed: str) -> DeskError:
        """What to say of a key that lacks or has a value that cannot be."""
        if value is None:
            return DeskError(
                "In {file}, the profile “{entry}” says nothing of “{key}”. "
                "Give it a value, for instance {allowed}.",
                file=self._file,
                entry=self._name,
                key=name,
                allowed=allowed,
            )
        return DeskError(
            "In {file}, the profile “{entry}” has a value for “{key}” that cannot be: {value}. "
            "Allowed: {allowed}.",
            file=self._file,
            entry=self._name,
            key=name,
            value=json.dumps(value, ensure_ascii=False, default=str)[:_LONGEST_SHOWN],
            allowed=allowed,
        )

    def refuse_strangers(self, known: list[str]) -> None:
        """A misspelt key would be passed over in silence."""
        for name in self._values:
            if name not in known:
                raise DeskError(
                    "In {file}, the profile “{entry}” has a key “{key}” that nobody knows. "
                    "Known: {known}.",
                    file=self._file,
                    entry=self._name,
                    key=name,
                    known=", ".join(known),
                )


def _rules(said: _Entry, reasons: Mapping[str, str]) -> Iterator[RowRule]:
    allowed = '{field = "...", when = "filled|empty|yes", reason = "..."}'
    for rule in said.get("set_aside", _is_tables, [], allowed):
        sentences = {**_shipped_reasons(), **reasons}
        reason = sentences.get(str(rule.get("reason")))
        if not _is_field(rule.get("field")) or rule.get("when") not in _WHEN or not reason:
            raise said.wrong("set_aside", rule, f"{allowed} ({', '.join(sentences)})")
        yield RowRule(rule["field"], rule["when"], reason)


@cache
def _shipped_reasons() -> Mapping[str, str]:
    """Sentences that profiles of the user may give too: they are translated."""
    file = paths.resources() / "exports" / "platforms.toml"
    reasons: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))["reasons"]
    return reasons


def _cores(words: list[str]) -> frozenset[str]:
    return frozenset(map(vocabulary.core, words))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_signature_or_none(value: Any) -> bool:
    return isinstance(value, list) and all(_is_texts(part) and part for part in value)


def _is_signature(value: Any) -> bool:
    return _is_signature_or_none(value) and bool(value)


def _is_identity(value: Any) -> bool:
    return _is_signature_or_none(value) and all(_is_field(one) for part in value for one in part)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _is_texts_by_name(value: Any) -> bool:
    """Sentences: braces in them would be taken for gaps to be filled."""
    return isinstance(value, dict) and all(
        _is_text(text) and not set(text) & {"{", "}"} for text in value.values()
    )


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_states(value: Any) -> bool:
    return isinstance(value, dict) and all(state in set(Status) for state in value.values())


def _is_field(value: Any) -> bool:
    return value in vocabulary.fields()


def _is_field_or_none(value: Any) -> bool:
    return value == "" or _is_field(value)


def _is_columns(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_field_or_none, value.values()))


def _fields_in_words() -> str:
    return ", ".join(sorted(vocabulary.fields()))
