"""Every sentence that a person may read exists in French, gap for gap, and none is left over."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from desk_app import words

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "desk_app").rglob("*.py"))
CATALOGUES = sorted((ROOT / "resources/translations/fr").glob("*.toml"))
SPEAKERS = {"tr": 1, "say": 1, "sentence": 1, "DeskError": 1, "trn": 3, "sayn": 3}
"""What takes a sentence to be shown; of `trn` and `sayn` the second and third argument."""

# Where the key is data: these texts come from files under resources/, whose every text may be one.
DATA = [file for file in (ROOT / "resources").rglob("*.toml") if "translations" not in file.parts]

# What a person reads alike in both languages, or what is no sentence at all.
UNTRANSLATED = {"", "{text}", "–", "—", "·"}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def french() -> dict[str, str]:
    return words.catalogue("fr")


def spoken() -> Iterator[tuple[str, str]]:
    """(where, text) for each literal that is handed to one of the speakers."""
    for file in SOURCES:
        constants = _constants(tree(file))
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call):
                for argument in node.args[: SPEAKERS.get(_name(node.func), 0)]:
                    for text in _texts(argument, constants):
                        yield f"{file.relative_to(ROOT)}:{node.lineno}", text


def _name(called: ast.expr) -> str:
    """What is called, by its bare name or as part of `words`; other objects have a `say` too."""
    match called:
        case ast.Attribute(value=ast.Name(id="words"), attr=name) | ast.Name(id=name):
            return name
    return ""


def _constants(module: ast.Module) -> dict[str, list[ast.expr]]:
    """What names stand for: literals in variables, and tables of them such as WORDS."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(module):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name) and node.value:  # type: ignore[attr-defined]  # assigns
                found.setdefault(target.id, []).append(node.value)  # type: ignore[attr-defined]
    return found


def _texts(argument: ast.expr, constants: dict[str, list[ast.expr]]) -> Iterator[str]:
    """The literals that an argument may be: itself, either branch, a variable, a table's values."""
    match argument:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one, constants)
            yield from _texts(other, constants)
        case ast.Name(id=name):
            for value in constants.get(name, ()):
                if isinstance(value, ast.Constant | ast.IfExp):
                    yield from _texts(value, {})
        case ast.Subscript(value=ast.Name(id=name)):
            for value in constants.get(name, ()):
                yield from _values(value)


def _values(table: ast.expr) -> Iterator[str]:
    match table:
        case ast.Dict(values=items) | ast.Tuple(elts=items) | ast.List(elts=items):
            for item in items:
                yield from _values(item)
        case ast.Call(func=ast.Attribute(attr="split", value=ast.Constant(value=str(text)))):
            yield from text.split()
        case ast.Constant(value=str(text)):
            yield text


def written() -> set[str]:
    """Every text that stands in the code or in its data; what is in none of them is dead."""
    found = set()
    for file in SOURCES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.Call):
                found.update(_values(node))
    for file in DATA:
        found.update(_texts_in(tomllib.loads(file.read_text(encoding="utf-8"))))
    return found


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts_in(item)


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_there_are_sentences_to_look_at() -> None:
    assert len(list(spoken())) > 50
    assert len(french()) > 50


def test_every_sentence_has_its_french() -> None:
    missing = {
        text: where for where, text in spoken() if text not in french() and text not in UNTRANSLATED
    }
    assert missing == {}


def test_no_french_is_left_over() -> None:
    assert sorted(french().keys() - written()) == []


def test_no_sentence_is_translated_twice() -> None:
    keys = Counter(
        key for file in CATALOGUES for key in tomllib.loads(file.read_text(encoding="utf-8"))
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_both_languages_have_the_same_gaps() -> None:
    differing = {key: text for key, text in french().items() if gaps(key) != gaps(text)}
    assert differing == {}


def test_no_french_is_empty() -> None:
    assert [key for key, text in french().items() if not text.strip()] == []


def test_french_has_a_blank_that_never_breaks_before_high_signs() -> None:
    loose = re.compile(r"[^\s\u00a0\u202f:!?;…«(][!?;»]|\w:(?=\s|$)|[^\S\u00a0\u202f][:!?;»]|« ")
    assert [text for text in french().values() if loose.search(text)] == []


def test_an_english_sentence_shows_as_it_is() -> None:
    assert words.say("{count} people", "en", count=2) == "2 people"


@pytest.mark.parametrize(("count", "text"), [(0, "one 0"), (1, "one 1"), (2, "many 2")])
def test_french_counts_none_as_one(count: int, text: str) -> None:
    assert words.sayn(count, "one {count}", "many {count}", "fr") == text


@pytest.mark.parametrize(("count", "text"), [(0, "many 0"), (1, "one 1"), (2, "many 2")])
def test_english_counts_none_as_many(count: int, text: str) -> None:
    assert words.sayn(count, "one {count}", "many {count}", "en") == text


def test_the_language_can_change_while_running() -> None:
    before = words.current()
    try:
        words.use("fr")
        assert words.tr("Check-in") == "Accueil"
        words.use("en")
        assert words.tr("Check-in") == "Check-in"
        words.use("de")
        assert words.current() == "en"
    finally:
        words.use(before)


def test_a_sentence_keeps_its_facts_in_any_language() -> None:
    from desk_app.domain.sentence import sentence

    said = sentence("Go to {screen}", screen="X")
    assert (words.say(said, "fr"), words.say(said, "en")) == ("Écran\u00a0: X", "Go to X")


def test_what_nobody_translated_shows_in_english() -> None:
    assert words.say("never said by anybody", "fr") == "never said by anybody"
