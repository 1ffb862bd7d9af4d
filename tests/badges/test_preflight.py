"""Badges looked through before they are printed."""

from desk_app.badges.layouts import layout
from desk_app.badges.preflight import Finding, look_through
from desk_app.badges.remarks import Kind
from desk_app.badges.stocks import stock
from tests.badges.people import NAMES, badge

SHEET = stock("avery-l4785")


def found(given: str = "Anne", family: str = "Martin", **fields: str) -> list[Finding]:
    return list(look_through([badge(given, family, **fields)], layout(), SHEET))


def kinds(findings: list[Finding]) -> set[Kind]:
    return {it.kind for it in findings}


def test_a_plain_badge_needs_nothing() -> None:
    assert found() == []


def test_a_name_in_several_lines_is_told() -> None:
    broken = [it for it in found(*NAMES[11]) if it.kind == Kind.BROKEN]
    assert (broken[0].field, broken[0].proposal) == ("given_name", "María Á. G.")


def test_a_name_too_small_to_read_is_told_with_its_field() -> None:
    small = [it for it in found(*NAMES[10]) if it.kind == Kind.SMALL]
    assert small[0].field == "given_name"


def test_a_missing_organisation_is_told_where_it_would_be_printed() -> None:
    assert kinds(found(organisation="")) == {Kind.NO_ORGANISATION}


def test_a_missing_name_can_be_written_at_once() -> None:
    (finding,) = found("", "", full_name="")
    assert (finding.kind, finding.field) == (Kind.NAMELESS, "given_name")


def test_letters_no_font_has_are_told() -> None:
    assert kinds(found("Zoé \U0001cd00")) == {Kind.LETTERS}
