"""What a scanned payload may mean."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.intake.scancode import Contact, candidates, contact, visible


def test_a_plain_code_means_itself() -> None:
    assert candidates("  hxewpex6ek4upwgy\r\n") == ("hxewpex6ek4upwgy",)


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ("]Q3ABC123", "ABC123"),
        ("]C1172700705", "172700705"),
        ("a6a80bc8-ceab-4277/kq83hmac+=", "a6a80bc8-ceab-4277"),
        ("MTcyNzEzNDc1OjYzODY3MjA5MjU1ODc4MzA1Mg==", "172713475"),
        ('{"checkinSecret": "s-1"}', "s-1"),
        ('{"ticket": 42, "event": 7}', "42"),
        ('[{"secret": "s-2"}]', "s-2"),
        ('{"data": {"code": "s-3"}}', "s-3"),
        ("https://lu.ma/check-in/evt-1?pk=g-7", "g-7"),
        ("https://example.org/?event_qr_code=1&ticket_id=512&security_code=zz", "512"),
        ("https://example.org/?event_qr_code=1&ticket_id=512&security_code=zz", "zz"),
        ("https://example.org/tickets/ABC%20D/", "ABC D"),
        ("ticket=55&event=3", "55"),
        ("lu.ma/check-in/evt-1?pk=g-7", "g-7"),
        ("https://example.org/t/AB12CD34.pdf", "AB12CD34"),
        ("https://example.org/tickets/ti_p4AbC9/checkin", "ti_p4AbC9"),
        ("https://example.org/ticket/a6a80bc8-ceab-4277/kq83hmac", "a6a80bc8-ceab-4277"),
        ("https://example.org/?c=QX7HL2", "QX7HL2"),
        ("1234 5678 90", "1234567890"),
        ("*TICKET-0815*", "TICKET-0815"),
        ('"hxewpex6ek4upwgy"', "hxewpex6ek4upwgy"),
        ("<hxewpex6ek4upwgy>", "hxewpex6ek4upwgy"),
        ("Code: hxewpex6ek4upwgy", "hxewpex6ek4upwgy"),
        ("Ticket #172713475", "172713475"),
        ("a6a80bc8ceab42779d3a1c2b3d4e5f60", "a6a80bc8-ceab-4277-9d3a-1c2b3d4e5f60"),
        ("A6A80BC8-CEAB-4277-9D3A-1C2B3D4E5F60", "a6a80bc8ceab42779d3a1c2b3d4e5f60"),
        ("urn:uuid:a6a80bc8-ceab-4277-9d3a-1c2b3d4e5f60", "a6a80bc8-ceab-4277-9d3a-1c2b3d4e5f60"),
        ("{a6a80bc8-ceab-4277-9d3a-1c2b3d4e5f60}", "a6a80bc8-ceab-4277-9d3a-1c2b3d4e5f60"),
        ("https://t.example.org/#/t/hxewpex6ek4upwgy", "hxewpex6ek4upwgy"),
        ("https://example.org/?data=%7B%22code%22%3A%22hx6ek4upw%22%7D", "hx6ek4upw"),
    ],
)
def test_wrapped_codes_are_found(payload: str, code: str) -> None:
    found = candidates(payload)
    assert found[0] == payload
    assert code in found


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ("12345678905", "1234567890"),
        ("0012345678905", "1234567890"),
        ("00012345678905", "1234567890"),
        ("1234567890", "12345678905"),
        ("1234567890", "0012345678905"),
    ],
)
def test_a_bar_code_is_found_with_and_without_its_check_digit(payload: str, code: str) -> None:
    found = candidates(payload)
    assert found[0] == payload
    assert code in found


def test_a_last_digit_that_checks_nothing_belongs_to_the_number() -> None:
    assert "1234567890" not in candidates("12345678904")


def test_indicos_bytes_are_the_ticket_uuid() -> None:
    raw = bytes(range(16))
    payload = '{"i":[2,"example.org/e","' + base64.b64encode(raw).decode() + '"]}'
    assert "00010203-0405-0607-0809-0a0b0c0d0e0f" in candidates(payload)


def test_nothing_scanned_means_nothing() -> None:
    assert candidates(" \n") == ()


@given(
    st.text(max_size=200) | st.sampled_from(["{", "[" * 50, "]Q", "//", "http://[", "?&=", "=" * 9])
)
def test_any_payload_gives_different_codes_none_of_them_empty(payload: str) -> None:
    found = candidates(payload)
    assert len(set(found)) == len(found)
    assert all(code.strip() for code in found)


VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\n{}\r\nEND:VCARD"
ZOE = Contact("Zoé Lefèvre", "zoe@example.org")


@pytest.mark.parametrize(
    "payload",
    [
        VCARD.format("N:Lefèvre;Zoé;;;\r\nFN:Zoé Lefèvre\r\nEMAIL;TYPE=work:zoe@example.org"),
        VCARD.format("N:Lefèvre;Zoé\r\nitem1.EMAIL:zoe@exam\r\n ple.org"),
        VCARD.lower().format("fn:Zoé Lefèvre\r\nemail:zoe@example.org"),
        "MECARD:N:Lefèvre,Zoé;EMAIL:zoe@example.org;;",
        "MECARD:EMAIL:zoe@example.org;N:Zoé Lefèvre;TEL:0601;;",
    ],
)
def test_a_visiting_card_says_who_it_is(payload: str) -> None:
    assert contact(payload) == ZOE


def test_a_card_s_own_marks_are_no_part_of_a_name() -> None:
    assert contact(r"MECARD:N:O\;Neil,Ann;;") == Contact("Ann O;Neil", "")


@pytest.mark.parametrize("payload", ["", "QR-1", "BEGIN:VEVENT", "N:Lefèvre"])
def test_whatever_is_no_visiting_card_names_nobody(payload: str) -> None:
    assert contact(payload) is None


@given(st.text(max_size=200))
def test_no_visiting_card_is_too_odd_to_be_read(rest: str) -> None:
    for beginning in ("BEGIN:VCARD\n", "MECARD:"):
        assert isinstance(contact(beginning + rest), Contact)


@pytest.mark.parametrize(
    "payload",
    ["\ufeffQR-0815", "QR\u200b-0815", "ＱＲ－０８１５", " QR-0815\u00a0\r\n"],
)
def test_marks_that_nobody_sees_are_no_part_of_a_code(payload: str) -> None:
    assert visible(payload) == "QR-0815"


def test_letters_that_people_see_stay_as_they_are() -> None:
    assert visible("Zoé ²½ 小野") == "Zoé ²½ 小野"


def test_a_mail_address_in_a_code_says_who_it_is() -> None:
    assert contact("mailto:zoe@example.org?subject=Hi") == Contact("", "zoe@example.org")
