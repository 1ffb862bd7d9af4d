"""A saved web page taken apart: its text line by line, its title, language and linked data."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from desk_app.intake.announcement_labels import entries


@dataclass
class Page:
    """What a reader sees of a page (`text`), and what it tells machines (`linked`)."""

    text: str = ""
    title: str = ""
    language: str = ""
    url: str = ""
    linked: list[Any] = field(default_factory=list)


def page_of(markup: str) -> Page:
    """Read a page, however badly it is formed."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.page()


def text_of_markup(markup: str) -> str:
    """Text that may hold tags and entities, as plain paragraphs."""
    if not re.search(r"<\w|&#?\w+;", markup):
        return markup.strip()
    # Line ends are blanks to a browser, but a description may mix them with few tags.
    kept = markup if re.search(r"<(p|br|div|li)\b", markup, re.I) else markup.replace("\n", "<br>")
    return re.sub(r"\n{3,}", "\n\n", page_of(kept).text).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tags = {name: frozenset(tags) for name, tags in entries()["markup"].items()}
        self._lines: list[str] = [""]
        self._main: tuple[int, int] | None = None
        self._hidden: list[str] = []
        self._catching = ""
        self._caught: dict[str, list[str]] = {"h1": [], "title": [], "linked": []}
        self._language = self._url = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self._note(tag, said)
        if tag == "script" and "ld+json" in said.get("type", "").lower():
            self._catch("linked")
        elif tag in ("h1", "title") and not self._hidden:
            self._catch(tag)
        if tag in self._tags["hidden"]:
            self._hidden.append(tag)
        self._space(tag)
        if tag == "li" and not self._hidden:
            self._lines[-1] = "• "
        if tag == "main" and self._main is None:
            self._main = (len(self._lines) - 1, -1)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        if tag == "script" or tag == self._catching:
            self._catching = ""
        self._space(tag)
        if tag == "p":
            self._lines.append("")
        if tag == "main" and self._main and self._main[1] < 0:
            self._main = (self._main[0], len(self._lines))

    def handle_data(self, data: str) -> None:
        if self._catching:
            self._caught[self._catching][-1] += data
        if not self._hidden and self._catching != "title":
            self._lines[-1] += re.sub(r"\s+", " ", data)

    def page(self) -> Page:
        """All that was gathered; the main part of the page alone where it names one."""
        start, end = self._main or (0, -1)
        chosen = self._lines[start : end if end > 0 else None]
        titles = [" ".join(text.split()) for text in self._caught["h1"] if text.strip()]
        return Page(
            text="\n".join(map(_tidy, chosen)),
            title=titles[0] if len(titles) == 1 else "",
            language=self._language[:2].lower(),
            url=self._url,
            linked=[data for text in self._caught["linked"] for data in linked_data(text)],
        )

    def _catch(self, what: str) -> None:
        self._catching = what
        self._caught[what].append("")

    def _note(self, tag: str, said: dict[str, str]) -> None:
        if tag == "html":
            self._language = said.get("lang") or said.get("xml:lang") or ""
        if tag == "link" and said.get("rel", "").lower() == "canonical":
            self._url = said.get("href", "")

    def _space(self, tag: str) -> None:
        if self._hidden:
            return
        if tag in self._tags["breaks"]:
            # A paragraph inside a list item begins beside its bullet, not below it.
            if self._lines[-1].strip() not in ("", "•") or tag == "br":
                self._lines.append("")
        elif tag in self._tags["spaced"]:
            self._lines[-1] += " "


def _tidy(line: str) -> str:
    """One blank between words, and none before a comma or a full stop."""
    tidy = re.sub(r"\s+([,.)])", r"\1", " ".join(line.split()))
    return "" if tidy == "•" else re.sub(r"([(’'])\s+(?=\w)", r"\1", tidy)


def linked_data(text: str) -> list[Any]:
    """The JSON inside a script; none where it is broken, for the page's text can still be read."""
    bare = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text
    )
    try:
        return [json.loads(bare.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return []
